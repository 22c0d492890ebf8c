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
    "communities.Notice": _("News for me"),
    "communities.Letter": _("Mail to me"),
    "communities.Silence": _("News I switched off"),
    "trajectories.StatusChange": _("Steps of trajectories I wrote down"),
    "trajectories.Gathering": _("Gatherings I planned"),
    "trajectories.Harvest": _("Harvests I wrote down"),
    "trajectories.Signal": _("Questions I wrote down for a group"),
    "trajectories.Answer": _("Answers I gave"),
    "trajectories.Handover": _("Letters for who comes after me"),
    "volunteers.SupportRequest": _("Support I asked for a group"),
    "volunteers.SupportReply": _("Answers about support I gave"),
    "stories.Story": _("My stories"),
    "stories.Consent": _("What I allowed with my stories"),
    "stories.Quote": _("Sentences that may be quoted"),
    "stories.Voice": _("What I said beside figures"),
}


FIELDS = {
    "email": _("mail address"),
    "display_name": _("name"),
    "name": _("name"),
    "language": _("language"),
    "digest": _("mail with news"),
    "joined_on": _("account since"),
    "last_login": _("last time logged in"),
    "community": _("community"),
    "group": _("group"),
    "role": _("role"),
    "function": _("function"),
    "office": _("department"),
    "organisation": _("organisation"),
    "municipality": _("municipality"),
    "since": _("since"),
    "until": _("until"),
    "asked_on": _("asked on"),
    "introduced_by": _("let in by"),
    "shown_as": _("how I am shown"),
    "shown_since": _("shown like this since"),
    "expertise": _("what I know about"),
    "title": _("title"),
    "text": _("text"),
    "words": _("words"),
    "pseudonym": _("name under it"),
    "relation": _("how I know the neighbourhood"),
    "told_by": _("how it was told"),
    "told_on": _("told on"),
    "said_on": _("said on"),
    "changed_at": _("changed on"),
    "month": _("when it was"),
    "area": _("where it was"),
    "area_code": _("where it was"),
    "subject": _("about"),
    "story": _("story"),
    "reach": _("who may read it"),
    "may_quote": _("may be quoted"),
    "may_count": _("may count"),
    "may_teach": _("may be used in lessons"),
    "given_at": _("given on"),
    "ended_at": _("ended on"),
    "told": _("what was told"),
    "start_question": _("start question"),
    "signed": _("signed"),
    "on": _("on"),
    "why": _("why"),
    "learned": _("what I learned"),
    "people": _("people and rhythms"),
    "promised": _("what is promised"),
    "not_again": _("what not to do again"),
    "part": _("part"),
    "posting": _("post"),
    "to_part": _("for"),
    "to_posting": _("for"),
    "shared_on": _("shared on"),
    "gathering": _("gathering"),
    "met_on": _("met on"),
    "accepted_on": _("accepted on"),
    "status": _("status"),
}
SELF = {"user", "person", "teller", "by", "created_by", "written_by", "asked_by", "given_by"}


def in_words(name, value):
    """A field and its value for people: Dutch names, days instead of timestamps."""
    day = value[:10] if len(value) > 18 and value[4:5] == "-" and value[10:11] == " " else value
    return FIELDS.get(name, name), {"True": _("yes"), "False": _("no")}.get(value, day)


class MyData(TemplateView):
    """Everything about me, readable, driven by the field register."""

    template_name = "pages/my_data.html"

    def get_context_data(self, **kwargs):
        found = people.my_data(self.request.user)
        named = [
            (WORDS[label], [[in_words(*item) for item in row.items() if item[0] not in SELF] for row in rows])
            for label, rows in found.items()
        ]
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
