"""Addresses of trajectories, gatherings and signals."""

from django.urls import path

from trajectories.views import asked, continuity, gatherings, groups, handovers

urlpatterns = [
    path("gemeenschap/<slug:slug>/traject/begin/", groups.StartTrajectory.as_view(), name="start_trajectory"),
    path("traject/<int:pk>/", groups.TrajectoryPage.as_view(), name="trajectory"),
    path("traject/<int:pk>/verder/", groups.ChangeStatus.as_view(), name="change_status"),
    path("groep/<int:pk>/woorden/", groups.GroupWords.as_view(), name="group_words"),
    path("groep/<int:pk>/iemand-erbij/", groups.AddMember.as_view(), name="add_member"),
    path("groep/<int:pk>/geld/", groups.AddFunding.as_view(), name="add_funding"),
    path("groep/<int:pk>/bijeenkomst/", gatherings.PlanGathering.as_view(), name="plan_gathering"),
    path("groep/<int:pk>/signaal/", asked.RaiseSignal.as_view(), name="raise_signal"),
    path(
        "gemeenschap/<slug:slug>/tijdlijn/", continuity.CommunityTimeline.as_view(), name="community_timeline"
    ),
    path(
        "gemeenschap/<slug:slug>/wie-werkt-hier/", continuity.AddStewardship.as_view(), name="add_stewardship"
    ),
    path("gemeenschap/<slug:slug>/besluit/", continuity.AddTender.as_view(), name="add_tender"),
    path("wie-werkt-hier/<int:pk>/", continuity.ChangeStewardship.as_view(), name="change_stewardship"),
    path("traject/<int:pk>/brief/", continuity.ContinuityLetter.as_view(), name="continuity_letter"),
    path("geld/<int:pk>/", continuity.ChangeFunding.as_view(), name="change_funding"),
    path("groep/<int:pk>/overdracht/", handovers.WriteHandover.as_view(), name="write_handover"),
    path(
        "afdeling/<int:pk>/overdracht/", handovers.WriteOfficeHandover.as_view(), name="write_office_handover"
    ),
    path("overdracht/<int:pk>/", handovers.HandoverPage.as_view(), name="handover"),
    path("overdracht/<int:pk>/deel/", handovers.ShareHandover.as_view(), name="share_handover"),
    path("overdracht/<int:pk>/ontmoet/", handovers.MeetHandover.as_view(), name="meet_handover"),
    path("overdracht/<int:pk>/akkoord/", handovers.AcceptHandover.as_view(), name="accept_handover"),
    path("groepslid/<int:pk>/stopt/", groups.EndPart.as_view(), name="end_part"),
    path("bijeenkomst/<int:pk>/", gatherings.GatheringPage.as_view(), name="gathering"),
    path("bijeenkomst/<int:pk>/agenda/", gatherings.AddAgendaItem.as_view(), name="add_agenda_item"),
    path("bijeenkomst/<int:pk>/oogst/", gatherings.WriteHarvest.as_view(), name="write_harvest"),
    path("oogst/<int:pk>/akkoord/", gatherings.ApproveHarvest.as_view(), name="approve_harvest"),
    path("signaal/<int:pk>/", asked.SignalPage.as_view(), name="signal"),
    path("signaal/<int:pk>/vragen/", asked.PutSignal.as_view(), name="put_signal"),
    path("signaal/<int:pk>/antwoord/", asked.AnswerSignal.as_view(), name="answer_signal"),
    path("signaal/<int:pk>/papier/", asked.CopyAnswer.as_view(), name="copy_answer"),
]
