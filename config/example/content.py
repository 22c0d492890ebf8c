"""Read the TOML files of the example town, and turn their days into dates."""

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from communities.site.dates import today

FOLDER = Path(__file__).parent


def rows(name, *files):
    """All rows of one kind, from the files that hold them."""
    found = []
    for file in files:
        found += tomllib.loads((FOLDER / file).read_text()).get(name, [])
    return found


def day(text):
    """`-40d` and `+3d` are counted from the day of planting; `2026-03-18` stays where it is."""
    if not text:
        return None
    if text.endswith("d"):
        return today() + timedelta(days=int(text[:-1]))
    return date.fromisoformat(text)


def moment(text):
    """`+3d 19:30` as a moment in Dutch local time, so that summer time does not move it."""
    when, clock = text.split()
    return timezone.make_aware(datetime.combine(day(when), time.fromisoformat(clock)))
