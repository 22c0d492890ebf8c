"""What the site knows about me, and how it lets go of it."""

import io
import json
import re
import zipfile
from datetime import date

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from communities.news.reads import notice_kinds
from communities.site.example_mailbox import CLEAR_SITE_DATA
from config.website.my_data import own_data
from config.website.my_data.labels import BY_GROUP, CORRECT, FIELDS, SELF, row_labels

ABOUT_NEWS = {"communities.Notice", "communities.Silence"}
WAYS_IN = {
    Authenticator.Type.WEBAUTHN: _("passkey"),
    Authenticator.Type.TOTP: _("app for codes"),
    Authenticator.Type.RECOVERY_CODES: _("codes on paper"),
}
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
    elif label in ABOUT_NEWS and name == "kind" and value in notice_kinds():
        value = notice_kinds()[value].label
    elif label == "mfa.Authenticator" and name == "type":
        value = {str(kind.label): words for kind, words in WAYS_IN.items()}[value]
    elif MOMENT.fullmatch(value):
        value = date_format(date.fromisoformat(value[:10]), "j F Y")
    return word_for(label, name), {"True": _("yes"), "False": _("no")}.get(value, value)


class MyData(TemplateView):
    """Everything about me, readable, driven by the field register."""

    template_name = "pages/my_data.html"

    def get_context_data(self, **kwargs):
        found = own_data.my_data(self.request.user)
        named = [
            (
                row_labels()[label],
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
            data = json.dumps(own_data.my_data(request.user), ensure_ascii=False, indent=1)
            archive.writestr("samenspel.json", data)
        answer = HttpResponse(sheet.getvalue(), content_type="application/zip")
        answer["Content-Disposition"] = 'attachment; filename="samenspel.zip"'
        answer["Cache-Control"] = "no-store"
        return answer


class ForgetMe(TemplateView):
    """First what goes and what stays; then, with one button, gone in one transaction."""

    template_name = "pages/forget_me.html"

    def get_context_data(self, **kwargs):
        goes, stays = own_data.what_goes(self.request.user)
        return super().get_context_data(
            goes=[(row_labels()[label], count) for label, count in goes.items()],
            stays=[(row_labels()[label], count) for label, count in stays.items()],
            **kwargs,
        )

    def post(self, request):
        person = request.user
        logout(request)
        own_data.forget(person)
        messages.success(request, _("You are gone from this site. Thank you for what you shared."))
        answer = HttpResponseRedirect(reverse("home"))
        answer["Clear-Site-Data"] = CLEAR_SITE_DATA
        return answer
