"""What somebody asks of the list of stories, and the rows that answer it."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Case, Q, When

from communities.models import Community, Group
from communities.rights import standing
from stories.citing.models import StoryCitation
from stories.telling.models.story import Story
from trajectories.models import Theme

PAGE = 20
PLACE = re.compile(r"(\d{4}-\d\d-\d\d)\.([0-9a-f]{32})")
LONGEST_SEARCH = 80
MOST_CHOICES = 50


def _place(text):
    """The last story somebody saw, as (day, uuid); None when it is not a place that was given out."""
    found = PLACE.fullmatch(text)
    try:
        return (date.fromisoformat(found[1]), UUID(hex=found[2])) if found else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Asked:
    """The choices on the page. A choice that is not open to this reader finds nothing."""

    words: str = ""
    community: str = ""
    group: str = ""
    theme: str = ""
    language: str = ""
    before: tuple | None = None

    @classmethod
    def from_query(cls, query):
        """From the address of the page; what makes no sense counts as not chosen."""
        number = {name: query.get(name, "") for name in ("groep", "thema")}
        number = {name: value if value.isdecimal() else "" for name, value in number.items()}
        return cls(
            words=" ".join(query.get("zoek", "").split())[:LONGEST_SEARCH],
            community=query.get("gemeenschap", "")[:80],
            group=number["groep"][:9],
            theme=number["thema"][:9],
            language=query.get("taal", "")[:8],
            before=_place(query.get("voor", "")),
        )

    def rows(self, reader):
        """The stories this reader may see that fit, newest first."""
        rows = Story.objects.visible_to(reader).search(self.words)
        if self.community:
            rows = rows.filter(community__slug=self.community)
        if self.group:
            rows = rows.filter(group__in=Group.objects.joined_by(reader).filter(pk=self.group))
        if self.theme:
            theme = Theme.objects.visible_to(reader).filter(pk=self.theme).first()
            cited = StoryCitation.objects.readable_by(reader).filter(theme=theme, theme__isnull=False)
            rows = rows.filter(pk__in=cited.values("quote__story"))
        if self.language:
            rows = rows.filter(language=self.language)
        return rows.newest_first(self.before).with_opening().select_related("community")

    def page(self, reader):
        """One page of stories and the address of the next one, or an empty address."""
        rows = list(self.rows(reader)[: PAGE + 1])
        shown = rows[:PAGE]
        if len(rows) <= PAGE:
            return shown, ""
        last = f"{shown[-1].told_on:%Y-%m-%d}.{shown[-1].uuid.hex}"
        return shown, "?" + urlencode({**self.query(), "voor": last})

    def query(self):
        """The choices as they stand in an address."""
        chosen = {
            "zoek": self.words,
            "gemeenschap": self.community,
            "groep": self.group,
            "thema": self.theme,
            "taal": self.language,
        }
        return {name: value for name, value in chosen.items() if value}


def _places(reader, chosen):
    """Communities to choose from: one's own and the chosen one first, and no more than fit a list."""
    own = Q(pk__in=standing.joined(reader)) | Q(municipality__in=standing.employers(reader)) | Q(slug=chosen)
    first = Case(When(own, then=0), default=1)
    return Community.objects.visible_to(reader).order_by(first, "name")[:MOST_CHOICES]


def choices(reader, chosen=""):
    """What can be chosen from: a story does not say in which group it was told, so only one's own groups.

    Where there are more communities than a list holds, the others are found by the search of the site.
    """
    cited = StoryCitation.objects.readable_by(reader).exclude(theme=None).values_list("theme", flat=True)
    return {
        "communities": _places(reader, chosen),
        "groups": Group.objects.joined_by(reader)[:MOST_CHOICES],
        "themes": Theme.objects.visible_to(reader).filter(pk__in=list(cited.distinct().order_by()[:50])),
    }
