"""Addresses of series."""

from django.urls import path

from trajectories.series import views

urlpatterns = [
    path("groep/<int:pk>/reeks/", views.PlanSeries.as_view(), name="plan_series"),
    path("reeks/<int:pk>/", views.SeriesPage.as_view(), name="series"),
    path("reeks/<int:pk>/aanpassen/", views.ChangeSeries.as_view(), name="change_series"),
    path("reeks/<int:pk>/verder/", views.ExtendSeries.as_view(), name="extend_series"),
]
