"""Making a story call, reading it, and closing it."""

from django.utils.translation import gettext_lazy as _

from communities.models import Community, Membership
from communities.rights import standing
from communities.site.languages import LANGUAGES
from communities.site.pages import DeedButton, DetailPage, FormPage
from communities.site.qr import qr_code
from stories.calls import actions, forms
from stories.calls.actions import names_a_service
from stories.calls.models import CallOwner, Question, StoryCall


class StartCall(FormPage):
    """A member of the community begins a call; nobody sees it before it opens but who owns it."""

    form_class = forms.CallForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("A story call")
    lead = _("A question to the neighbourhood. Two people own it, two others try it, and then it opens.")

    def targets(self):
        return Community.objects.joined_by(self.request.reader)

    def perform(self, form):
        call, words = self.target, form.cleaned_data
        self.call = actions.start_call(by=self.request.user, community=call, values=words)

    def get_success_url(self):
        return self.call.get_absolute_url()


class CallPage(DetailPage):
    """What is asked, why, and what happens with the stories; for its owners also what is still to do."""

    model = StoryCall
    template_name = "stories/calls/call.html"

    def get_queryset(self):
        return super().get_queryset().select_related("community", "version_of")

    def get_context_data(self, **kwargs):
        call, reader = self.object, self.request.reader
        questions = list(Question.objects.visible_to(reader).filter(call=call))
        owned = StoryCall.objects.owned_by(reader).filter(pk=call.pk).exists()
        taking = StoryCall.objects.visible_to(reader).taking_stories().filter(pk=call.pk).exists()
        paper = taking and StoryCall.objects.on_paper_by(reader).filter(pk=call.pk).exists()
        names = dict(LANGUAGES)
        return super().get_context_data(
            questions=questions,
            owned=owned,
            offered=StoryCall.objects.offered_to(reader).filter(pk=call.pk).exists(),
            joined=call.community_id in standing.joined(reader),
            taking=taking,
            paper=paper,
            qr=qr_code(self.request.build_absolute_uri(call.get_absolute_url())) if paper else "",
            languages=[names[code] for code in call.languages if code in names],
            todo=actions.missing(call) if owned and not call.opened_on else [],
            service=names_a_service(call.start_question) if owned and not call.opened_on else "",
            **kwargs,
        )


class OfCall(FormPage):
    """A call of mine that is not open yet."""

    def targets(self):
        return StoryCall.objects.editable_by(self.request.reader).select_related("community")


class ChangeCall(OfCall):
    form_class = forms.CallForm
    heading = _("The words of the call")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.change_call(by=self.request.user, call=self.target, values=form.cleaned_data)


class AskOwner(FormPage):
    """Ask another member to answer for the call too; only whose name I may read can be asked."""

    form_class = forms.OwnerForm
    heading = _("Ask somebody to answer for it with you")
    lead = _("You see the members who let the community read their name. Nothing holds before their own yes.")
    success_message = _("We asked. It holds once they say yes.")

    def targets(self):
        return StoryCall.objects.owned_by(self.request.reader).select_related("community")

    def members(self):
        """Members by name, without who owns it already."""
        owners = CallOwner.objects.visible_to(self.request.reader).filter(call=self.target, until=None)
        rows = Membership.objects.visible_to(self.request.reader).current()
        rows = rows.filter(community=self.target.community_id).as_shown_to(self.request.reader)
        rows = rows.exclude(shown_name="").exclude(user__in=owners.values("user"))
        return {str(row.user_id): row for row in rows.select_related("user")}

    def get_form_kwargs(self):
        people = sorted((row.shown_name, key) for key, row in self.members().items())
        return {**super().get_form_kwargs(), "people": [(key, name) for name, key in people]}

    def perform(self, form):
        person = self.members()[form.cleaned_data["person"]].user
        actions.ask_owner(by=self.request.user, call=self.target, person=person)


class AddQuestion(OfCall):
    form_class = forms.QuestionForm
    heading = _("A question about the story")
    lead = _("Whoever told answers it about their own story. Every question may be skipped.")

    def perform(self, form):
        actions.save_question(by=self.request.user, call=self.target, values=form.values())


class OneQuestion:
    """A question of a call of mine that is not open yet."""

    def targets(self):
        return Question.objects.editable_by(self.request.reader).select_related("call__community")

    def next(self):
        return self.target.call.get_absolute_url()

    get_success_url = back = next


class ChangeQuestion(OneQuestion, FormPage):
    form_class = forms.QuestionForm
    heading = _("A question about the story")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        call, words = self.target.call, form.values()
        actions.save_question(by=self.request.user, call=call, values=words, question=self.target)


class RemoveQuestion(OneQuestion, DeedButton):
    success_message = _("The question is gone.")

    def perform(self):
        actions.remove_question(by=self.request.user, question=self.target)


class MoveQuestion(OneQuestion, DeedButton):
    def perform(self):
        actions.move_question(by=self.request.user, question=self.target)


class OwnedButton(DeedButton):
    """One button for who owns the call."""

    def targets(self):
        return StoryCall.objects.owned_by(self.request.reader).select_related("community")


class OpenCall(OwnedButton):
    success_message = _("The call is open. From now on it no longer changes.")

    def perform(self):
        actions.open_call(by=self.request.user, call=self.target)


class CopyCall(OwnedButton):
    success_message = _("This is a new version. Nobody sees it yet but its owners.")

    def perform(self):
        self.copy = actions.copy_call(by=self.request.user, call=self.target)

    def next(self):
        return self.copy.get_absolute_url()


class OwnCall(DeedButton):
    success_message = _("From now on you answer for this call too.")

    def targets(self):
        return StoryCall.objects.offered_to(self.request.reader)

    def perform(self):
        actions.own_call(by=self.request.user, call=self.target)


class LeaveCall(DeedButton):
    """No to being asked, or no longer: one button."""

    success_message = _("You no longer answer for this call.")

    def targets(self):
        asked = StoryCall.objects.offered_to(self.request.reader)
        owned = StoryCall.objects.owned_by(self.request.reader)
        return (asked | owned).select_related("community")

    def perform(self):
        actions.leave_call(by=self.request.user, call=self.target)

    def next(self):
        return self.target.community.get_absolute_url() if self.target.opened_on is None else super().next()


class ArchiveCall(FormPage):
    form_class = forms.ArchiveForm
    heading = _("Close the call")
    lead = _("A call closes after something came back to the people who told.")
    button = _("Close it")

    def targets(self):
        rows = StoryCall.objects.owned_by(self.request.reader)
        return rows.filter(opened_on__isnull=False, archived_on=None)

    def perform(self, form):
        actions.archive_call(by=self.request.user, call=self.target, **form.cleaned_data)
