"""Input turned into values, and how a field looks on a page."""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

CLASSES = {
    forms.Textarea: "utrecht-textarea",
    forms.CheckboxInput: "utrecht-checkbox",
    forms.CheckboxSelectMultiple: "utrecht-checkbox",
    forms.RadioSelect: "utrecht-radio-button",
    forms.Select: "utrecht-select",
}


class FieldRenderer(TemplatesSetting):
    """Every field on the site is printed by one small template, in NL Design System markup."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


def dress(form):
    """Give each widget of a form the class of its NL Design System counterpart."""
    for bound in form.fields.values():
        widget = bound.widget
        dressed = next((name for kind, name in CLASSES.items() if type(widget) is kind), "utrecht-textbox")
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} {dressed}".strip()


class SiteForm(forms.Form):
    """A form in the site's clothes: labels above, help above the field, no placeholder (LOOK.md)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class SiteModelForm(forms.ModelForm):
    """The same for a form that belongs to a model."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class SignupForm(forms.Form):
    """What we ask a newcomer besides a mail address: how they like to be called."""

    display_name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("A first name is enough. It is not shown to anyone unless you say so."),
        max_length=80,
    )

    def signup(self, request, user):
        user.display_name = self.cleaned_data["display_name"].strip()
        user.save(update_fields=["display_name"])
