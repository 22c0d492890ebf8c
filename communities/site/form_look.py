"""How a form and its fields look on a page."""

from django import forms
from django.forms.renderers import TemplatesSetting

from communities.site.edit_conflict import EditConflictMixin
from communities.site.form_rules import FormRules

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


def add_widget_classes(form):
    """Give each widget of a form the class of its NL Design System counterpart."""
    for bound in form.fields.values():
        widget = bound.widget
        dressed = next((name for kind, name in CLASSES.items() if type(widget) is kind), "utrecht-textbox")
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} {dressed}".strip()


class SiteForm(FormRules, EditConflictMixin, forms.Form):
    """A form in the site's clothes: labels above, help above the field, no placeholder (LOOK.md).

    `changes` says that its initial values are those of a stored row, which somebody else may change meanwhile.
    """

    changes = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        add_widget_classes(self)
        if self.changes:
            self.remember()


class SiteModelForm(FormRules, EditConflictMixin, forms.ModelForm):
    """The same for a form that belongs to a model."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        add_widget_classes(self)
        if self.instance.pk:
            self.remember()


class DateInput(forms.DateInput):
    """A day, picked with the browser's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)
