"""Addresses of the pages of trajectories, gatherings and themes."""

from django.urls import path

from trajectories.pages import views

urlpatterns = [
    path("thema/<int:pk>/", views.ThemePage.as_view(), name="theme"),
    path("traject/<int:pk>/", views.TrajectoryPage.as_view(), name="trajectory"),
    path("bijeenkomst/<int:pk>/", views.GatheringPage.as_view(), name="gathering"),
]
