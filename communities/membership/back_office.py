"""The pages of the back office stay inside a municipality, and what is done there is written down."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.accounts.back_office import BackOfficeForm, EndsSessions, QuietAdmin
from communities.organisations.actions import note_deed
from communities.organisations.models import BackOfficeDeed, Organisation
from communities.rights.reader import Reader
from communities.site.dates import today

What = BackOfficeDeed.What


def own_municipalities(request):
    """The municipalities this administrator is appointed for today."""
    return Organisation.objects.administered_by(Reader(user=request.user))


class LoggedAdmin(QuietAdmin):
    """Who, what and when are kept, with the names of fields; Django's own log would keep what was written."""

    def construct_change_message(self, request, form, formsets, add=False):
        return form.changed_data

    def log_addition(self, request, obj, message):
        note_deed(by=request.user, what=What.ADDED, row=obj, fields=message)

    def log_change(self, request, obj, message):
        note_deed(by=request.user, what=What.CHANGED, row=obj, fields=message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            note_deed(by=request.user, what=What.DELETED, row=obj)


class Confined(LoggedAdmin):
    """Nothing of another municipality is found, changed or chosen.

    `rows_of` says which rows there are, `choices_of` what may be chosen in a field; `given_once` are the fields that
    would move an existing row to somebody else.
    """

    given_once = ()

    def rows_of(self, request, rows):
        """The rows this administrator may change."""
        raise NotImplementedError

    def choices_of(self, request):
        """Per field the rows that may be chosen."""
        return {}

    def get_queryset(self, request):
        return self.rows_of(request, super().get_queryset(request))

    def get_readonly_fields(self, request, obj=None):
        return self.given_once if obj else ()

    def _confined(self, db_field, request):
        choices = self.choices_of(request)
        return {"queryset": choices[db_field.name]} if db_field.name in choices else {}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(
            db_field, request, **kwargs, **self._confined(db_field, request)
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **kwargs, **self._confined(db_field, request)
        )


class OfMunicipality(Confined):
    """Rows of the administrator's own municipalities only; `municipality_path` leads there."""

    municipality_path = "municipality"

    def rows_of(self, request, rows):
        return rows.filter(**{f"{self.municipality_path}__in": own_municipalities(request)})

    def choices_of(self, request):
        return {"municipality": own_municipalities(request)}


class EndsForm(BackOfficeForm):
    """A day may come nearer and never move away: what ended is not begun again by whoever keeps the site."""

    def clean_until(self):
        until, before = self.cleaned_data["until"], self.initial.get("until")
        if before and (until is None or until > before):
            raise forms.ValidationError(_("This ends on a day already. It can end earlier, and not later."))
        return until


class OnlyEnds(OfMunicipality, EndsSessions):
    """Rows that give a right to read are made by invitation alone; here they can only be ended.

    So that nobody who keeps the site can let themselves in (docs/domain.md: no reading rights).
    """

    form = EndsForm

    def get_readonly_fields(self, request, obj=None):
        is_over = obj is not None and obj.until is not None and obj.until <= today()
        return [name for name in self.fields if name != "until" or is_over]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
