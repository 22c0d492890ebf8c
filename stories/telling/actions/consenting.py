"""Going on, and going further on somebody's word: a new dated row each time (docs/principles.md rule 2)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.models import User
from stories.consent.models import Consent, Permission
from stories.telling.actions.telling import open_consent
from stories.telling.models.story import Story


def _standing(story: Story) -> tuple[Story, Consent]:
    """The story, locked, with its consent."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    consent = Consent.objects.live().filter(story=story, text_hash=story.text_hash).first()
    if consent is None:
        raise ValidationError(_("This story is not shared now. Choose anew how far it may travel."))
    return story, consent


def _as_it_is(consent: Consent) -> Permission:
    return Permission(
        reach=consent.reach,
        may_quote=consent.may_quote,
        may_count=consent.may_count,
        may_teach=consent.may_teach,
    )


@transaction.atomic
def renew(*, by: User | None, story: Story) -> None:
    """Yes, it may be read for another two years: the same, and no further.

    `ValidationError` when it is not shared now.
    """
    story, consent = _standing(story)
    open_consent(by, story, _as_it_is(consent))
