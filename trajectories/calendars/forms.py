"""Input about a personal calendar address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm


class CalendarForm(SiteForm):
    """Which gatherings: all that I may know of, one community, or one group."""

    about = forms.ChoiceField(label=_("Which gatherings?"))

    def __init__(self, *args, communities, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = {f"c{row.pk}": {"community": row} for row in communities}
        self.rows |= {f"g{row.pk}": {"group": row} for row in groups}
        named = [(key, str(next(iter(row.values())))) for key, row in self.rows.items()]
        self.fields["about"].choices = [("all", _("All gatherings I may know of")), *named]

    def clean(self):
        data = super().clean()
        return self.rows.get(data.get("about"), {})
