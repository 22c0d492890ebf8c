"""What people do in trajectories, gatherings and signals. Each deed is one transaction."""

from trajectories.actions.asked import answer_signal, put_signal, raise_signal
from trajectories.actions.gatherings import (
    add_agenda_item,
    approve_harvest,
    plan_gathering,
    write_harvest,
)
from trajectories.actions.groups import (
    add_funding,
    add_member,
    change_status,
    end_part,
    rewrite_group,
    start_trajectory,
)

__all__ = [
    "add_agenda_item",
    "add_funding",
    "add_member",
    "answer_signal",
    "approve_harvest",
    "change_status",
    "end_part",
    "plan_gathering",
    "put_signal",
    "raise_signal",
    "rewrite_group",
    "start_trajectory",
    "write_harvest",
]
