"""Addresses of signups."""

from django.urls import path

from trajectories.signups import views

urlpatterns = [
    path("bijeenkomst/<int:pk>/aanmelden/", views.SignUpHere.as_view(), name="sign_up"),
    path("bijeenkomst/<int:pk>/wie-komt/", views.SignUpList.as_view(), name="signups"),
    path("bijeenkomst/<int:pk>/wie-komt/erbij/", views.AddSignUp.as_view(), name="add_signup"),
    path("wie-komt/<int:pk>/eraf/", views.RemoveSignUp.as_view(), name="remove_signup"),
    path("bijeenkomst/<int:pk>/wie-komt.csv", views.SignUpFile.as_view(), name="signups_file"),
    path("b/<word:code>/", views.Scanned.as_view(), name="scanned"),
    path("aanmelding/<word:code>/", views.MyPlace.as_view(), name="signup"),
    path("aanmelding/<word:code>/af/", views.CancelMyPlace.as_view(), name="cancel_signup"),
]
