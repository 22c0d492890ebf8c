"""Coming back in without mail: two people of the community, one night, one code (docs/decisions/0010)."""

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from communities.accounts.allauth_seam import come_in, record_authentication
from communities.membership.models import Community
from communities.recovery import actions
from communities.recovery.actions import STOP
from communities.recovery.forms import CodeForm, RecoveryCodeForm
from communities.recovery.models import RecoveryCode
from communities.site.form_look import SiteForm
from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage


@method_decorator(never_cache, name="dispatch")
class MakeRecoveryCode(FormPage):
    """A host or builder prints a code. The sheet looks the same for every address, known or not."""

    form_class = RecoveryCodeForm
    heading = _("Let somebody back in who lost their mail")
    lead = _(
        "You make a code together with a second host or builder. It works after one night. Who owns the"
        " account gets a mail at once, and can stop it."
    )
    button = _("Make a code")
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.handled_by(self.request.reader)

    def form_valid(self, form):
        code = actions.make_recovery_code(
            by=self.request.user,
            community=self.target,
            email=form.cleaned_data["email"],
            site=settings.SITE_URL,
        )
        address = self.request.build_absolute_uri(reverse("way_in"))
        groups = [code[i : i + 4] for i in range(0, len(code), 4)]
        return render(
            self.request, "communities/recovery/way_in_sheet.html", {"address": address, "groups": groups}
        )


class ConfirmRecoveryCode(FormPage):
    """The second person: is it right that this person comes back in?"""

    form_class = SiteForm
    template_name = "communities/recovery/confirm_way_in.html"
    success_message = _("Confirmed. The code works one night after it was made.")

    def targets(self):
        rows = RecoveryCode.objects.to_confirm(self.request.reader)
        return rows.select_related("user", "community", "made_by")

    def perform(self, form):
        actions.confirm_recovery_code(by=self.request.user, way=self.target)

    def back(self):
        return reverse("my_page")

    get_success_url = back


class StopRecoveryCode(DeedButton):
    """The second person does not trust it, or its owner says no from the own page."""

    success_message = _("The code opens nothing any more.")

    def targets(self):
        return RecoveryCode.objects.stoppable_by(self.request.reader)

    def perform(self):
        actions.stop_recovery_code(by=self.request.user, way=self.target)

    def next(self):
        return reverse("my_page")


class OwnRecoveryCode(FormPage):
    """For its owner: somebody made a code to your account. Stop it with one tap."""

    form_class = SiteForm
    template_name = "communities/recovery/own_way_in.html"
    success_message = _("The code opens nothing any more.")

    def targets(self):
        mine = RecoveryCode.objects.visible_to(self.request.reader).filter(user=self.request.reader.pk)
        return mine.select_related("community")

    def perform(self, form):
        actions.stop_recovery_code(by=self.request.user, way=self.target)

    def back(self):
        return reverse("my_page")

    get_success_url = back


class StopByMail(OpenPage, View):
    """From the mail to the owner, without logging in: a page with one button."""

    def dispatch(self, request, *args, token):
        try:
            self.way = RecoveryCode.objects.open().get(pk=signing.loads(token, salt=STOP))
        except (signing.BadSignature, RecoveryCode.DoesNotExist) as unknown:
            raise Http404 from unknown
        return super().dispatch(request)

    def get(self, request):
        return render(request, "communities/recovery/stop_way_in.html", {"stopped": False})

    def post(self, request):
        actions.stop_recovery_code(by=None, way=self.way)
        return render(request, "communities/recovery/stop_way_in.html", {"stopped": True})


@method_decorator(never_cache, name="dispatch")
class ComeIn(OpenPage, FormView):
    """Type the code on the paper; it is not in any address, so that it stands in no history.

    Who chose an app for themselves is asked for it here too: two neighbours cannot vouch for that.
    """

    form_class = CodeForm
    template_name = "communities/recovery/come_in.html"

    def form_valid(self, form):
        if too_many_tries(self.request):
            return render(self.request, "communities/recovery/wrong_code.html", status=429)
        person = actions.use_recovery_code(code=form.cleaned_data["code"])
        if person is None:
            return render(self.request, "communities/recovery/wrong_code.html", status=404)
        record_authentication(self.request, person, "printed_code")
        messages.success(self.request, _("Welcome back. Now give a mail address that you can read."))
        return come_in(self.request, person, reverse("account_email"))
