"""Telling people that there is something to look at."""

from django.db import transaction
from django.utils import timezone

from communities.models import Notice, Silence


@transaction.atomic
def notify(*, by, people, kind, about, community=None, due=None):
    """One notice per person, kind and row; never to who did it, nor to who switched this kind off.

    `people` are accounts, `about` is the key of the row the notice leads to. Nothing is mailed here:
    the digest gathers what is due (P7: nobody is drained by mail).
    """
    silent = set(Silence.objects.filter(kind=kind, person__in=people).values_list("person", flat=True))
    for person in people:
        if person.pk in silent or (by is not None and person.pk == by.pk):
            continue
        fresh = {"due": due or timezone.now(), "seen_at": None, "mailed_at": None, "community": community}
        Notice.objects.update_or_create(person=person, kind=kind, about=str(about), defaults=fresh)
