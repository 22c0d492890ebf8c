"""Telling people that there is something to look at."""

from django.db import transaction
from django.utils import timezone

from communities.news.models import Notice, Silence

RENEWED = ["due", "seen_at", "letter", "community"]


@transaction.atomic
def notify(*, by, people, kind, about, community=None, due=None):
    """One notice per person, kind and row; never to who did it, nor to who switched this kind off.

    `people` are accounts, `about` is the key of the row the notice leads to. Nothing is mailed here:
    the digest gathers what is due, so that nobody is drained by mail (P7).
    """
    wanted = {person.pk for person in people} - {by.pk if by else None}
    wanted -= set(Silence.objects.filter(kind=kind, person__in=wanted).values_list("person", flat=True))
    due = due or timezone.now()
    rows = [
        Notice(person_id=pk, kind=kind, about=str(about), community=community, due=due)
        for pk in sorted(wanted)
    ]
    unique = ["person", "kind", "about"]
    Notice.objects.bulk_create(rows, 500, update_conflicts=True, unique_fields=unique, update_fields=RENEWED)


@transaction.atomic
def see_notices(*, by, until):
    """Somebody read their news up to a moment; what came after it stays new."""
    Notice.objects.filter(person=by, seen_at=None, due__lte=until).update(seen_at=timezone.now())


@transaction.atomic
def choose_notices(*, by, digest, silent):
    """How often mail comes, and which kinds do not; what was switched off goes at once."""
    by.digest = digest
    by.save(update_fields=["digest"])
    Silence.objects.filter(person=by).delete()
    Silence.objects.bulk_create(Silence(person=by, kind=kind) for kind in sorted(silent))
    Notice.objects.filter(person=by, kind__in=silent).delete()


@transaction.atomic
def stop_mail(*, by):
    """No more mail with news; the page with news stays."""
    by.digest = by.Digest.NEVER
    by.save(update_fields=["digest"])
