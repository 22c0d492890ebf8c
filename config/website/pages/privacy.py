"""Pages about your data: who answers for them, and how long everything is kept, in words of the field register."""

from django.conf import settings
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from config.website.mail.signature import who_answers
from config.website.my_data.labels import row_labels
from config.website.my_data.own_data import register
from config.website.pages.chrome import PlainPage

ERASURE = {
    "delete": _("is deleted"),
    "unlink": _("stays without you"),
    "empty": _("stays without you and without what you wrote about yourself"),
}


def period(days):
    """A number of days as people say it."""
    if days < 90:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    months = round(days / 30.4)
    return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}


def how_long():
    """Per kind of row: what it is, how long it is kept, and what erasing the account does to it."""
    found = []
    for label, row in register().items():
        if "retention" in row:
            terms = {name.removesuffix("_days"): period(row[name]) for name in row if name.endswith("_days")}
            sentence = row["retention"]
            words = gettext(sentence).format(**terms)
            found.append((row_labels()[label], words, ERASURE[row["erasure"]]))
    return found


class WhoAnswers(PlainPage):
    """A page of words that says who runs the site and whom to ask."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(**who_answers(), security_contact=settings.SECURITY_CONTACT, **kwargs)


class PrivacyPage(WhoAnswers):
    """What is done with your data; the terms come from the same place as the nightly job."""

    template_name = "pages/privacy.html"

    def get_context_data(self, **kwargs):
        together = {}
        for what, words, _erased in how_long():
            together.setdefault(words, []).append(what)
        return super().get_context_data(terms=list(together.items()), **kwargs)
