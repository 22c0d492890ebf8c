"""Signing up with or without an account, cancelling with one tap, and the list for those who organise."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from communities.models import Silence, User
from communities.rights.reader import Reader
from communities.site.exports import csv_file
from communities.site.form_look import SiteForm
from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage, Target
from trajectories.gatherings.models import Gathering
from trajectories.signups import actions, forms
from trajectories.signups.models import SignUp


@dataclass(frozen=True)
class Coming:
    """What somebody can do about coming: the places that are free, and their own sign-up."""

    free: int | None
    mine: SignUp | None

    @property
    def is_full(self):
        return self.free == 0


def coming_to(reader, gathering):
    """How things stand with the places of a gathering, for this reader; nothing where nobody signs up."""
    if not gathering.takes_signups:
        return None
    mine = SignUp.objects.of(reader).on_the_list().filter(gathering=gathering).first()
    return Coming(actions.free_places(gathering), mine)


class ToGathering(OpenPage, FormPage):
    """The invitation with a form of one or two fields under it. Nothing is written before somebody taps."""

    form_class = forms.SignUpForm
    template_name = "trajectories/signups/come.html"
    success_message = ""

    def get_initial(self):
        user = self.request.user
        return {"token": uuid.uuid4(), "name": user.display_name if user.is_authenticated else ""}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "with_account": self.request.user.is_authenticated}

    def get_context_data(self, **kwargs):
        coming = coming_to(self.request.reader, self.target)
        return super().get_context_data(item=self.target, coming=coming, **kwargs)

    def perform(self, form):
        self.made = actions.sign_up(by=self.request.user, gathering=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()

    def back(self):
        return reverse("group", args=[self.target.group_id])


class SignUpHere(ToGathering):
    """For whoever may know of the gathering."""

    def targets(self):
        rows = Gathering.objects.visible_to(self.request.reader).filter(open_door=False)
        return rows.select_related("group__community", "place")


class Scanned(ToGathering):
    """For whoever scanned the poster: no account, no log-in."""

    slug_field = slug_url_kwarg = "code"

    def dispatch(self, request, *args, code):
        if not self.targets().filter(code=code).exists() and too_many_tries(request):
            return render(request, "404.html", status=429)
        return super().dispatch(request, *args, code=code)

    def targets(self):
        rows = Gathering.objects.by_code(self.request.reader)
        return rows.select_related("group__community", "place")


def hears_by_mail(person):
    """Whether mail about a place comes to somebody with an account: not to who said "never" or "not this"."""
    if person is None or person.digest == User.Digest.NEVER:
        return False
    return not Silence.objects.visible_to(Reader(user=person)).filter(kind="signup").exists()


class OwnPlace(OpenPage, Target):
    """A sign-up, found with the code that was given for it."""

    slug_field = slug_url_kwarg = "code"

    def targets(self):
        rows = SignUp.objects.by_code(self.kwargs["code"])
        return rows.select_related("gathering__group__community", "gathering__place", "person")


@method_decorator(never_cache, name="dispatch")
class MyPlace(OwnPlace, TemplateView):
    """My place or my turn on the waiting list, and the button to cancel."""

    template_name = "trajectories/signups/my_place.html"

    def dispatch(self, request, *args, code):
        if not self.targets().exists() and too_many_tries(request):
            return render(request, "404.html", status=429)
        return super().dispatch(request)

    def get_context_data(self, **kwargs):
        address = self.request.build_absolute_uri(self.target.get_absolute_url())
        mine = self.target
        hears = bool(mine.mail) or hears_by_mail(mine.person)
        return super().get_context_data(mine=mine, item=mine.gathering, address=address, hears=hears)


class CancelMyPlace(OwnPlace, DeedButton):
    success_message = _("You cancelled. Your name is gone from the list.")

    def perform(self):
        self.gathering = self.target.gathering
        actions.cancel_signup(by=self.request.user, signup=self.target)

    def next(self):
        rows = Gathering.objects.visible_to(self.request.reader)
        if rows.contains(self.gathering):
            return reverse("gathering", args=[self.gathering.pk])
        code = self.gathering.code
        return reverse("scanned", args=[code]) if code else reverse("home")


class SignUpList(Target, TemplateView):
    """Who comes, for those who organise it; gone three months after the gathering."""

    template_name = "trajectories/signups/signups.html"

    def targets(self):
        return Gathering.objects.editable_by(self.request.reader).select_related("group__community")

    def get_context_data(self, **kwargs):
        rows = SignUp.objects.visible_to(self.request.reader).filter(gathering=self.target)
        places = {"taken": actions.taken_places(self.target), "may_add": self.target.takes_signups}
        return super().get_context_data(
            item=self.target, placed=rows.placed(), waiting=rows.waiting(), **places, **kwargs
        )


class AddSignUp(FormPage):
    """Somebody phoned: a host adds them, with a place or on the waiting list."""

    form_class = forms.AddSignUpForm
    heading = _("Add somebody who phoned")
    button = _("Add to the list")
    success_message = ""

    def targets(self):
        rows = Gathering.objects.editable_by(self.request.reader).filter(open_door=False)
        return rows.select_related("group__community")

    def get_initial(self):
        return {"token": uuid.uuid4()}

    def perform(self, form):
        made = actions.add_signup(by=self.request.user, gathering=self.target, **form.cleaned_data)
        words = _("%(name)s has a place.") if made.placed_at else _("%(name)s is on the waiting list.")
        messages.success(self.request, words % {"name": made.name})

    def back(self):
        return reverse("signups", args=[self.target.pk])

    get_success_url = back


class RemoveSignUp(FormPage):
    """Taking somebody off the list, after a page that says what it does."""

    form_class = SiteForm
    button = _("Take off the list")
    success_message = _("The name is off the list.")

    def targets(self):
        rows = SignUp.objects.organised_by(self.request.reader).on_the_list()
        return rows.select_related("gathering", "person")

    @property
    def heading(self):
        return gettext("Take %(name)s off the list?") % {"name": self.target.name}

    @property
    def lead(self):
        if self.target.mail or hears_by_mail(self.target.person):
            return _("They get a mail about it. Whoever waits longest moves up.")
        return _("We cannot mail them: tell them yourself. Whoever waits longest moves up.")

    def perform(self, form):
        actions.remove_signup(by=self.request.user, signup=self.target)

    def back(self):
        return reverse("signups", args=[self.target.gathering_id])

    get_success_url = back


class SignUpFile(Target, View):
    """The same list as a file: names and whether there is a place, no mail addresses."""

    targets = SignUpList.targets

    def get(self, request, pk):
        rows = SignUp.objects.visible_to(request.reader).filter(gathering=self.target)
        header = [gettext("Name"), gettext("People"), gettext("Place"), gettext("Signed up on")]
        lines = [
            (
                row.name,
                row.people,
                gettext("has a place") if row.placed_at else gettext("waiting list"),
                date_format(row.signed_up_at, "j F Y"),
            )
            for row in [*rows.placed(), *rows.waiting()]
        ]
        return csv_file("wie-komt.csv", header, lines)
