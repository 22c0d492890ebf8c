"""The agenda of a gathering."""

from django.db import transaction

from trajectories.gatherings.models import AgendaItem


@transaction.atomic
def add_agenda_item(*, by, gathering, text, origin):
    """Put something on the agenda and say whose question it is (M1)."""
    last = gathering.agenda.order_by("position").last()
    position = last.position + 1 if last else 0
    return AgendaItem.objects.create(gathering=gathering, text=text, origin=origin, position=position)
