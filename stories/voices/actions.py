"""What somebody says beside figures (P3)."""

from django.db import transaction

from communities.moderation.actions import drop_reports
from stories.voices.models import Voice


@transaction.atomic
def add_voice(*, by, community, area_code, subject, words, pseudonym):
    """Say what you read in the figures of where you live (P3)."""
    return Voice.objects.create(
        by=by,
        community=community,
        area_code=area_code,
        subject=subject,
        words=words,
        pseudonym=pseudonym,
    )


@transaction.atomic
def remove_voice(*, by, voice):
    """Taken back: it is gone, and nothing marks the place where it stood."""
    drop_reports(kind="voice", about=voice.pk)
    voice.delete()
