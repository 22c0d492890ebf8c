"""The community page: the heart of the site, the same for everybody (P2)."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from communities.admission.first_steps import first_steps
from communities.membership.panels import builders_of, officials_of
from communities.models import Area, Community, Membership, with_words
from communities.news.reads import has_fresh_news
from communities.places.panels import places_panel
from communities.recovery.panels import reports_waiting
from communities.site.pages import OpenPage, Panel
from stories.reading.panels import figures_panel, my_stories, my_voices, stories_panel, stories_waiting
from stories.responses.reads import my_recognitions
from trajectories.handovers import panels as handovers_panels
from trajectories.heard.panels import my_questions
from trajectories.introductions.panels import my_introductions, with_introductions
from trajectories.networks.panels import networks_panel
from trajectories.pages import panels as pages_panels
from trajectories.roles import panels as roles_panels
from volunteers.initiatives import panels as initiatives_panels
from volunteers.support import panels as support_panels

ORDER = ["nu", "weg", "verhalen", "initiatieven", "netwerken", "cijfers", "plekken", "wie"]
RESIDENTS_ORDER = ["nu", "verhalen", "plekken", "netwerken", "initiatieven", "weg", "wie", "cijfers"]
BANDS = {"weg", "cijfers"}
WIDE = {"weg", "verhalen", "wie"}


def now_panel(community, reader):
    """What is going on now: at most six lines, in the order of time."""
    items = pages_panels.now_items(reader, [community.pk])
    values = {"items": items, "empty": _("Nothing is planned. What would you like to begin?")}
    return Panel("nu", _("What is going on"), "components/now_list.html", values)


def who_panel(community, reader):
    """Who is who, since when: residents who carry something, who works for it, and the municipality."""
    values = {
        "residents": roles_panels.people_rows(community, reader),
        "builders": builders_of(community, reader),
        "officials": officials_of(community.municipality, reader),
        "orphans": roles_panels.groups_without_lead(community, reader),
    }
    return Panel("wie", _("Who is who, and since when"), "pages/who_panel.html", values)


def panels(community, reader, areas):
    """Everything the apps bring to a community page, by key."""
    found = [
        now_panel(community, reader),
        pages_panels.road_panel(community, reader),
        stories_panel(community, reader),
        initiatives_panels.initiatives_panel(community, reader),
        networks_panel(community, reader),
        figures_panel(community, areas),
        places_panel(community, reader),
        who_panel(community, reader),
    ]
    return {panel.key: panel for panel in found if panel}


def _among(rows):
    """Whether a community is among those of a rule, in the same question."""
    return Exists(rows.filter(pk=OuterRef("pk")))


class CommunityPage(OpenPage, TemplateView):
    template_name = "pages/community.html"

    def get(self, request, *args, slug):
        rows = with_words(Community.objects.as_seen_by(request.reader)).select_related("municipality")
        rows = rows.annotate(
            joined=_among(Community.objects.joined_by(request.reader)),
            hosted=_among(Community.objects.hosted_by(request.reader)),
            **with_introductions(),
        )
        self.community = get_object_or_404(rows, slug=slug)
        return super().get(request)

    def get_context_data(self, **kwargs):
        reader, community = self.request.reader, self.community
        areas = Area.objects.visible_to(reader).filter(communities=community)
        found = panels(community, reader, areas)
        eyes = self.request.GET.get("ogen", "")
        order = RESIDENTS_ORDER if eyes == "bewoner" else ORDER
        return super().get_context_data(
            community=community,
            panels=[(found[key], key in BANDS, key in WIDE) for key in order if key in found],
            eyes=eyes,
            **kwargs,
        )


class MyPage(TemplateView):
    """My communities, my stories and how far each travels, and what waits for me."""

    template_name = "pages/my_page.html"

    def get_context_data(self, **kwargs):
        reader = self.request.reader
        return super().get_context_data(
            memberships=Membership.objects.held_by(reader).select_related("community"),
            asked=Membership.objects.asked_by(reader).select_related("community"),
            served=Community.objects.served_by(reader),
            groups=roles_panels.my_groups(reader),
            introductions=my_introductions(reader),
            questions=my_questions(reader),
            offices=handovers_panels.offices_to_hand_over(reader),
            stories=my_stories(reader),
            voices=my_voices(reader),
            recognitions=my_recognitions(reader),
            waiting=[
                *reports_waiting(reader),
                *stories_waiting(reader),
                *pages_panels.my_waiting(reader),
                *support_panels.my_waiting(reader),
            ],
            first_steps=first_steps(reader),
            fresh_news=has_fresh_news(reader),
            doors=Community.objects.hosted_by(reader),
            knocking=Membership.objects.waiting_for(reader).select_related("community"),
            **kwargs,
        )
