from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.core import checks

from config.checks import postgresql_logs_no_values

OURS = {"communities", "trajectories", "volunteers", "stories"}


class SiteConfig(AppConfig):
    """The house itself: pages that need every app. It has no models."""

    name = "config"
    default = True

    def ready(self):
        checks.register(postgresql_logs_no_values, checks.Tags.database)


class BackofficeConfig(admin_apps.SimpleAdminConfig):
    """Django's admin, entered by dated appointment instead of a staff flag."""

    default = False
    default_site = "config.backoffice.Backoffice"

    def ready(self):
        """Only what our apps register: other libraries would let an administrator take over an account."""
        super().ready()
        self.module.autodiscover()
        for model in list(self.module.site._registry):
            if model._meta.app_label not in OURS:
                self.module.site.unregister(model)
