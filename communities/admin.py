"""The back office: places, organisations, posts and accounts. Never a word that somebody told."""

from allauth.account.adapter import get_adapter
from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.accounts.actions import drop_second_factor, end_sessions
from communities.accounts.back_office import EndsSessions, ReadOnlyAdmin
from communities.accounts.models import User
from communities.figures.models import Area, FigureSource, Indicator
from communities.membership.back_office import Confined, OfMunicipality, OnlyEnds, own_municipalities
from communities.membership.models import Community, CouncilTerm, Membership
from communities.organisations.actions import note_deed
from communities.organisations.models import (
    Appointment,
    BackOfficeDeed,
    Office,
    Organisation,
    OrganisationKind,
    Posting,
)
from communities.rights.reader import Reader


@admin.register(Organisation)
class OrganisationAdmin(Confined):
    """The own municipality, and bodies that work in no other one. A municipality begins with `manage.py appoint`."""

    list_display = ["name", "kind", "code"]
    search_fields = ["name", "code"]
    fields = ["name", "kind", "code", "about"]
    given_once = ["kind", "code"]

    def rows_of(self, request, rows):
        return rows.filter(pk__in=Organisation.objects.kept_by(Reader(user=request.user)).values("pk"))

    def get_fields(self, request, obj=None):
        return self.fields if obj else [name for name in self.fields if name != "code"]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["choices"] = [
                row for row in OrganisationKind.choices if row[0] != OrganisationKind.MUNICIPALITY
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@admin.register(Office)
class OfficeAdmin(Confined):
    list_display = ["name", "organisation"]
    search_fields = ["name"]
    list_select_related = ["organisation"]
    given_once = ["organisation"]

    def rows_of(self, request, rows):
        return rows.filter(organisation__in=Organisation.objects.kept_by(Reader(user=request.user)))

    def choices_of(self, request):
        return {"organisation": Organisation.objects.kept_by(Reader(user=request.user))}


@admin.register(CouncilTerm)
class CouncilTermAdmin(OfMunicipality):
    list_display = ["municipality", "begins_on"]
    given_once = ["municipality"]


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
    given_once = ["user", "municipality"]

    def choices_of(self, request):
        return {**super().choices_of(request), "user": User.objects.kept_by(Reader(user=request.user))}


@admin.register(Community)
class CommunityAdmin(OfMunicipality):
    """Name and areas; own words belong to residents and are not here (P1)."""

    list_display = ["name", "municipality", "opened_on"]
    fields = ["name", "slug", "areas"]
    autocomplete_fields = ["areas"]

    def choices_of(self, request):
        """Areas of the own municipality, and those that a community of it has already."""
        own = own_municipalities(request)
        here = Q(municipality_code__in=own.values("code")) | Q(communities__municipality__in=own)
        return {"areas": Area.objects.filter(pk__in=Area.objects.filter(here).values("pk"))}

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
class UserAdmin(Confined):
    """People of the own municipality only, and those who belong nowhere yet.

    Whoever changes a mail address can log in as that person: so nobody does it here.
    """

    list_display = ["display_name", "email", "is_active"]
    search_fields = ["email", "display_name"]
    fields = ["email", "display_name", "is_active"]
    given_once = ["email"]
    actions = ["drop_lost_second_factor"]

    def rows_of(self, request, rows):
        return rows.filter(pk__in=User.objects.kept_by(Reader(user=request.user)).values("pk"))

    def _own(self, request):
        """Those who belong to no other municipality as well."""
        return User.objects.kept_alone_by(Reader(user=request.user))

    def has_change_permission(self, request, obj=None):
        return obj is None or self._own(request).contains(obj)

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Take away a second factor that was lost"))
    def drop_lost_second_factor(self, request, queryset):
        """After an administrator spoke to this person; they are told by mail and set up a new one."""
        people = list(queryset.filter(pk__in=self._own(request).values("pk")))
        for person in people:
            drop_second_factor(by=request.user, person=person)
            note_deed(by=request.user, what=BackOfficeDeed.What.FACTOR, row=person)
            get_adapter().send_notification_mail("mfa/email/second_factor_dropped", person)
        done = _("Done. They were told by mail.") if people else _("Nothing was done.")
        self.message_user(request, done)

    def save_model(self, request, obj, form, change):
        """An account that is closed is closed on every device, now."""
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            end_sessions(by=request.user, person=obj, but=request.session.session_key)


@admin.register(BackOfficeDeed)
class BackOfficeDeedAdmin(OfMunicipality, ReadOnlyAdmin):
    """What administrators of the same municipality did."""

    list_display = ["at", "by", "what", "about", "row", "fields"]
    list_select_related = ["by"]
    list_filter = ["what"]


@admin.register(Area)
class AreaAdmin(ReadOnlyAdmin):
    list_display = ["name", "code", "year", "level"]
    search_fields = ["folded_name", "code"]
    list_filter = ["level", "year"]
    fields = ["name", "code", "year", "level", "parent", "unchanged"]


@admin.register(Indicator, FigureSource)
class ImportedAdmin(ReadOnlyAdmin):
    pass
