"""What breaks when an organisation stops or a tender changes hands: the same page for every reader."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from communities.models import Group, Organisation
from communities.rights.reader import VISITOR
from communities.site.dates import today
from communities.site.form_dates import day_in
from communities.site.pages import OpenPage, Target
from trajectories.continuity.dependencies import dependencies_of, promises_hanging_on
from trajectories.models import Stewardship, Tender
from volunteers.support.panels import support_hanging_on


class WhatBreaks(OpenPage, Target, TemplateView):
    """An alderman asks it before deciding; a resident reads the same answer (P2). `?op=` is the day."""

    template_name = "pages/breaks.html"

    def targets(self):
        return Organisation.objects.visible_to(self.request.reader)

    def organisations(self):
        """Whose work, money and people are looked at."""
        return [self.target]

    def groups(self):
        """Within which groups; None is everywhere."""
        return None

    def day(self):
        """From which day they are gone: the day asked for, else a year from now."""
        return day_in(self.request.GET.get("op", "")) or self.suggested()

    def suggested(self):
        """The day with which the page opens."""
        now = today()
        rows = Stewardship.objects.visible_to(VISITOR).filter(organisation=self.target, until__gt=now)
        ends = rows.order_by("until").first()
        return ends.until if ends else date(now.year + 1, 1, 1)

    def heading(self):
        return _("What breaks when %(who)s stops?") % {"who": self.target}

    def get_context_data(self, **kwargs):
        self.target  # noqa: B018  hidden rows answer 404 before anything else happens
        on = self.day()
        parts = [
            (who, dependencies_of(who, on, self.groups()), promises_hanging_on(who), support_hanging_on(who))
            for who in self.organisations()
        ]
        wrong = bool(self.request.GET.get("op")) and day_in(self.request.GET["op"]) is None
        return super().get_context_data(heading=self.heading(), on=on, parts=parts, wrong=wrong, **kwargs)


class TenderBreaks(WhatBreaks):
    """Who works here by a tender now, and what hangs on them on the day the new one begins."""

    def targets(self):
        return Tender.objects.visible_to(self.request.reader).select_related("community")

    def organisations(self):
        tender = self.target
        rows = Stewardship.objects.visible_to(VISITOR).current().filter(community=tender.community)
        if tender.group_id:
            rows = rows.filter(group__in=[tender.group_id, None])
        return list(Organisation.objects.visible_to(VISITOR).filter(pk__in=rows.values("organisation")))

    def groups(self):
        rows = Group.objects.visible_to(VISITOR).filter(community=self.target.community)
        return rows.filter(pk=self.target.group_id) if self.target.group_id else rows

    def suggested(self):
        return self.target.starts_on or self.target.decides_on

    def heading(self):
        return _("What breaks when the tender changes hands?")
