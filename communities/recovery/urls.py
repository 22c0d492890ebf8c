"""Addresses of the way back in."""

from django.urls import path

from communities.recovery import views

urlpatterns = [
    path("weer-binnen/", views.ComeIn.as_view(), name="way_in"),
    path("weer-binnen/stop/<word:token>/", views.StopByMail.as_view(), name="stop_by_mail"),
    path("weer-binnen/<int:pk>/", views.OwnRecoveryCode.as_view(), name="own_way_in"),
    path("weer-binnen/<int:pk>/ja/", views.ConfirmRecoveryCode.as_view(), name="confirm_way_in"),
    path("weer-binnen/<int:pk>/nee/", views.StopRecoveryCode.as_view(), name="stop_way_in"),
    path("gemeenschap/<slug:slug>/weer-binnen/", views.MakeRecoveryCode.as_view(), name="make_way_in"),
]
