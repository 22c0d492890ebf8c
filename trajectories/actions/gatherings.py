"""Planning a gathering, and its agenda."""

from django.db import transaction

from communities.actions import notify
from communities.models import User
from trajectories.models import AgendaItem, Gathering


@transaction.atomic
def plan_gathering(*, by, group, values):
    """A date with a start question; the agenda follows."""
    made = Gathering.objects.create(group=group, community=group.community, created_by=by, **values)
    people = User.objects.taking_part_in(group)
    notify(by=by, people=people, kind="gathering", about=made.pk, community=group.community)
    return made


@transaction.atomic
def add_agenda_item(*, by, gathering, text, origin):
    """Put something on the agenda and say whose question it is (M1)."""
    last = gathering.agenda.order_by("position").last()
    position = last.position + 1 if last else 0
    return AgendaItem.objects.create(gathering=gathering, text=text, origin=origin, position=position)
