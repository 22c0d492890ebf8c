"""Duties fall to the desk of an organisation when somebody's years there end (P9)."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from communities.accounts.models import User
from communities.duties.models import Duty, DutyKind
from communities.groups.models import Group, GroupMember, GroupRole
from communities.membership.models import Membership
from communities.news.actions import notify
from communities.site.dates import holds, today


@transaction.atomic
def take_to_desk(*, by, organisation, group, kind, about, office=None):
    """Keep that something lies at a desk now, and tell who works there; once, until it is picked up."""
    if kind != DutyKind.GUIDING:
        already = Duty.objects.filter(kind=kind, about=about, organisation=organisation)
    else:
        already = Duty.objects.filter(kind=kind, about=about, organisation=organisation, until=None)
    if already.exists():
        return None
    duty = Duty.objects.create(
        organisation=organisation, office=office, group=group, kind=kind, about=about, since=today()
    )
    people = User.objects.posted_at(office) if office else User.objects.working_for(organisation)
    notify(by=by, people=people, kind="desk", about=group.pk, community=group.community)
    return duty


def groups_without_guide():
    """Groups that were guided by a professional once, and are by nobody today."""
    here = Membership.objects.current().filter(user=OuterRef("user"), community=OuterRef("group__community"))
    guides = GroupMember.objects.filter(group=OuterRef("pk"), role=GroupRole.FACILITATOR)
    present = guides.filter(holds()).filter(Q(user=None) | Exists(here))
    return Group.objects.filter(Exists(guides), ~Exists(present)).select_related("community")


@transaction.atomic
def desk_guiding(*, by, groups):
    """For each of these groups without a guide: it lies now at the organisation of who guided it last."""
    made = []
    for group in groups_without_guide().filter(pk__in=[group.pk for group in groups]):
        last = group.members.filter(role=GroupRole.FACILITATOR, user__isnull=False).order_by("-since").first()
        built = Membership.objects.filter(organisation__isnull=False, community=group.community_id)
        seat = last and built.filter(user=last.user_id).order_by("-since").first()
        if seat:
            about = {"organisation": seat.organisation, "group": group, "about": group.pk}
            made.append(take_to_desk(by=by, kind=DutyKind.GUIDING, **about))
    return [duty for duty in made if duty]


@transaction.atomic
def pick_up_guiding():
    """Where somebody guides again, it lies at the desk no longer."""
    open_rows = Duty.objects.filter(kind=DutyKind.GUIDING, until=None)
    open_rows.exclude(group__in=groups_without_guide()).update(until=today())
