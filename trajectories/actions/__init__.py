"""What people do in trajectories, gatherings and signals. Each deed is one transaction."""

from trajectories.actions.asked import answer_signal, put_signal, raise_signal
from trajectories.actions.continuity import save_stewardship, save_tender, warn_of_cliffs
from trajectories.actions.gatherings import (
    add_agenda_item,
    approve_harvest,
    plan_gathering,
    write_harvest,
)
from trajectories.actions.groups import (
    add_funding,
    add_member,
    change_funding,
    change_status,
    end_part,
    rewrite_group,
    start_trajectory,
)
from trajectories.actions.handovers import (
    accept_handover,
    forget_handovers,
    meet,
    share_handover,
    write_handover,
)

__all__ = [
    "accept_handover",
    "add_agenda_item",
    "add_funding",
    "add_member",
    "answer_signal",
    "approve_harvest",
    "change_funding",
    "change_status",
    "end_part",
    "forget_handovers",
    "meet",
    "plan_gathering",
    "put_signal",
    "raise_signal",
    "rewrite_group",
    "save_stewardship",
    "save_tender",
    "share_handover",
    "start_trajectory",
    "warn_of_cliffs",
    "write_handover",
    "write_harvest",
]
