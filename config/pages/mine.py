"""What the site knows about me, and how it lets go of it."""

import io
import json
import zipfile

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from communities.adapters import CLEAR_SITE_DATA
from config import people

WORDS = {
    "communities.User": _("My account"),
    "communities.Membership": _("Where I belong"),
    "communities.GroupMember": _("Groups I take part in"),
    "communities.Posting": _("Posts I hold"),
    "communities.Appointment": _("Administration"),
    "communities.Invitation": _("Codes I made"),
    "trajectories.StatusChange": _("Steps of trajectories I wrote down"),
    "trajectories.Gathering": _("Gatherings I planned"),
    "trajectories.Harvest": _("Harvests I wrote down"),
    "trajectories.Signal": _("Questions I wrote down for a group"),
    "trajectories.Answer": _("Answers I gave"),
    "volunteers.SupportRequest": _("Support I asked for a group"),
    "volunteers.SupportReply": _("Answers about support I gave"),
    "stories.Story": _("My stories"),
    "stories.Consent": _("What I allowed with my stories"),
    "stories.Quote": _("Sentences that may be quoted"),
    "stories.Voice": _("What I said beside figures"),
}


class MyData(TemplateView):
    """Everything about me, readable, driven by the field register."""

    template_name = "pages/my_data.html"

    def get_context_data(self, **kwargs):
        found = people.my_data(self.request.user)
        named = [(WORDS[label], [row.items() for row in rows]) for label, rows in found.items()]
        return super().get_context_data(data=named, **kwargs)


class MyDataFile(View):
    """The same as a zip with one JSON file, to take along (AVG art. 20)."""

    def get(self, request):
        sheet = io.BytesIO()
        with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
            data = json.dumps(people.my_data(request.user), ensure_ascii=False, indent=1)
            archive.writestr("samenspel.json", data)
        answer = HttpResponse(sheet.getvalue(), content_type="application/zip")
        answer["Content-Disposition"] = 'attachment; filename="samenspel.zip"'
        answer["Cache-Control"] = "no-store"
        return answer


class ForgetMe(TemplateView):
    """First what goes and what stays; then, with one button, gone in one transaction."""

    template_name = "pages/forget_me.html"

    def get_context_data(self, **kwargs):
        goes, stays = people.what_goes(self.request.user)
        return super().get_context_data(
            goes=[(WORDS[label], count) for label, count in goes.items()],
            stays=[(WORDS[label], count) for label, count in stays.items()],
            **kwargs,
        )

    def post(self, request):
        person = request.user
        logout(request)
        people.forget(person)
        messages.success(request, _("You are gone from this site. Thank you for what you shared."))
        answer = HttpResponseRedirect(reverse("home"))
        answer["Clear-Site-Data"] = CLEAR_SITE_DATA
        return answer
