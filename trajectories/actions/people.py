"""Letting go of somebody."""

from django.db import transaction

from trajectories.actions.introductions import forget_introductions
from trajectories.actions.signups import forget_signups
from trajectories.models import Asset, CalendarAddress, HeardAnswer


@transaction.atomic
def forget(person):
    """Introductions go as their own rule says; what is about one person alone goes; what was made together stays."""
    forget_introductions(person)
    forget_signups(person)
    CalendarAddress.objects.filter(person=person).delete()
    Asset.objects.filter(by=person).delete()
    HeardAnswer.objects.filter(by=person).delete()
