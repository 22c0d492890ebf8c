"""Addresses of trajectories, gatherings and signals."""

from django.urls import path

from trajectories.views import asked, gatherings, groups, heard, introductions, networks

urlpatterns = [
    path("gemeenschap/<slug:slug>/traject/begin/", groups.StartTrajectory.as_view(), name="start_trajectory"),
    path("traject/<int:pk>/", groups.TrajectoryPage.as_view(), name="trajectory"),
    path("traject/<int:pk>/verder/", groups.ChangeStatus.as_view(), name="change_status"),
    path("groep/<int:pk>/woorden/", groups.GroupWords.as_view(), name="group_words"),
    path("groep/<int:pk>/iemand-erbij/", groups.AddMember.as_view(), name="add_member"),
    path("groep/<int:pk>/geld/", groups.AddFunding.as_view(), name="add_funding"),
    path("groep/<int:pk>/bijeenkomst/", gatherings.PlanGathering.as_view(), name="plan_gathering"),
    path("groep/<int:pk>/signaal/", asked.RaiseSignal.as_view(), name="raise_signal"),
    path("groepslid/<int:pk>/stopt/", groups.EndPart.as_view(), name="end_part"),
    path("bijeenkomst/<int:pk>/", gatherings.GatheringPage.as_view(), name="gathering"),
    path("bijeenkomst/<int:pk>/agenda/", gatherings.AddAgendaItem.as_view(), name="add_agenda_item"),
    path("bijeenkomst/<int:pk>/oogst/", gatherings.WriteHarvest.as_view(), name="write_harvest"),
    path("oogst/<int:pk>/akkoord/", gatherings.ApproveHarvest.as_view(), name="approve_harvest"),
    path("signaal/<int:pk>/", asked.SignalPage.as_view(), name="signal"),
    path("signaal/<int:pk>/vragen/", asked.PutSignal.as_view(), name="put_signal"),
    path("signaal/<int:pk>/antwoord/", asked.AnswerSignal.as_view(), name="answer_signal"),
    path("signaal/<int:pk>/papier/", asked.CopyAnswer.as_view(), name="copy_answer"),
    path("gemeenschap/<slug:slug>/netwerk/", networks.AddNetwork.as_view(), name="add_network"),
    path("gemeenschap/<slug:slug>/meebrengen/", networks.Bring.as_view(), name="bring"),
    path("gemeenschap/<slug:slug>/meegaan/", introductions.GoAlong.as_view(), name="go_along"),
    path("netwerk/<int:pk>/", networks.NetworkPage.as_view(), name="network"),
    path("netwerk/<int:pk>/woorden/", networks.ChangeNetwork.as_view(), name="change_network"),
    path("netwerk/<int:pk>/afspraak/", networks.Agree.as_view(), name="agree"),
    path("netwerk/<int:pk>/terugkijken/", networks.LookBackOn.as_view(), name="look_back"),
    path("meegebracht/<int:pk>/terug/", networks.TakeAssetBack.as_view(), name="take_asset_back"),
    path("meegaan/<int:pk>/", introductions.IntroductionPage.as_view(), name="introduction"),
    path("meegaan/<int:pk>/blad/", introductions.IntroductionSheet.as_view(), name="introduction_sheet"),
    path("meegaan/<int:pk>/stap/<slug:step>/", introductions.TakeStep.as_view(), name="take_step"),
    path("meegaan/<int:pk>/nee/", introductions.SayNo.as_view(), name="say_no"),
    path("meegaan/<int:pk>/hulpverlener/", introductions.ShowToHelper.as_view(), name="show_to_helper"),
    path("meegaan/<int:pk>/geholpen/", introductions.DidItHelp.as_view(), name="did_it_help"),
    path("gezien/<int:pk>/", heard.Heard.as_view(), name="heard"),
    path("gezien/<int:pk>/terug/", heard.TakeHeardBack.as_view(), name="take_heard_back"),
    path("groep/<int:pk>/gezien/", heard.HeardByHosts.as_view(), name="heard_by_hosts"),
]
