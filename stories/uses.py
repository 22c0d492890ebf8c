"""Where a story is used and what came of it, for its teller; and quotes beside what others ask and name."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from communities.catalogue import subject_title
from communities.generic import Panel
from communities.models import Community, Group
from stories.models import Quote, StoryCitation
from trajectories.models import Answer, Signal, Theme

QUOTES_TO_CHOOSE = 60


@dataclass(frozen=True)
class Use:
    """One place where a sentence stands: what it is, where to read it, and what came of it until now."""

    what: str
    title: str = ""
    url: str = ""
    came: list = field(default_factory=list)
    remove: int | None = None


def uses_of(story, reader):
    """Every place where this story is used, in the order of time. A closed door is told by its group only."""
    rows = StoryCitation.objects.of_story(story)
    rows = list(rows.select_related("signal__group", "theme__group", "community"))
    if not rows:
        return []
    signals = [row.signal_id for row in rows if row.signal_id]
    open_signals = set(Signal.objects.visible_to(reader).filter(pk__in=signals).values_list("pk", flat=True))
    themes = [row.theme_id for row in rows if row.theme_id]
    open_themes = set(Theme.objects.visible_to(reader).filter(pk__in=themes).values_list("pk", flat=True))
    answers = {}
    for answer in Answer.objects.visible_to(reader).filter(signal__in=open_signals).select_related("office"):
        answers.setdefault(answer.signal_id, []).append(answer)
    return [_use(row, open_signals, open_themes, answers) for row in rows]


def _use(row, open_signals, open_themes, answers):
    if row.subject:
        title = f"{subject_title(row.subject)}, {row.community.name}"
        url = reverse("area", args=[row.area_code]) + "#cijfers"
        return Use(_("Beside figures"), title, url, remove=row.pk)
    target, shown = (row.signal, open_signals) if row.signal_id else (row.theme, open_themes)
    what = _("In a question of %(group)s") if row.signal_id else _("In a theme of %(group)s")
    what = what % {"group": target.group.title}
    if target.pk not in shown:
        return Use(what, remove=row.pk)
    return Use(what, str(target), target.get_absolute_url(), answers.get(row.signal_id, []), row.pk)


def _cited(reader, may_cite, **place):
    rows = list(StoryCitation.objects.readable_by(reader).filter(**place))
    words = Quote.objects.with_words().filter(pk__in=[row.quote_id for row in rows])
    words = {quote.pk: quote for quote in words.select_related("story")}
    return [
        (words[row.quote_id], row, may_cite or words[row.quote_id].story.teller_id == reader.pk)
        for row in rows
    ]


def quotes_beside(row, reader, *, name, route):
    """The sentences beside a signal or a theme, for who may read each story; None when there is nothing."""
    may_cite = Group.objects.organised_by(reader).filter(pk=row.group_id).exists()
    quotes = _cited(reader, may_cite, **{name: row})
    if not quotes and not may_cite:
        return None
    values = {"quotes": quotes, "may_cite": may_cite, "route": route, "key": row.pk}
    return Panel("verhalen", _("From the stories of people"), "stories/cited.html", values)


def quotes_beside_figures(area_code, reader, may_cite):
    """The sentences beside figures of an area, each with the subject it stands beside."""
    quotes = _cited(reader, may_cite, area_code=area_code)
    return [(quote, row, may_edit, subject_title(row.subject)) for quote, row, may_edit in quotes]


def quotes_to_choose(reader, communities):
    """The sentences that may be quoted in these communities and that this reader may read, newest first."""
    rows = Quote.objects.visible_to(reader).with_words().filter(story__community__in=communities)
    keys = rows.order_by("-story__told_on", "-pk").values_list("pk", flat=True)[:QUOTES_TO_CHOOSE]
    rows = Quote.objects.with_words().filter(pk__in=list(keys)).select_related("story")
    return rows.order_by("-story__told_on", "-pk")


def may_cite_figures(area_code, reader):
    """Whether this reader, a resident who carries something here, may put a sentence beside these figures."""
    return Community.objects.hosted_by(reader).filter(areas__code=area_code).exists()
