"""Citing: a quote its teller allows, beside what a group asks, names or reads in figures."""

from django.db import transaction

from communities.news.actions import notify
from stories.citing.models import StoryCitation


@transaction.atomic
def cite(*, by, quote, **place):
    """Put a quote in one place: `signal`, `theme`, or `community`, `area_code` and `subject`. Its teller hears of it."""
    made, _new = StoryCitation.objects.get_or_create(quote=quote, **place)
    story = quote.story
    people = [story.teller] if story.teller else []
    notify(by=by, people=people, kind="cited", about=story.uuid, community=story.community)
    return made


@transaction.atomic
def uncite(*, by, citation):
    """Taken away by who cited it or by its teller; nothing marks the place where it stood."""
    citation.delete()
