"""What residents take up themselves."""

from volunteers.initiatives.models import Initiative, InitiativeKind, Stage
from volunteers.support.models import SUPPORT_MOVES, SupportKind, SupportReply, SupportRequest, SupportState

__all__ = [
    "Initiative",
    "InitiativeKind",
    "SUPPORT_MOVES",
    "Stage",
    "SupportKind",
    "SupportReply",
    "SupportRequest",
    "SupportState",
]
