"""The pages that need every app: which panels, in which order."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView


def site(request):
    """What every template may know about the site (context processor)."""
    return {"example_on": settings.EXAMPLE, "csp_nonce": getattr(request, "csp_nonce", "")}


def csrf_failure(request, reason=""):
    """A form that was open too long: say so kindly; what was typed stays behind the back button."""
    return render(request, "403_csrf.html", status=403)


@method_decorator(login_not_required, name="dispatch")
class FrontPage(TemplateView):
    template_name = "pages/home.html"
