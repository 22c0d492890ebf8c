"""Telling without an account: the code, letting in, and stories on paper (docs/decisions/0020)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.recovery.models import digest, fresh_code
from communities.rights.reader import Reach
from stories.consent.models import Consent
from stories.keys.models import LENGTH, StoryKey
from stories.telling.actions.telling import announce, ask_later, waits
from stories.telling.derived import derive
from stories.telling.models.kinds import StoryState
from stories.telling.models.story import Story


@transaction.atomic
def tell_alone(*, by, community, call=None):
    """An empty page of nobody's account, and the code that opens it. The code is shown this once."""
    code = fresh_code(LENGTH)
    story = Story.objects.create(community=community, call=call)
    receipt = StoryKey.objects.create(story=story, digest=digest(code))
    derive([story])
    return story, receipt, code


@transaction.atomic
def give_story_key(*, by, story):
    """Whoever told it to a listener can decide alone from now on. Once: no listener makes a second key.

    `ValidationError` when there is a code already.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.teller_id or StoryKey.objects.filter(story=story).exists():
        raise ValidationError(_("There is a code already. It was shown once, to who told it."))
    code = fresh_code(LENGTH)
    values = {"story": story, "digest": digest(code)}
    if story.state == StoryState.TOLD:
        values |= {"let_in_hash": story.text_hash, "let_in_at": timezone.now(), "let_in_by": by}
    StoryKey.objects.create(**values)
    derive([story])
    return code


@transaction.atomic
def put_with_account(*, by, story):
    """Who told it has an account by now: the story is theirs as any other, and the code opens nothing more.

    What they allowed stands. Was it not let in yet, then the community reads it from now on, as it reads what
    every member tells.
    `ValidationError` when the story is with an account already.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    receipt = StoryKey.objects.select_for_update(of=("self",)).filter(story=story).first()
    if receipt is None or story.teller_id:
        raise ValidationError(_("This code was used already."))
    waited = waits(story)
    receipt.delete()
    derive([story])
    story.teller, story.told_for = by, None
    story.save(update_fields=["teller", "told_for"])
    Story.objects.filter(draft_of=story).update(teller=by, told_for=None)
    consent = Consent.objects.live().filter(story=story).first()
    if consent is not None:
        ask_later(story, consent)
        if waited and consent.reach > Reach.ONLY_ME:
            announce(by, story, consent)


def _waiting(story):
    """The receipt of a story that waits, locked; `ValidationError` when somebody decided just before."""
    rows = StoryKey.objects.select_for_update().filter(story=story, turned_away_at=None)
    receipt = rows.exclude(let_in_hash=story.text_hash).first()
    if receipt is None:
        raise ValidationError(_("Somebody else decided about this story just before you."))
    return receipt


@transaction.atomic
def release_story(*, by, story, seen):
    """As it is, unedited: this very text may be read by whom its teller chose.

    `seen` is the hash of the text that was read. `ValidationError` when it is another by now, or when
    somebody else decided just before.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.text_hash != seen:
        raise ValidationError(_("The teller changed this story meanwhile. Read it again."))
    receipt = _waiting(story)
    receipt.let_in_hash, receipt.let_in_at, receipt.let_in_by = story.text_hash, timezone.now(), by
    receipt.save(update_fields=["let_in_hash", "let_in_at", "let_in_by"])
    derive([story])
    announce(by, story, Consent.objects.live().get(story=story))


@transaction.atomic
def turn_away(*, by, story):
    """Not here: it stays with its teller, who reads that on the story's own page.

    `ValidationError` when somebody else let it in, or turned it away, just before.
    """
    receipt = _waiting(story)
    receipt.turned_away_at = timezone.now()
    receipt.save(update_fields=["turned_away_at"])
    derive([story])
