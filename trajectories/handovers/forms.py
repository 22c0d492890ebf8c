"""Input about handing over: the letter, and the meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import GroupMember, Posting
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from trajectories.gatherings.models import Gathering
from trajectories.handovers.models import Handover


class HandoverForm(SiteModelForm):
    """Prompts, not a questionnaire: each may stay empty."""

    class Meta:
        model = Handover
        fields = ["learned", "people", "promised", "not_again"]
        help_texts = {
            "learned": _("What do you know now that you would have liked to know on your first day?"),
            "people": _(
                "Who keeps it together, and what returns every week, month or year? No secrets of others."
            ),
            "promised": _("What did you or your organisation promise, to whom, and by when?"),
            "not_again": _("What did you try that did harm or led nowhere?"),
        }

    def __init__(self, *args, after, **kwargs):
        super().__init__(*args, **kwargs)
        label = _("Who comes after you, if you know")
        name = "to_part" if after.model is GroupMember else "to_posting"
        self.fields[name] = _After(label=label, queryset=after, required=False)
        self.initial.setdefault(name, getattr(self.instance, f"{name}_id"))

    def as_values(self):
        """What the deed keeps."""
        return self.cleaned_data


class _After(forms.ModelChoiceField):
    """People by name where this writer may read it, else by what they do and since when."""

    def label_from_instance(self, row):
        what = row.function if isinstance(row, Posting) else row.get_role_display()
        named = getattr(row, "shown_name", "")
        words = _("%(who)s, since %(day)s") % {"who": what, "day": f"{row.since:%d-%m-%Y}"}
        return f"{named}, {words}" if named else words


class MeetForm(SiteForm):
    gathering = forms.ModelChoiceField(
        label=_("At which gathering were both of you there?"), queryset=Gathering.objects.none()
    )

    def __init__(self, *args, gatherings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gathering"].queryset = gatherings
        self.fields["gathering"].label_from_instance = lambda row: f"{row.starts_at:%d-%m-%Y}, {row}"


class MetForm(SiteForm):
    met_on = forms.DateField(label=_("On which day did you meet?"), widget=DateInput())
