"""Addresses of reading stories."""

from django.urls import path

from stories.reading import views

urlpatterns = [
    path("verhalen/", views.StoryList.as_view(), name="stories"),
    path("verhaal/<uuid:uuid>/", views.StoryPage.as_view(), name="story"),
    path("verhaal/<uuid:uuid>/gebruikt/", views.StoryUses.as_view(), name="where_used"),
]
