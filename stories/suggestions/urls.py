"""Addresses of suggestions."""

from django.urls import path

from stories.suggestions import views

urlpatterns = [
    path("verhaal/<uuid:uuid>/voorstel/", views.Suggest.as_view(), name="suggest"),
    path("voorstel/<int:pk>/overnemen/", views.ApplySuggestion.as_view(), name="apply_suggestion"),
    path("voorstel/<int:pk>/weg/", views.DropSuggestion.as_view(), name="drop_suggestion"),
]
