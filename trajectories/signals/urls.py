"""Addresses of signals."""

from django.urls import path

from trajectories.signals import views

urlpatterns = [
    path("signaal/<int:pk>/", views.SignalPage.as_view(), name="signal"),
    path("groep/<int:pk>/signaal/", views.RaiseSignal.as_view(), name="raise_signal"),
    path("signaal/<int:pk>/vragen/", views.PutSignal.as_view(), name="put_signal"),
    path("signaal/<int:pk>/antwoord/", views.AnswerSignal.as_view(), name="answer_signal"),
    path("signaal/<int:pk>/papier/", views.CopyAnswer.as_view(), name="copy_answer"),
]
