"""Who must show a second time that it is them (docs/principles.md rule 6, docs/decisions/0008).

Builders, officials and administrators read or keep what people gave in trust; a mailed code alone
does not let them at it. For a resident a passkey is a way in and never a lock.
"""

import time

from allauth.account import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from communities.accounts.allauth_seam import get_authentication_records
from communities.rights import standing
from communities.rights.reader import Reader

EXAMPLE_MARK = "example_log_in"
ONWARD = "onward"
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# What somebody may do before the second factor: look after their own account, take their data along, and go.
OPEN = {"my_data", "my_data_file", "forget_me"}


def is_required(person):
    """True for a builder, official or administrator of today."""
    return _must(Reader(user=person))


def _must(reader):
    return bool(standing.built(reader) or standing.employers(reader) or standing.administered(reader))


def has_one(person, types=STRONG):
    """Whether somebody has set up an app or a passkey."""
    return Authenticator.objects.filter(user=person, type__in=types).exists()


def was_shown(request):
    """Whether this session proved itself a second time; the example's mark counts only in the example."""
    if settings.EXAMPLE and request.session.get(EXAMPLE_MARK):
        return True
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def is_asked_at_log_in(person):
    """Whose mailed code is not enough: who must, and who chose the app for themselves."""
    return has_one(person, [Authenticator.Type.TOTP]) or is_required(person)


def came_in_just_now(request):
    """A resident with only passkeys proves it is them with a fresh code too: a lost phone locks nobody out."""
    records = get_authentication_records(request, request.user)
    codes = [record["at"] for record in records if record["method"] == "code"]
    fresh = bool(codes) and time.time() - codes[-1] < app_settings.REAUTHENTICATION_TIMEOUT
    return fresh and not is_asked_at_log_in(request.user)


class AskSecondFactor(AuthenticateStage):
    """allauth asks whoever has a passkey; we ask whoever must, or chose the app."""

    def _should_handle(self, request):
        return super()._should_handle(request) and is_asked_at_log_in(self.login.user)


class SecondFactorMiddleware:
    """Before anything of others is shown, whatever the method: first the second factor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.url_name or ""
        if not request.user.is_authenticated or name in OPEN or name.startswith(("account_", "mfa_")):
            return None
        if was_shown(request) or not _must(request.reader):
            return None
        onward = request.get_full_path() if request.method == "GET" else reverse("my_page")
        if has_one(request.user):
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': onward})}")
        request.session[ONWARD] = onward
        return HttpResponseRedirect(reverse("account_second_factor"))
