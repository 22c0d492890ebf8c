"""What the site knows about me, and how it lets go of it."""

import io
import json
import re
import zipfile
from datetime import date

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from communities.adapters import CLEAR_SITE_DATA
from config import people
from config.notices import KINDS

WORDS = {
    "communities.User": _("My account"),
    "account.EmailAddress": _("Mail address I log in with"),
    "mfa.Authenticator": _("Passkeys, app and codes on paper"),
    "usersessions.UserSession": _("Where I am logged in"),
    "communities.Membership": _("Where I belong"),
    "communities.GroupMember": _("Groups I take part in"),
    "communities.Posting": _("Posts I hold"),
    "communities.Appointment": _("Administration"),
    "communities.Invitation": _("Codes I made"),
    "communities.Card": _("The card I came in with"),
    "communities.WayIn": _("Codes to come back in"),
    "communities.Report": _("Reports that something is not right"),
    "communities.ReportLine": _("What I said was not right"),
    "communities.Opening": _("What I opened because of a report"),
    "communities.SetAside": _("What I wrote that was set aside, and my objection"),
    "communities.Judgement": _("What I thought after two weeks"),
    "communities.Notice": _("News for me"),
    "communities.Letter": _("Mail to me"),
    "communities.Silence": _("News I switched off"),
    "sessions.Session": _("Being logged in"),
    "trajectories.StatusChange": _("Steps of trajectories I wrote down"),
    "trajectories.Gathering": _("Gatherings I planned"),
    "trajectories.Series": _("Series I planned"),
    "trajectories.SignUp": _("Where I signed up"),
    "trajectories.CalendarAddress": _("Addresses of my calendar"),
    "trajectories.Harvest": _("Harvests I wrote down"),
    "trajectories.Change": _("What changed, where I said yes to the words"),
    "trajectories.Signal": _("Questions I wrote down for a group"),
    "trajectories.Answer": _("Answers I gave"),
    "trajectories.RoleAgreement": _("Agreements I wrote down"),
    "trajectories.MethodUse": _("Method cards I wrote about"),
    "trajectories.Reflection": _("My notes"),
    "trajectories.CircleMember": _("Circles I sit in"),
    "trajectories.CircleMeeting": _("What circles of builders write down"),
    "trajectories.LessonYes": _("Lessons I said yes to"),
    "trajectories.Craft": _("How I see my work"),
    "trajectories.LookBack": _("What I wrote on how it went with a care team"),
    "trajectories.Asset": _("What I bring"),
    "trajectories.WarmIntroduction": _("Going along"),
    "trajectories.IntroductionStep": _("Steps of going along"),
    "trajectories.HeardAnswer": _("What I answered about being seen and heard"),
    "trajectories.Handover": _("Letters for who comes after me"),
    "volunteers.SupportRequest": _("Support I asked for a group"),
    "volunteers.SupportReply": _("Answers about support I gave"),
    "stories.Story": _("My stories"),
    "stories.Consent": _("What I allowed with my stories"),
    "stories.CallOwner": _("Story calls I own"),
    "stories.StoryAnswer": _("What I said about my stories"),
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
    "verified": _("confirmed by me"),
    "type": _("kind"),
    "created_at": _("since"),
    "last_used_at": _("last used on"),
    "user_agent": _("device"),
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
    "signed_up_at": _("signed up on"),
    "placed_at": _("has a place since"),
    "token": _("secret address"),
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
    "made_at": _("made on"),
    "used_at": _("used on"),
    "sent_at": _("sent on"),
    "said_at": _("said on"),
    "due": _("since"),
    "at": _("on"),
    "circle": _("circle"),
    "trajectory": _("trajectory"),
    "put_to": _("asked of"),
    "put_on": _("asked on"),
    "asked_of": _("asked of"),
    "state": _("status"),
    "to": _("mail address"),
    "html": _("text"),
    "kind": _("kind"),
    "method": _("how it was told"),
    "written_on": _("written on"),
    "card": _("method card"),
    "resident": _("who goes"),
    "resident_name": _("who goes"),
    "companion": _("who goes along"),
    "helper_name": _("the helper"),
    "helper_organisation": _("where the helper works"),
    "yes_on": _("yes on"),
    "together_on": _("been there on"),
    "closed_on": _("finished on"),
    "outcome": _("how it ended"),
    "step": _("step"),
    "how": _("how it was said"),
    "question": _("question"),
    "shared": _("who may read it"),
    "given_on": _("given on"),
}
SELF = {
    "user",
    "person",
    "teller",
    "by",
    "created_by",
    "written_by",
    "asked_by",
    "given_by",
    "proposed_by",
    "agreed_by",
}


# Where somebody corrects it; without an address the sentence says whom to ask (AVG art. 16).
BY_GROUP = (_("Is something wrong? Ask who carries the group."), "")
BY_KEEPER = (_("Is something wrong? Ask the administrator of the municipality."), "")
MY_PAGE = (_("Change or take back on my page"), "my_page")
WAYS_IN = (_("Change how I log in"), "mfa_index")
NEWS = (_("Choose which news I want"), "choose_news")
SHOWN = (_("Change my name and how I am shown"), "my_name")
CORRECT = {
    "communities.User": SHOWN,
    "communities.Membership": SHOWN,
    "communities.GroupMember": SHOWN,
    "communities.Posting": BY_KEEPER,
    "communities.Appointment": BY_KEEPER,
    "communities.Notice": NEWS,
    "communities.Letter": NEWS,
    "communities.Silence": NEWS,
    "account.EmailAddress": WAYS_IN,
    "mfa.Authenticator": WAYS_IN,
    "usersessions.UserSession": WAYS_IN,
    "trajectories.Reflection": (_("Read or throw away my notes"), "reflections"),
    "stories.Story": MY_PAGE,
    "stories.Consent": MY_PAGE,
    "stories.Quote": MY_PAGE,
    "stories.Voice": MY_PAGE,
}


ABOUT_NEWS = {"communities.Notice", "communities.Silence"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d\S*)?")


def word_for(label, name):
    """What a field is called, on this page or on its form; a field without a word stands in the file only."""
    if name in FIELDS or name in SELF:
        return FIELDS.get(name, "")
    called = apps.get_model(label)._meta.get_field(name).verbose_name
    return "" if called == name.replace("_", " ") else called


def in_words(label, name, value):
    """A field and its value for people: Dutch names, days instead of timestamps, news by what it is about."""
    if name == "language":
        value = dict(settings.LANGUAGES).get(value, value)
    elif label in ABOUT_NEWS and name == "kind" and value in KINDS:
        value = KINDS[value].label
    elif MOMENT.fullmatch(value):
        value = date_format(date.fromisoformat(value[:10]), "j F Y")
    return word_for(label, name), {"True": _("yes"), "False": _("no")}.get(value, value)


class MyData(TemplateView):
    """Everything about me, readable, driven by the field register."""

    template_name = "pages/my_data.html"

    def get_context_data(self, **kwargs):
        found = people.my_data(self.request.user)
        named = [
            (
                WORDS[label],
                [[in_words(label, *item) for item in row.items()] for row in rows],
                CORRECT.get(label, BY_GROUP),
            )
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
