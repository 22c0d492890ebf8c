"""Calendars to subscribe to: public per community and group, and personal secret addresses."""

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import conditional_page
from django.views.generic import View

from communities.models import Community, Group
from communities.rights import standing
from communities.rights.reader import VISITOR, Reader
from communities.site.pages import DeedButton, FormPage, OpenPage, Target
from trajectories.calendars import actions, forms
from trajectories.calendars.models import CalendarAddress
from trajectories.gatherings.ical import calendar_of
from trajectories.gatherings.models import Gathering


def feed(name, rows, cache):
    """The answer that calendar programs take; unchanged files are answered with 304."""
    answer = HttpResponse(calendar_of(name, rows), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="agenda.ics"'
    answer["Cache-Control"] = cache
    return answer


@method_decorator(conditional_page, name="dispatch")
class Feed(OpenPage, Target, View):
    """A file without log-in or session: the public ones show what a visitor may see, to everybody."""

    http_method_names = ["get", "head"]

    def get(self, request, *args, **kwargs):
        rows = Gathering.objects.visible_to(VISITOR).filter(**self.about())
        return feed(str(self.target), rows, "public, max-age=900")


class CommunityFeed(Feed):
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.visible_to(VISITOR)

    def about(self):
        return {"community": self.target}


class GroupFeed(Feed):
    def targets(self):
        return Group.objects.visible_to(VISITOR)

    def about(self):
        return {"group": self.target}


class PersonFeed(Feed):
    """What the owner of this address may see now, in the communities they belong to or work for."""

    slug_field = slug_url_kwarg = "token"

    def targets(self):
        rows = CalendarAddress.objects.by_token(self.kwargs["token"])
        return rows.select_related("person", "community", "group")

    def get(self, request, *args, **kwargs):
        address, reader = self.target, Reader(user=self.target.person)
        rows = Gathering.objects.visible_to(reader)
        if address.group_id:
            rows = rows.filter(group=address.group_id)
        elif address.community_id:
            rows = rows.filter(community=address.community_id)
        else:
            served = Q(community__municipality__in=standing.employers(reader))
            rows = rows.filter(Q(community__in=standing.joined(reader)) | served)
        with translation.override(address.person.language):
            return feed(f"Samenspel: {address}", rows, "private, no-cache")


class MyCalendars(FormPage):
    """Make a secret address, look at it again, and make it worthless."""

    form_class = forms.CalendarForm
    template_name = "trajectories/calendars/my_calendars.html"
    heading = _("In my calendar")
    button = _("Make an address")
    success_message = _("The address is there. Copy it to your calendar.")

    @property
    def target(self):
        return self.request.user

    def get_form_kwargs(self):
        reader = self.request.reader
        places = Community.objects.joined_by(reader) | Community.objects.served_by(reader)
        groups = Group.objects.joined_by(reader)
        return {**super().get_form_kwargs(), "communities": places.distinct(), "groups": groups}

    def get_context_data(self, **kwargs):
        rows = CalendarAddress.objects.visible_to(self.request.reader).select_related("community", "group")
        absolute = self.request.build_absolute_uri
        addresses = [(row, absolute(row.get_absolute_url())) for row in rows]
        named = [(row, url, f"webcal://{url.partition('://')[2]}") for row, url in addresses]
        return super().get_context_data(addresses=named, **kwargs)

    def perform(self, form):
        actions.make_calendar(by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("my_agenda")

    def back(self):
        return reverse("my_page")


class Revoke(DeedButton):
    success_message = _("This address shows nothing any more.")

    def targets(self):
        return CalendarAddress.objects.editable_by(self.request.reader)

    def perform(self):
        actions.revoke_calendar(by=self.request.user, address=self.target)

    def next(self):
        return reverse("my_agenda")
