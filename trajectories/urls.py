"""Addresses of trajectories, by room."""

from django.urls import include, path

urlpatterns = [
    path("", include("trajectories.series.urls")),
    path("", include("trajectories.planning.urls")),
    path("", include("trajectories.signups.urls")),
    path("", include("trajectories.calendars.urls")),
    path("", include("trajectories.trajectory.urls")),
    path("", include("trajectories.pages.urls")),
    path("", include("trajectories.decisions.urls")),
    path("", include("trajectories.roles.urls")),
    path("", include("trajectories.continuity.urls")),
    path("", include("trajectories.signals.urls")),
    path("", include("trajectories.practice.urls")),
    path("", include("trajectories.handovers.urls")),
    path("", include("trajectories.gatherings.urls")),
    path("", include("trajectories.table.urls")),
    path("", include("trajectories.networks.urls")),
    path("", include("trajectories.introductions.urls")),
    path("", include("trajectories.heard.urls")),
]
