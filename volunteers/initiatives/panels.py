"""Initiatives on the page of a community."""

from django.utils.translation import gettext as _

from communities.site.pages import Panel
from volunteers.initiatives.models import Initiative


def initiatives_panel(community, reader):
    """What residents do, with what one can and cannot ask them; in the order of the alphabet."""
    rows = Initiative.objects.visible_to(reader).filter(group__community=community).exclude(stage="thanked")
    rows = list(rows.select_related("group"))
    if not rows:
        return None
    values = {"initiatives": rows[:12], "more": rows[12:]}
    return Panel(
        "initiatieven", _("What residents do"), "volunteers/initiatives/initiatives_panel.html", values
    )


def born_of_theme(theme, reader):
    """The initiatives that came out of a theme, as steps of its trail: it can be walked both ways."""
    rows = list(Initiative.objects.visible_to(reader).filter(born_of_theme=theme).select_related("group"))
    if not rows:
        return None
    return Panel("initiatieven", _("What residents do"), "volunteers/initiatives/born.html", {"born": rows})
