"""Pages that save themselves while somebody writes (docs/principles.md rule 8; `static/autosave.js`)."""

import unicodedata

from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from communities.site.pages import OpenPage

LONGEST = 50_000


# They turn around what stands after them, also beside the text; marks inside a word (as Persian needs) stay.
TURNING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def clean_text(text):
    """Plain text: control characters go, line breaks stay; nothing somebody wrote is changed otherwise."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or not (unicodedata.category(c) == "Cc" or c in TURNING))


def clock(at=None):
    """The time people read beside "saved"."""
    return date_format(timezone.localtime(at or timezone.now()), "H:i")


class WrittenMeanwhile(Exception):
    """Somebody saved another text since this page was opened; `stored` is the row as it stands."""

    def __init__(self, stored):
        super().__init__("written meanwhile")
        self.stored = stored


@method_decorator(never_cache, name="dispatch")
class WritingPage(OpenPage, View):
    """A page to write on. It saves itself; without JavaScript the button does.

    Somebody whose session ended while writing gets the typed text back on the next page: nothing is
    stored, and no character is lost.
    """

    typed = ()
    typed_label = ""
    other_way = ""

    def find(self):
        """Look up the row to write in; what is not the reader's to write answers 404."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not self.is_known(request):
            return self.logged_out(request)
        self.find()
        return super().dispatch(request, *args, **kwargs)

    def is_known(self, request):
        """Whether it is worth looking for the row at all; else the log-in page hands the text back."""
        return request.user.is_authenticated

    @property
    def is_quiet(self):
        """Whether the page saves itself, instead of somebody who pressed a button."""
        return self.request.headers.get("Accept") == "application/json"

    def logged_out(self, request):
        """The log-in page; what was already typed is handed back, to copy."""
        login = f"{reverse('account_login')}?next={request.path}"
        if request.method != "POST":
            return HttpResponseRedirect(login)
        if self.is_quiet:
            return JsonResponse({"saved": False, "why": _("You are logged out.")}, status=403)
        text = "\n\n".join(filter(None, (clean_text(request.POST.get(name, "")) for name in self.typed)))
        values = {"text": text, "login": login, "label": self.typed_label, "other_way": self.other_way}
        return render(request, "components/logged_out.html", values, status=403)

    def saved(self, at):
        """ "Saved at 14:03", with the mark of the version that is now on the page."""
        return JsonResponse({"saved": True, "at": clock(), "seen": at.isoformat()})

    def not_saved(self, why, status):
        """Why it was not saved, in a sentence that the page shows."""
        return JsonResponse({"saved": False, "why": str(why)}, status=status)

    def not_valid(self, form):
        """Every error of a form as one sentence after the other."""
        return self.not_saved(" ".join(error for found in form.errors.values() for error in found), 400)
