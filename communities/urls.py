"""Addresses of invitations, communities and places."""

from django.urls import path

from communities.admission import views as admission_views
from communities.founding import views as founding_views
from communities.personal import views as personal_views
from communities.places import views as places_views
from communities.recovery import views as recovery_views

urlpatterns = [
    path("uitnodiging/", admission_views.EnterCode.as_view(), name="invitation_code"),
    path("uitnodiging/<str:code>/", admission_views.AnswerInvitation.as_view(), name="invitation"),
    path("uitnodiging/<str:code>/blad/", admission_views.InvitationSheet.as_view(), name="invitation_sheet"),
    path("uitnodiging/<str:code>/vervalt/", admission_views.VoidInvitation.as_view(), name="void_invitation"),
    path("weer-binnen/", recovery_views.ComeIn.as_view(), name="way_in"),
    path("weer-binnen/stop/<str:token>/", recovery_views.StopByMail.as_view(), name="stop_by_mail"),
    path("weer-binnen/<int:pk>/", recovery_views.OwnRecoveryCode.as_view(), name="own_way_in"),
    path("weer-binnen/<int:pk>/ja/", recovery_views.ConfirmRecoveryCode.as_view(), name="confirm_way_in"),
    path("weer-binnen/<int:pk>/nee/", recovery_views.StopRecoveryCode.as_view(), name="stop_way_in"),
    path(
        "gemeenschap/<slug:slug>/weer-binnen/", recovery_views.MakeRecoveryCode.as_view(), name="make_way_in"
    ),
    path("gemeente/<str:code>/uitnodigen/", admission_views.InviteOfficial.as_view(), name="invite_official"),
    path("gemeenschap/<slug:slug>/uitnodigen/", admission_views.Invite.as_view(), name="invite"),
    path("gemeenschap/<slug:slug>/wie-wil-meedoen/", admission_views.Knocking.as_view(), name="pending"),
    path("meedoen/<int:pk>/ja/", admission_views.AdmitMember.as_view(), name="let_in"),
    path("meedoen/<int:pk>/nee/", admission_views.TurnAway.as_view(), name="turn_away"),
    path("buurt/<str:code>/begin/", founding_views.StartCommunity.as_view(), name="start_community"),
    path("gemeenschap/<slug:slug>/open/", founding_views.OpenCommunity.as_view(), name="open_community"),
    path("gemeenschap/<slug:slug>/woorden/", founding_views.CommunityWords.as_view(), name="community_words"),
    path("gemeenschap/<slug:slug>/weggaan/", admission_views.Leave.as_view(), name="leave"),
    path("gemeenschap/<slug:slug>/plek/", places_views.AddPlace.as_view(), name="add_place"),
    path("plek/<int:pk>/", places_views.ChangePlace.as_view(), name="change_place"),
    path("plek/<int:pk>/dicht/", places_views.ClosePlace.as_view(), name="close_place"),
    path("mijn/naam/", personal_views.MyName.as_view(), name="my_name"),
    path("mijn/kennis/<int:pk>/", personal_views.MyExpertise.as_view(), name="my_expertise"),
    path("mijn/naam/<slug:kind>/<int:pk>/", personal_views.ShowAs.as_view(), name="show_as"),
]
