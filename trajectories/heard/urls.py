"""Addresses of heard."""

from django.urls import path

from trajectories.heard import views

urlpatterns = [
    path("gezien/<int:pk>/", views.AnswerHeard.as_view(), name="heard"),
    path("gezien/<int:pk>/terug/", views.TakeHeardBack.as_view(), name="take_heard_back"),
    path("groep/<int:pk>/gezien/", views.HeardByHosts.as_view(), name="heard_by_hosts"),
]
