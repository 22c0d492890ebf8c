"""Addresses of support."""

from django.urls import path

from volunteers.support import views

urlpatterns = [
    path("groep/<int:pk>/steun/", views.AskSupport.as_view(), name="ask_support"),
    path("steun/<int:pk>/antwoord/", views.ReplySupport.as_view(), name="reply_support"),
    path("steun/<int:pk>/opnieuw/", views.ReopenSupport.as_view(), name="reopen_support"),
]
