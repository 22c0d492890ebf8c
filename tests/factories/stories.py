"""Stories for tests, told and shared as the site itself does it."""

from datetime import timedelta

from django.utils import timezone

from stories.models import CallOwner, Consent, Story, StoryCall
from stories.telling.derived import derive


def told(community, teller, reach, *, count=False, text="We stayed for one year. Then we stayed.", **fields):
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
        may_count=count,
        given_at=now,
        until=now + timedelta(days=700),
    )
    derive([story])
    return story


def allow(story, **fields):
    """Other values in the consent of a story, as no deed would write them; its row follows."""
    story.consents.filter(ended_at=None).update(**fields)
    derive([story])


def a_call(community, owners, **fields):
    """A story call that these people own."""
    words = {"title": "Who stayed?", "why": "To know.", "what_happens": "We read.", "start_question": "When?"}
    call = StoryCall.objects.create(community=community, languages=["nl"], **{**words, **fields})
    for person in owners:
        CallOwner.objects.create(call=call, user=person, since=timezone.localdate() - timedelta(days=9))
    return call
