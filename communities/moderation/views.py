""" "Klopt hier iets niet?": saying so without an account, and looking at it with two."""

import secrets
from datetime import timedelta

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from communities.moderation import actions
from communities.moderation.forms import ObjectionForm, ReasonForm, ReportForm
from communities.moderation.models import Judgement, Opening, Report, ReportLine, SetAside
from communities.moderation.registry import by_slug, community_of, reportables
from communities.site.pages import DeedButton, FormPage, OpenPage

PER_BROWSER, PER_HOUR = 10, 3600
OF_NEW_BROWSERS, PER_WHILE = 600, 600
OPEN_FOR = 3600


def _count(key, seconds):
    cache.add(key, 0, seconds)
    return cache.incr(key)


def browser_of(request):
    """A random mark of this browser, and whether it may report now.

    Limits are per browser, never per network address: at a neighbourhood event 300 people share one.
    Browsers that bring no mark share one wide count, so that throwing cookies away opens no way round.
    """
    mark = request.session.get("reporter")
    if mark is None:
        mark = request.session["reporter"] = secrets.token_hex(16)
        if _count("reports:new-browsers", PER_WHILE) > OF_NEW_BROWSERS:
            return mark, False
    return mark, _count(f"reports:{mark}", PER_HOUR) <= PER_BROWSER


class SayIt(OpenPage, FormView):
    """What is not right with one row that this reader may see. What is hidden or gone answers 404."""

    form_class = ReportForm
    template_name = "communities/moderation/say.html"

    @cached_property
    def found(self):
        kind = by_slug(self.kwargs["kind"])
        try:
            row = kind and kind.find(self.request.reader, self.kwargs["key"])
        except (ValueError, OverflowError, ValidationError) as unknown:
            raise Http404 from unknown
        if not row:
            raise Http404
        return kind, row

    def dispatch(self, request, *args, **kwargs):
        self.found  # noqa: B018  hidden rows answer 404 before anything else happens
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "logged_in": self.request.user.is_authenticated}

    def get_context_data(self, **kwargs):
        kind, row = self.found
        return super().get_context_data(what=kind.label, back=kind.back(row), **kwargs)

    def form_valid(self, form):
        kind, row = self.found
        browser, may = browser_of(self.request)
        if not may:
            return render(
                self.request, "communities/moderation/wait.html", {"back": kind.back(row)}, status=429
            )
        actions.report(
            by=self.request.user if form.cleaned_data.get("known") else None,
            kind=kind.key,
            about=row.pk,
            community=community_of(row),
            authors=kind.authors(row),
            category=form.cleaned_data["category"],
            words=form.cleaned_data["words"],
            browser=browser,
        )
        named = form.cleaned_data["category"] == "named"
        return render(
            self.request, "communities/moderation/said.html", {"back": kind.back(row), "named": named}
        )


class OfReport:
    """One standing report, for who handles it."""

    def targets(self):
        return Report.objects.visible_to(self.request.reader).open().select_related("community")

    def next(self):
        return self.target.get_absolute_url()

    get_success_url = back = next


class HandleReport(OfReport, FormPage):
    """What was said, the row once it was opened, and what to do: propose, agree, put back, close."""

    form_class = ReasonForm
    template_name = "communities/moderation/handle.html"
    heading = _("Something is not right here")
    button = _("Propose to set it aside")
    success_message = _("Proposed. A second person has to agree.")

    def back(self):
        return reverse("my_page")

    def perform(self, form):
        actions.propose_aside(by=self.request.user, report=self.target, reason=form.cleaned_data["reason"])

    def get_context_data(self, **kwargs):
        reader, kind = self.request.reader, reportables()[self.target.kind]
        openings = Opening.objects.visible_to(reader).filter(report=self.target)
        lately = timezone.now() - timedelta(seconds=OPEN_FOR)
        opened = openings.filter(by=reader.pk, at__gt=lately).exists()
        row = kind.row(self.target.about)
        asides = SetAside.objects.visible_to(reader).filter(report=self.target, ended_at=None)
        return super().get_context_data(
            report=self.target,
            what=kind.label,
            lines=ReportLine.objects.visible_to(reader).filter(report=self.target).select_related("by"),
            gone=row is None,
            opened=opened,
            words=[word for word in kind.words(row) if word] if opened and row else [],
            aside=asides.first(),
            **kwargs,
        )


class OpenRow(OfReport, DeedButton):
    """Read that one row: written down, and told to who wrote it."""

    def perform(self):
        actions.open_row(by=self.request.user, report=self.target)


class CloseReport(OfReport, DeedButton):
    success_message = _("Closed. What was said is erased after 90 days.")

    def perform(self):
        actions.close_report(by=self.request.user, report=self.target)

    def next(self):
        return reverse("my_page")


class OfAside(DeedButton):
    """One proposal or setting aside, for who handles its report."""

    def targets(self):
        reports = Report.objects.visible_to(self.request.reader)
        rows = SetAside.objects.visible_to(self.request.reader).filter(report__in=reports, ended_at=None)
        return rows.select_related("report")


class AgreeAside(OfAside):
    success_message = _("Set aside for 14 days. It comes back by itself.")

    def perform(self):
        actions.agree_aside(by=self.request.user, set_aside=self.target)


class LiftAside(OfAside):
    success_message = _("It is back.")

    def perform(self):
        actions.lift_aside(by=self.request.user, set_aside=self.target)


class JudgeAside(OfAside):
    """After looking again: stay away, or come back."""

    success_message = _("Your answer counts when both have answered. Otherwise it comes back by itself.")

    def perform(self):
        away = self.request.POST.get("away") == "1"
        actions.judge_aside(by=self.request.user, set_aside=self.target, away=away)


class SetAsidePage(FormPage):
    """For who wrote it: that it is set aside, why, until when, who opened it; and room to object."""

    form_class = ObjectionForm
    template_name = "communities/moderation/aside.html"
    heading = _("Set aside for two weeks")
    button = _("Send my objection")
    success_message = _("The two who set it aside read your words.")

    def targets(self):
        return SetAside.objects.visible_to(self.request.reader).select_related("report__community")

    def back(self):
        return reverse("my_page")

    def get_success_url(self):
        return self.target.get_absolute_url()

    def get_context_data(self, **kwargs):
        reader, row, report = self.request.reader, self.target, self.target.report
        kind = reportables()[row.kind]
        handles = Report.objects.visible_to(reader).contains(report)
        found = kind.row(row.about)
        return super().get_context_data(
            aside=row,
            what=kind.label,
            handles=handles,
            decides=handles and reader.pk in {row.proposed_by_id, row.agreed_by_id},
            own=kind.back(found) if found and not handles else "",
            openings=[] if handles else Opening.objects.told_to(reader).filter(report=report),
            judged=Judgement.objects.visible_to(reader).filter(set_aside=row, by=reader.pk).first(),
            **kwargs,
        )

    def perform(self, form):
        if Report.objects.visible_to(self.request.reader).contains(self.target.report):
            raise Http404
        actions.object_to_aside(by=self.request.user, set_aside=self.target, **form.cleaned_data)


class NamedInWords(TemplateView):
    """For a teller: somebody is named in it and asks for a passage to go. The teller decides how."""

    template_name = "communities/moderation/named.html"

    def get_context_data(self, pk, **kwargs):
        reader = self.request.reader
        report = Report.objects.named_to(reader).open().filter(pk=pk).first()
        if report is None:
            raise Http404
        kind = reportables()[report.kind]
        row = kind.row(report.about)
        return super().get_context_data(
            report=report,
            lines=ReportLine.objects.named_to(reader).filter(report=report),
            own=kind.back(row) if row else reverse("my_page"),
            **kwargs,
        )

    def post(self, request, pk):
        """I changed it, or it was not so: the request is answered."""
        report = Report.objects.named_to(request.reader).open().filter(pk=pk).first()
        if report is None:
            raise Http404
        actions.close_report(by=request.user, report=report)
        messages.success(request, _("Thank you for looking at it."))
        return HttpResponseRedirect(reverse("my_page"))
