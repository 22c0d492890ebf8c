"""What the back office never does: keep a history of words that may have to be erased."""

from django.contrib import admin


class QuietAdmin(admin.ModelAdmin):
    """Reference data and people. Django's own log keeps texts after they are erased, so nothing is logged."""

    def log_addition(self, request, obj, message):
        """Not kept (4-quality.md rule 3)."""

    def log_change(self, request, obj, message):
        """Not kept (4-quality.md rule 3)."""

    def log_deletions(self, request, queryset):
        """Not kept (4-quality.md rule 3)."""


class ReadOnlyAdmin(QuietAdmin):
    """What importers bring is looked at here, and changed by importing again."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
