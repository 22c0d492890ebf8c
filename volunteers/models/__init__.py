"""What residents take up themselves."""

from volunteers.models.initiatives import Initiative, InitiativeKind, Stage
from volunteers.models.support import SupportKind, SupportReply, SupportRequest, SupportState

__all__ = [
    "Initiative",
    "InitiativeKind",
    "Stage",
    "SupportKind",
    "SupportReply",
    "SupportRequest",
    "SupportState",
]
