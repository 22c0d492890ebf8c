from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class SiteConfig(AppConfig):
    """The house itself: pages that need every app. It has no models."""

    name = "config"
    default = True


class BackofficeConfig(admin_apps.SimpleAdminConfig):
    """Django's admin, entered by dated appointment instead of a staff flag."""

    default = False
    default_site = "config.backoffice.Backoffice"

    def ready(self):
        super().ready()
        self.module.autodiscover()
