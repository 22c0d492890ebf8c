"""What falls to a desk at night: whose years ended with something still open (P9).

Guiding a group is a part; support that was picked up and promises hang on an organisation and an office
already. So nothing is moved here: the desk is told once, and the row that says so is the ledger.
"""

from django.db.models import Exists, OuterRef, Q

from communities.duties.actions import desk_guiding, groups_without_guide, pick_up_guiding, take_to_desk
from communities.models import DutyKind, Membership, Posting
from communities.site.dates import holds, today
from trajectories.models import Answer
from volunteers.models import SupportReply, SupportState


def fall_to_desks():
    """Guiding, support and promises of who is there no longer; returns what fell now."""
    pick_up_guiding()
    found = desk_guiding(by=None, groups=list(groups_without_guide()))
    for reply in _support_left():
        asked = reply.request
        about = {"organisation": asked.asked_of, "group": asked.group, "about": asked.pk}
        found.append(take_to_desk(by=None, kind=DutyKind.SUPPORT, **about))
    for answer in _promises_left():
        about = {"office": answer.office, "group": answer.signal.group, "about": answer.pk}
        organisation = answer.office.organisation
        found.append(take_to_desk(by=None, organisation=organisation, kind=DutyKind.PROMISE, **about))
    return [duty for duty in found if duty]


def _support_left():
    """The answers under which somebody picked support up and then left the organisation."""
    built = Membership.objects.filter(holds(), user=OuterRef("by"), organisation=OuterRef("organisation"))
    post = Posting.objects.filter(holds(), user=OuterRef("by"), office__organisation=OuterRef("organisation"))
    rows = SupportReply.objects.filter(
        ~Exists(built), ~Exists(post), state=SupportState.PICKED_UP, request__state=SupportState.PICKED_UP
    )
    gone = Q(by__isnull=False) | Q(signed="")
    return rows.filter(gone).select_related("request__asked_of", "request__group__community")


def _promises_left():
    """Promises whose day is still to come, given by somebody who holds no post there any more."""
    post = Posting.objects.filter(holds(), user=OuterRef("by"), office=OuterRef("office"))
    rows = Answer.objects.filter(~Exists(post), kind="promise", on_paper=False, promised_by__gte=today())
    rows = rows.filter(by__isnull=False)
    return rows.select_related("office__organisation", "signal__group__community")
