"""What shared pages say about networks, what people bring, going along, and feeling seen and heard."""

from dataclasses import dataclass

from django.db.models import JSONField, OuterRef, Subquery
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from communities.disclosure import OTHER
from communities.generic import Panel
from communities.models import GroupMember, Membership, Snapshot
from trajectories.actions.counting import HEARD, INTRODUCTIONS
from trajectories.models import DOORS, Asset, HeardAnswer, HeardRound, SupportNetwork, WarmIntroduction
from trajectories.timeline import VISITOR

SENTENCES = 5


def with_introductions():
    """For the question that finds the community: its newest protected list, without a question of its own."""
    rows = Snapshot.objects.newest(INTRODUCTIONS).filter(community=OuterRef("pk"))
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


def networks_panel(community, reader):
    """What is there already: networks, what people bring, and how people go along (M4, M9, M13)."""
    rows = SupportNetwork.objects.visible_to(reader).current().filter(community=community)
    networks = list(rows.select_related("care_team"))
    brought = Asset.objects.visible_to(reader).filter(community=community).as_shown_to(reader)
    brought = list(brought.select_related("group"))
    sentences = list(sentences_of(reader).filter(round__group__community=community)[:SENTENCES])
    if not (networks or brought or sentences):
        return None
    values = {
        "networks": networks,
        "assets": brought,
        "sentences": sentences,
        "introduced": introductions_in_words(community.introduced, community.introduced_as_of),
    }
    return Panel("netwerken", _("What we have together"), "trajectories/networks_panel.html", values)


def sentences_of(reader):
    """Sentences that may be shown to everyone, without a name; the same for every reader (P2)."""
    return HeardAnswer.objects.visible_to(VISITOR).sentences().select_related("round__group")


@dataclass(frozen=True)
class Heard:
    """What stands on the page of a group: sentences, and a number only when enough people answered."""

    sentences: list
    answered: int | None
    as_of: object


def heard_of(group, reader):
    """Seen and heard in one group: the same for every reader."""
    sentences = list(sentences_of(reader).filter(round__group=group)[:SENTENCES])
    newest = Snapshot.objects.visible_to(VISITOR).newest(HEARD).filter(key=str(group.pk)).first()
    count = newest.counts.get("answered") if newest else None
    return Heard(sentences, count, newest.as_of if newest else None)


def heard_rounds_for_hosts(group, reader):
    """Per round what people answered, for resident hosts; without names and not in order of answering."""
    rows = HeardAnswer.objects.visible_to(reader).filter(round__group=group)
    together = {}
    for row in rows.select_related("round").order_by("-round__half", "question", "words"):
        together.setdefault(row.round, []).append(row)
    return list(together.items())


def half_in_words(half):
    """ "January to June 2026"."""
    last = half.month + 5
    months = {"first": MONTHS[half.month], "last": MONTHS[last], "year": half.year}
    return capfirst(_("%(first)s to %(last)s %(year)s") % months)


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


def my_questions(reader):
    """Rounds of this half year that ask me something."""
    return HeardRound.objects.answerable_by(reader).open().select_related("group")
