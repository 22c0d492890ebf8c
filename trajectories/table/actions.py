"""At the table and after: the harvest, what came of it, and what was promised (M1, M2, T9)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import Group, User
from communities.news.actions import notify
from communities.rights.reader import Reach
from communities.site.autosave import WrittenMeanwhile
from communities.site.dates import today
from communities.site.form_dates import day_in
from trajectories.approval.actions import approve
from trajectories.gatherings.models import Gathering
from trajectories.table.models import Harvest, Insight, TablePromise, Theme

WORDS = ("told", "insights", "differences", "what_next")


@transaction.atomic
def keep_harvest(*, by, gathering, values, seen=""):
    """Keep what was typed at the table. If another host saved meanwhile, nothing is overwritten.

    The gathering is locked, because the first one to write makes the row. Changed words ask for both
    yeses again; a head count does not, nobody else reads it.
    """
    gathering = Gathering.objects.select_for_update(of=("self",)).select_related("group").get(pk=gathering.pk)
    harvest = Harvest.objects.select_for_update().filter(gathering=gathering).first()
    known = harvest or Harvest(
        gathering=gathering, group_id=gathering.group_id, community_id=gathering.community_id
    )
    changed = {name for name, value in values.items() if getattr(known, name) != value}
    if not changed:
        return known
    if harvest and seen != harvest.changed_at.isoformat():
        raise WrittenMeanwhile(harvest)
    for name in changed:
        setattr(known, name, values[name])
    if changed & set(WORDS):
        known.begin_again()
        known.asked_on, known.written_by = None, by
    known.changed_at = timezone.now()
    known.save()
    return known


@transaction.atomic
def write_down(*, by, harvest):
    """What was noted in a line becomes a row: a theme, a promise. Then the lines are empty again."""
    harvest = Harvest.objects.select_for_update().get(pk=harvest.pk)
    noted = harvest.noted
    here = {"group_id": harvest.group_id, "community_id": harvest.community_id}
    if noted.get("theme"):
        Theme.objects.create(harvest=harvest, words=noted["theme"], **here)
    if noted.get("promise"):
        due = day_in(noted.get("promise_by") or "")
        TablePromise.objects.create(
            harvest=harvest, what=noted["promise"], who=noted["promise_who"], due_on=due, **here
        )
    if noted:
        harvest.noted, harvest.changed_at = {}, timezone.now()
        harvest.save(update_fields=["noted", "changed_at"])
    return harvest


@transaction.atomic
def ask_for_yes(*, by, harvest):
    """Done writing: now the group reads it, and two people say yes before others do.

    `ValidationError` when nothing was written.
    """
    if not any(getattr(harvest, name) for name in WORDS):
        raise ValidationError(_("Write down at least one thing."))
    harvest = Harvest.objects.select_for_update(of=("self",)).select_related("group").get(pk=harvest.pk)
    harvest.asked_on = today()
    harvest.save(update_fields=["asked_on"])
    people, community = User.objects.taking_part_in(harvest.group), harvest.group.community
    notify(by=by, people=people, kind="harvest", about=harvest.gathering_id, community=community)
    return harvest


@transaction.atomic
def write_harvest(*, by, gathering, values):
    """Write down what was told, and ask for the two yeses at once.

    `ValidationError` when nothing was written. `values` are the fields of a harvest.
    """
    found = Harvest.objects.filter(gathering=gathering).first()
    seen = found.changed_at.isoformat() if found else ""
    return ask_for_yes(by=by, harvest=keep_harvest(by=by, gathering=gathering, values=values, seen=seen))


@transaction.atomic
def choose_reach(*, by, harvest, reach):
    """How far it goes once two people said yes. Nearer holds at once; further asks for both yeses again."""
    harvest = Harvest.objects.select_for_update().get(pk=harvest.pk)
    if reach > harvest.reach:
        harvest.begin_again()
    if reach != harvest.reach:
        harvest.reach, harvest.changed_at = reach, timezone.now()
        harvest.save()
    return harvest


@transaction.atomic
def approve_harvest(*, by, harvest, seen=""):
    """One of the two yeses that let a harvest leave the group.

    `ValidationError` when it stays in the group or somebody still writes; and what `approve` refuses.
    """
    harvest = Harvest.objects.select_for_update().get(pk=harvest.pk)
    if harvest.reach <= Reach.GROUP:
        raise ValidationError(_("It stays in your group. For that no yes is needed."))
    if harvest.asked_on is None:
        raise ValidationError(_("Somebody is still writing. They ask you when it is done."))
    return approve(by=by, row=harvest, community=harvest.community, seen=seen)


@transaction.atomic
def write_insight(*, by, gathering, words, differently):
    """What people understood, and what they do differently now; it goes as far as the harvest does (T9)."""
    harvest = Harvest.objects.select_for_update().get(gathering=gathering)
    here = {"group_id": harvest.group_id, "community_id": harvest.community_id, "harvest": harvest}
    insight, _made = Insight.objects.get_or_create(words=words, differently=differently, **here)
    return insight


@transaction.atomic
def make_theme(*, by, insight):
    """An insight becomes a theme in one tap, once; the trail stays (M2)."""
    theme, _made = Theme.objects.get_or_create(
        born_of=insight,
        defaults={
            "words": insight.words[:300],
            "harvest_id": insight.harvest_id,
            "group_id": insight.group_id,
            "community_id": insight.community_id,
        },
    )
    return theme


@transaction.atomic
def name_theme(*, by, group, values):
    """A theme that did not come from one gathering; the community reads it."""
    Group.objects.select_for_update().get(pk=group.pk)
    theme, _made = Theme.objects.get_or_create(group=group, community=group.community, **values)
    return theme


@transaction.atomic
def explore_theme(*, by, theme, values):
    """Ask on: what stands in the way, why, and why that; and who can change it (M2)."""
    for name, value in values.items():
        setattr(theme, name, value)
    theme.save(update_fields=list(values))


@transaction.atomic
def settle_promise(*, by, promise, outcome, outcome_words):
    """People say how it went, in words. Then it no longer comes back (P9)."""
    promise.outcome, promise.outcome_words, promise.settled_on = outcome, outcome_words, today()
    promise.save()
