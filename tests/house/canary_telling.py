"""Canaries around telling: sounds and pictures, suggestions, and a story without an account that waits."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from stories.models import Consent, Story, StoryKey, StoryMedia, Suggestion
from stories.telling.derived import derive
from tests.factories.stories import allow, told
from tests.house.cage import HANDLERS


def plant_telling(cage, cast):
    """A picture and a sound on rung 3, what the host suggests about it, and what waits to be let in."""
    story = told(cast.community, cast.resident, 3, text="We drew it.")
    for kind in ("picture", "sound"):
        StoryMedia.objects.create(
            story=story,
            kind=kind,
            file=default_storage.save(
                cage.token(f"bestand{kind}", None, {"resident"}), ContentFile(b"what it holds")
            ),
            content_type="image/jpeg",
            digest=kind,
            words=cage.token(f"woordenbij{kind}", 3, {"resident"}),
        )
    story.text_hash = Story.objects.get(pk=story.pk).fingerprint
    story.save()
    allow(story, text_hash=story.text_hash)
    Suggestion.objects.create(
        story=story,
        by=cast.host,
        words=cage.token("voorstel", None, {"resident", "host"}),
        instead=cage.token("voorstelbeter", None, {"resident", "host"}),
    )
    _waiting(cage, cast)


def _waiting(cage, cast):
    """Told to everyone without an account: until it is let in, only host and builder meet it."""
    decide = {"owners": HANDLERS, "stays_because": "told by somebody without an account"}
    story = Story(community=cast.community, state="told", told_on=timezone.localdate())
    story.title = cage.token("wachtendtitel", None, **decide)
    story.text = cage.token("wachtendtekst", None, **decide)
    story.text_hash = story.fingerprint
    story.save()
    until = timezone.now() + timedelta(days=700)
    Consent.objects.create(story=story, text_hash=story.text_hash, reach=4, until=until)
    StoryKey.objects.create(story=story, digest=cage.token("bewijs", None))
    derive([story])
