"""Input about what is not right."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.moderation.models import Category
from communities.site.form_look import SiteForm


class ReportForm(SiteForm):
    """What is not right, in words. No name and no mail address are asked."""

    category = forms.ChoiceField(label=_("What is it?"), choices=Category.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What is not right?"),
        help_text=_("In your own words. Two people of the neighbourhood read it."),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        max_length=2000,
    )
    known = forms.BooleanField(label=_("They may know that it was me"), required=False)
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, logged_in, **kwargs):
        super().__init__(*args, **kwargs)
        if not logged_in:
            del self.fields["known"]

    def clean_website(self):
        """A field that people do not see: whoever fills it in is a machine."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This could not be sent."))
        return ""


class ReasonForm(SiteForm):
    reason = forms.CharField(
        label=_("Why should it be set aside?"),
        help_text=_("Who wrote it reads this reason."),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        max_length=1000,
    )


class ObjectionForm(SiteForm):
    objection = forms.CharField(
        label=_("Why do you not agree?"), widget=forms.Textarea(attrs={"class": "is-kort"}), max_length=2000
    )
