"""Addresses of what is not right, and what was set aside."""

from django.urls import path

from communities.moderation import views

urlpatterns = [
    path("klopt-niet/<slug:kind>/<word:key>/", views.SayIt.as_view(), name="report"),
    path("melding/<int:pk>/", views.HandleReport.as_view(), name="handle_report"),
    path("melding/<int:pk>/lezen/", views.OpenRow.as_view(), name="open_row"),
    path("melding/<int:pk>/klaar/", views.CloseReport.as_view(), name="close_report"),
    path("terzijde/<int:pk>/", views.SetAsidePage.as_view(), name="set_aside"),
    path("terzijde/<int:pk>/eens/", views.AgreeAside.as_view(), name="agree_aside"),
    path("terzijde/<int:pk>/terug/", views.LiftAside.as_view(), name="lift_aside"),
    path("terzijde/<int:pk>/oordeel/", views.JudgeAside.as_view(), name="judge_aside"),
    path("genoemd/<int:pk>/", views.NamedInWords.as_view(), name="named"),
]
