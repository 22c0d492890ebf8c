from django.apps import AppConfig
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _

from communities.site.addresses import WordConverter


class CommunitiesConfig(AppConfig):
    name = "communities"
    # From left to right: a room imports only rooms named before it (docs/architecture.md).
    rooms = [
        "site",
        "rights",
        "retention",
        "accounts",
        "figures",
        "organisations",
        "membership",
        "groups",
        "news",
        "duties",
        "snapshots",
        "moderation",
        "places",
        "founding",
        "recovery",
        "admission",
        "personal",
    ]
    verbose_name = _("Neighbourhoods, people and organisations")

    def ready(self):
        register_converter(WordConverter, "word")
