"""Addresses of decisions."""

from django.urls import path

from trajectories.decisions import views

urlpatterns = [
    path("traject/<int:pk>/verder/", views.ChangeStatus.as_view(), name="change_status"),
    path("bijeenkomst/<int:pk>/besluit/", views.Decide.as_view(), name="decide"),
    path("groep/<int:pk>/veranderd/", views.WriteChange.as_view(), name="write_change"),
    path("groep/<int:pk>/veranderd/<int:year>/", views.Changed.as_view(), name="changed"),
    path("verandering/<int:pk>/", views.ChangeDoor.as_view(), name="change"),
    path("verandering/<int:pk>/aanpassen/", views.RewriteChange.as_view(), name="rewrite_change"),
    path("verandering/<int:pk>/akkoord/", views.ApproveChange.as_view(), name="approve_change"),
    path("traject/<int:pk>/kunst/", views.AddArt.as_view(), name="add_art"),
    path("kunst/<int:pk>/", views.ChangeArt.as_view(), name="change_art"),
]
