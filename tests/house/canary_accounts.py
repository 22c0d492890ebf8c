"""Canaries in how somebody comes in: heard by that person alone."""

from allauth.usersessions.models import UserSession

from tests.communities.accounts.passkey import passkey_of


def plant_accounts(cage, cast):
    """The browser in which each of them once logged in; and what two of them call their passkey."""
    for name, user in cast.people.items():
        browser = cage.token(f"browser{name.replace('_', '')}", None, {name})
        UserSession.objects.create(user=user, ip="192.0.2.1", user_agent=browser, session_key=f"old-{name}")
    for name in ("resident", "builder"):
        passkey_of(cast.user(name), cage.token(f"passkey{name}", None, {name}))
