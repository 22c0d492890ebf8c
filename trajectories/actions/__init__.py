"""What people do in trajectories, gatherings and signals. Each deed is one transaction."""

from trajectories.actions.asked import answer_signal, put_signal, raise_signal
from trajectories.actions.calendars import forget, make_calendar, revoke_calendar
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
from trajectories.actions.planning import (
    cancel_gathering,
    change_gathering,
    invite_to_gathering,
    move_gathering,
)
from trajectories.actions.series import change_series, extend_all_series, extend_series, plan_series
from trajectories.actions.signups import cancel_signup, forget_old_signups, free_places, sign_up

__all__ = [
    "add_agenda_item",
    "add_funding",
    "add_member",
    "answer_signal",
    "approve_harvest",
    "cancel_gathering",
    "cancel_signup",
    "change_gathering",
    "change_series",
    "change_status",
    "end_part",
    "extend_all_series",
    "extend_series",
    "forget",
    "forget_old_signups",
    "free_places",
    "invite_to_gathering",
    "make_calendar",
    "move_gathering",
    "plan_gathering",
    "plan_series",
    "put_signal",
    "raise_signal",
    "revoke_calendar",
    "rewrite_group",
    "sign_up",
    "start_trajectory",
    "write_harvest",
]
