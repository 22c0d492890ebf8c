"""Plant the stories and voices of the example town, each with the consent its teller gave."""

from datetime import timedelta

from django.utils import timezone

from communities.models import Card, GroupMember
from communities.recovery.models import digest, fresh_code
from config.example.content import day, rows
from stories.models import Consent, Quote, Story, Voice
from stories.telling.actions.telling import HOLDS_FOR
from stories.telling.derived import derive


def plant_stories(town):
    """Told ones with their consent, drafts without, and those that were taken back."""
    for row in rows("stories", "stories_1.toml", "stories_2.toml"):
        listener = town.get(row.get("listener"))
        story = Story(
            community=town[row["community"]],
            group=town.get(row.get("group")),
            teller=town.get(row.get("teller")),
            written_by=listener,
            told_for=GroupMember.objects.filter(name=row.get("told_for") or None).first(),
            told_by="listener" if listener else "self",
            title=row["title"],
            text=row["text"].strip(),
            pseudonym=row["name"],
            language=row["language"],
            read_back_on=day(row.get("read_back", "")),
            read_back_how=row.get("read_back_how", ""),
        )
        if not row.get("draft"):
            story.state, story.told_on, story.text_hash = "told", day(row["days"]), story.fingerprint
        story.save()
        if not row.get("draft"):
            plant_consent(story, row)


def plant_consent(story, row, method=""):
    """The yes its teller gave, with what became of it."""
    given = timezone.now() + timedelta(days=int(row["days"][:-1]))
    # Consents older than two years have ended by themselves; the expired one shows what then remains.
    until = given + HOLDS_FOR
    permissions = row["permissions"].split()
    Consent.objects.create(
        story=story,
        text_hash=story.text_hash,
        reach=row["reach"],
        may_quote="quote" in permissions,
        may_count="count" in permissions,
        may_teach="teach" in permissions,
        given_at=given,
        until=until,
        method=method or ("spoken" if story.teller_id is None else "online"),
        given_by=story.teller or story.written_by,
        ended_at=given + timedelta(days=6) if row.get("withdrawn") else None,
    )
    derive([story])
    if "quote" in row:
        start = story.text.index(row["quote"])
        Quote.objects.create(
            story=story,
            start=start,
            end=start + len(row["quote"]),
            translation=row.get("quote_nl", ""),
        )


def plant_cards(town):
    """Mevrouw Aziz takes part without an account; a card was printed for her."""
    for member in GroupMember.objects.filter(name="Mevrouw Aziz"):
        Card.objects.create(member=member, digest=digest(fresh_code()), made_by=town["naima"])


def plant_voices(town):
    """What people who live there read in the figures."""
    for row in rows("voices", "groups.toml"):
        Voice.objects.create(
            community=town[row["community"]],
            area_code=row["area"],
            subject=row["subject"],
            words=row["words"],
            pseudonym=row["name"],
            by=town[row["by"]],
            said_on=day(row["days"]),
        )
