"""News about gatherings, harvests, signals and how a trajectory goes on."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.dates import today
from communities.models import Group, GroupMember
from communities.notices import Kind
from trajectories.models import (
    Change,
    Cliff,
    Gathering,
    Handover,
    Harvest,
    HeardRound,
    RoleAgreement,
    Signal,
    SignUp,
    SupportNetwork,
    Trajectory,
    WarmIntroduction,
)


def _to_approve(reader):
    return Harvest.objects.visible_to(reader).to_agree_by(reader).select_related("gathering")


def _to_agree(reader):
    rows = Change.objects.visible_to(reader).to_agree_by(reader)
    return rows.filter(approved_on=None).select_related("group")


def _answered(reader):
    return Signal.objects.visible_to(reader).filter(answers__isnull=False).distinct()


def _of_signup(row):
    """What became of my place: cancelled, moved, mine, or still waiting."""
    values = {"title": row.gathering}
    if row.gathering.cancelled_on:
        return _("Does not take place: %(title)s") % values
    if row.placed_at is None:
        return _("You are on the waiting list: %(title)s") % values
    if row.gathering.is_moved:
        return _("Moved to another moment: %(title)s") % values
    return _("There is a place for you: %(title)s") % values


def _asked_at(reader):
    asking = GroupMember.objects.asking().values("group")
    return Group.objects.led_by(reader).filter(pk__in=asking)


def _to_review(reader):
    due = RoleAgreement.objects.visible_to(reader).standing().filter(review_on__lte=today())
    return Group.objects.joined_by(reader).filter(pk__in=due.values("group"))


def _ending(reader):
    warned = Cliff.objects.visible_to(reader).filter(day__gte=today())
    return Group.objects.visible_to(reader).filter(pk__in=warned.values("group"))


KINDS = [
    Kind(
        key="taking_part",
        label=gettext_lazy("Somebody wants to take part in my group"),
        route="group_people",
        rows=_asked_at,
        title=lambda row: _("Somebody would like to take part in %(group)s") % {"group": row},
    ),
    Kind(
        key="in_group",
        label=gettext_lazy("I was welcomed in a group"),
        route="group",
        rows=Group.objects.joined_by,
        title=lambda row: _("You take part in %(group)s now") % {"group": row},
    ),
    Kind(
        key="host",
        label=gettext_lazy("I was asked to be host of a group"),
        route="role_offer",
        rows=lambda reader: GroupMember.objects.offered_to(reader).select_related("group"),
        title=lambda row: _("Will you help carry %(group)s?") % {"group": row.group},
    ),
    Kind(
        key="role",
        label=gettext_lazy("An agreement about who does what wants a new look"),
        route="agreements",
        rows=_to_review,
        title=lambda row: _("Who does what in %(group)s: is it still right?") % {"group": row},
    ),
    Kind(
        key="cliff",
        label=gettext_lazy("Money ends or a decision is due, in a year or sooner"),
        route="group",
        rows=_ending,
        title=lambda row: _("Money ends or is decided about: %(title)s") % {"title": row},
    ),
    Kind(
        key="handover",
        label=gettext_lazy("Somebody hands over to me or to my group"),
        route="handover",
        rows=lambda reader: Handover.objects.visible_to(reader).filter(shared_on__isnull=False),
        title=lambda row: _("A handover: %(title)s") % {"title": row},
    ),
    Kind(
        key="gathering",
        label=gettext_lazy("I am invited to a gathering of my group"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("New gathering: %(title)s") % {"title": row},
    ),
    Kind(
        key="moved",
        label=gettext_lazy("A gathering of my group was moved"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("Moved to another moment: %(title)s") % {"title": row},
    ),
    Kind(
        key="cancelled",
        label=gettext_lazy("A gathering of my group does not take place"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("Does not take place: %(title)s") % {"title": row},
    ),
    Kind(
        key="signup",
        label=gettext_lazy("Something changes where I signed up"),
        route="signup",
        field="code",
        rows=lambda reader: SignUp.objects.of(reader).select_related("gathering"),
        title=_of_signup,
    ),
    Kind(
        key="harvest",
        label=gettext_lazy("A harvest of my group waits for a yes"),
        route="gathering",
        field="gathering_id",
        rows=_to_approve,
        title=lambda row: _("Read and say yes: %(title)s") % {"title": row},
    ),
    Kind(
        key="change",
        label=gettext_lazy("What changed, in words of my group, waits for a yes"),
        route="change",
        rows=_to_agree,
        title=lambda row: (
            _("Read and say yes: what changed in %(year)s, %(group)s")
            % {"year": row.year, "group": row.group}
        ),
    ),
    Kind(
        key="status",
        label=gettext_lazy("A trajectory of mine goes on in another way"),
        route="trajectory",
        rows=Trajectory.objects.visible_to,
        title=lambda row: _("How it goes on: %(title)s") % {"title": row},
    ),
    Kind(
        key="signal",
        label=gettext_lazy("Something was asked of my department"),
        route="signal",
        rows=Signal.objects.answerable_by,
        title=lambda row: _("An answer is asked: %(title)s") % {"title": row},
    ),
    Kind(
        key="answer",
        label=gettext_lazy("An answer came to what my group asked"),
        route="signal",
        rows=_answered,
        title=lambda row: _("An answer came: %(title)s") % {"title": row},
    ),
    Kind(
        key="introduction",
        label=gettext_lazy("Somebody goes along with me, or with somebody to me"),
        route="introduction",
        rows=WarmIntroduction.objects.visible_to,
        title=lambda row: _("Somebody goes along: look together"),
    ),
    Kind(
        key="did_it_help",
        label=gettext_lazy("Whether going along helped"),
        route="did_it_help",
        rows=WarmIntroduction.objects.editable_by,
        title=lambda row: _("Did going along help?"),
    ),
    Kind(
        key="look_back",
        label=gettext_lazy("A look back on what we agreed with a care team"),
        route="look_back",
        rows=SupportNetwork.objects.agreed_by,
        title=lambda row: _("A year later, how does it go: %(name)s") % {"name": row},
    ),
    Kind(
        key="seen_and_heard",
        label=gettext_lazy("Whether I feel seen and heard in my group"),
        route="heard",
        rows=lambda reader: HeardRound.objects.answerable_by(reader).select_related("group"),
        title=lambda row: _("Do you feel seen and heard? %(group)s") % {"group": row.group},
    ),
]
