"""Addresses of places."""

from django.urls import path

from communities.places import views

urlpatterns = [
    path("gemeenschap/<slug:slug>/plek/", views.AddPlace.as_view(), name="add_place"),
    path("plek/<int:pk>/", views.ChangePlace.as_view(), name="change_place"),
    path("plek/<int:pk>/dicht/", views.ClosePlace.as_view(), name="close_place"),
]
