"""Addresses of members without an account, and witnesses."""

from django.urls import path

from stories.listening import views

urlpatterns = [
    path("verhaal/<uuid:uuid>/getuige/vragen/", views.AskWitness.as_view(), name="ask_witness"),
    path("verhaal/<uuid:uuid>/getuige/", views.Witness.as_view(), name="witness"),
    path("groepslid/<int:pk>/", views.Assisted.as_view(), name="assisted"),
    path("groepslid/<int:pk>/vertelt/", views.TellFor.as_view(), name="tell_for"),
    path("groepslid/<int:pk>/kaart/", views.MakeCard.as_view(), name="make_card"),
    path("groepslid/<int:pk>/kaart-weg/", views.VoidCard.as_view(), name="void_card"),
    path("groepslid/<int:pk>/wissen/", views.EraseMember.as_view(), name="erase_member"),
    path("kaart/<word:code>/", views.ClaimCard.as_view(), name="claim_card"),
]
