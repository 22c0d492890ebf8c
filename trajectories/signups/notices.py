"""Kinds of news about a place at a gathering."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.signups.models import SignUp


def _of_signup(row):
    """What became of my place: cancelled, moved, mine, or still waiting."""
    values = {"title": row.gathering}
    if row.gathering.cancelled_on:
        return _("Does not take place: %(title)s") % values
    if row.placed_at is None:
        return _("You are on the waiting list: %(title)s") % values
    if row.gathering.is_moved:
        return _("Moved to another moment: %(title)s") % values
    return _("There is a place for you: %(title)s") % values


KINDS = [
    Kind(
        key="signup",
        label=gettext_lazy("Something changes where I signed up"),
        route="signup",
        field="code",
        rows=lambda reader: SignUp.objects.of(reader).select_related("gathering"),
        title=_of_signup,
    ),
]
