"""Stories for tests, told and shared as the site itself does it."""

from datetime import timedelta

from django.utils import timezone

from stories.models import Consent, Story


def told(community, teller, reach, *, text="We stayed for one year. Then we stayed.", **fields):
    """A told story whose open consent reaches this far."""
    story = Story(community=community, teller=teller, state="told", text=text, title="A year", **fields)
    story.told_on = timezone.localdate()
    story.text_hash = story.fingerprint
    story.save()
    now = timezone.now()
    Consent.objects.create(
        story=story,
        text_hash=story.text_hash,
        reach=reach,
        may_quote=True,
        given_at=now,
        until=now + timedelta(days=700),
    )
    return story
