"""Start-up checks: what a site for real people must say and close (`manage.py check --deploy`).

What cannot be right stops the site in `config/env.py`; here stands what starts well and goes wrong later:
mail that nobody gets, links that lead nowhere, a site that says not who answers for it.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Warning

from config.env import DEVELOPMENT_KEY, LOCAL_HOSTS

# Setting: what goes wrong without it, and what to put there.
WANTED = {
    "CONTROLLER": ("nobody reads who answers for this site", "the name of the municipality or organisation"),
    "CONTACT": ("nobody reads whom to write to", "a mail address that somebody reads"),
    "DATA_PROTECTION_OFFICER": (
        "nobody reads who watches over personal data",
        "the mail address of the data protection officer (FG)",
    ),
    "SECURITY_CONTACT": ("nobody can report a hole", "a mail address that somebody reads"),
    "EMAIL_URL": (
        "mail is printed and never sent, so nobody can log in",
        "smtp+tls://user:password@host:587",
    ),
    "DEFAULT_FROM_EMAIL": ("mail comes from samenspel@localhost", "the address that mail comes from"),
    "SITE_URL": ("links in mails are a guess", "the address of the site, https://…"),
    "DATABASE_URL": ("the site runs on SQLite, for one machine", "postgres://user:password@host:5432/name"),
}


def what_is_missing(app_configs, **kwargs):
    """One warning per setting that nobody filled in."""
    return [
        Warning(f"{name} is not set: {why}.", hint=f"Set {name}: {what}.", id="samenspel.W002")
        for name, (why, what) in WANTED.items()
        if name in settings.UNSET
    ]


def _answers_to(host, names):
    """Whether the site answers to this host, as ALLOWED_HOSTS is read."""
    return any(name in {"*", host} or (name[:1] == "." and f".{host}".endswith(name)) for name in names)


def where_it_answers(app_configs, **kwargs):
    """The address in mails is one of this site, and the site answers to its own names alone."""
    found, address = [], urlsplit(settings.SITE_URL)
    if "*" in settings.ALLOWED_HOSTS:
        hint = "Name the hosts of the site in ALLOWED_HOSTS."
        found.append(
            Error("ALLOWED_HOSTS is *: the site answers to any name.", hint=hint, id="samenspel.E001")
        )
    if not _answers_to(address.hostname, settings.ALLOWED_HOSTS):
        why = f"SITE_URL names {address.hostname}, and ALLOWED_HOSTS does not: links in mails lead nowhere."
        found.append(Warning(why, hint="Name the same host in both.", id="samenspel.W003"))
    if address.scheme != "https" and not settings.DEBUG:
        why = "SITE_URL does not begin with https://: links in mails travel open."
        found.append(Warning(why, hint="Write https:// in SITE_URL.", id="samenspel.W004"))
    return found


def what_is_open(app_configs, **kwargs):
    """Nothing of development where strangers come, and a proxy that is counted."""
    found = []
    if settings.SECRET_KEY == DEVELOPMENT_KEY:
        why = "SECRET_KEY is the one of development: anybody can log in as anybody."
        found.append(Error(why, hint="Set SECRET_KEY to a random text.", id="samenspel.E002"))
    strange = [name for name in settings.ALLOWED_HOSTS if name not in LOCAL_HOSTS]
    if settings.DEBUG and strange:
        why = f"DEBUG is on for {', '.join(strange)}: strangers see what a developer sees."
        found.append(Error(why, hint="Take DEBUG away.", id="samenspel.E003"))
    if settings.BEHIND_PROXY != bool(settings.ALLAUTH_TRUSTED_PROXY_COUNT):
        why = "BEHIND_PROXY and TRUSTED_PROXY_COUNT disagree: limits take everybody for one visitor, or believe lies."
        hint = "Behind one proxy: BEHIND_PROXY=1 and TRUSTED_PROXY_COUNT=1. Without: neither."
        found.append(Warning(why, hint=hint, id="samenspel.W005"))
    return found


CHECKS = (what_is_missing, where_it_answers, what_is_open)
