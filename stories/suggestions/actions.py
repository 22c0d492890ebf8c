"""Suggesting a change to the words of a story. Only its teller changes something (P1)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.news.actions import notify
from stories.suggestions.models import Suggestion
from stories.telling.actions.telling import save_draft, start_changing

AT_MOST = 20


@transaction.atomic
def suggest(*, by, story, words, instead):
    """A typo, a name: seen by the teller alone. A story holds a few, so that nobody is buried in them.

    `ValidationError` when the story has as many as its teller can read.
    """
    if story.suggestions.count() >= AT_MOST:
        raise ValidationError(_("The teller has enough suggestions to read now."))
    made = Suggestion.objects.create(story=story, words=words, instead=instead, by=by)
    person = story.teller or story.written_by
    people = [person] if person else []
    notify(by=by, people=people, kind="suggestion", about=story.uuid, community=story.community)
    return made


@transaction.atomic
def apply_suggestion(*, by, suggestion):
    """Into the draft, which its teller reads over and shares anew; what is told stays until then.

    `ValidationError` when those words stand there no more.
    """
    draft = start_changing(by=by, story=suggestion.story)
    if suggestion.words not in draft.text:
        raise ValidationError(_("These words do not stand in your story any more."))
    text = draft.text.replace(suggestion.words, suggestion.instead, 1)
    suggestion.delete()
    return save_draft(by=by, story=draft, values={"text": text})


@transaction.atomic
def drop_suggestion(*, by, suggestion):
    """No, thank you; nobody hears of it."""
    suggestion.delete()
