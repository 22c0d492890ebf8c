"""What the back office never does: keep a history of words that may have to be erased."""

from django import forms
from django.contrib import admin

from communities.accounts.actions import end_sessions
from communities.site.dates import today
from communities.site.form_rules import FormRules


class BackOfficeForm(FormRules, forms.ModelForm):
    """The same rules for words and days as on every page."""


class QuietAdmin(admin.ModelAdmin):
    """Reference data and people. Django's own log keeps texts after they are erased, so nothing is logged."""

    form = BackOfficeForm

    def log_addition(self, request, obj, message):
        """Not kept (docs/principles.md rule 3)."""

    def log_change(self, request, obj, message):
        """Not kept (docs/principles.md rule 3)."""

    def log_deletions(self, request, queryset):
        """Not kept (docs/principles.md rule 3)."""


class EndsSessions(QuietAdmin):
    """Rows that carry a right: when one ends here, what its person has open anywhere ends with it (0008)."""

    def _ended(self, request, obj):
        if obj.user:
            end_sessions(by=request.user, person=obj.user, but=request.session.session_key)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.until and obj.until <= today():
            self._ended(request, obj)

    def delete_model(self, request, obj):
        self._ended(request, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self._ended(request, obj)
        super().delete_queryset(request, queryset)


class ReadOnlyAdmin(QuietAdmin):
    """What importers bring is looked at here, and changed by importing again."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
