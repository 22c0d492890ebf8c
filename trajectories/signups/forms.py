"""Input when somebody signs up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm
from trajectories.signups.models import TOGETHER_AT_MOST

PEOPLE_AT_MOST = 500


def _how_many():
    """With how many people somebody comes; all of them get a place, or none."""
    return forms.IntegerField(
        label=_("How many people is it for?"),
        min_value=1,
        max_value=TOGETHER_AT_MOST,
        initial=1,
        required=False,
    )


class AddSignUpForm(SiteForm):
    """Whoever phoned: a name and a number, nothing else."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Who is it?"),
        help_text=_("A first name is enough. Only those who organise it see it."),
        max_length=80,
    )
    people = _how_many()

    def clean_people(self):
        return self.cleaned_data["people"] or 1


class SignUpForm(SiteForm):
    """A name is enough; a mail address only for who wants to hear when something changes."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("What may the host call you?"),
        help_text=_("A first name or a made-up name is fine. Only those who organise it see it."),
        max_length=80,
    )
    mail = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("Only for news about this gathering. The host does not see it."),
        required=False,
    )
    people = _how_many()
    wants_reminder = forms.BooleanField(label=_("Send me a reminder by mail the day before"), required=False)

    def __init__(self, *args, with_account, **kwargs):
        super().__init__(*args, **kwargs)
        if with_account:
            del self.fields["mail"]

    def clean_people(self):
        return self.cleaned_data["people"] or 1

    def clean(self):
        data = super().clean()
        if "mail" in self.fields and data.get("wants_reminder") and not data.get("mail"):
            words = _("For a reminder we need your mail address. Write it here, or take the tick away.")
            self.add_error("mail", words)
        return data
