"""What a newcomer is asked; alone in its file, because allauth reads it before its own forms are there."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NewcomerForm(forms.Form):
    """What we ask a newcomer besides a mail address: how they like to be called."""

    display_name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("A first name is enough. It is not shown to anyone unless you say so."),
        max_length=80,
    )

    def signup(self, request, user):
        user.display_name = self.cleaned_data["display_name"].strip()
        user.save(update_fields=["display_name"])
