"""Addresses of what is made together of stories."""

from django.urls import path

from stories.meaning.views import interpreting, reports, rounds, together

urlpatterns = [
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
    path("buurt/<word:code>/duiding/<slug:subject>/", together.ReadFigures.as_view(), name="read_figures"),
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
