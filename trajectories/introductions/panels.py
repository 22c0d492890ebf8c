"""Going along, in words and protected counts; and whom a companion may choose."""

from django.db.models import JSONField, OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from communities.models import GroupMember, Membership, Snapshot
from communities.rights.disclosure import OTHER
from trajectories.introductions.actions import WHAT
from trajectories.introductions.models import DOORS, WarmIntroduction


def with_introductions():
    """For the question that finds the community: its newest protected list, without a question of its own."""
    rows = Snapshot.objects.newest(WHAT).filter(community=OuterRef("pk"))
    return {
        "introduced": Subquery(rows.values("counts")[:1], output_field=JSONField()),
        "introduced_as_of": Subquery(rows.values("as_of")[:1]),
    }


def introductions_in_words(counts, as_of):
    """ "14 to care, and 12 elsewhere": numbers as they were published, or a sentence that fits any small number."""
    if not counts:
        return _("How many people that were, we say only when it is many: small numbers protect people.")
    labels = {**dict(DOORS), OTHER: _("another place")}
    if list(counts) == [OTHER]:
        parts = [_("with %(count)s people") % {"count": counts[OTHER]}]
    else:
        parts = [
            _("%(count)s people (%(door)s)") % {"count": counts[name], "door": label}
            for name, label in labels.items()
            if name in counts
        ]
    return _("In the quarter until %(day)s somebody went along: %(people)s.") % {
        "day": date_format(as_of, "j F Y"),
        "people": get_text_list(parts, _("and")),
    }


def people_to_go_along_with(community, reader):
    """Whom a companion may choose: residents whose name the reader may read, and names written down in the group."""
    rows = Membership.objects.visible_to(reader).current().filter(community=community, role="resident")
    rows = (
        rows.filter(user__is_active=True).exclude(user=reader.pk).as_shown_to(reader).exclude(shown_name="")
    )
    accounts = {f"account-{row.user_id}": row.shown_name for row in rows}
    written = GroupMember.objects.visible_to(reader).current().filter(group__community=community, user=None)
    names = written.as_shown_to(reader).exclude(shown_name="").values_list("shown_name", flat=True)
    chosen = {f"name-{name}": name for name in names}
    return sorted({**accounts, **chosen}.items(), key=lambda choice: choice[1].lower())


def my_introductions(reader):
    """Where I go along, somebody goes along with me, or comes to me."""
    return WarmIntroduction.objects.visible_to(reader).select_related("community")
