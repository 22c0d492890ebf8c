"""What tellers and listeners do with a story. Nobody else does anything with it (P6)."""

from stories.actions.assisted import claim, erase_member, tell_for
from stories.actions.consenting import ask_witness, confirm_as_witness, renew
from stories.actions.media import add_picture, add_sound, describe, remove_media
from stories.actions.receipts import give_receipt, let_in, print_sheets, tell_alone, turn_away, type_in
from stories.actions.suggestions import apply_suggestion, drop_suggestion, suggest
from stories.actions.telling import (
    HOLDS_FOR,
    WrittenMeanwhile,
    add_voice,
    change_reach,
    choose_quote,
    erase,
    forget,
    let_go_of,
    read_back,
    remove_voice,
    save_draft,
    start_changing,
    start_draft,
    tell,
    withdraw,
)

__all__ = [
    "HOLDS_FOR",
    "WrittenMeanwhile",
    "add_picture",
    "add_sound",
    "add_voice",
    "apply_suggestion",
    "ask_witness",
    "change_reach",
    "choose_quote",
    "claim",
    "confirm_as_witness",
    "describe",
    "drop_suggestion",
    "erase",
    "erase_member",
    "forget",
    "give_receipt",
    "let_go_of",
    "let_in",
    "print_sheets",
    "read_back",
    "remove_media",
    "remove_voice",
    "renew",
    "save_draft",
    "start_changing",
    "start_draft",
    "suggest",
    "tell",
    "tell_alone",
    "tell_for",
    "turn_away",
    "type_in",
    "withdraw",
]
