"""The trail of a signal: heard, put to an office, answered or not (P8)."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Group, Office, organised
from communities.site.pages import DetailPage, FormPage
from trajectories.signals import actions, forms
from trajectories.signals.models import Answer, Signal
from trajectories.table.models import Theme


class SignalPage(DetailPage):
    model = Signal
    template_name = "trajectories/signals/signal.html"
    slots = {"beside": "signal.beside"}

    def get_queryset(self):
        return super().get_queryset().select_related("group", "community", "put_to__organisation")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        return super().get_context_data(
            answers=Answer.objects.visible_to(reader)
            .filter(signal=item)
            .select_related("office__organisation"),
            theme=Theme.objects.visible_to(reader).filter(pk=item.theme_id).first(),
            may_answer=Signal.objects.answerable_by(reader).contains(item),
            may_copy_answer=bool(item.put_on) and item.group_id in organised(reader),
            **kwargs,
        )


class RaiseSignal(GroupFormPage):
    form_class = forms.SignalForm
    heading = _("Tell what is going on")
    lead = _("Your community sees this. It becomes public when you put it to somebody.")

    @cached_property
    def theme(self):
        """The theme it comes out of, when the page was opened from one of this group."""
        asked = self.request.GET.get("thema", "")
        themes = Theme.objects.visible_to(self.request.reader).filter(group=self.target)
        return themes.filter(pk=asked).first() if asked.isdecimal() else None

    def get_initial(self):
        theme = self.theme
        words = "\n\n".join(filter(None, [theme.in_the_way, theme.why, theme.why_that])) if theme else ""
        return {"title": theme.words[:160], "words": words} if theme else {}

    def perform(self, form):
        self.made = actions.raise_signal(
            by=self.request.user, group=self.target, theme=self.theme, **form.cleaned_data
        )

    def get_success_url(self):
        return self.made.get_absolute_url()


class PutSignal(FormPage):
    form_class = forms.PutForm
    heading = _("Put it to somebody")
    lead = _(
        "From now on everyone can read it, and the words stay as they are. An answer is owed within six weeks."
    )
    button = _("Ask")
    success_message = _("It has been asked. The answer, or its absence, stands on this page.")

    def targets(self):
        return Signal.objects.editable_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "offices": Office.objects.visible_to(self.request.reader)}

    def perform(self, form):
        actions.put_signal(by=self.request.user, signal=self.target, office=form.cleaned_data["office"])


class AnswerSignal(FormPage):
    """By somebody with a post at the office that was asked."""

    form_class = forms.SignalAnswerForm
    heading = _("Answer")
    lead = _("You answer for your office. Everyone can read it.")
    button = _("Give this answer")
    on_paper = False

    def targets(self):
        return Signal.objects.answerable_by(self.request.reader)

    def perform(self, form):
        actions.answer_signal(
            by=self.request.user, signal=self.target, on_paper=self.on_paper, **form.cleaned_data
        )


class CopyAnswer(AnswerSignal):
    """The group writes down an answer that came on paper or by word of mouth."""

    heading = _("Write down an answer that came on paper")
    lead = _("It is shown as: came on paper, written down by the group.")
    on_paper = True

    def targets(self):
        groups = Group.objects.organised_by(self.request.reader)
        return Signal.objects.visible_to(self.request.reader).filter(put_on__isnull=False, group__in=groups)
