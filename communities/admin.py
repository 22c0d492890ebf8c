"""The back office: places, organisations, posts and accounts. Never a word that somebody told."""

from allauth.account.adapter import get_adapter
from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.accounts.actions import drop_second_factor, end_sessions
from communities.accounts.back_office import EndsSessions, QuietAdmin, ReadOnlyAdmin
from communities.accounts.models import User
from communities.figures.models import Area, FigureSource, Indicator
from communities.membership.models import Community, CouncilTerm, Membership
from communities.organisations.models import Appointment, Office, Organisation, OrganisationKind, Posting
from communities.rights.reader import Reader


def own_municipalities(request):
    """The municipalities this administrator is appointed for today."""
    return Organisation.objects.administered_by(Reader(user=request.user))


@admin.register(Organisation)
class OrganisationAdmin(QuietAdmin):
    """The own municipality, and organisations that are none; a code is given once."""

    list_display = ["name", "kind", "code"]
    search_fields = ["name", "code"]
    fields = ["name", "kind", "code", "about"]

    def get_queryset(self, request):
        own = Q(pk__in=own_municipalities(request).values("pk"))
        return super().get_queryset(request).filter(own | ~Q(kind=OrganisationKind.MUNICIPALITY))

    def get_readonly_fields(self, request, obj=None):
        return ["kind", "code"] if obj else []


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


class OnlyEnds(OfMunicipality, EndsSessions):
    """Rows that give a right to read are made by invitation alone; here they can only be ended.

    So that nobody who keeps the site can let themselves in (docs/domain.md: no reading rights).
    """

    def get_readonly_fields(self, request, obj=None):
        return [name for name in self.fields if name != "until"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Posting)
class PostingAdmin(OnlyEnds):
    municipality_path = "office__organisation"
    list_display = ["function", "office", "user", "since", "until"]
    fields = ["user", "office", "function", "since", "until"]


@admin.register(Appointment)
class AppointmentAdmin(OfMunicipality, EndsSessions):
    """Somebody is appointed once; another person, or another municipality, is another row."""

    list_display = ["user", "municipality", "since", "until"]
    autocomplete_fields = ["user"]

    def get_readonly_fields(self, request, obj=None):
        return ["user", "municipality"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "municipality":
            kwargs["queryset"] = own_municipalities(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


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
class MembershipAdmin(OnlyEnds):
    municipality_path = "community__municipality"
    list_display = ["user", "community", "role", "since", "until"]
    fields = ["user", "community", "role", "organisation", "since", "until"]


@admin.register(User)
class UserAdmin(QuietAdmin):
    list_display = ["display_name", "email", "is_active"]
    search_fields = ["email", "display_name"]
    fields = ["email", "display_name", "is_active"]
    actions = ["drop_lost_second_factor"]

    @admin.action(description=_("Take away a second factor that was lost"))
    def drop_lost_second_factor(self, request, queryset):
        """After an administrator spoke to this person; they are told by mail and set up a new one."""
        for person in queryset:
            drop_second_factor(by=request.user, person=person)
            get_adapter().send_notification_mail("mfa/email/second_factor_dropped", person)
        self.message_user(request, _("Done. They were told by mail."))

    def save_model(self, request, obj, form, change):
        """An account that is closed is closed on every device, now."""
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            end_sessions(by=request.user, person=obj, but=request.session.session_key)

    def get_queryset(self, request):
        """People of the own municipality only, and those who belong nowhere yet."""
        own, rows = own_municipalities(request).values("pk"), super().get_queryset(request)
        here = Q(memberships__community__municipality__in=own) | Q(postings__office__organisation__in=own)
        nowhere = Q(memberships=None, postings=None, appointments=None)
        found = rows.filter(here | nowhere | Q(appointments__municipality__in=own))
        return rows.filter(pk__in=found.values("pk"))

    def get_readonly_fields(self, request, obj=None):
        """Whoever changes a mail address can log in as that person: so nobody does it here."""
        return ["email"] if obj else []

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
