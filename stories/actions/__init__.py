"""What tellers and listeners do with a story. Nobody else does anything with it (P6)."""

from stories.actions.assisted import claim, erase_member, tell_for
from stories.actions.citing import cite, uncite
from stories.actions.echoes import (
    accept_pair,
    end_pair,
    follow,
    propose_pair,
    recognise,
    say_how_it_is_now,
    take_back_recognition,
)
from stories.actions.telling import (
    HOLDS_FOR,
    WrittenMeanwhile,
    add_voice,
    change_reach,
    choose_quote,
    erase,
    forget,
    read_back,
    remove_voice,
    save_draft,
    start_changing,
    start_draft,
    tell,
    withdraw,
)

__all__ = [
    "accept_pair",
    "cite",
    "end_pair",
    "follow",
    "propose_pair",
    "recognise",
    "say_how_it_is_now",
    "take_back_recognition",
    "uncite",
    "HOLDS_FOR",
    "WrittenMeanwhile",
    "add_voice",
    "change_reach",
    "choose_quote",
    "claim",
    "erase",
    "erase_member",
    "forget",
    "read_back",
    "remove_voice",
    "save_draft",
    "start_changing",
    "start_draft",
    "tell",
    "tell_for",
    "withdraw",
]
