"""Beginning a community, its words, its places, leaving it, and one's own name."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from communities import actions, forms, standing
from communities.generic import DeedButton, FormPage
from communities.models import (
    Area,
    Community,
    GroupMember,
    MeetingPlace,
    Membership,
    OpeningHours,
    Posting,
    with_words,
)


class StartCommunity(FormPage):
    form_class = forms.CommunityForm
    heading = _("Begin a community")
    lead = _("Two residents open the page together. You prepare it, then invite the second.")
    button = _("Begin")
    done = _("It stands ready. Now invite a second resident.")
    slug_field = slug_url_kwarg = "code"

    def targets(self):
        return Area.objects.newest()

    def deed(self, form):
        self.made = actions.start_community(by=self.request.user, area=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class OfCommunity(FormPage):
    slug_field = slug_url_kwarg = "slug"


class OpenCommunity(DeedButton):
    done = _("The page is open for everyone.")
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.editable_by(self.request.reader).filter(opened_on=None)

    def deed(self):
        actions.open_community(by=self.request.user, community=self.target)


class CommunityWords(OfCommunity):
    """For residents; while the words are set aside for the hosts among them, who help to make them right."""

    form_class = forms.WordsForm
    heading = _("In our own words")
    lead = _("Only residents change these words. They stand on top of the page.")

    def targets(self):
        reader = self.request.reader
        readable = Q(words_aside=False) | Q(pk__in=standing.hosted(reader))
        return with_words(Community.objects.editable_by(reader)).filter(readable)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def deed(self, form):
        actions.rewrite_community(by=self.request.user, community=self.target, **form.cleaned_data)


class Leave(OfCommunity):
    form_class = forms.SiteForm
    heading = _("Leave this community")
    lead = _(
        "Your part ends today. What you made together stays, without your name. Your own stories stay yours."
    )
    button = _("Leave")
    done = _("You left. You are always welcome back.")

    def targets(self):
        return Community.objects.to_leave(self.request.reader)

    def deed(self, form):
        here = self.request.session.session_key
        actions.leave(by=self.request.user, community=self.target, here=here)

    def get_success_url(self):
        return reverse("my_page")


class AddPlace(OfCommunity):
    form_class = forms.PlaceForm
    heading = _("Add a meeting place")

    def targets(self):
        return Community.objects.joined_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": MeetingPlace(community=self.target)}

    def deed(self, form):
        actions.save_place(by=self.request.user, place=form.instance, hours=form.cleaned_data["hours"])


class ChangePlace(FormPage):
    form_class = forms.PlaceForm
    heading = _("Change this meeting place")

    def targets(self):
        return MeetingPlace.objects.editable_by(self.request.reader).filter(closed_on=None)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def get_initial(self):
        hours = OpeningHours.objects.visible_to(self.request.reader).filter(place=self.target)
        return {"hours": forms.hours_as_lines(hours)}

    def deed(self, form):
        actions.save_place(by=self.request.user, place=form.instance, hours=form.cleaned_data["hours"])

    def get_success_url(self):
        return self.target.community.get_absolute_url()

    def back(self):
        return self.get_success_url()


class ClosePlace(FormPage):
    form_class = forms.ClosePlaceForm
    heading = _("This place closed")
    lead = _("It stays on the page, with the reason: what is missing gets a place.")

    def targets(self):
        return MeetingPlace.objects.editable_by(self.request.reader).select_related("community")

    def deed(self, form):
        actions.close_place(by=self.request.user, place=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.target.community.get_absolute_url()

    def back(self):
        return self.get_success_url()


def rows_of(reader):
    """Every row that puts this person on a page today: membership, part in a group, post."""
    return {
        "lid": Membership.objects.current().filter(user=reader.pk).select_related("community"),
        "groep": GroupMember.objects.current().filter(user=reader.pk).select_related("group"),
        "post": Posting.objects.current().filter(user=reader.pk).select_related("office__organisation"),
    }


class MyName(FormView):
    """How I am called, and for each place where I stand: my name, or only what I do."""

    form_class = forms.NameForm
    template_name = "communities/my_name.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.request.user}

    def get_context_data(self, **kwargs):
        rows = [
            (kind, row, forms.ShownForm(initial={"shown_as": row.shown_as}, auto_id=f"{kind}-{row.pk}-%s"))
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

    def deed(self, form):
        actions.correct_expertise(by=self.request.user, member=self.target, **form.cleaned_data)

    def back(self):
        return reverse("my_name")

    get_success_url = back


class ShowAs(DeedButton):
    """One row: with my name or without. Taking it back is the same tap."""

    done = _("Saved. It holds everywhere at once.")

    def targets(self):
        return rows_of(self.request.reader).get(self.kwargs["kind"], Membership.objects.none())

    def deed(self):
        form = forms.ShownForm(self.request.POST)
        if form.is_valid():
            actions.show_as(by=self.request.user, row=self.target, **form.cleaned_data)

    def next(self):
        return reverse("my_name")
