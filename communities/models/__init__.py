"""People, places, organisations, groups and figures: the ground floor."""

from communities.models.areas import Area, AreaLevel
from communities.models.codes import Card, WayIn
from communities.models.communities import Community, CouncilTerm, Membership, MembershipRole, open_to
from communities.models.duties import Duty, DutyKind
from communities.models.figures import Figure, FigureSource, FigureState, Indicator
from communities.models.groups import Group, GroupMember, GroupRole, organised
from communities.models.invitations import Invitation, InvitationKind
from communities.models.keeping import Heartbeat, Retained
from communities.models.letters import Letter
from communities.models.notices import Notice, Silence
from communities.models.organisations import Appointment, Office, Organisation, OrganisationKind, Posting
from communities.models.people import User
from communities.models.places import MeetingPlace, OpeningHours, OpeningKind
from communities.models.reports import (
    Category,
    Judgement,
    Opening,
    Report,
    ReportLine,
    SetAside,
    not_set_aside,
    with_words,
)
from communities.models.shown import Shown, ShownAs
from communities.models.snapshots import Snapshot

__all__ = [
    "Appointment",
    "Area",
    "AreaLevel",
    "Card",
    "Category",
    "Community",
    "CouncilTerm",
    "Duty",
    "DutyKind",
    "Figure",
    "FigureSource",
    "FigureState",
    "Group",
    "GroupMember",
    "GroupRole",
    "Heartbeat",
    "Indicator",
    "Invitation",
    "InvitationKind",
    "Judgement",
    "Letter",
    "MeetingPlace",
    "Membership",
    "MembershipRole",
    "Notice",
    "Office",
    "Opening",
    "OpeningHours",
    "OpeningKind",
    "Organisation",
    "OrganisationKind",
    "Posting",
    "Report",
    "ReportLine",
    "Retained",
    "SetAside",
    "Shown",
    "ShownAs",
    "Silence",
    "Snapshot",
    "User",
    "WayIn",
    "not_set_aside",
    "open_to",
    "organised",
    "with_words",
]
