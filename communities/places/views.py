"""Adding, changing and closing a meeting place."""

from django.utils.translation import gettext_lazy as _

from communities.groups.models import GroupMember
from communities.membership.models import Community, Membership
from communities.membership.pages import CommunityFormPage
from communities.organisations.models import Posting
from communities.places import actions, forms
from communities.places.models import MeetingPlace, OpeningHours
from communities.site.pages import FormPage


class AddPlace(CommunityFormPage):
    form_class = forms.PlaceForm
    heading = _("Add a meeting place")

    def targets(self):
        return Community.objects.joined_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": MeetingPlace(community=self.target)}

    def perform(self, form):
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

    def perform(self, form):
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

    def perform(self, form):
        actions.close_place(by=self.request.user, place=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.target.community.get_absolute_url()

    def back(self):
        return self.get_success_url()


def rows_of(reader):
    """Every row that puts this person on a page today: membership, part in a group, post."""
    return {
        "lid": Membership.objects.held_by(reader).select_related("community"),
        "groep": GroupMember.objects.held_by(reader).select_related("group"),
        "post": Posting.objects.current().filter(user=reader.pk).select_related("office__organisation"),
    }
