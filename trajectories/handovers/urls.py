"""Addresses of handovers."""

from django.urls import path

from trajectories.handovers import views

urlpatterns = [
    path("groep/<int:pk>/overdracht/", views.WriteHandover.as_view(), name="write_handover"),
    path(
        "afdeling/<int:pk>/overdracht/",
        views.WriteOfficeHandover.as_view(),
        name="write_office_handover",
    ),
    path("overdracht/<int:pk>/", views.HandoverPage.as_view(), name="handover"),
    path("overdracht/<int:pk>/deel/", views.ShareHandover.as_view(), name="share_handover"),
    path("overdracht/<int:pk>/ontmoet/", views.MeetHandover.as_view(), name="meet_handover"),
    path("overdracht/<int:pk>/akkoord/", views.AcceptHandover.as_view(), name="accept_handover"),
]
