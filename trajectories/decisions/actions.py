"""Deciding together where to go and how it goes on, what changed, and art on the road (M6, S3, T6)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import Group, User
from communities.news.actions import notify
from communities.site.autosave import WrittenMeanwhile
from communities.site.dates import today
from trajectories.approval.actions import approve
from trajectories.decisions.models import ArtProject, Decision, YearlyChange
from trajectories.gatherings.models import Gathering
from trajectories.trajectory.models import MOVES, Status, StatusChange, Trajectory


@transaction.atomic
def change_status(*, by, trajectory, status, why, gathering=None):
    """One allowed move with its reason. Nothing but this deed ever changes a status (P5).

    `ValidationError` for a move that `Status` does not allow from how things are now.
    """
    last = StatusChange.objects.select_for_update().filter(trajectory=trajectory).order_by("on", "pk").last()
    before = last.status if last else None
    if status not in MOVES[before]:
        raise ValidationError(_("This step does not follow from how things are now."))
    if status == Status.RUNNING and before in {None, Status.EXPLORING}:
        _two_residents_carry(trajectory.group)
    change = StatusChange.objects.create(
        trajectory=trajectory, status=status, on=today(), why=why, by=by, gathering=gathering
    )
    group = trajectory.group
    people = User.objects.taking_part_in(group)
    notify(by=by, people=people, kind="status", about=trajectory.pk, community=group.community)
    return change


def _two_residents_carry(group):
    """It runs once two resident hosts said yes to carrying it (M6, P1)."""
    if User.objects.carrying(group).count() < 2:
        raise ValidationError(_("It runs when two residents carry it. Ask a second one to be host."))


@dataclass(frozen=True)
class Hands:
    """Who was there and who said yes, to see whether it passes. Forgotten at once, never stored."""

    residents: int
    residents_yes: int
    everyone: int
    everyone_yes: int

    def check(self):
        """Numbers that cannot be true get a clear answer, with the field they belong to."""
        others, others_yes = self.everyone - self.residents, self.everyone_yes - self.residents_yes
        wrong = {}
        if self.residents_yes > self.residents:
            wrong["residents_yes"] = _("More residents said yes than there were.")
        if others < 0:
            wrong["everyone"] = _("There were more residents than people. Residents count here too.")
        if self.everyone_yes > self.everyone:
            wrong["everyone_yes"] = _("More people said yes than there were.")
        elif others_yes < 0:
            wrong["everyone_yes"] = _("Residents who said yes count here too.")
        elif 0 <= others < others_yes:
            wrong["everyone_yes"] = _("More people who do not live here said yes than there were.")
        if wrong:
            raise ValidationError(wrong)

    @property
    def carry(self):
        """A majority of the residents present and of all present (docs/domain.md, decisions of course)."""
        return self.residents_yes * 2 > self.residents and self.everyone_yes * 2 > self.everyone


@transaction.atomic
def decide(*, by, gathering, values, hands):
    """Record a decision of course. Of the hands only whether it is carried stays; sent twice it stands once."""
    hands.check()
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    decision, _made = Decision.objects.get_or_create(gathering=gathering, passed=hands.carry, **values)
    return decision


@transaction.atomic
def write_change(*, by, group, values):
    """What changed, in own words; the group reads it and two people say yes (S3)."""
    Group.objects.select_for_update().get(pk=group.pk)
    change, _made = YearlyChange.objects.get_or_create(group=group, **values)
    people = User.objects.taking_part_in(group)
    notify(by=by, people=people, kind="change", about=change.pk, community=group.community)
    return change


@transaction.atomic
def rewrite_change(*, by, change, values, seen):
    """Other words ask for both yeses again. Words that somebody else saved meanwhile are never overwritten.

    `ValidationError` when it was agreed meanwhile, `WrittenMeanwhile` when somebody else saved other words.
    """
    stored = YearlyChange.objects.select_for_update().get(pk=change.pk)
    if stored.approved_on:
        raise ValidationError(_("This was agreed meanwhile, so the words stand."))
    if seen != stored.changed_at.isoformat():
        raise WrittenMeanwhile(stored)
    for name, value in values.items():
        setattr(stored, name, value)
    stored.begin_again()
    stored.changed_at = timezone.now()
    stored.save()


@transaction.atomic
def approve_change(*, by, change, seen=""):
    """One of the two yeses that let it go on the list that everyone reads."""
    change = (
        YearlyChange.objects.select_for_update(of=("self",))
        .select_related("group__community")
        .get(pk=change.pk)
    )
    return approve(by=by, row=change, community=change.group.community, seen=seen)


@transaction.atomic
def add_art(*, by, trajectory, values):
    """Art hangs under a trajectory, so that it leads somewhere (T6)."""
    Trajectory.objects.select_for_update().get(pk=trajectory.pk)
    art, _made = ArtProject.objects.get_or_create(trajectory=trajectory, **values)
    return art


@transaction.atomic
def change_art(*, by, art, values):
    """Residents change their own words about it, or say until when it went on."""
    for name, value in values.items():
        setattr(art, name, value)
    art.save()
