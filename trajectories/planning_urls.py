"""Addresses of what happens before a gathering: series, inviting, signing up, calendars."""

from django.urls import path

from trajectories.views import calendars, planning, series, signups

urlpatterns = [
    path("groep/<int:pk>/reeks/", series.PlanSeries.as_view(), name="plan_series"),
    path("reeks/<int:pk>/", series.SeriesPage.as_view(), name="series"),
    path("reeks/<int:pk>/aanpassen/", series.ChangeSeries.as_view(), name="change_series"),
    path("reeks/<int:pk>/verder/", series.ExtendSeries.as_view(), name="extend_series"),
    path("bijeenkomst/<int:pk>/klaar/", planning.ReadyToInvite.as_view(), name="ready_to_invite"),
    path("bijeenkomst/<int:pk>/aanpassen/", planning.ChangeGathering.as_view(), name="change_gathering"),
    path("bijeenkomst/<int:pk>/verzetten/", planning.MoveGathering.as_view(), name="move_gathering"),
    path("bijeenkomst/<int:pk>/gaat-niet-door/", planning.CancelGathering.as_view(), name="cancel_gathering"),
    path("bijeenkomst/<int:pk>/uitnodiging/", planning.InvitationPaper.as_view(), name="gathering_paper"),
    path("bijeenkomst/<int:pk>/poster/", planning.Poster.as_view(), name="gathering_poster"),
    path("bijeenkomst/<int:pk>/nieuwe-code/", planning.RenewPoster.as_view(), name="renew_poster"),
    path("bijeenkomst/<int:pk>/aanmelden/", signups.SignUpHere.as_view(), name="sign_up"),
    path("bijeenkomst/<int:pk>/wie-komt/", signups.SignUpList.as_view(), name="signups"),
    path("bijeenkomst/<int:pk>/wie-komt.csv", signups.SignUpFile.as_view(), name="signups_file"),
    path("b/<str:code>/", signups.Scanned.as_view(), name="scanned"),
    path("aanmelding/<str:code>/", signups.MyPlace.as_view(), name="signup"),
    path("aanmelding/<str:code>/af/", signups.CancelMyPlace.as_view(), name="cancel_signup"),
    path("gemeenschap/<slug:slug>/agenda.ics", calendars.OfCommunity.as_view(), name="community_agenda"),
    path("groep/<int:pk>/agenda.ics", calendars.OfGroup.as_view(), name="group_agenda"),
    path("agenda/<str:token>.ics", calendars.OfPerson.as_view(), name="my_agenda_file"),
    path("mijn/agenda/", calendars.MyCalendars.as_view(), name="my_agenda"),
    path("mijn/agenda/<int:pk>/weg/", calendars.Revoke.as_view(), name="revoke_agenda"),
]
