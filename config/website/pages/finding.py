"""Finding your neighbourhood: the front page and the search."""

from django.shortcuts import redirect
from django.views.generic import TemplateView

from communities.models import Area, AreaLevel, Community, Organisation, with_words
from communities.site.pages import OpenPage
from stories.reading.finding import Asked
from stories.reading.panels import latest_quote
from trajectories.pages.panels import now_items

SHOWN = 25
STORIES_SHOWN = 5


class FrontPage(OpenPage, TemplateView):
    template_name = "pages/home.html"

    def get_context_data(self, **kwargs):
        reader = self.request.reader
        opened = Community.objects.visible_to(reader).filter(opened_on__isnull=False)
        return super().get_context_data(
            now=now_items(reader, opened)[:4],
            quote=latest_quote(reader, opened),
            municipalities=Organisation.objects.municipalities()
            .filter(communities__in=opened)
            .distinct()[:5],
            **kwargs,
        )


class Search(OpenPage, TemplateView):
    """Areas of the newest year by name or code, communities by name, and stories this reader may see.

    An exact code leads straight there.
    """

    template_name = "pages/search.html"

    def get(self, request, *args, **kwargs):
        words = request.GET.get("q", "").strip()[:80]
        code = words.upper().replace(" ", "")
        exact = Area.objects.newest().filter(code=code).first() if words else None
        if exact:
            return redirect(exact)
        areas = list(self._areas(words))
        return self.render_to_response(
            self.get_context_data(
                words=words,
                areas=areas[:SHOWN],
                has_more=len(areas) > SHOWN,
                communities=self._communities(words),
                stories=self._stories(words),
            )
        )

    def _areas(self, words):
        rows = Area.objects.newest().search(words).exclude(level=AreaLevel.COUNTRY)
        return rows.select_related("parent__parent").defer("outline")[: SHOWN + 1]

    def _stories(self, words):
        return Asked(words=words).rows(self.request.reader)[:STORIES_SHOWN] if words else []

    def _communities(self, words):
        rows = with_words(Community.objects.visible_to(self.request.reader))
        return rows.filter(name__icontains=words)[:SHOWN] if words else rows[:SHOWN]
