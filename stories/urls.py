"""Addresses of stories and voices."""

from django.urls import path

from stories import views

urlpatterns = [
    path("verhalen/", views.StoryList.as_view(), name="stories"),
    path("verhaal/<uuid:uuid>/", views.StoryPage.as_view(), name="story"),
    path("verhaal/<uuid:uuid>/bereik/", views.ChangeReach.as_view(), name="change_reach"),
    path("verhaal/<uuid:uuid>/terugtrekken/", views.Withdraw.as_view(), name="withdraw"),
    path("verhaal/<uuid:uuid>/aanpassen/", views.StartChanging.as_view(), name="start_changing"),
    path("verhaal/<uuid:uuid>/citaat/", views.ChooseQuote.as_view(), name="choose_quote"),
    path("verhaal/<uuid:uuid>/wissen/", views.Erase.as_view(), name="erase_story"),
    path("vertellen/", views.Begin.as_view(), name="tell"),
    path("vertellen/<uuid:uuid>/", views.Write.as_view(), name="write_story"),
    path("vertellen/<uuid:uuid>/delen/", views.Share.as_view(), name="share_story"),
    path("vertellen/<uuid:uuid>/voorgelezen/", views.ReadBack.as_view(), name="read_back"),
    path("buurt/<str:code>/stem/<slug:subject>/", views.AddVoice.as_view(), name="voice"),
    path("stem/<int:pk>/weg/", views.RemoveVoice.as_view(), name="remove_voice"),
]
