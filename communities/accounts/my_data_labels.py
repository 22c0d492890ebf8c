"""What rows about accounts and the ways in are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.User": _("My account"),
    "account.EmailAddress": _("Mail address I log in with"),
    "mfa.Authenticator": _("Passkeys, app and codes on paper"),
    "usersessions.UserSession": _("Where I am logged in"),
    "communities.KnownBrowser": _("Browsers in which I logged in before"),
    "sessions.Session": _("Being logged in"),
}
