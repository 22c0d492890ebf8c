"""Addresses of initiatives and support."""

from django.urls import path

from volunteers import views

urlpatterns = [
    path("groep/<int:pk>/", views.GroupDoor.as_view(), name="group"),
    path(
        "gemeenschap/<slug:slug>/initiatief/begin/",
        views.StartInitiative.as_view(),
        name="start_initiative",
    ),
    path("initiatief/<int:pk>/", views.InitiativePage.as_view(), name="initiative"),
    path("initiatief/<int:pk>/aanpassen/", views.ChangeInitiative.as_view(), name="change_initiative"),
    path("groep/<int:pk>/steun/", views.AskSupport.as_view(), name="ask_support"),
    path("steun/<int:pk>/antwoord/", views.ReplySupport.as_view(), name="reply_support"),
    path("steun/<int:pk>/opnieuw/", views.ReopenSupport.as_view(), name="reopen_support"),
]
