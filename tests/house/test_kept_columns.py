"""A story's row says what its open consent allows; whoever writes the ledger keeps it so (docs/decisions/0028)."""

import pytest

from tests.house.ledgers import unkept
from tests.house.test_architecture import ROOT, SOURCES

# These write a ledger row that says nothing of a story yet, or no longer does; or they are `derive` itself.
ALLOWED = {
    ("stories/paper/actions.py", "print_sheets"): "an empty sheet has no story",
    ("stories/telling/derived.py", "derive"): "the one that writes them",
    ("stories/telling/derived.py", "narrow"): "makes narrower what was written past it",
    ("communities/moderation/actions.py", "report"): "saying that something is not right hides nothing",
    ("communities/moderation/actions.py", "close_report"): "what is set aside keeps to its own term",
    (
        "communities/moderation/actions.py",
        "object_to_aside",
    ): "words of who does not agree; nothing ends by it",
    ("config/example/reports.py", "plant_reports"): "the report; its set-aside is planted beside it",
}


def _where(path):
    return str(path.relative_to(ROOT))


def test_whoever_writes_a_consent_a_key_or_a_set_aside_brings_the_story_s_row_up_to_date():
    found = {(_where(path), name) for path in SOURCES for _line, name in unkept(path.read_text())}
    assert found - set(ALLOWED) == set()
    assert set(ALLOWED) - found == set(), "no longer needed"


@pytest.mark.parametrize(
    "planted",
    [
        "Consent.objects.filter(story=story).update(reach=4)",
        "Consent.objects.create(story=story, reach=4)",
        "Consent.objects.bulk_create(rows)",
        "Consent.objects.bulk_update(rows, ['reach'])",
        "Consent(story=story).save()",
        "story.consents.update(reach=4)",
        "story.consents.all().delete()",
        "story.receipt.delete()",
        "for row in StoryKey.objects.all():\n        receipt = row\n        receipt.save()",
        "rows = StoryKey.objects.filter(story=story)\n    rows.update(let_in_hash='x')",
        "row = SetAside.objects.select_for_update().get(pk=1)\n    row.save()",
        "row = helper()\n    row.save()",
        "report.set_asides.update(ended_at=None)",
        "Report.objects.filter(about=1).delete()",
        "Story.objects.filter(pk=1).update(reach=4)",
        "Story.objects.create(reach=4)",
        "Story.objects.filter(pk=1).update(aside_until=None)\n    derive([1])",
    ],
)
def test_a_planted_write_past_the_deeds_is_caught(planted):
    source = "def helper():\n    return Consent.objects.first()\n\n\ndef deed(story, report):\n    " + planted
    assert [name for _line, name in unkept(source)] == ["deed"]


def test_a_deed_that_derives_is_let_through():
    source = "def deed(story):\n    Consent.objects.create(story=story)\n    derive([story])\n"
    assert unkept(source) == []
