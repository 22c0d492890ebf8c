"""Pages that save themselves while somebody writes (docs/principles.md rule 8; `static/autosave.js`)."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from communities.site.pages import MEANWHILE, SOMEBODY_ELSE, OpenPage
from communities.site.plain_text import LONGEST, clean_text

__all__ = ["LONGEST", "WritingPage", "WrittenMeanwhile", "clean_text", "clock"]


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
        try:
            return super().dispatch(request, *args, **kwargs)
        except (ValidationError, *MEANWHILE) as refusal:
            return self.gone(request, refusal)

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
        values = {"login": login, "label": self.typed_label, "other_way": self.other_way}
        return render(
            request, "components/logged_out.html", {**values, "text": self.handed_back(request)}, status=403
        )

    def handed_back(self, request):
        """Every word that was typed, as one text to copy."""
        return "\n\n".join(filter(None, (clean_text(request.POST.get(name, "")) for name in self.typed)))

    def gone(self, request, refusal):
        """What is written on was shared, or is gone, between opening and saving: the words are handed back."""
        why = " ".join(getattr(refusal, "messages", [str(SOMEBODY_ELSE)]))
        if self.is_quiet:
            return self.not_saved(why, 409)
        values = {"text": self.handed_back(request), "why": why, "label": self.typed_label}
        return render(request, "components/written_meanwhile.html", values, status=409)

    def saved(self, at):
        """ "Saved at 14:03", with the mark of the version that is now on the page."""
        return JsonResponse({"saved": True, "at": clock(), "seen": at.isoformat()})

    def not_saved(self, why, status):
        """Why it was not saved, in a sentence that the page shows."""
        return JsonResponse({"saved": False, "why": str(why)}, status=status)

    def not_valid(self, form):
        """Every error of a form as one sentence after the other."""
        return self.not_saved(" ".join(error for found in form.errors.values() for error in found), 400)
