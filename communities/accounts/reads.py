"""What somebody sees of their own ways in: sessions in plain words, passkeys, the app, codes on paper."""

import re
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext as _

BROWSERS = [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox")]
BROWSERS += [("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")]
SYSTEMS = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")]
SYSTEMS += [("CrOS", "Chromebook"), ("Mac OS", "Mac"), ("Linux", "Linux")]


@dataclass(frozen=True)
class OwnKey:
    """A passkey as its owner knows it."""

    pk: int
    name: str
    added: object
    used: object


def in_words(user_agent):
    """A browser's description of itself, as people would say it: "Firefox on Windows"."""
    browser = next((word for sign, word in BROWSERS if re.search(rf"\b{sign}\b", user_agent)), "")
    system = next((word for sign, word in SYSTEMS if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown device")


def sessions_of(person):
    """The living sessions of somebody, newest first; reading them deletes nothing."""
    living = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user=person, session_key__in=living).order_by("-created_at")


def keys_of(person):
    """Somebody's passkeys as rows; whoever is not the owner finds none."""
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).order_by("pk")


def codes_of(person):
    """Somebody's codes on paper, one row or none."""
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES)


def log_in_methods(person):
    """Everything that stands on the page "log in and safety", in two questions."""
    found = list(Authenticator.objects.filter(user=person).order_by("pk"))
    of_type = {kind: [row for row in found if row.type == kind] for kind in Authenticator.Type}
    codes = of_type[Authenticator.Type.RECOVERY_CODES]
    return {
        "keys": [
            OwnKey(row.pk, row.wrap().name, row.created_at, row.last_used_at)
            for row in of_type[Authenticator.Type.WEBAUTHN]
        ],
        "app": bool(of_type[Authenticator.Type.TOTP]),
        "has_codes": bool(codes),
        "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else 0,
    }
