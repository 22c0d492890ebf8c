"""News for me: the same on a page as in the mail, for people without mail too."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View

from communities.models import Letter, Silence, User
from communities.news.actions import choose_notices, see_notices, stop_mail
from communities.news.forms import NewsForm
from communities.news.reads import news_for, notice_kinds
from communities.site.form_dates import moment_in
from communities.site.pages import OpenPage
from config.website.mail.digest import STOP


class News(TemplateView):
    """Newest first, by community, with a button for "I have seen it": opening the page changes nothing."""

    template_name = "pages/news.html"

    def get_context_data(self, **kwargs):
        news = news_for(self.request.reader)
        lines = [line for _community, found in news for line in found]
        return super().get_context_data(
            news=news,
            fresh=any(line.is_new for line in lines),
            until=timezone.now().isoformat(),
            undelivered=Letter.objects.visible_to(self.request.reader).undelivered().first(),
            **kwargs,
        )


class Seen(View):
    """I read it; what came after the page was opened stays new."""

    http_method_names = ["post"]

    def post(self, request):
        until = moment_in(request.POST.get("until", "")) or timezone.now()
        see_notices(by=request.user, until=until)
        return HttpResponseRedirect(reverse("news"))


def _label(kind):
    """What a kind is called in the list, and whether it waits for the mail of the day or the week."""
    return gettext("%(news)s (mailed at once)") % {"news": kind.label} if kind.soon else kind.label


class ChooseNews(FormView):
    """How often mail comes, and which kinds of news do not (off is off)."""

    form_class = NewsForm
    template_name = "components/form_page.html"
    extra_context = {
        "heading": _("Which news do you want?"),
        "lead": _(
            "It always stands on your page with news. What happens now, like a gathering that does not take"
            " place, is mailed at once. The rest comes as often as you choose."
        ),
        "button": _("Save"),
    }

    def get_form_kwargs(self):
        silent = set(Silence.objects.visible_to(self.request.reader).values_list("kind", flat=True))
        kinds = [(kind.key, _label(kind)) for kind in notice_kinds().values()]
        initial = {
            "digest": self.request.user.digest,
            "wanted": [k for k, _label in kinds if k not in silent],
        }
        return {**super().get_form_kwargs(), "kinds": kinds, "initial": initial}

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=reverse("news"), **kwargs)

    def form_valid(self, form):
        silent = set(notice_kinds()) - set(form.cleaned_data["wanted"])
        choose_notices(by=self.request.user, digest=form.cleaned_data["digest"], silent=silent)
        messages.success(self.request, _("Saved."))
        return HttpResponseRedirect(reverse("news"))


class StopMail(OpenPage, View):
    """From a link in a mail, without logging in: a page with one button."""

    def dispatch(self, request, *args, token):
        try:
            self.person = User.objects.get_by_key(signing.loads(token, salt=STOP))
        except (signing.BadSignature, User.DoesNotExist) as unknown:
            raise Http404 from unknown
        return super().dispatch(request)

    def get(self, request):
        return render(request, "pages/stop_mail.html", {"stopped": self.person.digest == User.Digest.NEVER})

    def post(self, request):
        stop_mail(by=self.person)
        return HttpResponseRedirect(request.path)
