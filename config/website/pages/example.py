"""The example's one-click log-in and its mailbox. They exist only while the example is on."""

from django.conf import settings
from django.contrib.auth import login
from django.core.cache import cache
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from communities.accounts.actions import note_session
from communities.accounts.second_factor import EXAMPLE_MARK
from communities.accounts.shared_computer import begin_rest
from communities.models import User
from communities.site.example_mailbox import EXAMPLE_MAILBOX
from communities.site.pages import OpenPage
from communities.site.plain_text import clean_line
from config.example.alone import example_code
from config.example.content import rows
from config.example.people import DOMAIN


class ExampleOnly(OpenPage):
    """With the example off these addresses are not there (the settings refuse it in production)."""

    def dispatch(self, request, *args, **kwargs):
        if not settings.EXAMPLE:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class ExamplePeople(ExampleOnly, TemplateView):
    template_name = "pages/example_people.html"

    def get_context_data(self, **kwargs):
        about = {f"{row['key']}{DOMAIN}": row["about"] for row in rows("people", "people.toml")}
        people = [(person, about.get(person.email, "")) for person in User.objects.of_the_example(DOMAIN)]
        code = example_code()
        groups = [code[i : i + 4] for i in range(0, len(code), 4)]
        return super().get_context_data(people=people, groups=groups, **kwargs)

    def post(self, request):
        """Log in as an example person; real accounts can never be entered this way."""
        people = User.objects.of_the_example(DOMAIN)
        person = get_object_or_404(people, email=clean_line(request.POST.get("person", "")))
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        request.session[EXAMPLE_MARK] = True
        note_session(request)
        begin_rest(request)
        return HttpResponseRedirect("/mijn/")


class ExampleMailbox(ExampleOnly, TemplateView):
    template_name = "pages/example_mailbox.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(mails=cache.get(EXAMPLE_MAILBOX, []), **kwargs)
