"""Addresses of beginning a community."""

from django.urls import path

from communities.founding import views

urlpatterns = [
    path("buurt/<word:code>/begin/", views.StartCommunity.as_view(), name="start_community"),
    path("gemeenschap/<slug:slug>/open/", views.OpenCommunity.as_view(), name="open_community"),
    path("gemeenschap/<slug:slug>/woorden/", views.CommunityWords.as_view(), name="community_words"),
    path("gemeenschap/<slug:slug>/buurten/", views.CommunityAreas.as_view(), name="community_areas"),
]
