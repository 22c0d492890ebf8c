"""What people do with places, communities, invitations and their own name."""

from communities.actions.coming_in import (
    accept,
    invite,
    invite_official,
    leave,
    let_in,
    turn_away,
    void_invitation,
)
from communities.actions.communities import (
    close_place,
    open_community,
    rewrite_community,
    save_place,
    start_community,
)
from communities.actions.duties import desk_guiding, pick_up_guiding, take_to_desk
from communities.actions.notices import choose_notices, notify, see_notices, stop_mail
from communities.actions.people import change_name, forget, show_as

__all__ = [
    "accept",
    "change_name",
    "choose_notices",
    "close_place",
    "desk_guiding",
    "forget",
    "invite",
    "invite_official",
    "leave",
    "let_in",
    "notify",
    "open_community",
    "pick_up_guiding",
    "rewrite_community",
    "save_place",
    "see_notices",
    "show_as",
    "start_community",
    "stop_mail",
    "take_to_desk",
    "turn_away",
    "void_invitation",
]
