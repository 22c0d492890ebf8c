"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.User": _("My account"),
    "account.EmailAddress": _("Mail address I log in with"),
    "mfa.Authenticator": _("Passkeys, app and codes on paper"),
    "usersessions.UserSession": _("Where I am logged in"),
    "sessions.Session": _("Being logged in"),
}
