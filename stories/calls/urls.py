"""Addresses of story calls."""

from django.urls import path

from stories.calls import views

urlpatterns = [
    path("gemeenschap/<slug:slug>/oproep/", views.StartCall.as_view(), name="start_call"),
    path("oproep/<int:pk>/", views.CallPage.as_view(), name="call"),
    path("oproep/<int:pk>/woorden/", views.ChangeCall.as_view(), name="change_call"),
    path("oproep/<int:pk>/samen/", views.AskOwner.as_view(), name="ask_owner"),
    path("oproep/<int:pk>/ja/", views.OwnCall.as_view(), name="own_call"),
    path("oproep/<int:pk>/nee/", views.LeaveCall.as_view(), name="leave_call"),
    path("oproep/<int:pk>/vraag/", views.AddQuestion.as_view(), name="add_question"),
    path("oproepvraag/<int:pk>/", views.ChangeQuestion.as_view(), name="change_question"),
    path("oproepvraag/<int:pk>/weg/", views.RemoveQuestion.as_view(), name="remove_question"),
    path("oproepvraag/<int:pk>/eerder/", views.MoveQuestion.as_view(), name="move_question"),
    path("oproep/<int:pk>/open/", views.OpenCall.as_view(), name="open_call"),
    path("oproep/<int:pk>/opnieuw/", views.CopyCall.as_view(), name="copy_call"),
    path("oproep/<int:pk>/afronden/", views.ArchiveCall.as_view(), name="archive_call"),
]
