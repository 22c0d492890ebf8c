"""Addresses of calendars."""

from django.urls import path

from trajectories.calendars import views

urlpatterns = [
    path("gemeenschap/<slug:slug>/agenda.ics", views.CommunityFeed.as_view(), name="community_agenda"),
    path("groep/<int:pk>/agenda.ics", views.GroupFeed.as_view(), name="group_agenda"),
    path("agenda/<word:token>.ics", views.PersonFeed.as_view(), name="my_agenda_file"),
    path("mijn/agenda/", views.MyCalendars.as_view(), name="my_agenda"),
    path("mijn/agenda/<int:pk>/weg/", views.Revoke.as_view(), name="revoke_agenda"),
]
