"""Addresses of stories and voices."""

from django.urls import path

from stories.answers import views as answers_views
from stories.calls import views as calls_views
from stories.citing import views as citing_views
from stories.keyless import views as keyless_views
from stories.listening import views as listening_views
from stories.meaning.views import interpreting, reports, rounds, together
from stories.reading import views as reading_views
from stories.responses import views as responses_views
from stories.suggestions import views as suggestions_views
from stories.telling.views import keeping, media, telling
from stories.voices import views as voices_views

urlpatterns = [
    path("vertellen/zonder-account/<slug:slug>/", keyless_views.TellAlone.as_view(), name="tell_alone"),
    path("mijn-verhaal/", keyless_views.EnterStoryKey.as_view(), name="receipt"),
    path("mijn-verhaal/dicht/", keyless_views.CloseStoryKeys.as_view(), name="close_receipts"),
    path("mijn-verhaal/<str:code>/", keyless_views.StoryKeyCode.as_view(), name="receipt_code"),
    path("verhaal/<uuid:uuid>/code/", keyless_views.GiveStoryKey.as_view(), name="give_receipt"),
    path(
        "verhaal/<uuid:uuid>/bij-mijn-account/",
        keyless_views.PutWithAccount.as_view(),
        name="put_with_account",
    ),
    path("verhaal/<uuid:uuid>/binnen/", keyless_views.ReleaseStory.as_view(), name="let_story_in"),
    path("verhaal/<uuid:uuid>/niet-hier/", keyless_views.TurnStoryAway.as_view(), name="turn_story_away"),
    path("verhaal/<uuid:uuid>/nog/", keyless_views.StillRead.as_view(), name="still_read"),
    path("verhaal/<uuid:uuid>/nog/ja/", keyless_views.Renew.as_view(), name="renew"),
    path(
        "gemeenschap/<slug:slug>/verhalen-wachten/",
        keyless_views.WaitingStories.as_view(),
        name="waiting_stories",
    ),
    path("vertellen/<uuid:uuid>/geluid/", media.AddSound.as_view(), name="add_sound"),
    path("vertellen/<uuid:uuid>/beeld/", media.AddPicture.as_view(), name="add_picture"),
    path("bijlage/<uuid:uuid>/woorden/", media.Describe.as_view(), name="describe_media"),
    path("bijlage/<uuid:uuid>/weg/", media.RemoveMedia.as_view(), name="remove_media"),
    path("bijlage/<uuid:uuid>/<slug:size>/", media.MediaFile.as_view(), name="media"),
    path("verhaal/<uuid:uuid>/voorstel/", suggestions_views.Suggest.as_view(), name="suggest"),
    path(
        "voorstel/<int:pk>/overnemen/", suggestions_views.ApplySuggestion.as_view(), name="apply_suggestion"
    ),
    path("voorstel/<int:pk>/weg/", suggestions_views.DropSuggestion.as_view(), name="drop_suggestion"),
    path("verhaal/<uuid:uuid>/getuige/vragen/", listening_views.AskWitness.as_view(), name="ask_witness"),
    path("verhaal/<uuid:uuid>/getuige/", listening_views.Witness.as_view(), name="witness"),
    path("oproep/<int:pk>/papier/", keyless_views.Sheets.as_view(), name="sheets"),
    path("oproep/<int:pk>/intypen/", keyless_views.TypeIn.as_view(), name="type_in"),
    path("verhalen/", reading_views.StoryList.as_view(), name="stories"),
    path("verhaal/<uuid:uuid>/", reading_views.StoryPage.as_view(), name="story"),
    path("verhaal/<uuid:uuid>/bereik/", keeping.ChangeReach.as_view(), name="change_reach"),
    path("verhaal/<uuid:uuid>/terugtrekken/", keeping.Withdraw.as_view(), name="withdraw"),
    path("verhaal/<uuid:uuid>/aanpassen/", keeping.StartChanging.as_view(), name="start_changing"),
    path("verhaal/<uuid:uuid>/citaat/", keeping.ChooseQuote.as_view(), name="choose_quote"),
    path("verhaal/<uuid:uuid>/wissen/", keeping.Erase.as_view(), name="erase_story"),
    path("verhaal/<uuid:uuid>/vragen/", answers_views.AnswerPage.as_view(), name="answer_questions"),
    path("gemeenschap/<slug:slug>/oproep/", calls_views.StartCall.as_view(), name="start_call"),
    path("oproep/<int:pk>/", calls_views.CallPage.as_view(), name="call"),
    path("oproep/<int:pk>/woorden/", calls_views.ChangeCall.as_view(), name="change_call"),
    path("oproep/<int:pk>/samen/", calls_views.AskOwner.as_view(), name="ask_owner"),
    path("oproep/<int:pk>/ja/", calls_views.OwnCall.as_view(), name="own_call"),
    path("oproep/<int:pk>/nee/", calls_views.LeaveCall.as_view(), name="leave_call"),
    path("oproep/<int:pk>/vraag/", calls_views.AddQuestion.as_view(), name="add_question"),
    path("oproepvraag/<int:pk>/", calls_views.ChangeQuestion.as_view(), name="change_question"),
    path("oproepvraag/<int:pk>/weg/", calls_views.RemoveQuestion.as_view(), name="remove_question"),
    path("oproepvraag/<int:pk>/eerder/", calls_views.MoveQuestion.as_view(), name="move_question"),
    path("oproep/<int:pk>/proberen/", answers_views.TryCall.as_view(), name="try_call"),
    path("oproep/<int:pk>/open/", calls_views.OpenCall.as_view(), name="open_call"),
    path("oproep/<int:pk>/opnieuw/", calls_views.CopyCall.as_view(), name="copy_call"),
    path("oproep/<int:pk>/afronden/", calls_views.ArchiveCall.as_view(), name="archive_call"),
    path("oproep/<int:pk>/vertellen/", answers_views.TellForCall.as_view(), name="tell_for_call"),
    path("oproep/<int:pk>/patronen/", answers_views.Patterns.as_view(), name="patterns"),
    path("oproep/<int:pk>/kaarten/", answers_views.StoryCards.as_view(), name="story_cards"),
    path("vertellen/", telling.BeginStory.as_view(), name="tell"),
    path("vertellen/<uuid:uuid>/", telling.Write.as_view(), name="write_story"),
    path("vertellen/<uuid:uuid>/delen/", keeping.Share.as_view(), name="share_story"),
    path("vertellen/<uuid:uuid>/voorgelezen/", keeping.ReadBack.as_view(), name="read_back"),
    path("buurt/<str:code>/stem/<slug:subject>/", voices_views.AddVoice.as_view(), name="voice"),
    path("groepslid/<int:pk>/", listening_views.Assisted.as_view(), name="assisted"),
    path("groepslid/<int:pk>/vertelt/", listening_views.TellFor.as_view(), name="tell_for"),
    path("groepslid/<int:pk>/kaart/", listening_views.MakeCard.as_view(), name="make_card"),
    path("groepslid/<int:pk>/kaart-weg/", listening_views.VoidCard.as_view(), name="void_card"),
    path("groepslid/<int:pk>/wissen/", listening_views.EraseMember.as_view(), name="erase_member"),
    path("kaart/<str:code>/", listening_views.ClaimCard.as_view(), name="claim_card"),
    path("stem/<int:pk>/weg/", voices_views.RemoveVoice.as_view(), name="remove_voice"),
    path("signaal/<int:pk>/", citing_views.SignalPage.as_view(), name="signal"),
    path("thema/<int:pk>/", citing_views.ThemePage.as_view(), name="theme"),
    path("signaal/<int:pk>/citaat/", citing_views.CiteInSignal.as_view(), name="cite_in_signal"),
    path("thema/<int:pk>/citaat/", citing_views.CiteInTheme.as_view(), name="cite_in_theme"),
    path(
        "buurt/<str:code>/citaat/<slug:subject>/",
        citing_views.CiteBesideFigures.as_view(),
        name="cite_beside_figures",
    ),
    path("citaat/<int:pk>/weg/", citing_views.Uncite.as_view(), name="uncite"),
    path("verhaal/<uuid:uuid>/ook-mijn/", responses_views.Recognise.as_view(), name="recognise"),
    path(
        "ook-mijn/<int:pk>/weg/", responses_views.TakeBackRecognition.as_view(), name="take_back_recognition"
    ),
    path("verhaal/<uuid:uuid>/vervolg/", responses_views.Follow.as_view(), name="follow_story"),
    path("verhaal/<uuid:uuid>/naast/", responses_views.ProposePair.as_view(), name="propose_pair"),
    path("verhaal/<uuid:uuid>/hoe-nu/", responses_views.HowNow.as_view(), name="how_now"),
    path("naast-elkaar/<int:pk>/", responses_views.PairPage.as_view(), name="pair"),
    path("naast-elkaar/<int:pk>/eens/", responses_views.AcceptPair.as_view(), name="accept_pair"),
    path("naast-elkaar/<int:pk>/uit-elkaar/", responses_views.EndPair.as_view(), name="end_pair"),
    path("vertellen/<uuid:uuid>/zes-vragen/", telling.PhotoStory.as_view(), name="photo_story"),
    path("gemeenschap/<slug:slug>/samen-gelezen/", together.FoundTogether.as_view(), name="found_together"),
    path("gemeenschap/<slug:slug>/lessen/", together.StoryLessons.as_view(), name="story_lessons"),
    path(
        "gemeenschap/<slug:slug>/begin/<slug:kind>/", together.BeginMeaning.as_view(), name="begin_together"
    ),
    path("waarneming/<int:pk>/", together.ObservationPage.as_view(), name="observation"),
    path("waarneming/<int:pk>/uitleg/", interpreting.Interpret.as_view(), name="interpret"),
    path(
        "uitleg/<int:pk>/weg/", interpreting.TakeBackInterpretation.as_view(), name="take_back_interpretation"
    ),
    path("bundel/<int:pk>/", together.BundlePage.as_view(), name="bundle"),
    path("bundel/<int:pk>/thema/", interpreting.BecomeTheme.as_view(), name="become_theme"),
    path("bundel/<int:pk>/signaal/", interpreting.BecomeSignal.as_view(), name="become_signal"),
    path("leessessie/<int:pk>/", together.SessionPage.as_view(), name="reading_session"),
    path("les/<int:pk>/", together.LessonPage.as_view(), name="story_lesson"),
    path("duiding/<int:pk>/", together.ReadingPage.as_view(), name="figure_reading"),
    path("buurt/<str:code>/duiding/<slug:subject>/", together.ReadFigures.as_view(), name="read_figures"),
    path("samen/<slug:kind>/<int:pk>/aanpassen/", together.ChangeMeaning.as_view(), name="change_together"),
    path("samen/<slug:kind>/<int:pk>/ja/", together.ApproveMeaning.as_view(), name="agree_together"),
    path("samen/<slug:kind>/<int:pk>/weg/", together.Remove.as_view(), name="remove_together"),
    path("samen/<slug:kind>/<int:pk>/verhaal/", together.LayStory.as_view(), name="lay_story"),
    path("neergelegd/<int:pk>/weg/", together.LiftStory.as_view(), name="lift_story"),
    path("verslag/<int:pk>/", together.ReportPage.as_view(), name="story_report"),
    path("verslag/<int:pk>/deel/<slug:what>/", reports.AddPart.as_view(), name="add_part"),
    path("verslagdeel/<int:pk>/omhoog/", reports.MovePart.as_view(), name="move_part"),
    path("verslagdeel/<int:pk>/weg/", reports.RemovePart.as_view(), name="remove_part"),
    path("ronde/<int:pk>/", together.RoundPage.as_view(), name="change_round"),
    path("ronde/<int:pk>/verhaal/", rounds.OfferStory.as_view(), name="offer_story"),
    path("ronde/<int:pk>/aan-tafel/", rounds.SitDown.as_view(), name="sit_down"),
    path("ronde/<int:pk>/van-tafel/", rounds.StandUp.as_view(), name="stand_up"),
    path("ronde/<int:pk>/keuze/", rounds.Choose.as_view(), name="choose"),
    path("ronde/<int:pk>/terug/", rounds.CloseRound.as_view(), name="close_round"),
    path("aangeboden/<int:pk>/weg/", rounds.TakeBackOffer.as_view(), name="take_back_offer"),
]
