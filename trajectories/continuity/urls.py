"""Addresses of continuity."""

from django.urls import path

from trajectories.continuity import views

urlpatterns = [
    path("groep/<int:pk>/geld/", views.AddFunding.as_view(), name="add_funding"),
    path(
        "gemeenschap/<slug:slug>/tijdlijn/",
        views.CommunityTimelinePage.as_view(),
        name="community_timeline",
    ),
    path(
        "gemeenschap/<slug:slug>/wie-werkt-hier/",
        views.AddStewardship.as_view(),
        name="add_stewardship",
    ),
    path("gemeenschap/<slug:slug>/besluit/", views.AddTender.as_view(), name="add_tender"),
    path("besluit/<int:pk>/aanpassen/", views.ChangeTender.as_view(), name="change_tender"),
    path("besluit/<int:pk>/weg/", views.RemoveTender.as_view(), name="remove_tender"),
    path(
        "wie-werkt-hier/<int:pk>/weg/",
        views.RemoveStewardship.as_view(),
        name="remove_stewardship",
    ),
    path("geld/<int:pk>/weg/", views.RemoveFunding.as_view(), name="remove_funding"),
    path("wie-werkt-hier/<int:pk>/", views.ChangeStewardship.as_view(), name="change_stewardship"),
    path("traject/<int:pk>/brief/", views.ContinuityLetter.as_view(), name="continuity_letter"),
    path("geld/<int:pk>/", views.ChangeFunding.as_view(), name="change_funding"),
]
