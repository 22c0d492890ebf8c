"""A computer that many people use: the session ends with the browser, or after half an hour of rest."""

import time

from django.contrib.auth import logout

from communities.site.example_mailbox import CLEAR_SITE_DATA

CHOSEN = "shared_computer"
REST = 30 * 60
NOTED_EVERY = 60


def choose(request, shared):
    """Keep the choice in the session, which goes along through every step of logging in."""
    if shared:
        request.session[CHOSEN] = time.time()
        request.session.set_expiry(0)
    elif request.session.pop(CHOSEN, None):
        request.session.set_expiry(None)


class SharedComputerMiddleware:
    """Log out who rested too long on a shared computer, and tell the browser to forget the pages.

    A visitor who opened a story with its code counts as such a person, wherever they are.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        inside = request.user.is_authenticated or request.session.get("receipts")
        seen = inside and request.session.get(CHOSEN)
        if not seen:
            return self.get_response(request)
        rested = time.time() - seen
        if rested > REST:
            logout(request)
            response = self.get_response(request)
            response["Clear-Site-Data"] = CLEAR_SITE_DATA
            return response
        if rested > NOTED_EVERY:
            request.session[CHOSEN] = time.time()
        return self.get_response(request)
