"""Addresses of telling."""

from django.urls import path

from stories.telling.views import keeping, media, telling

urlpatterns = [
    path("vertellen/<uuid:uuid>/geluid/", media.AddSound.as_view(), name="add_sound"),
    path("vertellen/<uuid:uuid>/beeld/", media.AddPicture.as_view(), name="add_picture"),
    path("bijlage/<uuid:uuid>/woorden/", media.Describe.as_view(), name="describe_media"),
    path("bijlage/<uuid:uuid>/weg/", media.RemoveMedia.as_view(), name="remove_media"),
    path("bijlage/<uuid:uuid>/<slug:size>/", media.MediaFile.as_view(), name="media"),
    path("verhaal/<uuid:uuid>/bereik/", keeping.ChangeReach.as_view(), name="change_reach"),
    path("verhaal/<uuid:uuid>/terugtrekken/", keeping.Withdraw.as_view(), name="withdraw"),
    path("verhaal/<uuid:uuid>/aanpassen/", keeping.StartChanging.as_view(), name="start_changing"),
    path("verhaal/<uuid:uuid>/citaat/", keeping.ChooseQuote.as_view(), name="choose_quote"),
    path("verhaal/<uuid:uuid>/wissen/", keeping.Erase.as_view(), name="erase_story"),
    path("vertellen/", telling.BeginStory.as_view(), name="tell"),
    path("vertellen/<uuid:uuid>/", telling.Write.as_view(), name="write_story"),
    path("vertellen/<uuid:uuid>/delen/", keeping.Share.as_view(), name="share_story"),
    path("vertellen/<uuid:uuid>/voorgelezen/", keeping.ReadBack.as_view(), name="read_back"),
    path("vertellen/<uuid:uuid>/zes-vragen/", telling.PhotoStory.as_view(), name="photo_story"),
]
