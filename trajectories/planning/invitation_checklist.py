"""What is still missing before people are invited, and whether the place is open then: hints, no refusals."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.places.panels import hours_in_words
from trajectories.gatherings.models import Origin


@dataclass(frozen=True)
class Missing:
    """One thing that is not there yet, and where to see to it."""

    words: str
    todo: str = ""
    url: str = ""


def outside_hours(place, starts_at, ends_at):
    """A sentence when the place is not open then, as far as its hours say; else nothing."""
    if place is None:
        return ""
    hours = list(place.hours.all())
    first = timezone.localtime(starts_at)
    last = timezone.localtime(ends_at or starts_at)
    opened = any(
        row.weekday == first.weekday() and row.opens <= first.time() and last.time() <= row.closes
        for row in hours
    )
    if not hours or (opened and first.date() == last.date()):
        return ""
    words = "; ".join(f"{line.kind}: {line.words}" for line in hours_in_words(hours))
    hint = _("%(place)s is not open then, as far as we know (%(hours)s). Did you agree on it?")
    return hint % {"place": place.name, "hours": words}


def missing_of(gathering, agenda):
    """What an organiser may want to see to first. Without a question of residents it says so (M1)."""
    change = reverse("change_gathering", args=[gathering.pk])
    to_agenda = reverse("add_agenda_item", args=[gathering.pk])
    found = []
    if all(row.origin != Origin.RESIDENTS for row in agenda):
        words = _("There is no question of residents on this agenda yet.")
        found.append(Missing(words, _("Put something on the agenda"), to_agenda))
    if gathering.place is None and not gathering.place_text:
        found.append(Missing(_("It does not say where it is."), _("Say where"), change))
    closed = outside_hours(gathering.place, gathering.starts_at, gathering.ends_at)
    if closed:
        found.append(Missing(closed, _("Choose another place"), change))
    if not gathering.provided:
        words = _("It does not say what there is: childcare, an interpreter, something to eat?")
        found.append(Missing(words, _("Say what there is"), change))
    if gathering.ends_at is None:
        move = reverse("move_gathering", args=[gathering.pk])
        found.append(Missing(_("It does not say when it ends."), _("Say when it ends"), move))
    if gathering.community.opened_on is None:
        found.append(Missing(_("The page of this community is not open yet, so a poster leads nowhere.")))
    return found
