"""The base of every form about a group."""

from django.urls import reverse

from communities.groups.models import Group
from communities.site.pages import FormPage


class GroupFormPage(FormPage):
    """A form about a group; afterwards back to the page of its trajectory or initiative."""

    def targets(self):
        return Group.objects.organised_by(self.request.reader).select_related("community")

    def back(self):
        return reverse("group", args=[self.target.pk])

    get_success_url = back
