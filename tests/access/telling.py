"""Who gets in where: telling without an account, sound and pictures, suggestions, witnesses, paper."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from communities.recovery.models import digest
from stories.models import CallOwner, Story, StoryCall, StoryKey, StoryMedia, Suggestion
from stories.telling.derived import derive
from tests.access import HIDDEN, MEMBERS, OFFICIALS, RESIDENTS, Row
from tests.factories.stories import allow, told

CODE = "codevanhetverhaalzonderaccou"
# The resident carries an initiative (tests/access/volunteers.py).
HANDLERS = ["resident", "host", "host_of_two", "builder"]


def story(scene):
    return [scene.with_media.uuid]


def own(scene):
    return [scene.draft.uuid]


def waiting(scene):
    return [scene.let_in_later.uuid]


def call(scene):
    return [scene.paper_call.pk]


ROWS = [
    Row("tell_alone", lambda s: [s.community.slug]),
    Row("tell_alone", lambda s: [s.community.slug], method="post", answers=200),
    Row("tell_alone", lambda s: ["nowhere"], opens=[], visitor=HIDDEN),
    Row("receipt"),
    Row("receipt", method="post", data=lambda s: {"code": CODE}),
    Row("receipt", opens=[], visitor=HIDDEN, method="post", data=lambda s: {"code": "nocode"}),
    Row("receipt_code", lambda s: [CODE]),
    Row("receipt_code", lambda s: [CODE], method="post"),
    Row("receipt_code", lambda s: ["nocode"], opens=[], visitor=HIDDEN, method="post"),
    Row("close_receipts", method="post"),
    Row("give_receipt", lambda s: [s.written_down.uuid], opens=["builder"]),
    Row("give_receipt", lambda s: [s.with_media.uuid], opens=[]),
    # Only with its code opened in the session, which nobody here did (tests/stories/keyless/test_with_account.py).
    Row("put_with_account", waiting, opens=[]),
    Row("put_with_account", waiting, opens=[], method="post"),
    Row("waiting_stories", lambda s: [s.community.slug], opens=HANDLERS),
    Row("let_story_in", waiting, opens=HANDLERS, method="post"),
    Row("turn_story_away", waiting, opens=HANDLERS, method="post"),
    Row("turn_story_away", story, opens=[], method="post"),
    Row("story", waiting, opens=[], visitor=HIDDEN),
    Row("still_read", story, opens=["resident"]),
    Row("renew", story, opens=["resident"], method="post"),
    Row("renew", lambda s: [s.spoken.uuid], opens=[], method="post"),
    Row("add_sound", own, opens=["resident"]),
    Row("add_picture", own, opens=["resident"]),
    Row("describe_media", lambda s: [s.on_draft.uuid], opens=["resident"]),
    Row("describe_media", lambda s: [s.shown.uuid], opens=[]),
    Row("remove_media", lambda s: [s.on_draft.uuid], opens=["resident"], method="post"),
    Row("media", lambda s: [s.shown.uuid, "klein"], opens=[*MEMBERS, *OFFICIALS], visitor=HIDDEN),
    Row("media", lambda s: [s.on_draft.uuid, "groot"], opens=["resident"], visitor=HIDDEN),
    Row("suggest", story, opens=[*MEMBERS, *OFFICIALS], visitor=HIDDEN),
    Row("apply_suggestion", lambda s: [s.suggestion.pk], opens=["resident"], method="post"),
    Row("drop_suggestion", lambda s: [s.suggestion.pk], opens=["resident"], method="post"),
    Row("ask_witness", lambda s: [s.spoken.uuid], opens=["builder"]),
    Row("witness", lambda s: [s.spoken.uuid], opens=RESIDENTS),
    Row("witness", story, opens=[]),
    Row("sheets", call, opens=HANDLERS),
    Row("sheets", call, opens=HANDLERS, method="post", data=lambda s: {"number": 2}, answers=200),
    Row("type_in", call, opens=HANDLERS),
    Row("type_in", lambda s: [999_999], opens=[]),
]


def _media(story, where):
    name = default_storage.save(f"{where}.jpg", ContentFile(b"picture"))
    return StoryMedia.objects.create(
        story=story, kind="picture", file=name, content_type="image/jpeg", digest=where, words="A bench."
    )


def scene(scene):
    """A story with a picture, one heard by the builder that may go further, one that waits; a call."""
    cast = scene.cast
    scene.with_media = told(cast.community, cast.resident, 3)
    scene.shown = _media(scene.with_media, "told")
    _bind(scene.with_media)
    scene.on_draft = _media(scene.draft, "draft")
    scene.suggestion = Suggestion.objects.create(story=scene.with_media, words="one year", instead="a year")
    scene.spoken = told(cast.community, None, 2, written_by=cast.builder, told_by="listener")
    allow(scene.spoken, asked=3, given_by=cast.builder)
    scene.let_in_later = told(cast.community, None, 4)
    StoryKey.objects.create(story=scene.let_in_later, digest=digest(CODE))
    derive([scene.let_in_later])
    today = timezone.localdate()
    scene.paper_call = StoryCall.objects.create(
        community=cast.community,
        title="The bench",
        why="We want to know.",
        what_happens="We read them together.",
        start_question="When did you sit here?",
        opened_on=today,
        closes_on=today + timedelta(days=30),
    )
    CallOwner.objects.create(call=scene.paper_call, user=cast.host, since=today)


def _bind(story):
    """The consent is for what stands there now."""
    story = Story.objects.get(pk=story.pk)
    Story.objects.filter(pk=story.pk).update(text_hash=story.fingerprint)
    allow(story, text_hash=story.fingerprint)
