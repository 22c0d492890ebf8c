"""Telling people that there is something to look at."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from communities.news.models import Letter, Notice, Silence
from communities.news.quiet import SETTLES, cannot_wait

RENEWED = ["due", "seen_at", "letter", "community"]


@transaction.atomic
def notify(*, by, people, kind, about, community=None, due=None):
    """One notice per person, kind and row; never to who did it, nor to who switched this kind off.

    `people` are accounts, `about` is the key of the row the notice leads to. Nothing is mailed here: the
    sender gathers what is due, kinds that go at once within the hour and the others for the digest (P7).
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
def write_about_place(*, code, starts_at, at_once=False):
    """A mail to somebody without an account about the place they hold the code of.

    The words are made when it goes, so one letter that waits is enough. `at_once` is for who asked for it
    just now; the others keep quiet hours and wait a little, because a change seldom comes alone.
    """
    now = timezone.now()
    letter = Letter.objects.unsent_about(code).first()
    if letter is None:
        due = now if at_once or cannot_wait(starts_at, now) else now + SETTLES
        letter = Letter.objects.create(kind=Letter.Kind.PLACE, about=code, due_at=due)
    if at_once:
        transaction.on_commit(lambda: import_string(settings.LETTER_TASK).enqueue(letter.pk))


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
