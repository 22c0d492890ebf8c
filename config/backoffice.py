"""The shared admin for reference data and people. It shows no more than the pages do."""

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.db.models.base import ModelBase
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Appointment
from config.backoffice_words import name_fields


class Backoffice(admin.AdminSite):
    site_header = _("Samenspel, administration")
    site_title = site_header
    index_title = _("Places, organisations and posts")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Whatever is shown here is called by its Dutch name."""
        super().register(model_or_iterable, admin_class, **options)
        models = [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else model_or_iterable
        for model in models:
            name_fields(model)

    def login(self, request, extra_context=None):
        """One door for everybody: the mailed code. Who has no appointment finds nothing here."""
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.GET.get("next", "/beheer/"), reverse("account_login"))

    def has_permission(self, request):
        """Administrators of some municipality, today. There is no superuser (docs/domain.md, "Reach")."""
        user = request.user
        return user.is_active and Appointment.objects.current().filter(user=user.pk or 0).exists()
