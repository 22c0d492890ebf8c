"""Kinds of news about a place at a gathering."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from communities.news.kinds import Kind
from trajectories.gatherings import moments
from trajectories.signups.models import SignUp


def title_of(row):
    """What became of my place: what happened last, as things are now."""
    return _what_happened(row) % {"title": row.gathering}


def _what_happened(row):
    gathering = row.gathering
    if gathering.cancelled_on:
        return _("Does not take place: %(title)s")
    if row.removed_at:
        return _("You are not on the list any more: %(title)s")
    place, waits = _("There is a place for you: %(title)s"), _("You are on the waiting list: %(title)s")
    happened = [
        (row.placed_at or row.signed_up_at, place if row.placed_at else waits),
        (gathering.moved_at, _("Moved to another moment: %(title)s")),
        (gathering.reworded_at, _("Something changed: %(title)s")),
        (row.reminded_at, _("Do not forget: %(title)s")),
    ]
    return max((at, number, words) for number, (at, words) in enumerate(happened) if at)[2]


def _standing(row):
    """The line under date and place: how my place stands."""
    if row.gathering.cancelled_on or row.removed_at:
        return ()
    if row.placed_at is None:
        return (_("You are on the waiting list."),)
    words = ngettext("There is a place for you.", "There is a place for %(n)s people.", row.people)
    return (words % {"n": row.people},)


def moment_of(row):
    """The date and place of what somebody signed up for, and how their place stands."""
    return moments.moment_of(row.gathering, *_standing(row))


KINDS = [
    Kind(
        key="signup",
        label=gettext_lazy("My place where I signed up, and what changes about it"),
        route="signup",
        field="code",
        rows=lambda reader: SignUp.objects.of(reader).with_gathering(),
        title=title_of,
        soon=True,
        moment=moment_of,
    ),
]
