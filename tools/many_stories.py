"""Seed many stories into the database of DATABASE_URL, the same ones every time: `many_stories.py 20000`.

They go to a community of their own, that the example's people do not read first: one in ten for
everyone, the others for a community, a group or the teller alone; a quarter may be quoted.
"""

import os
import random
import sys
import uuid
from datetime import date, datetime, timedelta, UTC
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import connection  # noqa: E402  after django.setup()

from communities.models import Community  # noqa: E402
from stories.models import Consent, Story  # noqa: E402
from stories.telling.derived import derive  # noqa: E402

WORDS = (
    "brug straat kachel buurvrouw lamp deur school tafel winter jas brood sleutel trap fiets soep kanaal"
    " wachten zwaaien helpen vragen koken lachen schrijven open donker warm samen laat vroeg stil"
).split()
BATCH = 5_000
NOON = UTC


def story(chance, number, communities):
    """One told story of 40 words; a rare word in one of a thousand."""
    words = " ".join(chance.choices(WORDS, k=40)) + (" zeldzaam" if number % 1000 == 0 else "")
    row = Story(community=chance.choice(communities), state="told", title=f"Verhaal {chance.choice(WORDS)}")
    row.uuid = uuid.UUID(int=chance.getrandbits(128))
    row.text, row.language = words, chance.choice(["nl"] * 8 + ["ar", "tr"])
    row.told_on = date(2026, 11, 1) - timedelta(days=chance.randrange(2000))
    row.text_hash = row.fingerprint
    return row


def consent(chance, row):
    """One in ten for everyone."""
    reach = chance.choice([4, 2, 2, 2, 2, 2, 3, 3, 1, 0])
    given = datetime.combine(row.told_on, datetime.min.time(), UTC)
    return Consent(
        story=row,
        text_hash=row.text_hash,
        reach=reach,
        may_quote=chance.random() < 0.25,
        given_at=given,
        until=datetime(2099, 1, 1, tzinfo=UTC),
    )


def main(wanted):
    chance = random.Random(wanted)
    communities = list(Community.objects.order_by("pk"))
    for start in range(0, wanted, BATCH):
        rows = [story(chance, start + number, communities) for number in range(min(BATCH, wanted - start))]
        Story.objects.bulk_create(rows)
        Consent.objects.bulk_create(consent(chance, row) for row in rows)
        derive(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main(int(sys.argv[1]))
