"""Addresses of stories and voices."""

from django.urls import path

from stories.views import aside, assisted, keeping, media, reading, receipts, telling, voices

urlpatterns = [
    path("vertellen/zonder-account/<slug:slug>/", receipts.TellAlone.as_view(), name="tell_alone"),
    path("mijn-verhaal/", receipts.EnterReceipt.as_view(), name="receipt"),
    path("mijn-verhaal/dicht/", receipts.CloseReceipts.as_view(), name="close_receipts"),
    path("mijn-verhaal/<str:code>/", receipts.ReceiptCode.as_view(), name="receipt_code"),
    path("verhaal/<uuid:uuid>/code/", receipts.GiveReceipt.as_view(), name="give_receipt"),
    path("verhaal/<uuid:uuid>/binnen/", receipts.LetStoryIn.as_view(), name="let_story_in"),
    path("verhaal/<uuid:uuid>/niet-hier/", receipts.TurnStoryAway.as_view(), name="turn_story_away"),
    path("verhaal/<uuid:uuid>/nog/", receipts.StillRead.as_view(), name="still_read"),
    path("verhaal/<uuid:uuid>/nog/ja/", receipts.Renew.as_view(), name="renew"),
    path(
        "gemeenschap/<slug:slug>/verhalen-wachten/", receipts.WaitingStories.as_view(), name="waiting_stories"
    ),
    path("vertellen/<uuid:uuid>/geluid/", media.AddSound.as_view(), name="add_sound"),
    path("vertellen/<uuid:uuid>/beeld/", media.AddPicture.as_view(), name="add_picture"),
    path("bijlage/<uuid:uuid>/woorden/", media.Describe.as_view(), name="describe_media"),
    path("bijlage/<uuid:uuid>/weg/", media.RemoveMedia.as_view(), name="remove_media"),
    path("bijlage/<uuid:uuid>/<slug:size>/", media.MediaFile.as_view(), name="media"),
    path("verhaal/<uuid:uuid>/voorstel/", aside.Suggest.as_view(), name="suggest"),
    path("voorstel/<int:pk>/overnemen/", aside.ApplySuggestion.as_view(), name="apply_suggestion"),
    path("voorstel/<int:pk>/weg/", aside.DropSuggestion.as_view(), name="drop_suggestion"),
    path("verhaal/<uuid:uuid>/getuige/vragen/", aside.AskWitness.as_view(), name="ask_witness"),
    path("verhaal/<uuid:uuid>/getuige/", aside.Witness.as_view(), name="witness"),
    path("oproep/<int:pk>/papier/", aside.Sheets.as_view(), name="sheets"),
    path("oproep/<int:pk>/intypen/", aside.TypeIn.as_view(), name="type_in"),
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
]
