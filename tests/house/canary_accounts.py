"""Canaries in how somebody comes in: heard by that person alone."""

from allauth.usersessions.models import UserSession


def plant_accounts(cage, cast):
    """The browser in which each of them once logged in."""
    for name, user in cast.people.items():
        browser = cage.token(f"browser{name.replace('_', '')}", None, {name})
        UserSession.objects.create(user=user, ip="192.0.2.1", user_agent=browser, session_key=f"old-{name}")
