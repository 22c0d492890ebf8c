"""What a community has together: networks, what people bring, and how people go along (M4, M9, M13)."""

from django.utils.translation import gettext as _

from communities.site.pages import Panel
from trajectories.heard.panels import SENTENCES, sentences_of
from trajectories.introductions.panels import introductions_in_words
from trajectories.networks.models import Asset, SupportNetwork


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
    return Panel("netwerken", _("What we have together"), "trajectories/networks/networks_panel.html", values)
