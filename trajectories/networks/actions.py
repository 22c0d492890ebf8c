"""Support networks, agreements with care teams, and what people bring (M4, M9, M11)."""

from datetime import timedelta

from django.db import transaction

from communities.models import NameVisibility, User
from communities.news.actions import notify
from communities.site.dates import today
from trajectories.networks.models import Asset, LookBack, SupportNetwork

YEAR = timedelta(days=365)


@transaction.atomic
def save_network(*, by, network, values):
    """Residents write down a network, or change their words about it (P1)."""
    for name, value in values.items():
        setattr(network, name, value)
    network.save()
    return network


@transaction.atomic
def agree(*, by, network, care_team, care_contact, rhythm, agreed_on):
    """What a network and a care team agreed: who by role, how often (M11). The look back starts anew."""
    network.care_team, network.care_contact, network.rhythm = care_team, care_contact, rhythm
    network.agreed_on = agreed_on
    network.asked_on = None
    network.save()


@transaction.atomic
def look_back(*, by, network, words):
    """Some words on how it went; the earlier ones stay."""
    return LookBack.objects.create(network=network, words=words, by=by)


@transaction.atomic
def ask_to_look_back(now=None):
    """Every night: a year after an agreement, or after the last time of asking, its people are asked once."""
    now = now or today()
    due = SupportNetwork.objects.current(now).filter(agreed_on__lte=now - YEAR)
    due = due.exclude(asked_on__gt=now - YEAR).exclude(looks_back__on__gt=now - YEAR)
    for network in due.select_related("community"):
        people = User.objects.members_of(network.community)
        notify(by=None, people=people, kind="look_back", about=network.pk, community=network.community)
        network.asked_on = now
        network.save(update_fields=["asked_on"])
    return due


@transaction.atomic
def bring(*, by, community, words, shown_as=NameVisibility.ROLE, group=None):
    """Say what you bring, or what your group brings; a name only after one's own yes."""
    if group:
        return Asset.objects.create(community=community, group=group, words=words)
    since = None if shown_as == NameVisibility.ROLE else today()
    return Asset.objects.create(community=community, by=by, words=words, shown_as=shown_as, shown_since=since)


@transaction.atomic
def take_asset_back(*, by, asset):
    """Gone at once, and nothing marks where it stood."""
    asset.delete()
