"""Addresses of one's own name."""

from django.urls import path

from communities.personal import views

urlpatterns = [
    path("mijn/naam/", views.MyName.as_view(), name="my_name"),
    path("mijn/kennis/<int:pk>/", views.MyExpertise.as_view(), name="my_expertise"),
    path("mijn/naam/<slug:kind>/<int:pk>/", views.ShowAs.as_view(), name="show_as"),
]
