"""Addresses of paper sheets."""

from django.urls import path

from stories.paper import views

urlpatterns = [
    path("oproep/<int:pk>/papier/", views.Sheets.as_view(), name="sheets"),
    path("oproep/<int:pk>/intypen/", views.TypeIn.as_view(), name="type_in"),
]
