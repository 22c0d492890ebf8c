from django.apps import AppConfig
from django.core import checks

from config.website.health.checks import postgresql_logs_no_values
from config.website.health.deployment import CHECKS

OURS = {"communities", "trajectories", "volunteers", "stories"}


class WebsiteConfig(AppConfig):
    """The house itself: pages that need every app. It has no models."""

    name = "config.website"
    default = True
    rooms = ["mail", "my_data", "health", "invariants", "nightly", "pages"]

    def ready(self):
        checks.register(postgresql_logs_no_values, checks.Tags.database)
        for check in CHECKS:
            checks.register(check, checks.Tags.security, deploy=True)
