"""The base of every form about a gathering."""

from django.urls import reverse

from communities.site.pages import FormPage
from trajectories.gatherings.models import Gathering


class GatheringFormPage(FormPage):
    def targets(self):
        return Gathering.objects.editable_by(self.request.reader).select_related("group__community")

    def back(self):
        return reverse("gathering", args=[self.target.pk])

    get_success_url = back
