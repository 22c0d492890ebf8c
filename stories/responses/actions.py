"""What a reader does with a story, and what a teller adds later (M3)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import Group
from communities.moderation.actions import drop_reports
from communities.news.actions import notify
from communities.rights.reader import Reach, Reader
from communities.site.dates import today
from stories.consent.models import Consent
from stories.responses.models import Pair, Recognition
from stories.telling.actions.telling import HOLDS_FOR, announce, start_draft, vouch, waits
from stories.telling.derived import derive
from stories.telling.models.story import Story


@transaction.atomic
def recognise(*, by, story, words, pseudonym, reach):
    """ "This is also my story": the author's own dated yes to these words. Saying it anew replaces it."""
    # Two taps at once: the second waits here, and then replaces what the first said.
    story = (
        Story.objects.select_for_update(of=("self",)).select_related("teller", "community").get(pk=story.pk)
    )
    take_back_recognition(by=by, recognition=Recognition.objects.filter(by=by, story=story).first())
    now = timezone.now()
    made = Recognition.objects.create(
        story=story, by=by, words=words, pseudonym=pseudonym, reach=reach, given_at=now, until=now + HOLDS_FOR
    )
    people = [story.teller] if story.teller else []
    notify(by=by, people=people, kind="recognised", about=story.uuid, community=story.community)
    return made


@transaction.atomic
def take_back_recognition(*, by, recognition):
    """Gone, and nothing marks the place where it stood."""
    if recognition is not None:
        drop_reports(kind="recognition", about=recognition.pk)
        recognition.delete()


@transaction.atomic
def follow(*, by, story):
    """An empty page for one's own story that goes on where another one stopped."""
    inside = story.group_id and Group.objects.joined_by(Reader(user=by)).filter(pk=story.group_id).exists()
    draft = start_draft(by=by, community=story.community, group=story.group if inside else None)
    draft.follows = story
    draft.save(update_fields=["follows"])
    return draft


@transaction.atomic
def propose_pair(*, by, story, other):
    """Lay one's own story beside another about the same event. The other teller decides, and need not answer.

    `ValidationError` when nobody else told the other one with an account, and when either asked before.
    """
    if other.teller_id is None or other.teller_id == by.pk:
        raise ValidationError(_("Choose a story that somebody else told."))
    both = Q(proposed=story, other=other) | Q(proposed=other, other=story)
    if Pair.objects.filter(both).exists():
        raise ValidationError(_("You asked this already, or were asked."))
    pair = Pair.objects.create(proposed=story, other=other)
    notify(by=by, people=[other.teller], kind="pair", about=pair.pk, community=other.community)
    return pair


@transaction.atomic
def accept_pair(*, by, pair):
    """The other teller agrees: from now on each leads to the other, where both may be read."""
    Pair.objects.filter(pk=pair.pk, declined_on=None).update(accepted_on=today())


@transaction.atomic
def end_pair(*, by, pair):
    """Who was asked says no, now or later: known to nobody, and not asked again. Who asked takes it back."""
    if pair.other.teller_id == by.pk:
        Pair.objects.filter(pk=pair.pk).update(declined_on=today())
    else:
        Pair.objects.filter(pk=pair.pk).delete()


@transaction.atomic
def say_how_it_is_now(*, by, story, words):
    """A few words under the told story. They belong to its text: the same yes is given anew, for both together.

    It ends on the day the old yes would have ended; adding something never makes a yes last longer. Words
    added with a code wait until they are let in, as every text without an account does.
    `ValidationError` when nobody may read the story now.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    standing = Consent.objects.live().filter(story=story).first()
    if standing is None:
        raise ValidationError(_("Nobody may read this story now. First choose how far it travels."))
    story.later, story.later_on = words, today() if words else None
    story.text_hash = story.fingerprint
    story.save()
    now = timezone.now()
    Consent.objects.filter(pk=standing.pk).update(ended_at=now)
    standing.pk, standing.text_hash, standing.given_at, standing.given_by = None, story.text_hash, now, by
    standing.save(force_insert=True)
    derive([story])
    vouch(by, story)
    if waits(story) and standing.reach > Reach.GROUP:
        announce(by, story, standing)
    return story
