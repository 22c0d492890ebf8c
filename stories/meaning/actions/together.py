"""What people do together with stories: notice, interpret, name, read and learn. Nothing copies a story (P6)."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import Community, Posting, User
from communities.moderation.actions import drop_reports
from communities.news.actions import notify
from communities.rights.reader import Reader
from stories.meaning.models.observations import Interpretation, Observation, Party
from stories.meaning.models.reports import ReportPart, StoryReport
from stories.meaning.models.rounds import StoryRef
from stories.meaning.models.sessions import Reading
from stories.telling.models.story import Story
from trajectories.approval.actions import approve
from trajectories.signals.actions import raise_signal
from trajectories.table.actions import name_theme

COPIED = 8


def party_of(person, community):
    """For whom somebody speaks here: municipality before builder before resident, so that no party is doubled.

    None for who has no part: a visitor, or a member of another community.
    """
    reader = Reader(user=person)
    if Community.objects.served_by(reader).contains(community):
        return Party.OFFICIAL
    if Community.objects.built_by(reader).contains(community):
        return Party.BUILDER
    if Community.objects.lived_in_by(reader).contains(community):
        return Party.RESIDENT
    return Party.OTHER if Posting.objects.current().filter(user=person).exists() else None


def _runs(text):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1)}


def refuse_copies(words, stories):
    """Eight words in a row that stand in a story are its teller's: a copy could never be taken back (P6).

    `words` is what somebody wrote, `stories` the rows it might come from. `ValidationError` when they do.
    """
    own = _runs(words)
    if own and any(own & _runs(text) for text in stories.values_list("text", flat=True)):
        raise ValidationError(
            _(
                "These are words of a story. Lay the story here instead: then its teller can always take it back."
            )
        )


def stories_of(row):
    """Every story a row points at, whoever may read it."""
    return Story.objects.filter(**{row.STORIES: row}) if row.STORIES and row.pk else Story.objects.none()


def _own_words(row):
    return "\n".join(getattr(row, name) for name in row.WORDS)


@transaction.atomic
def keep(*, by, row, values):
    """Write it down or change it. Other words are asked for both yeses again, whoever changes them.

    `ValidationError` for words copied from a story. `values` are the fields of the row.
    """
    many = {name: values.pop(name) for name in list(values) if row._meta.get_field(name).many_to_many}
    for name, value in values.items():
        setattr(row, name, value)
    refuse_copies(_own_words(row), stories_of(row))
    if row.pk is None:
        row.written_by = by
    row.begin_again()
    row.changed_at = timezone.now()
    row.save()
    for name, chosen in many.items():
        getattr(row, name).set(chosen)
    return row


@transaction.atomic
def remove(*, by, row):
    """Taken away with everything that hangs under it; the stories themselves stay where they are."""
    drop_reports(kind=row.KIND, about=row.pk)
    row.delete()


def _ask_anew(row):
    row.begin_again()
    row.changed_at = timezone.now()
    row.save()


@transaction.atomic
def lay_story(*, by, row, story, why=""):
    """Point at a story. What people say about it stands beside it, and goes when the story goes.

    `ValidationError` for words copied from that story.
    """
    words = "\n".join([_own_words(row), why])
    refuse_copies(words, Story.objects.filter(pk=story.pk))
    place = row.STORIES.split("__")[1]
    ref, _made = StoryRef.objects.update_or_create(story=story, **{place: row}, defaults={"why": why})
    _ask_anew(row)
    return ref


@transaction.atomic
def lift_story(*, by, ref):
    """The story lies here no more; words that were agreed with it are asked anew."""
    row = ref.observation or ref.session
    ref.delete()
    _ask_anew(row)
    return row


@transaction.atomic
def interpret(*, by, observation, words):
    """One party says what it means. Differences stay side by side.

    `ValidationError` for who neither lives nor works here, and for words copied from a story.
    """
    party = party_of(by, observation.community)
    if party is None:
        raise ValidationError(_("Only who lives or works here says what it means."))
    refuse_copies(words, stories_of(observation))
    made = Interpretation.objects.create(observation=observation, party=party, words=words, by=by)
    people = [observation.written_by] if observation.written_by else []
    community = observation.community
    notify(by=by, people=people, kind="interpreted", about=observation.pk, community=community)
    return made


@transaction.atomic
def take_back_interpretation(*, by, interpretation):
    """Gone; an observation that has too few left is no longer published."""
    observation = Observation.objects.select_for_update().get(pk=interpretation.observation_id)
    interpretation.delete()
    if not has_enough_sides(observation):
        _ask_anew(observation)
    return observation


def has_enough_sides(observation):
    """At least two kinds of party said what it means, one of them a resident (docs/domain.md, stories)."""
    sides = set(observation.interpretations.values_list("party", flat=True))
    return len(sides) > 1 and Party.RESIDENT in sides


@transaction.atomic
def agree(*, by, row, seen=""):
    """One of the two yeses that let words go further; what it needs first depends on what it is.

    `ValidationError` before two kinds of people said what it means, and what `approve` refuses.
    """
    row = type(row).objects.select_for_update().get(pk=row.pk)
    if isinstance(row, Observation) and not has_enough_sides(row):
        raise ValidationError(
            _("First two kinds of people say what it means, one of them a resident. Then it can go further.")
        )
    if isinstance(row, Reading):
        return _agree_reading(by, row, seen)
    return approve(by=by, row=row, community=row.community, seen=seen)


def _agree_reading(by, row, seen):
    """A professional alone fills nothing, and neither do two residents: it is made by two parties (P3)."""
    party = party_of(by, row.community)
    if party is None:
        raise ValidationError(_("Only who lives or works here says yes to this."))
    if party == Party.RESIDENT and row.approved_by_resident_id and row.approved_by_resident_id != by.pk:
        raise ValidationError(_("A resident said yes already. Somebody of another kind has to read it too."))
    if party != Party.RESIDENT and row.approved_by_other_id and row.approved_by_other_id != by.pk:
        raise ValidationError(_("A resident still has to say yes."))
    if party == Party.OFFICIAL and row.approved_by_resident_id is None:
        raise ValidationError(_("A resident says yes first."))
    row.other_party = row.other_party if party == Party.RESIDENT else party
    return approve(by=by, row=row, community=row.community, seen=seen)


@transaction.atomic
def become_theme(*, by, bundle, group):
    """A name over observations becomes a theme of a group, once; the trail stays (M2)."""
    if bundle.theme_id is None:
        bundle.theme = name_theme(by=by, group=group, values={"words": bundle.words})
        bundle.save(update_fields=["theme"])
    return bundle.theme


@transaction.atomic
def become_signal(*, by, bundle, group, title, words):
    """A name over observations becomes a signal of a group, in the group's words; the trail stays (P8).

    `ValidationError` for words copied from a story.
    """
    stories = Story.objects.filter(refs__observation__in=bundle.observations.all())
    refuse_copies(f"{title}\n{words}", stories)
    if bundle.signal_id is None:
        bundle.signal = raise_signal(by=by, group=group, title=title, words=words, theme=bundle.theme)
        bundle.save(update_fields=["signal"])
    return bundle.signal


@transaction.atomic
def add_part(*, by, report, values):
    """The next part of a report: words, and at most one thing they point at.

    `ValidationError` for words copied from a story. `values` are the fields of a part.
    """
    told = Story.objects.filter(pk=values["story"].pk) if values.get("story") else stories_of(report)
    refuse_copies(f"{values.get('title', '')}\n{values.get('words', '')}", told)
    if values.get("story"):
        _refuse_in(report, told)
    last = report.parts.order_by("-position").values_list("position", flat=True).first() or 0
    part = ReportPart.objects.create(report=report, position=last + 1, **values)
    _ask_anew(report)
    return part


def _refuse_in(report, stories):
    words = [_own_words(report)]
    for part in report.parts.values_list("title", "words"):
        words.extend(part)
    refuse_copies("\n".join(words), stories)


@transaction.atomic
def move_part(*, by, part):
    """One place up; the words stay what they are, so no yes is asked again.

    It goes above the part that stands above it for who moves it: a part out of sight would show as a tap
    that does nothing.
    """
    parts = list(ReportPart.objects.select_for_update().filter(report=part.report_id))
    seen = ReportPart.objects.visible_to(Reader(user=by)).filter(report=part.report_id)
    above = set(seen.values_list("pk", flat=True))
    at = next(place for place, row in enumerate(parts) if row.pk == part.pk)
    if places := [place for place in range(at) if parts[place].pk in above]:
        parts.insert(places[-1], parts.pop(at))
    for place, row in enumerate(parts, 1):
        row.position = place
    ReportPart.objects.bulk_update(parts, ["position"])


@transaction.atomic
def remove_part(*, by, part):
    """Out of the report; what it pointed at stays where it is."""
    report = StoryReport.objects.select_for_update().get(pk=part.report_id)
    part.delete()
    _ask_anew(report)


def members_to_tell(round):
    """Who offered a story to a round, with an account: they are told what came of it."""
    return User.objects.filter(stories__refs__round=round).distinct()
