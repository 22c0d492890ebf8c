"""What residents take up themselves."""

from volunteers.models.initiatives import Initiative, InitiativeKind, Stage
from volunteers.models.support import (
    SUPPORT_MOVES,
    SupportKind,
    SupportReply,
    SupportRequest,
    SupportState,
)

__all__ = [
    "SUPPORT_MOVES",
    "Initiative",
    "InitiativeKind",
    "Stage",
    "SupportKind",
    "SupportReply",
    "SupportRequest",
    "SupportState",
]
