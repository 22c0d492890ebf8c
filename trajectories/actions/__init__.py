"""What people do in trajectories, gatherings and signals. Each deed is one transaction."""

from trajectories.actions.asked import answer_signal, put_signal, raise_signal
from trajectories.actions.counting import count_heard, count_introductions
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
from trajectories.actions.heard import answer_heard, ask_seen_and_heard, take_heard_back
from trajectories.actions.introductions import (
    ask_whether_it_helped,
    close_old_introductions,
    say_no,
    show_to_helper,
    take_step,
    talk_about,
    tell_whether_it_helped,
)
from trajectories.actions.networks import (
    agree,
    ask_to_look_back,
    bring,
    look_back,
    save_network,
    take_asset_back,
)
from trajectories.actions.people import forget

# What the nightly command does here, in this order; each may run again on the same day.
NIGHTLY = (
    ask_seen_and_heard,
    ask_whether_it_helped,
    ask_to_look_back,
    count_introductions,
    count_heard,
    close_old_introductions,
)

__all__ = [
    "NIGHTLY",
    "add_agenda_item",
    "add_funding",
    "add_member",
    "agree",
    "answer_heard",
    "answer_signal",
    "approve_harvest",
    "ask_seen_and_heard",
    "ask_to_look_back",
    "ask_whether_it_helped",
    "bring",
    "change_status",
    "close_old_introductions",
    "count_heard",
    "count_introductions",
    "end_part",
    "forget",
    "look_back",
    "plan_gathering",
    "put_signal",
    "raise_signal",
    "rewrite_group",
    "save_network",
    "say_no",
    "show_to_helper",
    "start_trajectory",
    "take_asset_back",
    "take_heard_back",
    "take_step",
    "talk_about",
    "tell_whether_it_helped",
    "write_harvest",
]
