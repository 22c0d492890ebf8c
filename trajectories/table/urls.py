"""Addresses of what happens at the table and comes of it."""

from django.urls import path

from trajectories.table import views

urlpatterns = [
    path("bijeenkomst/<int:pk>/aan-tafel/", views.AtTable.as_view(), name="at_table"),
    path("bijeenkomst/<int:pk>/inzicht/", views.WriteInsight.as_view(), name="write_insight"),
    path("oogst/<int:pk>/hoe-ver/", views.HowFar.as_view(), name="harvest_reach"),
    path("oogst/<int:pk>/akkoord/", views.ApproveHarvest.as_view(), name="approve_harvest"),
    path("inzicht/<int:pk>/thema/", views.MakeTheme.as_view(), name="make_theme"),
    path("groep/<int:pk>/thema/", views.NameTheme.as_view(), name="name_theme"),
    path("thema/<int:pk>/verder/", views.ExploreTheme.as_view(), name="explore_theme"),
    path("beloofd/<int:pk>/", views.SettlePromise.as_view(), name="settle_promise"),
    path("groep/<int:pk>/gevonden/", views.Found.as_view(), name="found"),
]
