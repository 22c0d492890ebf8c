"""People, places, organisations, groups and figures: the ground floor."""

from communities.accounts.models import KnownBrowser, User
from communities.duties.models import Duty, DutyKind
from communities.figures.models import Area, AreaLevel, Figure, FigureSource, FigureState, Indicator
from communities.groups.models import Group, GroupMember, GroupRole, organised
from communities.membership.models import (
    Community,
    CouncilTerm,
    Invitation,
    InvitationKind,
    Membership,
    MembershipRole,
    open_to,
)
from communities.moderation.models import (
    Category,
    Judgement,
    Opening,
    Report,
    ReportLine,
    SetAside,
    not_set_aside,
    with_words,
)
from communities.news.models import Letter, Notice, Silence
from communities.organisations.models import (
    Appointment,
    BackOfficeDeed,
    Office,
    Organisation,
    OrganisationKind,
    Posting,
)
from communities.places.models import MeetingPlace, OpeningHours, OpeningKind
from communities.recovery.models import Card, RecoveryCode
from communities.retention.models import Heartbeat, RetentionLogEntry
from communities.rights.names import HasNameVisibility, NameVisibility
from communities.snapshots.models import Snapshot

__all__ = [
    "Appointment",
    "Area",
    "AreaLevel",
    "BackOfficeDeed",
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
    "HasNameVisibility",
    "Heartbeat",
    "Indicator",
    "Invitation",
    "InvitationKind",
    "Judgement",
    "KnownBrowser",
    "Letter",
    "MeetingPlace",
    "Membership",
    "MembershipRole",
    "NameVisibility",
    "Notice",
    "Office",
    "Opening",
    "OpeningHours",
    "OpeningKind",
    "Organisation",
    "OrganisationKind",
    "Posting",
    "RecoveryCode",
    "Report",
    "ReportLine",
    "RetentionLogEntry",
    "SetAside",
    "Silence",
    "Snapshot",
    "User",
    "not_set_aside",
    "open_to",
    "organised",
    "with_words",
]
