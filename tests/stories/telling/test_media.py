"""Sound and pictures: what is refused, what is left out, and who may see and hear them."""

import io
import random
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from communities.site.identifiers import spotted
from communities.site.pictures import redrawn
from communities.site.sounds import checked
from stories.models import Story, StoryMedia
from stories.telling.actions import media, telling
from tests.stories.telling.test_telling import permission


def noise(seconds, rate=8000):
    """A WAV full of noise, with a label that names a place."""
    sound = random.Random(7).randbytes(seconds * rate)  # noqa: S311
    shape = struct.pack("<HHIIHH", 1, 1, rate, rate, 1, 8)
    label = b"LIST" + struct.pack("<I", 12) + b"Geheim adres"
    body = b"WAVEfmt " + struct.pack("<I", 16) + shape + label + b"data" + struct.pack("<I", len(sound))
    return b"RIFF" + struct.pack("<I", len(body) + len(sound)) + body + sound


def photo(size=(60, 40)):
    """A JPEG lying on its side, with the place where it was taken."""
    picture, notes = Image.new("RGB", size, "teal"), Image.Exif()
    notes[0x0112] = 6
    notes[0x010E] = "Geheim adres"
    notes.get_ifd(0x8825)[2] = (52.0, 5.0, 6.0)
    sheet = io.BytesIO()
    picture.save(sheet, "JPEG", exif=notes)
    return sheet.getvalue()


def bomb():
    """A PNG of a few hundred bytes that says it is 60,000 dots wide and high."""

    def part(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(b"0" * 999))
        + part(b"IEND", b"")
    )


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def test_a_photo_is_drawn_anew_upright_and_without_place():
    assert b"Geheim" in photo()
    large, small = redrawn(photo())
    assert b"Geheim" not in large + small
    assert b"Exif" not in large + small
    assert Image.open(io.BytesIO(large)).size == (40, 60)


@pytest.mark.parametrize(
    "content", [bomb(), SVG, b"PK\x03\x04zip", b"", b"\xff\xd8\xff broken", photo()[:300]]
)
def test_bombs_drawings_with_code_and_archives_are_refused_as_pictures(content):
    with pytest.raises(ValidationError):
        redrawn(content)


def test_ten_minutes_of_noise_is_a_sound_without_its_labels():
    kind, ending, content = checked(noise(600))
    assert (kind, ending) == ("audio/wav", "wav")
    assert b"Geheim" not in content
    with pytest.raises(ValidationError, match="10"):
        checked(noise(660))


@pytest.mark.parametrize(
    "content", [b"", SVG, b"PK\x03\x04", b"RIFF0000WAVE", b"OggS", b"\x1a\x45\xdf\xa3webm", b"0000ftyp"]
)
def test_what_is_no_sound_is_refused_whatever_its_name(content):
    with pytest.raises(ValidationError):
        checked(content)


def test_a_film_is_no_sound():
    film = b"\x1a\x45\xdf\xa3webm V_VP9 " + b"\x1f\x43\xb6\x75\xff\xe7\x81\x00"
    with pytest.raises(ValidationError):
        checked(film)


def post(client, story, kind, content, **more):
    file = SimpleUploadedFile("Geheim adres.svg", content)
    return client.post(f"/vertellen/{story.uuid}/{kind}/", {"file": file, **more})


def test_a_picture_travels_with_its_story_and_is_kept_by_nobody(cast, browse):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    post(browse("resident"), story, "beeld", photo(), words="Een bank", people="no")
    item = StoryMedia.objects.get()
    assert "Geheim" not in item.file.name
    address = f"/bijlage/{item.uuid}/klein/"
    assert browse("host").get(address).status_code == 404
    telling.tell(by=cast.resident, story=story, permission=permission(2))
    answer = browse("host").get(address)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "no-store" in answer["Cache-Control"]
    assert browse("official").get(address).status_code == 404
    telling.withdraw(by=cast.resident, story=story)
    assert browse("host").get(address).status_code == 404


def test_recognisable_people_have_to_say_yes_first(cast, browse):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    assert post(browse("resident"), story, "beeld", photo(), words="Wij", people="yes").status_code == 200
    assert not StoryMedia.objects.exists()


def test_a_file_that_is_too_large_is_refused_in_words(cast, browse):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    page = post(browse("resident"), story, "geluid", b"0" * (10 * 1024 * 1024 + 1)).content.decode()
    assert "groter dan 10 MB" in page


def test_a_phone_gets_a_piece_of_a_sound(cast, browse):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    item = media.add_sound(by=cast.resident, story=story, content=noise(2))
    answer = browse("resident").get(f"/bijlage/{item.uuid}/groot/", headers={"range": "bytes=0-3"})
    assert (answer.status_code, answer.content) == (206, b"RIFF")


def test_another_picture_behind_the_teller_s_back_makes_the_story_vanish(cast):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    item = media.add_picture(by=cast.resident, story=story, content=photo(), words="Een bank")
    story = telling.tell(by=cast.resident, story=story, permission=permission(4))
    StoryMedia.objects.filter(pk=item.pk).update(digest="another")
    assert Story.objects.get(pk=story.pk).fingerprint != story.text_hash


def test_a_changed_picture_takes_its_place_only_when_shared_anew(cast, django_capture_on_commit_callbacks):
    story = telling.start_draft(by=cast.resident, community=cast.community)
    media.add_picture(by=cast.resident, story=story, content=photo(), words="Een bank")
    story = telling.tell(by=cast.resident, story=story, permission=permission(2))
    old = story.media.get().file
    copy = telling.start_changing(by=cast.resident, story=story)
    with django_capture_on_commit_callbacks(execute=True):
        media.remove_media(by=cast.resident, item=copy.media.get())
    assert old.storage.exists(old.name)
    telling.save_draft(by=cast.resident, story=copy, values={"text": "Only words."})
    with django_capture_on_commit_callbacks(execute=True):
        telling.tell(by=cast.resident, story=copy, permission=permission(2))
    assert not old.storage.exists(old.name)


def test_words_that_may_point_at_somebody_are_shown_and_nothing_else():
    text = (
        "Bel Jan de Wit op 06-12345678 of j@mail.example, in de GB-12-KL van mevrouw van Dam. In Lindenhof."
    )
    found = dict(spotted(text, ["Lindenhof"]))
    assert set(found) == {"Jan de Wit", "06-12345678", "j@mail.example", "GB-12-KL", "van Dam"}


def test_a_chair_of_the_neighbour_is_no_name():
    assert spotted("Ik gaf mijn buurvrouw een stoel en mevrouw van der Laan ook, en meneer Aziz.") == [
        ("van der Laan", "misschien een naam"),
        ("Aziz", "misschien een naam"),
    ]
