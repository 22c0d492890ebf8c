"""The back office: places, organisations, posts and accounts. Never a word that somebody told."""

from django.contrib import admin

from communities.admin_base import QuietAdmin, ReadOnlyAdmin
from communities.models import (
    Appointment,
    Area,
    Community,
    CouncilTerm,
    FigureSource,
    Indicator,
    Membership,
    Office,
    Organisation,
    Posting,
    User,
)
from communities.visibility import Reader


def own_municipalities(request):
    """The municipalities this administrator is appointed for today."""
    return Organisation.objects.administered_by(Reader(user=request.user))


@admin.register(Organisation)
class OrganisationAdmin(QuietAdmin):
    list_display = ["name", "kind", "code"]
    search_fields = ["name", "code"]
    fields = ["name", "kind", "code", "about"]


@admin.register(Office)
class OfficeAdmin(QuietAdmin):
    list_display = ["name", "organisation"]
    search_fields = ["name"]
    list_select_related = ["organisation"]


@admin.register(CouncilTerm)
class CouncilTermAdmin(QuietAdmin):
    list_display = ["municipality", "begins_on"]


class OfMunicipality(QuietAdmin):
    """Rows of the administrator's own municipalities only; `municipality_path` leads there."""

    municipality_path = "municipality"

    def get_queryset(self, request):
        own = {f"{self.municipality_path}__in": own_municipalities(request)}
        return super().get_queryset(request).filter(**own)


@admin.register(Posting)
class PostingAdmin(OfMunicipality):
    municipality_path = "office__organisation"
    list_display = ["function", "office", "user", "since", "until"]
    fields = ["user", "office", "function", "since", "until"]
    autocomplete_fields = ["user", "office"]


@admin.register(Appointment)
class AppointmentAdmin(OfMunicipality):
    list_display = ["user", "municipality", "since", "until"]
    autocomplete_fields = ["user"]


@admin.register(Community)
class CommunityAdmin(OfMunicipality):
    """Name and areas; own words belong to residents and are not here (P1)."""

    list_display = ["name", "municipality", "opened_on"]
    fields = ["name", "slug", "areas"]
    autocomplete_fields = ["areas"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Membership)
class MembershipAdmin(OfMunicipality):
    municipality_path = "community__municipality"
    list_display = ["user", "community", "role", "since", "until"]
    fields = ["user", "community", "role", "organisation", "since", "until"]
    autocomplete_fields = ["user"]


@admin.register(User)
class UserAdmin(QuietAdmin):
    list_display = ["display_name", "email", "is_active"]
    search_fields = ["email", "display_name"]
    fields = ["email", "display_name", "is_active"]

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Area)
class AreaAdmin(ReadOnlyAdmin):
    list_display = ["name", "code", "year", "level"]
    search_fields = ["folded_name", "code"]
    list_filter = ["level", "year"]
    fields = ["name", "code", "year", "level", "parent", "unchanged"]


@admin.register(Indicator, FigureSource)
class ImportedAdmin(ReadOnlyAdmin):
    pass
