"""The page of a district or neighbourhood, and that of a municipality."""

from dataclasses import dataclass, replace

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView

from communities.figures.outlines import frame, middle, path
from communities.figures.reads import earlier_figures
from communities.models import Area, AreaLevel, Community, Organisation, with_words
from communities.site.pages import OpenPage
from stories.citing.reads import may_cite_figures, quotes_beside_figures
from stories.reading.panels import books
from trajectories.continuity.panels import funding_ending_within_a_year, organisations_working_in
from trajectories.signals.panels import waiting_for_answer


def newest_or_404(code):
    """The newest year of an area; a code that nobody knows is absent."""
    area = Area.objects.newest().filter(code=code).select_related("parent__parent").first()
    if area is None:
        raise Http404
    return area


def _with_earlier(spread, earlier):
    """A spread whose figures also say what they were before, while the place was the same."""
    lines = [
        replace(
            line, earlier=", ".join(words for year, words in earlier.get(line.key, []) if year < line.year)
        )
        for line in spread.figures
    ]
    return replace(spread, figures=lines)


def spreads_of(area, years):
    """(the figures to show, the older year they are of): outlines of a new year do not hide what was known.

    `years` are all rows of its code, newest first. Where the border changed, or nobody says that it did
    not, the figures stand under the name and the year they are about.
    """
    spreads, counted = books([area]), None
    if not spreads:
        counted = Area.objects.with_figures().filter(code=area.code).order_by("-year").first()
        spreads = books([counted]) if counted else []
        years = [row for row in years if counted and row.year <= counted.year]
    earlier = earlier_figures(years)
    return [_with_earlier(spread, earlier) for spread in spreads], counted


class AreaPage(OpenPage, TemplateView):
    template_name = "pages/area.html"

    def get(self, request, *args, code):
        self.area = newest_or_404(code)
        if self.area.level == AreaLevel.MUNICIPALITY:
            return redirect(self.area)
        return super().get(request)

    def get_context_data(self, **kwargs):
        area = self.area
        shape = None
        if area.outline:
            place = frame([area.outline], width=400)
            shape = {"path": path(area.outline, place), "width": place.width, "height": round(place.height)}
        known = Area.objects.visible_to(self.request.reader)
        rows = known.filter(code=area.code)
        years = list(rows.defer("outline").order_by("-year"))
        spreads, counted = spreads_of(area, years)
        may_cite = may_cite_figures(area.code, self.request.reader)
        here = Community.objects.visible_to(self.request.reader).filter(areas__code=area.code).distinct()
        return super().get_context_data(
            area=area,
            shape=shape,
            spreads=spreads,
            counted=counted,
            children=known.filter(parent__code=area.code).newest_year().defer("outline"),
            older=years[1:],
            communities=with_words(here),
            quotes=quotes_beside_figures(area.code, self.request.reader, may_cite),
            may_cite=may_cite,
            **kwargs,
        )


@dataclass(frozen=True)
class Spot:
    """One area of the municipality: on the map and in the list beside it."""

    name: str
    code: str
    url: str
    community: Community | None
    path: str = ""
    x: int = 0
    y: int = 0


def spots_of(areas, communities):
    """The areas of a municipality with the community that lives there, in the order of the alphabet."""
    drawn = [area for area in areas if area.outline]
    place = frame([area.outline for area in drawn], width=680) if drawn else None
    found = []
    for area in areas:
        community = communities.get(area.code)
        url = community.get_absolute_url() if community else reverse("area", args=[area.code])
        if area.outline:
            x, y = middle(area.outline, place)
            found.append(Spot(area.name, area.code, url, community, path(area.outline, place), x, y))
        else:
            found.append(Spot(area.name, area.code, url, community))
    return found, place


class MunicipalityPage(OpenPage, TemplateView):
    """What one municipality wants to be known, the same for a resident and an alderman (P2)."""

    template_name = "pages/municipality.html"

    def get(self, request, *args, code):
        self.area = Area.objects.newest().filter(code=code, level=AreaLevel.MUNICIPALITY).first()
        self.organisation = Organisation.objects.municipalities().filter(code=code).first()
        if self.area is None and self.organisation is None:
            raise Http404
        return super().get(request)

    def _communities(self):
        rows = Community.objects.visible_to(self.request.reader).filter(
            municipality=self.organisation, opened_on__isnull=False
        )
        return list(with_words(rows).prefetch_related("areas")) if self.organisation else []

    def _areas(self):
        if self.area is None:
            return []
        rows = Area.objects.visible_to(self.request.reader).filter(municipality_code=self.area.code)
        areas = list(rows.filter(level=AreaLevel.NEIGHBOURHOOD).newest_year())
        return areas or list(rows.filter(level=AreaLevel.DISTRICT).newest_year())

    def get_context_data(self, **kwargs):
        communities = self._communities()
        by_code = {area.code: community for community in communities for area in community.areas.all()}
        spots, place = spots_of(self._areas(), by_code)
        asked, ending, working = [], [], []
        if self.organisation:
            asked = waiting_for_answer(self.organisation)
            ending = funding_ending_within_a_year(self.organisation)
            working = organisations_working_in(self.organisation)
        name = self.organisation.name if self.organisation else self.area.name
        return super().get_context_data(
            name=self.area.name if self.area else name,
            spots=spots,
            height=round(place.height) if place else 0,
            communities=communities,
            without=[spot for spot in spots if spot.community is None],
            asked=asked,
            ending=ending,
            working=working,
            **kwargs,
        )
