"""Addresses of what happens before a gathering: series, inviting, signing up, calendars."""

from django.urls import path

from trajectories.calendars import views as calendars_views
from trajectories.planning import views as planning_views
from trajectories.series import views as series_views
from trajectories.signups import views as signups_views

urlpatterns = [
    path("groep/<int:pk>/reeks/", series_views.PlanSeries.as_view(), name="plan_series"),
    path("reeks/<int:pk>/", series_views.SeriesPage.as_view(), name="series"),
    path("reeks/<int:pk>/aanpassen/", series_views.ChangeSeries.as_view(), name="change_series"),
    path("reeks/<int:pk>/verder/", series_views.ExtendSeries.as_view(), name="extend_series"),
    path("bijeenkomst/<int:pk>/klaar/", planning_views.ReadyToInvite.as_view(), name="ready_to_invite"),
    path(
        "bijeenkomst/<int:pk>/aanpassen/", planning_views.ChangeGathering.as_view(), name="change_gathering"
    ),
    path("bijeenkomst/<int:pk>/verzetten/", planning_views.MoveGathering.as_view(), name="move_gathering"),
    path(
        "bijeenkomst/<int:pk>/gaat-niet-door/",
        planning_views.CancelGathering.as_view(),
        name="cancel_gathering",
    ),
    path(
        "bijeenkomst/<int:pk>/uitnodiging/", planning_views.InvitationPaper.as_view(), name="gathering_paper"
    ),
    path("bijeenkomst/<int:pk>/poster/", planning_views.Poster.as_view(), name="gathering_poster"),
    path("bijeenkomst/<int:pk>/nieuwe-code/", planning_views.RenewPoster.as_view(), name="renew_poster"),
    path("bijeenkomst/<int:pk>/aanmelden/", signups_views.SignUpHere.as_view(), name="sign_up"),
    path("bijeenkomst/<int:pk>/wie-komt/", signups_views.SignUpList.as_view(), name="signups"),
    path("bijeenkomst/<int:pk>/wie-komt.csv", signups_views.SignUpFile.as_view(), name="signups_file"),
    path("b/<str:code>/", signups_views.Scanned.as_view(), name="scanned"),
    path("aanmelding/<str:code>/", signups_views.MyPlace.as_view(), name="signup"),
    path("aanmelding/<str:code>/af/", signups_views.CancelMyPlace.as_view(), name="cancel_signup"),
    path(
        "gemeenschap/<slug:slug>/agenda.ics", calendars_views.CommunityFeed.as_view(), name="community_agenda"
    ),
    path("groep/<int:pk>/agenda.ics", calendars_views.GroupFeed.as_view(), name="group_agenda"),
    path("agenda/<str:token>.ics", calendars_views.PersonFeed.as_view(), name="my_agenda_file"),
    path("mijn/agenda/", calendars_views.MyCalendars.as_view(), name="my_agenda"),
    path("mijn/agenda/<int:pk>/weg/", calendars_views.Revoke.as_view(), name="revoke_agenda"),
]
