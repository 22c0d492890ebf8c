"""Addresses of voices."""

from django.urls import path

from stories.voices import views

urlpatterns = [
    path("buurt/<word:code>/stem/<slug:subject>/", views.AddVoice.as_view(), name="voice"),
    path("stem/<int:pk>/weg/", views.RemoveVoice.as_view(), name="remove_voice"),
]
