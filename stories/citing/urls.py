"""Addresses of citing."""

from django.urls import path

from stories.citing import views

urlpatterns = [
    path("signaal/<int:pk>/citaat/", views.CiteInSignal.as_view(), name="cite_in_signal"),
    path("thema/<int:pk>/citaat/", views.CiteInTheme.as_view(), name="cite_in_theme"),
    path(
        "buurt/<word:code>/citaat/<slug:subject>/",
        views.CiteBesideFigures.as_view(),
        name="cite_beside_figures",
    ),
    path("citaat/<int:pk>/weg/", views.Uncite.as_view(), name="uncite"),
]
