"""One's own name, and forgetting."""

from django.core.cache import cache
from django.db import transaction

from communities.accounts.actions import end_sessions
from communities.duties.actions import desk_guiding
from communities.groups.models import Group
from communities.membership.models import Membership
from communities.moderation.models import ReportLine
from communities.news.models import Letter, Notice, Silence
from communities.recovery.models import Card, RecoveryCode
from communities.rights.names import NameVisibility
from communities.site.dates import today
from communities.site.example_mailbox import EXAMPLE_MAILBOX
from communities.snapshots.actions import forget_marks


@transaction.atomic
def change_name(*, by, display_name, language):
    """How somebody is called, for themselves; where the name stands is asked per row."""
    by.display_name, by.language = display_name, language
    by.save(update_fields=["display_name", "language"])


@transaction.atomic
def correct_expertise(*, by, member, expertise):
    """What somebody knows a lot about, in their own words (AVG art. 16)."""
    member.expertise = expertise
    member.save(update_fields=["expertise"])


@transaction.atomic
def show_as(*, by, row, shown_as):
    """The dated yes to a name on a page, or its taking back (docs/domain.md, "Names of people")."""
    row.shown_as = shown_as
    row.shown_since = None if shown_as == NameVisibility.ROLE else today()
    row.save(update_fields=["shown_as", "shown_since"])


@transaction.atomic
def forget(person):
    """Every device is logged out; every role ends today and is signed by role from now on; own words about oneself go."""
    end_sessions(by=person, person=person)
    now, groups = today(), list(Group.objects.guided_by(person))
    for rows in (person.memberships, person.group_roles, person.postings, person.appointments):
        rows.filter(until=None).exclude(since=None).update(until=now)
    desk_guiding(by=person, groups=groups)
    Membership.objects.filter(user=person, since=None).delete()
    person.group_roles.filter(since=None).delete()
    person.group_roles.update(name="", expertise="", shown_as=NameVisibility.ROLE, shown_since=None)
    for rows in (person.memberships, person.postings):
        rows.update(shown_as=NameVisibility.ROLE, shown_since=None)
    RecoveryCode.objects.filter(user=person).delete()
    Card.objects.filter(member__user=person).delete()
    ReportLine.objects.filter(by=person).delete()
    forget_marks(person)
    Notice.objects.filter(person=person).delete()
    Silence.objects.filter(person=person).delete()
    Letter.objects.filter(person=person).delete()
    cache.delete(EXAMPLE_MAILBOX)
