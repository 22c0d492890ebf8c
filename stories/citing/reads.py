"""Quotes beside what others ask, name and read."""

from django.utils.translation import gettext as _

from communities.figures.catalogue import subject_title
from communities.models import Community, organised
from communities.site.pages import Panel
from stories.citing.models import StoryCitation
from stories.telling.models.quotes import Quote

QUOTES_TO_CHOOSE = 60


def _cited(reader, may_cite, **place):
    rows = list(StoryCitation.objects.readable_by(reader).filter(**place))
    words = Quote.objects.visible_to(reader).with_words().filter(pk__in=[row.quote_id for row in rows])
    words = {quote.pk: quote for quote in words.select_related("story")}
    return [
        (words[row.quote_id], row, may_cite or words[row.quote_id].story.teller_id == reader.pk)
        for row in rows
    ]


def quotes_beside(row, reader, *, name, route):
    """The sentences beside a signal or a theme, for who may read each story; None when there is nothing."""
    may_cite = row.group_id in organised(reader)
    quotes = _cited(reader, may_cite, **{name: row})
    if not quotes and not may_cite:
        return None
    values = {"quotes": quotes, "may_cite": may_cite, "route": route, "key": row.pk}
    return Panel("verhalen", _("From the stories of people"), "stories/citing/cited.html", values)


def quotes_beside_figures(area_code, reader, may_cite):
    """The sentences beside figures of an area, each with the subject it stands beside."""
    quotes = _cited(reader, may_cite, area_code=area_code)
    return [(quote, row, may_edit, subject_title(row.subject)) for quote, row, may_edit in quotes]


def quotes_to_choose(reader, communities):
    """The sentences that may be quoted in these communities and that this reader may read, newest first."""
    rows = Quote.objects.visible_to(reader).with_words().filter(story__community__in=communities)
    keys = rows.order_by("-story__told_on", "-pk").values_list("pk", flat=True)[:QUOTES_TO_CHOOSE]
    rows = Quote.objects.visible_to(reader).with_words().filter(pk__in=list(keys)).select_related("story")
    return rows.order_by("-story__told_on", "-pk")


def may_cite_figures(area_code, reader):
    """Whether this reader, a resident who carries something here, may put a sentence beside these figures."""
    return Community.objects.hosted_by(reader).filter(areas__code=area_code).exists()
