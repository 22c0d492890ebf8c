"""Canaries in how somebody comes in: heard by that person alone."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.utils import timezone

from communities.models import Letter
from tests.communities.accounts.passkey import passkey_of


def plant_accounts(cage, cast):
    """The browser in which each of them once logged in; and what two of them call their passkey."""
    for name, user in cast.people.items():
        browser = cage.token(f"browser{name.replace('_', '')}", None, {name})
        UserSession.objects.create(user=user, ip="192.0.2.1", user_agent=browser, session_key=f"old-{name}")
    for name in ("resident", "builder"):
        passkey_of(cast.user(name), cage.token(f"passkey{name}", None, {name}))


def plant_letter(cage, cast):
    """One that waits: a run that posts what is due leaves it alone."""
    Letter.objects.create(
        person=cast.user("resident"),
        to=cage.token("briefadres", None, {"resident"}) + "@mail.example",
        subject=cage.token("brieftitel", None, {"resident"}),
        text=cage.token("brief", None, {"resident"}),
        html=cage.token("briefopgemaakt", None, {"resident"}),
        due_at=timezone.now() + timedelta(days=365),
    )
