"""Going on, and going further on somebody's word: a new dated row each time (4-quality.md rule 2)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.visibility import Reach
from stories.actions.telling import open_consent
from stories.models import Consent, Story
from stories.models.consents import PERMISSION


def _standing(story):
    """The story, locked, with its consent."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    consent = Consent.objects.live().filter(story=story, text_hash=story.text_hash).first()
    if consent is None:
        raise ValidationError(_("This story is not shared now. Choose anew how far it may travel."))
    return story, consent


def _as_it_is(consent):
    return {name: getattr(consent, name) for name in PERMISSION}


@transaction.atomic
def renew(*, by, story):
    """Yes, it may be read for another two years: the same, and no further."""
    story, consent = _standing(story)
    open_consent(by, story, _as_it_is(consent))


@transaction.atomic
def ask_witness(*, by, story, reach):
    """The teller said that it may go further. Somebody else who heard it has to say so too."""
    story, consent = _standing(story)
    if consent.reach != Reach.COMMUNITY or story.young:
        raise ValidationError(_("First the teller lets the community read it; then it can go further."))
    open_consent(by, story, {**_as_it_is(consent), "asked": reach})


@transaction.atomic
def confirm_as_witness(*, by, consent):
    """A second person heard the teller say so."""
    story, standing = _standing(consent.story)
    if (
        standing.pk != consent.pk
        or standing.asked is None
        or by.pk in {standing.given_by_id, story.written_by_id}
    ):
        raise ValidationError(_("Somebody else than the listener has to confirm this."))
    further = {**_as_it_is(standing), "reach": standing.asked, "witness": by}
    open_consent(story.written_by, story, further, method=standing.method)
