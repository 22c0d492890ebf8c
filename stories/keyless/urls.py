"""Addresses of telling without an account."""

from django.urls import path

from stories.keyless import views

urlpatterns = [
    path("vertellen/zonder-account/<slug:slug>/", views.TellAlone.as_view(), name="tell_alone"),
    path("mijn-verhaal/", views.EnterStoryKey.as_view(), name="receipt"),
    path("mijn-verhaal/dicht/", views.CloseStoryKeys.as_view(), name="close_receipts"),
    path("mijn-verhaal/<word:code>/", views.StoryKeyCode.as_view(), name="receipt_code"),
    path("verhaal/<uuid:uuid>/code/", views.GiveStoryKey.as_view(), name="give_receipt"),
    path(
        "verhaal/<uuid:uuid>/bij-mijn-account/",
        views.PutWithAccount.as_view(),
        name="put_with_account",
    ),
    path("verhaal/<uuid:uuid>/binnen/", views.ReleaseStory.as_view(), name="let_story_in"),
    path("verhaal/<uuid:uuid>/niet-hier/", views.TurnStoryAway.as_view(), name="turn_story_away"),
    path("verhaal/<uuid:uuid>/nog/", views.StillRead.as_view(), name="still_read"),
    path("verhaal/<uuid:uuid>/nog/ja/", views.Renew.as_view(), name="renew"),
    path(
        "gemeenschap/<slug:slug>/verhalen-wachten/",
        views.WaitingStories.as_view(),
        name="waiting_stories",
    ),
]
