"""When rest ends a session: half an hour on a computer that many people use, twelve hours for who keeps others' trust."""

import time

from django.contrib.auth import logout

from communities.accounts import second_factor
from communities.site.example_mailbox import CLEAR_SITE_DATA

CHOSEN = "shared_computer"
REST = 30 * 60
NOTED_EVERY = 60
# Builders, officials and administrators: a forgotten desk is closed the next morning (docs/decisions/0031).
SEEN, REST_AT_WORK, NOTED_AT_WORK_EVERY = "seen", 12 * 60 * 60, 10 * 60


def choose(request, shared):
    """Keep the choice in the session, which goes along through every step of logging in."""
    if shared:
        request.session[CHOSEN] = time.time()
        request.session.set_expiry(0)
    elif request.session.pop(CHOSEN, None):
        request.session.set_expiry(None)


def begin_rest(request):
    """From log-in on the session knows when it was last used; opening a page writes it down now and then only."""
    request.session[SEEN] = time.time()


def _rested(request):
    """Whether this session was left alone too long; else it is noted, now and then, that it is in use."""
    now = time.time()
    for key, rest, every in ((CHOSEN, REST, NOTED_EVERY), (SEEN, REST_AT_WORK, NOTED_AT_WORK_EVERY)):
        before = request.session.get(key)
        if not before:
            continue
        if now - before > rest and (key == CHOSEN or second_factor.is_required(request.user)):
            return True
        if now - before > every:
            request.session[key] = now
    return False


class SharedComputerMiddleware:
    """Log out who rested too long, and tell the browser to forget the pages.

    A visitor who opened a story with its code counts as such a person, wherever they are.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        inside = request.user.is_authenticated or request.session.get("receipts")
        if not inside or not _rested(request):
            return self.get_response(request)
        logout(request)
        response = self.get_response(request)
        response["Clear-Site-Data"] = CLEAR_SITE_DATA
        return response
