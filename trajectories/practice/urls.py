"""Addresses of practice."""

from django.urls import path

from trajectories.practice import views

urlpatterns = [
    path("werkvormen/", views.MethodList.as_view(), name="methods"),
    path("werkvorm/<slug:key>/", views.MethodCard.as_view(), name="method"),
    path("bijeenkomst/<int:pk>/werkvorm/", views.UseMethod.as_view(), name="use_method"),
    path("mijn/notities/", views.Reflections.as_view(), name="reflections"),
    path("mijn/notities/<int:pk>/weg/", views.ThrowAway.as_view(), name="throw_away"),
    path("opbouwwerker/<int:pk>/", views.BuilderPage.as_view(), name="builder"),
    path("opbouwwerker/<int:pk>/vak/", views.WriteCraft.as_view(), name="write_craft"),
    path("opbouwwerker/<int:pk>/kring/", views.BeginCircle.as_view(), name="begin_circle"),
    path("geleerd/", views.CircleLessons.as_view(), name="lessons"),
    path("kring/<int:pk>/", views.CirclePage.as_view(), name="circle"),
    path("kring/code/<word:code>/", views.AskSeat.as_view(), name="ask_seat"),
    path("kring/<int:pk>/weggaan/", views.LeaveCircle.as_view(), name="leave_circle"),
    path("kring/<int:pk>/bijeen/", views.WriteMeeting.as_view(), name="circle_meeting"),
    path("kringlid/<int:pk>/ja/", views.GiveSeat.as_view(), name="give_seat"),
    path("kringdag/<int:pk>/les/", views.ProposeLesson.as_view(), name="propose_lesson"),
    path("les/<int:pk>/ja/", views.AgreeLesson.as_view(), name="agree_lesson"),
    path("les/<int:pk>/binnen/", views.KeepInside.as_view(), name="keep_inside"),
]
