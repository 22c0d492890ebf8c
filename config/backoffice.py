"""The shared admin for reference data and people. It shows no more than the pages do."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from communities.models import Appointment


class Backoffice(admin.AdminSite):
    site_header = _("Samenspel, administration")
    site_title = site_header
    index_title = _("Places, organisations and posts")

    def has_permission(self, request):
        """Administrators of some municipality, today. There is no superuser (2-domain.md, "Reach")."""
        user = request.user
        return user.is_active and Appointment.objects.current().filter(user=user.pk or 0).exists()
