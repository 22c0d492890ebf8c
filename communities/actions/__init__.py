"""What people do with places, communities, invitations and their own name."""

from communities.actions.accounts import (
    confirm_address,
    drop_second_factor,
    end_session,
    end_sessions,
    note_session,
)
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
from communities.actions.notices import choose_notices, notify, see_notices, stop_mail
from communities.actions.people import change_name, forget, show_as
from communities.actions.reports import (
    agree_aside,
    close_report,
    drop_reports,
    judge_aside,
    lift_aside,
    object_to_aside,
    open_row,
    propose_aside,
    report,
)

__all__ = [
    "accept",
    "agree_aside",
    "change_name",
    "choose_notices",
    "close_place",
    "close_report",
    "confirm_address",
    "drop_reports",
    "drop_second_factor",
    "end_session",
    "end_sessions",
    "forget",
    "invite",
    "invite_official",
    "judge_aside",
    "leave",
    "let_in",
    "lift_aside",
    "note_session",
    "notify",
    "object_to_aside",
    "open_community",
    "open_row",
    "propose_aside",
    "report",
    "rewrite_community",
    "save_place",
    "see_notices",
    "show_as",
    "start_community",
    "stop_mail",
    "turn_away",
    "void_invitation",
]
