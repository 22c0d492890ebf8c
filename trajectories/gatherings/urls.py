"""Addresses of gatherings."""

from django.urls import path

from trajectories.gatherings import views

urlpatterns = [
    path("bijeenkomst/<int:pk>/agenda/", views.AddAgendaItem.as_view(), name="add_agenda_item"),
]
