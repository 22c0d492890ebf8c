"""Input about a meeting place and its hours."""

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from communities.places.models import MeetingPlace, OpeningKind
from communities.site.form_look import SiteForm, SiteModelForm


class PlaceForm(SiteModelForm):
    """A place with at most one line of hours per weekday and kind, typed as lines of words."""

    hours = forms.CharField(
        label=_("When is it open?"),
        help_text=_("One line each, for instance: walk in; tuesday; 9:30; 12:00; parents"),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        required=False,
    )

    class Meta:
        model = MeetingPlace
        fields = ["name", "address", "about"]

    def clean_hours(self):
        return [self._line(line) for line in self.cleaned_data["hours"].splitlines() if line.strip()]

    def _line(self, line):
        parts = [part.strip() for part in line.split(";")]
        kinds = {str(kind.label).lower(): kind.value for kind in OpeningKind}
        days = {str(name).lower(): number for number, name in WEEKDAYS.items()}
        try:
            kind, day = kinds[parts[0].lower()], days[parts[1].lower()]
            opens, closes = (forms.TimeField().clean(part) for part in parts[2:4])
            if closes <= opens:
                raise ValueError
        except (KeyError, IndexError, ValueError, forms.ValidationError) as error:
            raise forms.ValidationError(
                _("We do not understand this line: %(line)s"), params={"line": line}
            ) from error
        what = parts[4][:80] if len(parts) > 4 else ""
        return {"kind": kind, "weekday": day, "opens": opens, "closes": closes, "what": what}


def hours_as_lines(rows):
    """The hours that are there, as the lines this form reads: somebody changes one and keeps the rest."""
    parts = [
        (
            OpeningKind(row.kind).label,
            WEEKDAYS[row.weekday],
            f"{row.opens:%H:%M}",
            f"{row.closes:%H:%M}",
            row.what,
        )
        for row in rows
    ]
    return "\n".join("; ".join(str(part) for part in line if part) for line in parts)


class ClosePlaceForm(SiteForm):
    closed_on = forms.DateField(
        label=_("Since when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    closed_why = forms.CharField(label=_("Why did it close?"), widget=forms.Textarea, max_length=1000)
