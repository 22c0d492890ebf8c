"""Addresses of stories and voices."""

from django.urls import path

from stories.views import assisted, citing, echoes, keeping, reading, telling, voices

urlpatterns = [
    path("verhalen/", reading.StoryList.as_view(), name="stories"),
    path("verhaal/<uuid:uuid>/", reading.StoryPage.as_view(), name="story"),
    path("verhaal/<uuid:uuid>/bereik/", keeping.ChangeReach.as_view(), name="change_reach"),
    path("verhaal/<uuid:uuid>/terugtrekken/", keeping.Withdraw.as_view(), name="withdraw"),
    path("verhaal/<uuid:uuid>/aanpassen/", keeping.StartChanging.as_view(), name="start_changing"),
    path("verhaal/<uuid:uuid>/citaat/", keeping.ChooseQuote.as_view(), name="choose_quote"),
    path("verhaal/<uuid:uuid>/wissen/", keeping.Erase.as_view(), name="erase_story"),
    path("vertellen/", telling.Begin.as_view(), name="tell"),
    path("vertellen/<uuid:uuid>/", telling.Write.as_view(), name="write_story"),
    path("vertellen/<uuid:uuid>/delen/", keeping.Share.as_view(), name="share_story"),
    path("vertellen/<uuid:uuid>/voorgelezen/", keeping.ReadBack.as_view(), name="read_back"),
    path("buurt/<str:code>/stem/<slug:subject>/", voices.AddVoice.as_view(), name="voice"),
    path("groepslid/<int:pk>/", assisted.Assisted.as_view(), name="assisted"),
    path("groepslid/<int:pk>/vertelt/", assisted.TellFor.as_view(), name="tell_for"),
    path("groepslid/<int:pk>/kaart/", assisted.MakeCard.as_view(), name="make_card"),
    path("groepslid/<int:pk>/kaart-weg/", assisted.VoidCard.as_view(), name="void_card"),
    path("groepslid/<int:pk>/wissen/", assisted.EraseMember.as_view(), name="erase_member"),
    path("kaart/<str:code>/", assisted.ClaimCard.as_view(), name="claim_card"),
    path("stem/<int:pk>/weg/", voices.RemoveVoice.as_view(), name="remove_voice"),
    path("signaal/<int:pk>/", citing.SignalPage.as_view(), name="signal"),
    path("thema/<int:pk>/", citing.ThemePage.as_view(), name="theme"),
    path("signaal/<int:pk>/citaat/", citing.CiteInSignal.as_view(), name="cite_in_signal"),
    path("thema/<int:pk>/citaat/", citing.CiteInTheme.as_view(), name="cite_in_theme"),
    path(
        "buurt/<str:code>/citaat/<slug:subject>/",
        citing.CiteBesideFigures.as_view(),
        name="cite_beside_figures",
    ),
    path("citaat/<int:pk>/weg/", citing.Uncite.as_view(), name="uncite"),
    path("verhaal/<uuid:uuid>/ook-mijn/", echoes.Recognise.as_view(), name="recognise"),
    path("ook-mijn/<int:pk>/weg/", echoes.TakeBackRecognition.as_view(), name="take_back_recognition"),
    path("verhaal/<uuid:uuid>/vervolg/", echoes.Follow.as_view(), name="follow_story"),
    path("verhaal/<uuid:uuid>/naast/", echoes.ProposePair.as_view(), name="propose_pair"),
    path("verhaal/<uuid:uuid>/hoe-nu/", echoes.HowNow.as_view(), name="how_now"),
    path("naast-elkaar/<int:pk>/", echoes.PairPage.as_view(), name="pair"),
    path("naast-elkaar/<int:pk>/eens/", echoes.AcceptPair.as_view(), name="accept_pair"),
    path("naast-elkaar/<int:pk>/uit-elkaar/", echoes.EndPair.as_view(), name="end_pair"),
]
