"""Addresses of communities, by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("communities.moderation.urls")),
    path("", include("communities.admission.urls")),
    path("", include("communities.recovery.urls")),
    path("", include("communities.founding.urls")),
    path("", include("communities.places.urls")),
    path("", include("communities.personal.urls")),
]
