"""Letting go of somebody."""

from django.db import transaction

from trajectories.calendars.models import CalendarAddress
from trajectories.heard.models import HeardAnswer
from trajectories.introductions.actions import forget_introductions
from trajectories.networks.models import Asset
from trajectories.signups.actions import forget_signups


@transaction.atomic
def forget(person):
    """Introductions go as their own rule says; what is about one person alone goes; what was made together stays."""
    forget_introductions(person)
    forget_signups(person)
    CalendarAddress.objects.filter(person=person).delete()
    Asset.objects.filter(by=person).delete()
    HeardAnswer.objects.filter(by=person).delete()
