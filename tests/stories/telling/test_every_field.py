"""Every field of a story was thought of: in what a consent is bound to, in a copy, in search, in a report, in erasure.

Whoever adds a field is stopped here until it stands in each list, or stands below with the reason why not.
"""

import pytest
from django.db import models
from django.utils import timezone

from communities.models import GroupMember
from stories.models import Story
from stories.telling.actions import telling
from stories.telling.models.kinds import KEPT
from stories.telling.reportable import KINDS
from tests.factories.communities import AreaFactory
from tests.factories.stories import a_call
from tests.house.registers import forgotten, outdated, token

# What the database makes of other columns is no field that anybody could forget.
FIELDS = {field.attname: field for field in Story._meta.concrete_fields if not field.generated}
TEXTS = {
    name
    for name, field in FIELDS.items()
    if isinstance(field, models.CharField | models.TextField) and not field.choices
}
MADE = "made by the site: it marks the row itself"
WHOSE = "says whose it is and where it belongs, not what it says"
ABOUT = "a choice or a date about the story; no word of it"
BETWEEN = "between who told it and who wrote it down; no reader sees it"
NOT_WORDS = dict.fromkeys(FIELDS.keys() - TEXTS, "holds no words")
ROW = dict.fromkeys(("id", "uuid", "state", "text_hash", "changed_at", "told_on", "erased_on"), MADE)
BELONGS = (
    "community_id", "group_id", "teller_id", "written_by_id", "told_for_id", "call_id", "follows_id", "draft_of_id",
)  # fmt: skip
CHOSEN = ("told_by", "language", "relation", "area_id", "month", "later_on")
AGE = ("young", "guardian_yes_on", "child_yes_on")
READ_BACK = ("read_back_on", "read_back_how")
KEEPS = dict.fromkeys(KEPT, "derived from its consent, key and set-aside: no word of it")
STAYS_BEHIND = "stays with the told version, where it was said"
WITHOUT = {
    "fingerprint": {
        **ROW,
        **dict.fromkeys(BELONGS, WHOSE),
        **dict.fromkeys((*CHOSEN, *AGE), ABOUT),
        **dict.fromkeys(READ_BACK, BETWEEN),
        **KEEPS,
    },
    "copy": {
        **ROW,
        **KEEPS,
        "draft_of_id": "points at the told version",
        **dict.fromkeys(("later", "later_on", "follows_id"), STAYS_BEHIND),
        **dict.fromkeys(READ_BACK, "a changed text is read back anew"),
    },
    "search": {
        **NOT_WORDS,
        **KEEPS,
        "pseudonym": "nobody is looked up by a name",
        "language": "a choice",
        "text_hash": MADE,
        "read_back_how": BETWEEN,
    },
    "report": {**NOT_WORDS, **KEEPS, "language": "a choice", "text_hash": MADE, "read_back_how": BETWEEN},
    "erasure": {
        **dict.fromkeys(("id", "uuid", "state", "changed_at", "erased_on"), "the empty tombstone"),
        "community_id": "whose tombstone it is",
    },
}


def filled(cast):
    """A told story with something in every field."""
    day = timezone.localdate()
    others = {
        "told_by": "helped",
        "language": "ar",
        "relation": "work",
        "young": True,
        "month": day.replace(day=1),
    }
    dates = ("guardian_yes_on", "child_yes_on", "read_back_on", "later_on", "told_on")
    member = GroupMember.objects.create(group=cast.group, role="participant", name="Aziz", since=day)
    story = Story(
        **{name: token(name) for name in TEXTS - {"language", "text_hash", *KEPT}},
        **others,
        **dict.fromkeys(dates, day),
        community=cast.community,
        group=cast.group,
        teller=cast.resident,
        written_by=cast.builder,
        told_for=member,
        call=a_call(cast.community, [cast.host]),
        area=AreaFactory(),
        state="told",
        follows=Story.objects.create(community=cast.community),
    )
    story.text_hash = story.fingerprint
    story.save()
    uses = {"reach": 1, "may_quote": True, "may_count": True, "may_teach": True}
    hashes = {"consented_hash": "a", "let_in_hash": "b"}
    ends = dict.fromkeys(("until", "aside_until"), timezone.now())
    Story.objects.filter(pk=story.pk).update(**uses, **hashes, **ends)
    return Story.objects.get(pk=story.pk)


def bound(cast):
    """Whether a consent falls when this field says something else."""
    before = filled(cast).fingerprint

    def holds(name):
        story = filled(cast)
        setattr(story, name, token(f"other {name}") if name not in FIELDS or name in TEXTS else None)
        return story.fingerprint != before

    return holds


def copied(cast):
    """Whether a changed story begins with what stands in this field."""
    story = filled(cast)
    copy = telling.start_changing(by=cast.resident, story=story)
    said = {name: value for name in FIELDS if (value := getattr(story, name)) is not None}
    return lambda name: name in said and getattr(copy, name) == said[name]


def searched(cast):
    """Whether the story is found by what stands in this field."""
    story = filled(cast)
    return lambda name: Story.objects.search(token(name)).filter(pk=story.pk).exists()


def reported(cast):
    """Whether those who look at a report read what stands in this field."""
    shown = KINDS[0].words(filled(cast))
    return lambda name: token(name) in shown


def emptied(cast):
    """Whether nothing is left in this field of a story that was erased."""
    story = filled(cast)
    telling.erase(by=cast.resident, story=story)
    left = Story.objects.get(uuid=story.uuid)

    def holds(name):
        field = FIELDS.get(name)
        return field is not None and getattr(left, name) == field.get_default()

    return holds


ASKED = {"fingerprint": bound, "copy": copied, "search": searched, "report": reported, "erasure": emptied}


def test_a_filled_story_has_something_in_every_field(cast):
    """A new field gets a value here, or nothing below would mean anything."""
    story, fresh = filled(cast), Story()
    same = {name for name in FIELDS if getattr(story, name) == getattr(fresh, name)}
    assert same == {"draft_of_id", "erased_on"}


@pytest.mark.parametrize("register", ASKED)
def test_every_field_of_a_story_was_thought_of(cast, register):
    """The proof fails when a field is added to Story and forgotten in one of the lists."""
    holds = ASKED[register](cast)
    assert forgotten(FIELDS, holds, WITHOUT[register]) == set()


@pytest.mark.parametrize("register", ASKED)
def test_each_reason_for_leaving_a_field_out_still_holds(cast, register):
    holds = ASKED[register](cast)
    assert outdated(FIELDS, holds, WITHOUT[register]) == set()


@pytest.mark.parametrize("register", ASKED)
def test_the_proof_fails_when_a_story_gets_a_subtitle(cast, register):
    """What consent was once not bound to: a field that readers see, in none of the lists."""
    holds = ASKED[register](cast)
    assert forgotten([*FIELDS, "subtitle"], holds, WITHOUT[register]) == {"subtitle"}
