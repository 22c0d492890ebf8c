"""Addresses of invitations, communities and places."""

from django.urls import path

from communities.views import invitations, places, way_in

urlpatterns = [
    path("uitnodiging/", invitations.EnterCode.as_view(), name="invitation_code"),
    path("uitnodiging/<str:code>/", invitations.Answer.as_view(), name="invitation"),
    path("uitnodiging/<str:code>/blad/", invitations.InvitationSheet.as_view(), name="invitation_sheet"),
    path("uitnodiging/<str:code>/vervalt/", invitations.VoidInvitation.as_view(), name="void_invitation"),
    path("weer-binnen/", way_in.ComeIn.as_view(), name="way_in"),
    path("weer-binnen/stop/<str:token>/", way_in.StopByMail.as_view(), name="stop_by_mail"),
    path("weer-binnen/<int:pk>/", way_in.OwnWayIn.as_view(), name="own_way_in"),
    path("weer-binnen/<int:pk>/ja/", way_in.ConfirmWayIn.as_view(), name="confirm_way_in"),
    path("weer-binnen/<int:pk>/nee/", way_in.StopWayIn.as_view(), name="stop_way_in"),
    path("gemeenschap/<slug:slug>/weer-binnen/", way_in.MakeWayIn.as_view(), name="make_way_in"),
    path("gemeente/<str:code>/uitnodigen/", invitations.InviteOfficial.as_view(), name="invite_official"),
    path("gemeenschap/<slug:slug>/uitnodigen/", invitations.Invite.as_view(), name="invite"),
    path("gemeenschap/<slug:slug>/wie-wil-meedoen/", invitations.Knocking.as_view(), name="pending"),
    path("meedoen/<int:pk>/ja/", invitations.LetIn.as_view(), name="let_in"),
    path("meedoen/<int:pk>/nee/", invitations.TurnAway.as_view(), name="turn_away"),
    path("buurt/<str:code>/begin/", places.StartCommunity.as_view(), name="start_community"),
    path("gemeenschap/<slug:slug>/open/", places.OpenCommunity.as_view(), name="open_community"),
    path("gemeenschap/<slug:slug>/woorden/", places.CommunityWords.as_view(), name="community_words"),
    path("gemeenschap/<slug:slug>/weggaan/", places.Leave.as_view(), name="leave"),
    path("gemeenschap/<slug:slug>/plek/", places.AddPlace.as_view(), name="add_place"),
    path("plek/<int:pk>/", places.ChangePlace.as_view(), name="change_place"),
    path("plek/<int:pk>/dicht/", places.ClosePlace.as_view(), name="close_place"),
    path("mijn/naam/", places.MyName.as_view(), name="my_name"),
    path("mijn/kennis/<int:pk>/", places.MyExpertise.as_view(), name="my_expertise"),
    path("mijn/naam/<slug:kind>/<int:pk>/", places.ShowAs.as_view(), name="show_as"),
]
