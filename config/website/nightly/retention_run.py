"""Retention of everything: jobs from right to left through the apps, then sessions and sleeping accounts.

The terms stand once, in register.toml. From there come this command, the page about your data and
docs/privacy/bewaartermijnen.md.
"""

from datetime import timedelta
from functools import cache
from itertools import chain

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import DateField, Exists, OuterRef
from django.db.models.functions import Coalesce, TruncDate
from django.template.loader import render_to_string
from django.utils import timezone, translation

from communities.models import Letter, User
from communities.retention.heartbeat import each_apart
from communities.retention.jobs import Job, carry_out, cutoff_day, delete
from communities.site.contributions import contributions
from communities.site.dates import today
from config.website.mail.letters import send_soon
from config.website.my_data.own_data import forget, register
from stories.telling.retention import FILES, files_left_behind, sweep_files

FIRST_MAIL, LAST_MAIL = "account-first", "account-last"


def _since_active():
    """Accounts with `active`: the day of the last log-in, or of joining for who never came back."""
    active = Coalesce(TruncDate("last_login"), "joined_on", output_field=DateField())
    return User.objects.annotate(active=active)


def _mailed(kind, until=None):
    """A mail of this kind went out after the last log-in, and long enough ago."""
    mails = Letter.objects.filter(person=OuterRef("pk"), key__startswith=kind)
    mails = mails.filter(made_at__date__gte=OuterRef("active"))
    return Exists(mails.filter(made_at__date__lte=until) if until else mails)


def _terms():
    row = register()["communities.User"]
    return row["first_mail_days"], row["last_mail_days"]


def to_warn_first(days):
    """Sleeping so long that the account ends within the time of the first mail."""
    first, _last = _terms()
    asleep = _since_active().filter(active__lte=cutoff_day(days - first))
    return asleep.exclude(_mailed(FIRST_MAIL)).exclude(_mailed(LAST_MAIL))


def to_warn_last(days):
    """The first mail has had its time."""
    first, last = _terms()
    asleep = _since_active().filter(active__lte=cutoff_day(days - last))
    return asleep.filter(_mailed(FIRST_MAIL, cutoff_day(first - last))).exclude(_mailed(LAST_MAIL))


def to_end(days):
    """Nobody is erased without a last mail that had its time, also when this job did not run for months."""
    _first, last = _terms()
    return _since_active().filter(_mailed(LAST_MAIL, cutoff_day(last)), active__lte=cutoff_day(days))


def _warn(kind, left):
    def write(rows):
        for person in _since_active().filter(pk__in=rows.values("pk")):
            _write(person, kind, left())

    return write


def _write(person, kind, left):
    """One letter per kind and period of silence: its key is unique, and it is sent after the commit."""
    words = {"person": person, "on": today() + timedelta(days=left), "site": settings.SITE_URL}
    with translation.override(person.language):
        subject = render_to_string("email/account_ends_subject.txt", words).strip()
        text = render_to_string("email/account_ends_message.txt", words)
    key = f"{kind}-{person.pk}-{person.active}"
    send_soon(Letter.objects.create(key=key, person=person, to=person.email, subject=subject, text=text))


def _end(rows):
    for person in rows:
        forget(person)


def expired_sessions(days):
    """Sessions carry their own last moment."""
    return Session.objects.filter(expire_date__lt=timezone.now())


MAILS = [
    Job("first mails", User, "keep_days", to_warn_first, _warn(FIRST_MAIL, lambda: _terms()[0]), 100),
    Job("last mails", User, "keep_days", to_warn_last, _warn(LAST_MAIL, lambda: _terms()[1]), 100),
]
ENDINGS = [
    Job("sessions", Session, "keep_days", expired_sessions, delete),
    Job("accounts", User, "keep_days", to_end, _end, 20),
]


@cache
def jobs():
    """Every job of every room, from right to left; `retention.py` of a room holds its own.

    Mails before letters, because a mail is known by its letter; accounts last, because they take rows along.
    """
    of_rooms = chain.from_iterable(reversed(contributions("retention", "JOBS")))
    return [*MAILS, *of_rooms, *ENDINGS]


def days_of(job):
    """The term of a job, from the register."""
    return register()[job.model._meta.label].get(job.term, 0)


def planned():
    """What a run would do now, without doing it."""
    rows = {job.name: job.due(days_of(job)).count() for job in jobs()}
    return {**rows, FILES: files_left_behind()}


def _all_batches(job):
    """The deed of one job: how many rows of its kind went."""

    def let_go():
        count, days, after = 0, days_of(job), None
        while keys := carry_out(job, days, after):
            count, after = count + len(keys), keys[-1]
        return count

    return let_go


def retain():
    """Do it, batch by batch. Stopped half-way, the rest waits for the next time; twice does nothing twice."""
    done = each_apart([*map(_all_batches, jobs()), sweep_files], lambda deed: deed(), job="retention")
    return dict(zip([*(job.name for job in jobs()), FILES], done, strict=True))
