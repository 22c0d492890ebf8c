"""People, places, organisations, groups and figures: the ground floor."""

from communities.models.areas import Area, AreaLevel
from communities.models.communities import Community, CouncilTerm, Membership, MembershipRole
from communities.models.duties import Duty, DutyKind
from communities.models.figures import Figure, FigureSource, FigureState, Indicator
from communities.models.groups import Group, GroupMember, GroupRole
from communities.models.invitations import Invitation, InvitationKind
from communities.models.letters import Letter
from communities.models.notices import Notice, Silence
from communities.models.organisations import Appointment, Office, Organisation, OrganisationKind, Posting
from communities.models.people import User
from communities.models.places import MeetingPlace, OpeningHours, OpeningKind
from communities.models.shown import Shown, ShownAs

__all__ = [
    "Appointment",
    "Area",
    "AreaLevel",
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
    "Indicator",
    "Invitation",
    "InvitationKind",
    "Letter",
    "MeetingPlace",
    "Membership",
    "MembershipRole",
    "Notice",
    "Office",
    "OpeningHours",
    "OpeningKind",
    "Organisation",
    "OrganisationKind",
    "Posting",
    "Shown",
    "ShownAs",
    "Silence",
    "User",
]
