"""Addresses of initiatives and support."""

from django.urls import path

from volunteers.initiatives import views as initiatives_views
from volunteers.pages import views as pages_views
from volunteers.support import views as support_views

urlpatterns = [
    path("groep/<int:pk>/", pages_views.GroupDoor.as_view(), name="group"),
    path(
        "gemeenschap/<slug:slug>/initiatief/begin/",
        initiatives_views.StartInitiative.as_view(),
        name="start_initiative",
    ),
    path("initiatief/<int:pk>/", pages_views.InitiativePage.as_view(), name="initiative"),
    path(
        "initiatief/<int:pk>/aanpassen/",
        initiatives_views.ChangeInitiative.as_view(),
        name="change_initiative",
    ),
    path("groep/<int:pk>/steun/", support_views.AskSupport.as_view(), name="ask_support"),
    path("steun/<int:pk>/antwoord/", support_views.ReplySupport.as_view(), name="reply_support"),
    path("steun/<int:pk>/opnieuw/", support_views.ReopenSupport.as_view(), name="reopen_support"),
]
