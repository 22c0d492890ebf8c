"""Plant what was told without an account: one story that was let in, and one that waits for it."""

from communities.recovery.models import digest, fresh_code
from config.example.content import day, moment, rows
from config.example.stories import plant_consent
from stories.keys.models import LENGTH
from stories.models import Consent, Story, StoryKey
from stories.telling.actions.telling import announce
from stories.telling.derived import derive


def plant_alone(town):
    """Each has its receipt; the code of the first is made up and shown to who looks around."""
    for row in rows("alone", "alone.toml"):
        story = Story(
            community=town["kanaalbuurt"],
            title=row["title"],
            text=row["text"].strip(),
            pseudonym=row["name"],
            language=row["language"],
            state="told",
            told_on=day(row["days"]),
        )
        story.text_hash = story.fingerprint
        story.save()
        plant_consent(story, row, method="code")
        receipt = StoryKey(story=story, digest=digest(row.get("code") or fresh_code(LENGTH)))
        if "let_in_by" in row:
            receipt.let_in_hash, receipt.let_in_by = story.text_hash, town[row["let_in_by"]]
            receipt.let_in_at = moment(f"{row['days']} 20:00")
        receipt.save()
        derive([story])
        if "let_in_by" not in row:
            announce(None, story, Consent.objects.live().get(story=story))


def example_code():
    """The code that stands on the example's page, while it still opens a story."""
    code = next(row["code"] for row in rows("alone", "alone.toml") if "code" in row)
    return code if StoryKey.objects.opened_by(code).exists() else ""
