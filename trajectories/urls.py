"""Addresses of trajectories, gatherings and signals."""

from django.urls import include, path

from trajectories.continuity import views as continuity_views
from trajectories.decisions import views as decisions_views
from trajectories.gatherings import views as gatherings_views
from trajectories.handovers import views as handovers_views
from trajectories.heard import views as heard_views
from trajectories.introductions import views as introductions_views
from trajectories.networks import views as networks_views
from trajectories.pages import views as pages_views
from trajectories.planning import views as planning_views
from trajectories.practice import views as practice_views
from trajectories.roles import views as roles_views
from trajectories.signals import views as signals_views
from trajectories.table import views as table_views
from trajectories.trajectory import views as trajectory_views

urlpatterns = [
    path("", include("trajectories.planning_urls")),
    path(
        "gemeenschap/<slug:slug>/traject/begin/",
        trajectory_views.StartTrajectory.as_view(),
        name="start_trajectory",
    ),
    path("traject/<int:pk>/", pages_views.TrajectoryPage.as_view(), name="trajectory"),
    path("traject/<int:pk>/verder/", decisions_views.ChangeStatus.as_view(), name="change_status"),
    path("groep/<int:pk>/woorden/", trajectory_views.GroupWords.as_view(), name="group_words"),
    path("groep/<int:pk>/iemand-erbij/", roles_views.AddMember.as_view(), name="add_member"),
    path("groep/<int:pk>/geld/", continuity_views.AddFunding.as_view(), name="add_funding"),
    path("groep/<int:pk>/bijeenkomst/", planning_views.PlanGathering.as_view(), name="plan_gathering"),
    path("groep/<int:pk>/signaal/", signals_views.RaiseSignal.as_view(), name="raise_signal"),
    path("traject/<int:pk>/zo-werken-we/", trajectory_views.SetUp.as_view(), name="set_up"),
    path("groep/<int:pk>/afspraken/", roles_views.Agreements.as_view(), name="agreements"),
    path("afspraak/<int:pk>/", roles_views.ReviewRole.as_view(), name="review_role"),
    path("afspraak/<int:pk>/los/", roles_views.LetRoleGo.as_view(), name="let_role_go"),
    path("groep/<int:pk>/meedoen/", roles_views.AskToTakePart.as_view(), name="take_part"),
    path("groep/<int:pk>/mensen/", roles_views.GroupPeople.as_view(), name="group_people"),
    path("groepslid/<int:pk>/welkom/", roles_views.Welcome.as_view(), name="welcome"),
    path("groepslid/<int:pk>/nu-niet/", roles_views.NotNow.as_view(), name="not_now"),
    path("groepslid/<int:pk>/kartrekker/", roles_views.OfferHost.as_view(), name="offer_host"),
    path("meetrekken/<int:pk>/", roles_views.RoleOffer.as_view(), name="role_offer"),
    path("meetrekken/<int:pk>/nee/", roles_views.DeclineOffer.as_view(), name="decline_offer"),
    path("werkvormen/", practice_views.MethodList.as_view(), name="methods"),
    path("werkvorm/<slug:key>/", practice_views.MethodCard.as_view(), name="method"),
    path("bijeenkomst/<int:pk>/werkvorm/", practice_views.UseMethod.as_view(), name="use_method"),
    path("mijn/notities/", practice_views.Reflections.as_view(), name="reflections"),
    path("mijn/notities/<int:pk>/weg/", practice_views.ThrowAway.as_view(), name="throw_away"),
    path("opbouwwerker/<int:pk>/", practice_views.BuilderPage.as_view(), name="builder"),
    path("opbouwwerker/<int:pk>/vak/", practice_views.WriteCraft.as_view(), name="write_craft"),
    path("opbouwwerker/<int:pk>/kring/", practice_views.BeginCircle.as_view(), name="begin_circle"),
    path("geleerd/", practice_views.CircleLessons.as_view(), name="lessons"),
    path("kring/<int:pk>/", practice_views.CirclePage.as_view(), name="circle"),
    path("kring/code/<str:code>/", practice_views.AskSeat.as_view(), name="ask_seat"),
    path("kring/<int:pk>/weggaan/", practice_views.LeaveCircle.as_view(), name="leave_circle"),
    path("kring/<int:pk>/bijeen/", practice_views.WriteMeeting.as_view(), name="circle_meeting"),
    path("kringlid/<int:pk>/ja/", practice_views.GiveSeat.as_view(), name="give_seat"),
    path("kringdag/<int:pk>/les/", practice_views.ProposeLesson.as_view(), name="propose_lesson"),
    path("les/<int:pk>/ja/", practice_views.AgreeLesson.as_view(), name="agree_lesson"),
    path("les/<int:pk>/binnen/", practice_views.KeepInside.as_view(), name="keep_inside"),
    path(
        "gemeenschap/<slug:slug>/tijdlijn/",
        continuity_views.CommunityTimelinePage.as_view(),
        name="community_timeline",
    ),
    path(
        "gemeenschap/<slug:slug>/wie-werkt-hier/",
        continuity_views.AddStewardship.as_view(),
        name="add_stewardship",
    ),
    path("gemeenschap/<slug:slug>/besluit/", continuity_views.AddTender.as_view(), name="add_tender"),
    path("besluit/<int:pk>/aanpassen/", continuity_views.ChangeTender.as_view(), name="change_tender"),
    path("besluit/<int:pk>/weg/", continuity_views.RemoveTender.as_view(), name="remove_tender"),
    path(
        "wie-werkt-hier/<int:pk>/weg/",
        continuity_views.RemoveStewardship.as_view(),
        name="remove_stewardship",
    ),
    path("geld/<int:pk>/weg/", continuity_views.RemoveFunding.as_view(), name="remove_funding"),
    path("wie-werkt-hier/<int:pk>/", continuity_views.ChangeStewardship.as_view(), name="change_stewardship"),
    path("traject/<int:pk>/brief/", continuity_views.ContinuityLetter.as_view(), name="continuity_letter"),
    path("geld/<int:pk>/", continuity_views.ChangeFunding.as_view(), name="change_funding"),
    path("groep/<int:pk>/overdracht/", handovers_views.WriteHandover.as_view(), name="write_handover"),
    path(
        "afdeling/<int:pk>/overdracht/",
        handovers_views.WriteOfficeHandover.as_view(),
        name="write_office_handover",
    ),
    path("overdracht/<int:pk>/", handovers_views.HandoverPage.as_view(), name="handover"),
    path("overdracht/<int:pk>/deel/", handovers_views.ShareHandover.as_view(), name="share_handover"),
    path("overdracht/<int:pk>/ontmoet/", handovers_views.MeetHandover.as_view(), name="meet_handover"),
    path("overdracht/<int:pk>/akkoord/", handovers_views.AcceptHandover.as_view(), name="accept_handover"),
    path("groepslid/<int:pk>/stopt/", roles_views.EndPart.as_view(), name="end_part"),
    path("bijeenkomst/<int:pk>/", pages_views.GatheringPage.as_view(), name="gathering"),
    path("bijeenkomst/<int:pk>/agenda/", gatherings_views.AddAgendaItem.as_view(), name="add_agenda_item"),
    path("bijeenkomst/<int:pk>/aan-tafel/", table_views.AtTable.as_view(), name="at_table"),
    path("bijeenkomst/<int:pk>/inzicht/", table_views.WriteInsight.as_view(), name="write_insight"),
    path("bijeenkomst/<int:pk>/besluit/", decisions_views.Decide.as_view(), name="decide"),
    path("oogst/<int:pk>/hoe-ver/", table_views.HowFar.as_view(), name="harvest_reach"),
    path("oogst/<int:pk>/akkoord/", table_views.ApproveHarvest.as_view(), name="approve_harvest"),
    path("inzicht/<int:pk>/thema/", table_views.MakeTheme.as_view(), name="make_theme"),
    path("groep/<int:pk>/thema/", table_views.NameTheme.as_view(), name="name_theme"),
    path("thema/<int:pk>/verder/", table_views.ExploreTheme.as_view(), name="explore_theme"),
    path("beloofd/<int:pk>/", table_views.SettlePromise.as_view(), name="settle_promise"),
    path("groep/<int:pk>/gevonden/", table_views.Found.as_view(), name="found"),
    path("groep/<int:pk>/veranderd/", decisions_views.WriteChange.as_view(), name="write_change"),
    path("groep/<int:pk>/veranderd/<int:year>/", decisions_views.Changed.as_view(), name="changed"),
    path("verandering/<int:pk>/", decisions_views.ChangeDoor.as_view(), name="change"),
    path("verandering/<int:pk>/aanpassen/", decisions_views.RewriteChange.as_view(), name="rewrite_change"),
    path("verandering/<int:pk>/akkoord/", decisions_views.ApproveChange.as_view(), name="approve_change"),
    path("traject/<int:pk>/kunst/", decisions_views.AddArt.as_view(), name="add_art"),
    path("kunst/<int:pk>/", decisions_views.ChangeArt.as_view(), name="change_art"),
    path("signaal/<int:pk>/vragen/", signals_views.PutSignal.as_view(), name="put_signal"),
    path("signaal/<int:pk>/antwoord/", signals_views.AnswerSignal.as_view(), name="answer_signal"),
    path("signaal/<int:pk>/papier/", signals_views.CopyAnswer.as_view(), name="copy_answer"),
    path("gemeenschap/<slug:slug>/netwerk/", networks_views.AddNetwork.as_view(), name="add_network"),
    path("gemeenschap/<slug:slug>/meebrengen/", networks_views.Bring.as_view(), name="bring"),
    path("gemeenschap/<slug:slug>/meegaan/", introductions_views.GoAlong.as_view(), name="go_along"),
    path("netwerk/<int:pk>/", networks_views.NetworkPage.as_view(), name="network"),
    path("netwerk/<int:pk>/woorden/", networks_views.ChangeNetwork.as_view(), name="change_network"),
    path("netwerk/<int:pk>/afspraak/", networks_views.AgreeWithCareTeam.as_view(), name="agree"),
    path("netwerk/<int:pk>/terugkijken/", networks_views.LookBackOn.as_view(), name="look_back"),
    path("meegebracht/<int:pk>/terug/", networks_views.TakeAssetBack.as_view(), name="take_asset_back"),
    path("meegaan/<int:pk>/", introductions_views.IntroductionPage.as_view(), name="introduction"),
    path(
        "meegaan/<int:pk>/blad/", introductions_views.IntroductionSheet.as_view(), name="introduction_sheet"
    ),
    path("meegaan/<int:pk>/stap/<slug:step>/", introductions_views.TakeStep.as_view(), name="take_step"),
    path("meegaan/<int:pk>/nee/", introductions_views.SayNo.as_view(), name="say_no"),
    path("meegaan/<int:pk>/hulpverlener/", introductions_views.ShowToHelper.as_view(), name="show_to_helper"),
    path("meegaan/<int:pk>/geholpen/", introductions_views.DidItHelp.as_view(), name="did_it_help"),
    path("gezien/<int:pk>/", heard_views.AnswerHeard.as_view(), name="heard"),
    path("gezien/<int:pk>/terug/", heard_views.TakeHeardBack.as_view(), name="take_heard_back"),
    path("groep/<int:pk>/gezien/", heard_views.HeardByHosts.as_view(), name="heard_by_hosts"),
]
