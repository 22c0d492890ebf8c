"""The change that means most: offering, sitting in the panel, choosing with a reason, and telling back (S3)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.news.actions import notify
from communities.rights.reader import Reader
from communities.site.dates import today
from stories.meaning.actions.together import members_to_tell, party_of, refuse_copies
from stories.meaning.models.observations import Party
from stories.meaning.models.rounds import ChangeRound, Choice, PanelMember, StoryRef
from stories.telling.models.story import Story


def _still_open(round):
    row = ChangeRound.objects.select_for_update().get(pk=round.pk)
    if not row.is_open:
        raise ValidationError(_("This round is over: it was told back."))
    return row


@transaction.atomic
def offer_story(*, by, round, story):
    """The teller lays the story before the panel. It goes no further than its own consent says (P6).

    `ValidationError` when the round is over.
    """
    ref, _made = StoryRef.objects.get_or_create(story=story, round=_still_open(round))
    return ref


@transaction.atomic
def take_back_offer(*, by, ref):
    """Out of the round, and out of every choice that was made with it. No reason is asked."""
    StoryRef.objects.filter(story=ref.story_id, choice__round=ref.round_id).delete()
    Choice.objects.filter(story=ref.story_id, round=ref.round_id).delete()
    ref.delete()


@transaction.atomic
def sit_down(*, by, round):
    """Take a seat in the panel, as what one is here.

    `ValidationError` for who neither lives nor works here, and when the round is over.
    """
    party = party_of(by, round.community)
    if party is None:
        raise ValidationError(_("Only who lives or works here sits in the panel."))
    PanelMember.objects.get_or_create(
        round=_still_open(round), user=by, until=None, defaults={"party": party, "since": today()}
    )


@transaction.atomic
def stand_up(*, by, round):
    """Leave the panel from today."""
    PanelMember.objects.filter(round=round, user=by, until=None).update(until=today())


def has_enough_residents(round):
    """At least two people sit in the panel, and at least half of them are residents today."""
    parties = list(PanelMember.objects.current().filter(round=round).values_list("party", flat=True))
    return len(parties) > 1 and parties.count(Party.RESIDENT) * 2 >= len(parties)


@transaction.atomic
def choose(*, by, round, domain, story, reason):
    """The panel chooses one story in a domain, among all that were offered and it could read, with a reason.

    `ValidationError` for who has no seat, for a panel of which less than half are residents, and for a story
    that was not offered or that the chooser may not read.
    """
    round = _still_open(round)
    if not PanelMember.objects.current().filter(round=round, user=by).exists():
        raise ValidationError(_("Only who sits in the panel writes down what it chose."))
    if not has_enough_residents(round):
        raise ValidationError(_("At least half of the panel are residents. More residents are needed first."))
    offered = Story.objects.shared_with(Reader(user=by)).filter(refs__round=round)
    if not offered.filter(pk=story.pk).exists():
        raise ValidationError(_("This story was not offered to this round."))
    refuse_copies(reason, offered)
    Choice.objects.filter(round=round, domain=domain).delete()
    choice = Choice.objects.create(round=round, domain=domain, story=story, reason=reason)
    others = offered.exclude(pk=story.pk)
    StoryRef.objects.bulk_create(StoryRef(choice=choice, story=other) for other in others)
    return choice


@transaction.atomic
def close_round(*, by, round, differently, told_back):
    """Say what is done differently now, and tell everybody who offered a story. Then it is over.

    `ValidationError` when it was told back already, and for words copied from a story.
    """
    round = _still_open(round)
    refuse_copies(f"{differently}\n{told_back}", Story.objects.filter(refs__round=round))
    round.differently, round.told_back, round.closed_on = differently, told_back, today()
    round.begin_again()
    round.save()
    notify(by=by, people=members_to_tell(round), kind="told_back", about=round.pk, community=round.community)
    return round
