"""Asking for support, answering, and asking again."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Group, Organisation
from communities.site.pages import DeedButton, FormPage
from volunteers.support import actions, forms
from volunteers.support.models import SupportRequest


class AskSupport(GroupFormPage):
    form_class = forms.SupportForm
    heading = _("Ask for support")
    button = _("Ask")
    success_message = _("It has been asked.")

    def targets(self):
        return Group.objects.led_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "organisations": Organisation.objects.visible_to(self.request.reader),
        }

    def perform(self, form):
        actions.ask_support(by=self.request.user, group=self.target, **form.cleaned_data)


class OfSupport:
    """Where a deed about a support request leads back to."""

    def get_success_url(self):
        return reverse("group", args=[self.target.group_id])

    back = next = get_success_url


class ReplySupport(OfSupport, FormPage):
    form_class = forms.ReplyForm
    heading = _("Answer a request for support")
    lead = _("What you do and your organisation stand under it, not your name.")
    button = _("Give this answer")

    def targets(self):
        return SupportRequest.objects.answerable_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "now": self.target.state}

    def perform(self, form):
        actions.reply_support(by=self.request.user, request=self.target, **form.cleaned_data)


class ReopenSupport(OfSupport, DeedButton):
    success_message = _("Asked again.")

    def targets(self):
        return SupportRequest.objects.editable_by(self.request.reader)

    def perform(self):
        actions.reopen_support(by=self.request.user, request=self.target)
