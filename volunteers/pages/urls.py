"""Addresses of the pages of initiatives."""

from django.urls import path

from volunteers.pages import views

urlpatterns = [
    path("groep/<int:pk>/", views.GroupDoor.as_view(), name="group"),
    path("initiatief/<int:pk>/", views.InitiativePage.as_view(), name="initiative"),
]
