from django.contrib.admin import apps as admin_apps

from config.website.apps import OURS


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
