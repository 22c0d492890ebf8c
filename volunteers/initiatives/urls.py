"""Addresses of initiatives."""

from django.urls import path

from volunteers.initiatives import views

urlpatterns = [
    path(
        "gemeenschap/<slug:slug>/initiatief/begin/",
        views.StartInitiative.as_view(),
        name="start_initiative",
    ),
    path(
        "initiatief/<int:pk>/aanpassen/",
        views.ChangeInitiative.as_view(),
        name="change_initiative",
    ),
]
