"""Going along with somebody: pages for three people, which no cache keeps."""

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView

from communities.models import Community, User
from communities.site.pages import DeedButton, FormPage
from trajectories.introductions import actions, forms
from trajectories.introductions.models import STEPS, IntroductionStep, Step, WarmIntroduction
from trajectories.introductions.panels import people_to_go_along_with


class GoAlong(FormPage):
    """A member of the community starts; officials do not, also where they live."""

    form_class = forms.IntroductionForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Go along with somebody")
    lead = _(
        "You go with somebody to a helper you know by name. Do not write down why: that is told at the table. "
        "The three of you see this, and it is deleted 90 days after it is finished."
    )
    button = _("We talked about it")
    success_message = _("It stands here for you. Now the other one says yes, or no.")

    def targets(self):
        return Community.objects.joined_by(self.request.reader)

    def get_form_kwargs(self):
        people = people_to_go_along_with(self.target, self.request.reader)
        return {**super().get_form_kwargs(), "people": people}

    def perform(self, form):
        values = dict(form.cleaned_data)
        account = values.pop("account")
        resident = User.objects.get_by_key(account) if account else None
        self.made = actions.talk_about(
            by=self.request.user, community=self.target, resident=resident, **values
        )

    def get_success_url(self):
        return self.made.get_absolute_url()


@method_decorator(never_cache, name="dispatch")
class IntroductionPage(DetailView):
    model = WarmIntroduction
    context_object_name = "item"
    template_name = "trajectories/introductions/introduction.html"

    def get_queryset(self):
        rows = WarmIntroduction.objects.as_seen_by(self.request.reader)
        return rows.select_related("community", "resident", "companion")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        steps = list(IntroductionStep.objects.visible_to(reader).filter(introduction=item))
        last = [row for row in steps if row.step != Step.HELPED][-1].step
        after = [step for step in Step if step in STEPS[last]]
        waits = last == Step.TALKED and item.resident_id not in {None, reader.pk}
        return super().get_context_data(
            steps=[row for row in steps if row.step != Step.HELPED],
            answers=[row for row in steps if row.step == Step.HELPED],
            after=[] if waits else [(step.value, step.label) for step in after],
            waits=waits,
            **kwargs,
        )


class IntroductionSheet(IntroductionPage):
    """On paper for a helper without an account, after the yes."""

    template_name = "trajectories/introductions/introduction_sheet.html"

    def get_queryset(self):
        return super().get_queryset().filter(may_edit=True, yes_on__isnull=False)


class OfIntroduction(FormPage):
    def targets(self):
        return WarmIntroduction.objects.editable_by(self.request.reader)


class TakeStep(DeedButton):
    def targets(self):
        return WarmIntroduction.objects.editable_by(self.request.reader)

    def perform(self):
        actions.take_step(by=self.request.user, introduction=self.target, step=self.kwargs["step"])


class SayNo(DeedButton):
    success_message = _("It is gone. Nothing was kept.")

    def targets(self):
        return WarmIntroduction.objects.editable_by(self.request.reader).filter(outcome="")

    def perform(self):
        actions.say_no(by=self.request.user, introduction=self.target)

    def next(self):
        return reverse("my_page")


class ShowToHelper(OfIntroduction):
    form_class = forms.HelperForm
    heading = _("Let the helper read along")
    lead = _("Without an account you print the page and take it with you.")
    button = _("Let read along")
    success_message = _("If there is an account with that address, the helper reads along now.")

    def targets(self):
        return super().targets().filter(yes_on__isnull=False)

    def perform(self, form):
        actions.show_to_helper(by=self.request.user, introduction=self.target, **form.cleaned_data)


class DidItHelp(OfIntroduction):
    form_class = forms.DidItHelpForm
    heading = _("Did going along help?")
    lead = _("Only the three of you read it, until it is deleted. You need not answer.")

    def targets(self):
        return WarmIntroduction.objects.visible_to(self.request.reader).exclude(together_on=None)

    def perform(self, form):
        actions.tell_whether_it_helped(by=self.request.user, introduction=self.target, **form.cleaned_data)
