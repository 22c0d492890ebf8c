"""How often a series comes back: the few rules that the form can make, as RRULE text and in words.

Days are local days and the clock is added last, so half past seven stays half past seven when summer time
begins or ends (docs/principles.md rule 10).
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

DATES_AT_MOST = 200
AHEAD = relativedelta(months=12)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MADE = re.compile(
    r"FREQ=(?P<freq>WEEKLY|MONTHLY);INTERVAL=(?P<every>[1-9]|1[0-2])"
    r"(?:;BYDAY=(?P<nth>-1|[1-4])?(?P<day>MO|TU|WE|TH|FR|SA|SU)|;BYMONTHDAY=(?P<dates>[0-9,]{1,11}))"
    r"(?:;BYSETPOS=-1)?(?:;COUNT=(?P<count>[0-9]{1,3})|;UNTIL=(?P<until>[0-9]{8}))?"
)


class Frequency(models.TextChoices):
    """The three ways a series comes back; all follow from its first day."""

    WEEKS = "weeks", gettext_lazy("Every week, or every few weeks")
    WEEKDAY = "weekday", gettext_lazy("Monthly on the same weekday, like the third Tuesday")
    DATE = "date", gettext_lazy("Monthly on the same date, like the 15th")


def _nth(day):
    """Which one of its weekday in the month: 1 to 4; a fifth one is the last."""
    number = (day.day - 1) // 7 + 1
    return number if number < 5 else -1


@dataclass(frozen=True)
class Recurrence:
    """When a series comes back, from its first day on, without end unless `count` or `until` says so."""

    often: str
    every: int
    first: date
    count: int | None = None
    until: date | None = None

    @classmethod
    def read(cls, text, first):
        """The rhythm in a stored rule; only what `text` below makes is understood."""
        found = MADE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        often = Frequency.DATE if found["dates"] else Frequency.WEEKDAY if found["nth"] else Frequency.WEEKS
        until = datetime.strptime(found["until"], "%Y%m%d").date() if found["until"] else None  # noqa: DTZ007
        count = int(found["count"]) if found["count"] else None
        return cls(often, int(found["every"]), first, count, until)

    @property
    def text(self):
        """The RRULE of RFC 5545."""
        freq = "WEEKLY" if self.often == Frequency.WEEKS else "MONTHLY"
        parts = [f"FREQ={freq};INTERVAL={self.every}", self._on()]
        if self.count:
            parts.append(f"COUNT={self.count}")
        elif self.until:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(parts)

    def _on(self):
        day = DAYS[self.first.weekday()]
        if self.often == Frequency.WEEKS:
            return f"BYDAY={day}"
        if self.often == Frequency.WEEKDAY:
            return f"BYDAY={_nth(self.first)}{day}"
        if self.first.day <= 28:
            return f"BYMONTHDAY={self.first.day}"
        # A month without this day takes its last day: nobody's month is skipped.
        return f"BYMONTHDAY={','.join(map(str, range(28, self.first.day + 1)))};BYSETPOS=-1"

    def days(self):
        """Every day of the series, one after the other."""
        for moment in rrulestr(self.text, dtstart=datetime.combine(self.first, time.min)):
            yield moment.date()

    @property
    def is_too_long(self):
        """A bounded series of more days than people can plan; one without end is made a year at a time."""
        bounded = self.count or self.until
        return bool(bounded) and len(list(islice(self.days(), DATES_AT_MOST + 1))) > DATES_AT_MOST

    def in_words(self, clock):
        """ "Every 3 weeks on Tuesday, 19.30": what stands on pages and paper."""
        values = {"n": self.every, "day": WEEKDAYS[self.first.weekday()], "date": self.first.day}
        if self.often == Frequency.WEEKS:
            words = ngettext("Every week on %(day)s", "Every %(n)s weeks on %(day)s", self.every)
        elif self.often == Frequency.WEEKDAY:
            names = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), -1: _("last")}
            values["nth"] = names[_nth(self.first)]
            words = ngettext(
                "Every %(nth)s %(day)s of the month", "Every %(n)s months on the %(nth)s %(day)s", self.every
            )
        else:
            words = ngettext("Every month on day %(date)s", "Every %(n)s months on day %(date)s", self.every)
        said = f"{words % values}, {time_format(clock, 'G.i')}"
        if self.until:
            return _("%(words)s, until %(day)s") % {"words": said, "day": date_format(self.until, "j F Y")}
        return _("%(words)s, %(n)s times") % {"words": said, "n": self.count} if self.count else said
