"""Limits on how often something may be tried, counted in the shared cache."""

from django.core.cache import cache

TRIES, TRIES_OF_ALL, TRIES_HOLD = 20, 2000, 600


def too_many_tries(request, what="code-tries", most=TRIES, most_of_all=None):
    """Counted per account or session, not per address: an event shares one (docs/principles.md rule 6).

    Visitors without a session share one wide count, so that leaving out cookies opens no way round.
    """
    person = request.user.pk or request.session.session_key
    key, most = (f"{what}:{person}", most) if person else (f"{what}:visitors", most_of_all or TRIES_OF_ALL)
    cache.add(key, 0, TRIES_HOLD)
    return cache.incr(key) > most
