"""Addresses of responses."""

from django.urls import path

from stories.responses import views

urlpatterns = [
    path("verhaal/<uuid:uuid>/ook-mijn/", views.Recognise.as_view(), name="recognise"),
    path("ook-mijn/<int:pk>/weg/", views.TakeBackRecognition.as_view(), name="take_back_recognition"),
    path("verhaal/<uuid:uuid>/vervolg/", views.Follow.as_view(), name="follow_story"),
    path("verhaal/<uuid:uuid>/naast/", views.ProposePair.as_view(), name="propose_pair"),
    path("verhaal/<uuid:uuid>/hoe-nu/", views.HowNow.as_view(), name="how_now"),
    path("naast-elkaar/<int:pk>/", views.PairPage.as_view(), name="pair"),
    path("naast-elkaar/<int:pk>/eens/", views.AcceptPair.as_view(), name="accept_pair"),
    path("naast-elkaar/<int:pk>/uit-elkaar/", views.EndPair.as_view(), name="end_pair"),
]
