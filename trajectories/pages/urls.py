"""Addresses of the pages of trajectories, gatherings and themes."""

from django.urls import path

from trajectories.pages import views

urlpatterns = [
    path("traject/<int:pk>/", views.TrajectoryPage.as_view(), name="trajectory"),
    path("bijeenkomst/<int:pk>/", views.GatheringPage.as_view(), name="gathering"),
]
