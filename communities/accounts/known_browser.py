"""A browser in which somebody logged in before keeps an allowance of codes of its own (docs/decisions/0031).

Codes are limited per mail address, and anybody may type any address: without this, somebody who keeps asking for
codes to an address keeps its owner out. The mark is random, says nothing and opens nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.utils.crypto import get_random_string

from communities.accounts.actions import know_browser
from communities.accounts.models import KnownBrowser
from communities.accounts.shared_computer import CHOSEN
from communities.site.dates import today

KEPT = timedelta(days=90)
LENGTH = 43


def _mark(request):
    return request.COOKIES.get(settings.KNOWN_COOKIE_NAME, "")


def remember(request, response):
    """After log-in: the same mark, or a new one, for 90 days more. Never on a computer that others use too."""
    if request.session.get(CHOSEN):
        response.delete_cookie(settings.KNOWN_COOKIE_NAME)
        return
    mark = _mark(request)
    if not KnownBrowser.objects.holding(mark).filter(user=request.user).exists():
        mark = get_random_string(LENGTH)
    know_browser(by=request.user, mark=mark, until=today() + KEPT)
    response.set_cookie(
        settings.KNOWN_COOKIE_NAME,
        mark,
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def owner(request, email):
    """The account with this address, when it is the one that logged in here before; else nobody."""
    rows = KnownBrowser.objects.holding(_mark(request)).select_related("user")
    found = rows.filter(user__email=email.strip().lower(), user__is_active=True).first()
    return found.user if found else None


def allowance(request, email):
    """The name under which asking for a code, and trying one, are counted."""
    return f"known browser {_mark(request)}" if owner(request, email) else email.lower()
