"""The map of the site."""

from django.contrib import admin
from django.urls import include, path

from config import pages

urlpatterns = [
    path("", pages.FrontPage.as_view(), name="home"),
    path("", include("communities.urls")),
    path("", include("trajectories.urls")),
    path("", include("volunteers.urls")),
    path("", include("stories.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/tweede-factor/", include("allauth.mfa.urls")),
    path("beheer/", admin.site.urls),
]
