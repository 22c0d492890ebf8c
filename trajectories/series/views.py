"""Planning a series, looking at its dates, and changing what is still to come."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from communities.groups.pages import GroupFormPage
from communities.site.pages import DeedButton, FormPage, Target
from trajectories.gatherings.models import Gathering
from trajectories.planning.invitation_checklist import outside_hours
from trajectories.series import actions, forms
from trajectories.series.models import Series
from trajectories.signups.actions import most_taken

DATES_SHOWN = 60


def hint_about(request, series):
    """Say it when the place is not open at the first date that comes (a hint, not a refusal)."""
    row = Gathering.objects.editable_by(request.reader).filter(series=series, starts_at__gt=timezone.now())
    first = row.select_related("place").first()
    hint = first and outside_hours(first.place, first.starts_at, first.ends_at)
    if hint:
        messages.warning(request, hint)


class PlanSeries(GroupFormPage):
    form_class = forms.SeriesForm
    heading = _("Plan a series")
    lead = _(
        "The dates of the coming year are made at once. Each of them can be changed, moved or cancelled."
    )
    button = _("Plan the series")
    success_message = _("The dates are there. Choose one to write its question or to invite people.")

    def get_form_kwargs(self):
        fresh = Series(group=self.target, community=self.target.community)
        extra = {"instance": fresh, "community": self.target.community, "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra}

    def perform(self, form):
        values = {"group": self.target, "values": form.values, "rhythm": form.rhythm}
        self.made = actions.plan_series(by=self.request.user, **values)
        hint_about(self.request, self.made)

    def get_success_url(self):
        return self.made.get_absolute_url()


class SeriesPage(Target, TemplateView):
    """The dates of a series for those who organise it, each with what can be done about it."""

    template_name = "trajectories/series/series.html"

    def targets(self):
        return Series.objects.editable_by(self.request.reader).select_related("group__community", "place")

    def get_context_data(self, **kwargs):
        rows = Gathering.objects.editable_by(self.request.reader).filter(series=self.target)
        coming = rows.filter(starts_at__gt=timezone.now())[:DATES_SHOWN]
        return super().get_context_data(item=self.target, coming=coming, **kwargs)


class ChangeSeries(FormPage):
    targets = SeriesPage.targets
    form_class = forms.ChangeSeriesForm
    heading = _("Change the series")
    lead = _(
        "This changes the dates that are still to come. What you moved or cancelled yourself stays so. Whoever"
        " was invited to a date or signed up gets news of it."
    )
    success_message = _("The dates that are still to come were changed.")

    def get_form_kwargs(self):
        extra = {"community": self.target.group.community, "reader": self.request.reader}
        rows = Gathering.objects.editable_by(self.request.reader).filter(series=self.target)
        coming = rows.filter(starts_at__gt=timezone.now(), cancelled_on=None)
        extra |= {"instance": self.target, "taken": most_taken(coming)}
        return {**super().get_form_kwargs(), **extra}

    def perform(self, form):
        values = {"series": self.target, "values": form.values, "rhythm": form.rhythm}
        why = gettext("The series has other dates now.")
        actions.change_series(by=self.request.user, why=why, **values)
        hint_about(self.request, self.target)


class ExtendSeries(DeedButton):
    success_message = _("The dates of the coming year are there.")

    def targets(self):
        return Series.objects.editable_by(self.request.reader)

    def perform(self):
        actions.extend_series(by=self.request.user, series=self.target)
