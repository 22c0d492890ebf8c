"""Writing down a meeting place, and closing it with a reason."""

from django.db import transaction

from communities.places.models import OpeningHours


@transaction.atomic
def save_place(*, by, place, hours):
    """Keep a meeting place with its weekly hours."""
    place.save()
    place.hours.all().delete()
    OpeningHours.objects.bulk_create([OpeningHours(place=place, **row) for row in hours])
    return place


@transaction.atomic
def close_place(*, by, place, closed_on, closed_why):
    """A place closes and stays visible, with the reason (T2)."""
    place.closed_on, place.closed_why = closed_on, closed_why
    place.save(update_fields=["closed_on", "closed_why"])
