"""When mail with news goes: by day; at night only about what begins before the first noon after it."""

from datetime import datetime, time, timedelta

from django.utils import timezone

WAKES, SLEEPS, NOON = 8, 20, 12
# So long a deed may be followed by another before it is mailed: who plans, invites and mends sends one mail.
SETTLES = timedelta(minutes=10)


def may_send_now(now):
    """Quiet hours: no news between eight in the evening and eight in the morning, Dutch time."""
    return WAKES <= timezone.localtime(now).hour < SLEEPS


def first_noon(now):
    """The noon of the day on which the quiet hours end: by day and in the evening that of tomorrow."""
    local = timezone.localtime(now)
    day = local.date() if local.hour < WAKES else local.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time(NOON)))


def cannot_wait(starts_at, now):
    """Whether something begins so soon that a mail after the quiet hours would come too late."""
    return starts_at < first_noon(now)
