"""Seen and heard: two open questions for the people of a group, and what its hosts read of it."""

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from communities.models import Group
from communities.site.pages import DeedButton, FormPage, Target
from trajectories.heard import actions, forms
from trajectories.heard.models import HeardAnswer, HeardRound
from trajectories.heard.panels import half_in_words, heard_rounds_for_hosts


@method_decorator(never_cache, name="dispatch")
class AnswerHeard(FormPage):
    form_class = forms.SeenAndHeardForm
    template_name = "trajectories/heard/heard.html"
    heading = _("Seen and heard")
    button = _("Keep my answers")
    success_message = _("Kept. You can change them or take them back on this page.")

    def targets(self):
        return HeardRound.objects.answerable_by(self.request.reader).select_related("group")

    def own(self):
        """What this reader answered before."""
        return HeardAnswer.objects.editable_by(self.request.reader).filter(round=self.target)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "own": list(self.own())}

    def get_context_data(self, **kwargs):
        return super().get_context_data(item=self.target, answered=self.own().exists(), **kwargs)

    def perform(self, form):
        actions.answer_heard(by=self.request.user, asked=self.target, answers=form.answers())

    def back(self):
        return reverse("group", args=[self.target.group_id])


class TakeHeardBack(DeedButton):
    success_message = _("It is gone. You still may answer, or not.")

    def targets(self):
        return HeardRound.objects.answerable_by(self.request.reader)

    def perform(self):
        actions.take_heard_back(by=self.request.user, asked=self.target)


@method_decorator(never_cache, name="dispatch")
class HeardByHosts(Target, TemplateView):
    """What people of the group answered, for its resident hosts."""

    template_name = "trajectories/heard/heard_by_hosts.html"

    def targets(self):
        return Group.objects.led_by(self.request.reader).select_related("community")

    def get_context_data(self, **kwargs):
        found = heard_rounds_for_hosts(self.target, self.request.reader)
        rounds = [(half_in_words(asked.half), answers) for asked, answers in found]
        return super().get_context_data(group=self.target, rounds=rounds, **kwargs)
