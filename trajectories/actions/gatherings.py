"""Planning a gathering, and its agenda."""

from django.db import transaction

from trajectories.models import AgendaItem, Gathering


@transaction.atomic
def plan_gathering(*, by, group, values):
    """A date with a start question; the agenda follows. Nobody hears of it before `invite_to_gathering`."""
    return Gathering.objects.create(group=group, community=group.community, created_by=by, **values)


@transaction.atomic
def add_agenda_item(*, by, gathering, text, origin):
    """Put something on the agenda and say whose question it is (M1)."""
    last = gathering.agenda.order_by("position").last()
    position = last.position + 1 if last else 0
    return AgendaItem.objects.create(gathering=gathering, text=text, origin=origin, position=position)
