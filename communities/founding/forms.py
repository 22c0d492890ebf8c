"""Input when a community begins, its own words, and its areas in a new division."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.figures.models import Area
from communities.membership.models import Community
from communities.site.form_look import SiteForm, SiteModelForm


class CommunityForm(SiteForm):
    name = forms.CharField(label=_("What is your community called?"), max_length=80)
    own_words = forms.CharField(
        label=_("What do you want with each other here?"),
        help_text=_("In your own words. You can also write this later, together."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )
    another = forms.BooleanField(label=_("Ours is another community"), required=False)

    def __init__(self, *args, near, **kwargs):
        """`near` are the open communities of the municipality; only one of the same name asks a question more."""
        super().__init__(*args, **kwargs)
        name = " ".join(self.data.get("name", "").split())
        self.same = near.filter(name__iexact=name).first() if name else None
        if self.same is None:
            del self.fields["another"]

    def clean(self):
        data = super().clean()
        if not data.pop("another", False) and self.same:
            said = _("There is a community called %(name)s already. Is yours another one? Then tick this.")
            self.add_error("another", said % {"name": self.same.name})
        return data


class CommunityWordsForm(SiteModelForm):
    class Meta:
        model = Community
        fields = ["own_words", "own_words_by"]


class CommunityAreasForm(SiteForm):
    """What is ticked beforehand moved along already: CBS says that it did not change."""

    areas = forms.ModelMultipleChoiceField(
        Area.objects.none(),
        label=_("Which neighbourhoods are yours now?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["areas"].queryset = choices
