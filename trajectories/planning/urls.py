"""Addresses of what happens before a gathering."""

from django.urls import path

from trajectories.planning import views

urlpatterns = [
    path("bijeenkomst/<int:pk>/klaar/", views.ReadyToInvite.as_view(), name="ready_to_invite"),
    path("bijeenkomst/<int:pk>/aanpassen/", views.ChangeGathering.as_view(), name="change_gathering"),
    path("bijeenkomst/<int:pk>/verzetten/", views.MoveGathering.as_view(), name="move_gathering"),
    path(
        "bijeenkomst/<int:pk>/gaat-niet-door/",
        views.CancelGathering.as_view(),
        name="cancel_gathering",
    ),
    path("bijeenkomst/<int:pk>/uitnodiging/", views.InvitationPaper.as_view(), name="gathering_paper"),
    path("bijeenkomst/<int:pk>/poster/", views.Poster.as_view(), name="gathering_poster"),
    path("bijeenkomst/<int:pk>/nieuwe-code/", views.RenewPoster.as_view(), name="renew_poster"),
    path("groep/<int:pk>/bijeenkomst/", views.PlanGathering.as_view(), name="plan_gathering"),
]
