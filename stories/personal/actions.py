"""What is a teller's goes with the teller."""

from django.db import transaction

from communities.moderation.actions import drop_reports
from stories.responses.models import Recognition
from stories.suggestions.models import Suggestion
from stories.telling.actions.telling import erase, let_go_of
from stories.telling.models.kinds import StoryState
from stories.telling.models.story import Story
from stories.voices.actions import remove_voice
from stories.voices.models import Voice


@transaction.atomic
def forget(person):
    """Erase what somebody told or said. What they wrote down for others stays those others' own.

    A text that was never read back to its teller goes as well: nobody could ever agree with it.
    """
    for story in Story.objects.filter(teller=person):
        if Story.objects.filter(pk=story.pk).exists():
            erase(by=person, story=story)
    let_go_of(Story.objects.filter(written_by=person, teller=None, state=StoryState.DRAFT, receipt=None))
    Suggestion.objects.filter(by=person).delete()
    for voice in Voice.objects.filter(by=person):
        remove_voice(by=person, voice=voice)
    for row in Recognition.objects.filter(by=person):
        drop_reports(kind="recognition", about=row.pk)
        row.delete()
