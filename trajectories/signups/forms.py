"""Input when somebody signs up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm

PEOPLE_AT_MOST = 500


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

    def __init__(self, *args, with_account, **kwargs):
        super().__init__(*args, **kwargs)
        if with_account:
            del self.fields["mail"]
