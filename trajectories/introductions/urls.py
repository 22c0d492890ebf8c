"""Addresses of introductions."""

from django.urls import path

from trajectories.introductions import views

urlpatterns = [
    path("gemeenschap/<slug:slug>/meegaan/", views.GoAlong.as_view(), name="go_along"),
    path("meegaan/<int:pk>/", views.IntroductionPage.as_view(), name="introduction"),
    path("meegaan/<int:pk>/blad/", views.IntroductionSheet.as_view(), name="introduction_sheet"),
    path("meegaan/<int:pk>/stap/<slug:step>/", views.TakeStep.as_view(), name="take_step"),
    path("meegaan/<int:pk>/nee/", views.SayNo.as_view(), name="say_no"),
    path("meegaan/<int:pk>/hulpverlener/", views.ShowToHelper.as_view(), name="show_to_helper"),
    path("meegaan/<int:pk>/geholpen/", views.DidItHelp.as_view(), name="did_it_help"),
]
