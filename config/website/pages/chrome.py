"""What stands around every page: what templates know, plain pages, and addresses for machines."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import TemplateView

from communities.site.pages import OpenPage


def site(request):
    """What every template may know about the site (context processor)."""
    return {"example_on": settings.EXAMPLE}


def csrf_failure(request, reason=""):
    """A form that was open too long: say so kindly; what was typed stays behind the back button."""
    return render(request, "403_csrf.html", status=403)


class KindNotFound:
    """While the example is on, DEBUG would show its own page for what is hidden: show ours instead."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        unknown = response.status_code == 404 and request.resolver_match is None
        return self.page(request) if unknown else response

    def process_exception(self, request, exception):
        return self.page(request) if isinstance(exception, Http404) else None

    def page(self, request):
        return render(request, "404.html", status=404)


class PlainPage(OpenPage, TemplateView):
    """A page of words only."""


@login_not_required
def security_txt(request):
    """Where to report a hole (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
def robots_txt(request):
    """Search engines stay out of stories and personal pages."""
    closed = ["/verhaal/", "/verhalen/", "/vertellen/", "/mijn/", "/uitnodiging/", "/beheer/", "/account/"]
    closed += ["/b/", "/aanmelding/", "/agenda/"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
