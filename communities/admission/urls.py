"""Addresses of inviting and coming in."""

from django.urls import path

from communities.admission import views

urlpatterns = [
    path("uitnodiging/", views.EnterCode.as_view(), name="invitation_code"),
    path("uitnodiging/<word:code>/", views.AnswerInvitation.as_view(), name="invitation"),
    path("uitnodiging/<word:code>/blad/", views.InvitationSheet.as_view(), name="invitation_sheet"),
    path("uitnodiging/<word:code>/vervalt/", views.VoidInvitation.as_view(), name="void_invitation"),
    path("gemeente/<word:code>/uitnodigen/", views.InviteOfficial.as_view(), name="invite_official"),
    path("gemeenschap/<slug:slug>/uitnodigen/", views.Invite.as_view(), name="invite"),
    path("gemeenschap/<slug:slug>/wie-wil-meedoen/", views.Knocking.as_view(), name="pending"),
    path("meedoen/<int:pk>/ja/", views.AdmitMember.as_view(), name="let_in"),
    path("meedoen/<int:pk>/nee/", views.TurnAway.as_view(), name="turn_away"),
    path("gemeenschap/<slug:slug>/weggaan/", views.Leave.as_view(), name="leave"),
]
