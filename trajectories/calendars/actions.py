"""Personal calendar addresses."""

from django.db import transaction

from trajectories.calendars.models import CalendarAddress


@transaction.atomic
def make_calendar(*, by, community=None, group=None):
    """A secret address for a calendar program: everything, or one community, or one group."""
    return CalendarAddress.objects.create(person=by, community=community, group=group)


@transaction.atomic
def revoke_calendar(*, by, address):
    """From now on this address answers that it does not exist."""
    address.delete()
