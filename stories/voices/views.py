"""Voices beside figures."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Area, Community
from communities.site.pages import DeedButton, FormPage
from stories.voices import actions, forms
from stories.voices.models import Voice


class AddVoice(FormPage):
    """Beside a figure: what somebody who lives there reads in it."""

    form_class = forms.VoiceForm
    heading = _("What do you read in these figures?")
    lead = _("A figure is half the picture. You know the other half.")
    button = _("Say it")
    success_message = _("Thank you. Your words stand beside the figure.")
    slug_field = slug_url_kwarg = "code"

    def targets(self):
        mine = Community.objects.lived_in_by(self.request.reader).filter(areas__code=self.kwargs["code"])
        return Area.objects.newest().filter(code__in=mine.values("areas__code"))

    def get_form_kwargs(self):
        mine = Community.objects.lived_in_by(self.request.reader).filter(areas__code=self.target.code)
        return {**super().get_form_kwargs(), "communities": mine.distinct()}

    def perform(self, form):
        actions.add_voice(
            by=self.request.user,
            area_code=self.target.code,
            subject=self.kwargs["subject"],
            **form.cleaned_data,
        )


class RemoveVoice(DeedButton):
    success_message = _("Your words are gone.")

    def targets(self):
        return Voice.objects.editable_by(self.request.reader)

    def perform(self):
        actions.remove_voice(by=self.request.user, voice=self.target)

    def next(self):
        return reverse("my_page")
