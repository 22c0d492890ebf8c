"""Input for support."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Organisation
from communities.rights.reader import Reach
from communities.site.form_look import SiteForm
from volunteers.support.models import SUPPORT_MOVES, SupportKind, SupportState


class SupportForm(SiteForm):
    kind = forms.ChoiceField(label=_("What is it about?"), choices=SupportKind.choices)
    words = forms.CharField(label=_("What do you need?"), widget=forms.Textarea, max_length=2000)
    asked_of = forms.ModelChoiceField(
        label=_("Whom do you ask?"),
        help_text=_("This organisation can always read what you ask of it."),
        queryset=Organisation.objects.none(),
    )
    reach = forms.TypedChoiceField(
        label=_("Who else may read this?"),
        coerce=int,
        choices=[
            (Reach.GROUP.value, _("Only our group")),
            (Reach.COMMUNITY.value, _("My community")),
            (Reach.EVERYONE.value, _("Everyone")),
        ],
        initial=Reach.COMMUNITY.value,
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asked_of"].queryset = organisations


class ReplyForm(SiteForm):
    state = forms.ChoiceField(label=_("How is it now?"))
    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("If something cannot be done: why not, and what can be done instead?"),
        widget=forms.Textarea,
        max_length=2000,
    )

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = SUPPORT_MOVES[now]
        self.fields["state"].choices = [(s.value, s.label) for s in SupportState if s in allowed]
