"""Sessions begin and end: what was open on a device closes when somebody says so, or when a role ends."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from communities.accounts.models import KnownBrowser, digest_of
from communities.site.dates import today


@transaction.atomic
def confirm_address(*, by):
    """The one mail address of an account, proved; whoever is changing it keeps what is written down."""
    if not EmailAddress.objects.filter(user=by).exists():
        EmailAddress.objects.create(user=by, email=by.email, verified=True, primary=True)


@transaction.atomic
def note_session(request):
    """Write down that somebody came in here, so that they can end it from elsewhere; without the address."""
    UserSession.objects.create_from_request(request)
    UserSession.objects.filter(session_key=request.session.session_key).update(ip="0.0.0.0")  # noqa: S104


@transaction.atomic
def know_browser(*, by, mark, until):
    """Somebody logged in here; what does not count any more is cleared away at the same time."""
    KnownBrowser.objects.filter(user=by, until__lt=today()).delete()
    KnownBrowser.objects.update_or_create(digest=digest_of(mark), defaults={"user": by, "until": until})


@transaction.atomic
def end_sessions(*, by, person, but=""):
    """Close everything somebody has open, at once; `but` is the session in which this is asked."""
    noted = UserSession.objects.filter(user=person).exclude(session_key=but)
    Session.objects.filter(session_key__in=noted.values("session_key")).delete()
    noted.delete()


@transaction.atomic
def end_session(*, by, session):
    """Close one of my own."""
    session.end()


@transaction.atomic
def drop_second_factor(*, by, person):
    """An administrator takes away a second factor that was lost; its owner sets up a new one at log-in.

    The mailed code stays needed, so nobody comes in this way who cannot read the mail.
    """
    Authenticator.objects.filter(user=person).delete()
    end_sessions(by=by, person=person)
