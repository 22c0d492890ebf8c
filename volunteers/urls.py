"""Addresses of initiatives and support, by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("volunteers.pages.urls")),
    path("", include("volunteers.initiatives.urls")),
    path("", include("volunteers.support.urls")),
]
