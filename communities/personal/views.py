"""One's own name, how one is shown, and what one knows a lot about."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from communities.membership.models import Membership
from communities.personal import actions, forms
from communities.places.views import rows_of
from communities.site.pages import DeedButton, FormPage


class MyName(FormView):
    """How I am called, and for each place where I stand: my name, or only what I do."""

    form_class = forms.NameForm
    template_name = "communities/personal/my_name.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.request.user}

    def get_context_data(self, **kwargs):
        rows = [
            (
                kind,
                row,
                forms.NameVisibilityForm(initial={"shown_as": row.shown_as}, auto_id=f"{kind}-{row.pk}-%s"),
            )
            for kind, found in rows_of(self.request.reader).items()
            for row in found
        ]
        return super().get_context_data(rows=rows, **kwargs)

    def form_valid(self, form):
        actions.change_name(by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return HttpResponseRedirect(reverse("my_name"))


class MyExpertise(FormPage):
    """What I know about, as it stands in a group: my own words, mine to correct."""

    form_class = forms.ExpertiseForm
    heading = _("What I know a lot about")
    lead = _("In your own words. It stands beside what you do in this group.")

    def targets(self):
        return rows_of(self.request.reader)["groep"]

    def get_initial(self):
        return {"expertise": self.target.expertise}

    def perform(self, form):
        actions.correct_expertise(by=self.request.user, member=self.target, **form.cleaned_data)

    def back(self):
        return reverse("my_name")

    get_success_url = back


class ShowAs(DeedButton):
    """One row: with my name or without. Taking it back is the same tap."""

    success_message = _("Saved. It holds everywhere at once.")

    def targets(self):
        return rows_of(self.request.reader).get(self.kwargs["kind"], Membership.objects.none())

    def perform(self):
        form = forms.NameVisibilityForm(self.request.POST)
        if form.is_valid():
            actions.show_as(by=self.request.user, row=self.target, **form.cleaned_data)

    def next(self):
        return reverse("my_name")
