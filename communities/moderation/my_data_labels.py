"""What rows about what is not right and was set aside are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Report": _("Reports that something is not right"),
    "communities.ReportLine": _("What I said was not right"),
    "communities.Opening": _("What I opened because of a report"),
    "communities.SetAside": _("What I wrote that was set aside, and my objection"),
    "communities.Judgement": _("What I thought after two weeks"),
}
