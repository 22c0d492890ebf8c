"""Addresses of stories, by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("stories.keyless.urls")),
    path("", include("stories.paper.urls")),
    path("", include("stories.telling.urls")),
    path("", include("stories.suggestions.urls")),
    path("", include("stories.listening.urls")),
    path("", include("stories.reading.urls")),
    path("", include("stories.answers.urls")),
    path("", include("stories.calls.urls")),
    path("", include("stories.voices.urls")),
    path("", include("stories.citing.urls")),
    path("", include("stories.responses.urls")),
    path("", include("stories.meaning.urls")),
]
