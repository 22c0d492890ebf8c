"""Letting go of somebody."""

from django.db import transaction

from trajectories.actions.introductions import forget_introductions
from trajectories.models import Asset, HeardAnswer


@transaction.atomic
def forget(person):
    """Introductions go as their own rule says; what somebody brings and answered goes with them."""
    forget_introductions(person)
    Asset.objects.filter(by=person).delete()
    HeardAnswer.objects.filter(by=person).delete()
