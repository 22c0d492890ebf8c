"""Addresses of answering the questions of a story call."""

from django.urls import path

from stories.answers import views

urlpatterns = [
    path("verhaal/<uuid:uuid>/vragen/", views.AnswerPage.as_view(), name="answer_questions"),
    path("oproep/<int:pk>/proberen/", views.TryCall.as_view(), name="try_call"),
    path("oproep/<int:pk>/vertellen/", views.TellForCall.as_view(), name="tell_for_call"),
    path("oproep/<int:pk>/patronen/", views.Patterns.as_view(), name="patterns"),
    path("oproep/<int:pk>/kaarten/", views.StoryCards.as_view(), name="story_cards"),
]
