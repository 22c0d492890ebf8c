"""Sound and pictures of a story: added to a draft, described by a person, and gone with the story."""

import hashlib
import uuid

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from communities.site.pictures import redrawn
from communities.site.sounds import checked
from stories.telling.models.kinds import StoryState
from stories.telling.models.media import MediaKind, StoryMedia
from stories.telling.models.story import Story

AT_MOST = 6
FOLDER = "verhaal"


def _store(ending, content):
    """Every file has a random name: it says nothing, and nobody can guess it."""
    return default_storage.save(f"{FOLDER}/{uuid.uuid4()}.{ending}", ContentFile(content))


def _draft(story):
    """The draft, locked; it takes a few files, so that nobody fills the disk."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.state != StoryState.DRAFT:
        raise ValidationError(_("This story was already shared. Change it from its own page."))
    if story.media.count() >= AT_MOST:
        raise ValidationError(_("A story has room for six sounds and pictures."))
    return story


def _touched(story):
    """What is heard or seen changed: it has to be read back anew."""
    Story.objects.filter(pk=story.pk).update(read_back_on=None, read_back_how="")


@transaction.atomic
def add_sound(*, by, story, content, words=""):
    """A recording, looked at by what it holds and not by its name; what it says is written by a person.

    `ValidationError` when the story is no draft, or holds as much as it may.
    """
    story, (kind, ending, content) = _draft(story), checked(content)
    _touched(story)
    return StoryMedia.objects.create(
        story=story,
        kind=MediaKind.SOUND,
        file=_store(ending, content),
        content_type=kind,
        digest=hashlib.sha256(content).hexdigest(),
        words=words,
    )


@transaction.atomic
def add_picture(*, by, story, content, words="", people=None, people_yes=False):
    """A photo or drawing, drawn anew: where and when it was taken is gone (docs/principles.md rule 5).

    `ValidationError` when the story is no draft, or holds as much as it may.
    """
    story, (large, small) = _draft(story), redrawn(content)
    _touched(story)
    return StoryMedia.objects.create(
        story=story,
        kind=MediaKind.PICTURE,
        file=_store("jpg", large),
        small=_store("jpg", small),
        content_type="image/jpeg",
        digest=hashlib.sha256(large).hexdigest(),
        words=words,
        people=people,
        people_yes=people_yes,
    )


@transaction.atomic
def describe(*, by, item, words):
    """What the picture shows or what the sound says; it is part of what is agreed to."""
    item.words = words
    item.save(update_fields=["words"])
    _touched(item.story)


@transaction.atomic
def remove_media(*, by, item):
    """Out of the draft; the told story keeps its own until the draft takes its place."""
    names = {item.file.name, item.small.name}
    _touched(item.story)
    item.delete()
    drop_unused(names)


def files_of(stories):
    """The names of the files of these stories, asked before the rows go."""
    rows = StoryMedia.objects.filter(story__in=stories).values_list("file", "small")
    return {name for pair in rows for name in pair}


def drop_unused(names):
    """After the commit the files go that no row holds any more (docs/principles.md rule 3)."""

    def drop():
        for name in sorted(filter(None, names)):
            if not StoryMedia.objects.filter(Q(file=name) | Q(small=name)).exists():
                default_storage.delete(name)

    transaction.on_commit(drop)


def copy_media(*, story, into):
    """A draft copy begins with the same files; each row stands on its own, the file is shared."""
    for item in story.media.all():
        item.pk, item.uuid, item.story, item._state.adding = None, uuid.uuid4(), into, True
        item.save()


def move_media(*, draft, into):
    """The draft's files take the place of those that were told."""
    before = files_of([into])
    StoryMedia.objects.filter(story=into).delete()
    StoryMedia.objects.filter(story=draft).update(story=into)
    drop_unused(before)
