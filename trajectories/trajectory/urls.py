"""Addresses of trajectory."""

from django.urls import path

from trajectories.trajectory import views

urlpatterns = [
    path(
        "gemeenschap/<slug:slug>/traject/begin/",
        views.StartTrajectory.as_view(),
        name="start_trajectory",
    ),
    path("groep/<int:pk>/woorden/", views.GroupWords.as_view(), name="group_words"),
    path("traject/<int:pk>/zo-werken-we/", views.SetUp.as_view(), name="set_up"),
]
