"""Addresses of networks."""

from django.urls import path

from trajectories.networks import views

urlpatterns = [
    path("gemeenschap/<slug:slug>/netwerk/", views.AddNetwork.as_view(), name="add_network"),
    path("gemeenschap/<slug:slug>/meebrengen/", views.Bring.as_view(), name="bring"),
    path("netwerk/<int:pk>/", views.NetworkPage.as_view(), name="network"),
    path("netwerk/<int:pk>/woorden/", views.ChangeNetwork.as_view(), name="change_network"),
    path("netwerk/<int:pk>/afspraak/", views.AgreeWithCareTeam.as_view(), name="agree"),
    path("netwerk/<int:pk>/terugkijken/", views.LookBackOn.as_view(), name="look_back"),
    path("meegebracht/<int:pk>/terug/", views.TakeAssetBack.as_view(), name="take_asset_back"),
]
