"""Small building blocks that every app's pages share."""

import logging
from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, FormView, View

from communities.site.slots import filled

log = logging.getLogger(__name__)
# Between looking and doing somebody else did something: the row is gone, or there is one already.
MEANWHILE = (IntegrityError, ObjectDoesNotExist)
SOMEBODY_ELSE = _("Somebody else was just before you, so this was not done. Look again how it stands now.")


@dataclass(frozen=True)
class Panel:
    """What an app brings to a shared page (docs/architecture.md): a template of that app and its values.

    `key` is the anchor on the page; an app returns None instead of a Panel when it has nothing to say.
    """

    key: str
    title: str
    template: str
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class NowItem:
    """One line of "what is going on": when in words, what, where to read on. `day` orders them."""

    day: object
    when: str
    title: str
    url: str
    sentence: str = ""


class OpenPage:
    """A page that also visitors without an account may open. Everything else asks to log in."""

    @classmethod
    def as_view(cls, **initkwargs):
        return login_not_required(super().as_view(**initkwargs))


class Target:
    """A view about one row, found through a rule: what is not in `targets()` answers 404."""

    slug_url_kwarg = "pk"
    slug_field = "pk"

    def targets(self):
        """The rows this reader may use here."""
        raise NotImplementedError

    @cached_property
    def target(self):
        return get_object_or_404(self.targets(), **{self.slug_field: self.kwargs[self.slug_url_kwarg]})


class DetailPage(OpenPage, DetailView):
    """One public row with what hangs under it; `model.objects.as_seen_by` says who may also edit.

    `slots` are the places that other apps fill: the name in the template, and that of the slot.
    """

    context_object_name = "item"
    slots = {}

    def get_queryset(self):
        return self.model.objects.as_seen_by(self.request.reader)

    def get_context_data(self, **kwargs):
        row, reader = self.object, self.request.reader
        found = {name: filled(slot, row, reader) for name, slot in self.slots.items()}
        return super().get_context_data(**{**found, **kwargs})


class FormPage(Target, FormView):
    """A page with one form that does one deed to one row; when another deed was just before it, nothing typed is lost.

    `delete_url` names the page on which the row is taken away, when it was written down by mistake.
    """

    template_name = "components/form_page.html"
    heading = ""
    lead = ""
    button = _("Save")
    success_message = _("Saved.")
    delete_url = ""

    def dispatch(self, request, *args, **kwargs):
        self.target  # noqa: B018  hidden rows answer 404 before anything else happens
        return super().dispatch(request, *args, **kwargs)

    def perform(self, form):
        """Do it; a ValidationError becomes a sentence on the form and nothing is lost."""
        raise NotImplementedError

    def form_valid(self, form):
        try:
            self.perform(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except MEANWHILE:
            log.exception("a deed met another one")
            form.add_error(None, SOMEBODY_ELSE)
            answer = self.form_invalid(form)
            answer.status_code = 409
            return answer
        if self.success_message:
            messages.success(self.request, self.success_message)
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        return self.target.get_absolute_url()

    def get_context_data(self, **kwargs):
        extra = {"heading": self.heading, "lead": self.lead, "button": self.button, "back": self.back()}
        if self.delete_url:
            extra["delete_url"] = reverse(self.delete_url, args=[self.target.pk])
        return super().get_context_data(**{**extra, **kwargs})

    def back(self):
        """Where "back" leads; the row itself, unless a page says otherwise."""
        return self.target.get_absolute_url()


class DeedButton(Target, View):
    """One button that does one deed: POST only, so that nothing ever happens on GET."""

    http_method_names = ["post"]
    success_message = ""

    def perform(self):
        """Do it; a ValidationError becomes a message on the next page."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        self.target  # noqa: B018  hidden rows answer 404 before anything else happens
        try:
            self.perform()
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        except MEANWHILE:
            log.exception("a deed met another one")
            messages.error(request, SOMEBODY_ELSE)
        else:
            if self.success_message:
                messages.success(request, self.success_message)
        return HttpResponseRedirect(self.next())

    def next(self):
        return self.target.get_absolute_url()
