"""What tellers and listeners do with a story. Nobody else does anything with it (P6)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import User
from communities.moderation.actions import drop_reports
from communities.news.actions import notify
from communities.rights.reader import Reach
from communities.site.autosave import WrittenMeanwhile
from communities.site.dates import today
from stories.calls.models import CallOwner
from stories.consent.models import USES, Age, Consent, ConsentMethod, Permission
from stories.consent.terms import ASK_FIRST, ASK_HOW_IT_IS, ASK_LAST
from stories.keys.models import StoryKey
from stories.telling.actions.media import copy_media, drop_unused, files_of, move_media
from stories.telling.derived import derive
from stories.telling.models.kinds import StoryState, ToldBy
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story

HOLDS_FOR = timedelta(days=730)
AGE = ("young", "guardian_yes_on", "child_yes_on")
CONTENT = ("title", "text", "pseudonym", "language", "relation", "area", "month", *AGE)
BELONGS = ("community", "group", "teller", "written_by", "told_for", "call")
LISTENER_AT_MOST = Reach.COMMUNITY


@transaction.atomic
def start_draft(*, by, community, group=None, for_somebody=False):
    """An empty page. Written down for somebody else, it belongs to nobody's account: its teller has none."""
    return Story.objects.create(
        community=community,
        group=group,
        teller=None if for_somebody else by,
        written_by=by if for_somebody else None,
        told_by=ToldBy.LISTENER if for_somebody else ToldBy.SELF,
    )


@transaction.atomic
def save_draft(*, by, story, values, seen=None):
    """Keep what was typed. If another tab saved something else meanwhile, nothing is overwritten.

    `values` are fields of the story, `seen` is when the typing tab read it (ISO 8601). `ValidationError` when it
    was shared meanwhile, `WrittenMeanwhile` when another tab saved other words.
    """
    stored = Story.objects.select_for_update().get(pk=story.pk)
    if stored.state != StoryState.DRAFT:
        raise ValidationError(_("This story was already shared. Change it from its own page."))
    changed = any(getattr(stored, name) != value for name, value in values.items())
    if seen and changed and stored.changed_at.isoformat() != seen:
        raise WrittenMeanwhile(stored)
    for name, value in values.items():
        setattr(stored, name, value)
    if changed or not seen:
        stored.read_back_on, stored.read_back_how = None, ""
        stored.save()
    return stored


def _method(by, story):
    """`by` is nobody when the teller acts with the code of the story; else it is teller or listener."""
    if by is None:
        return ConsentMethod.CODE
    return ConsentMethod.SPOKEN if story.teller_id is None else ConsentMethod.ONLINE


def open_consent(by, story, permission: Permission, method=None):
    """Close the consent that stands and open a new one, bound to the text as it is now."""
    now = timezone.now()
    before = Consent.objects.not_withdrawn().filter(story=story)
    reached = max((consent.reach_now for consent in before), default=Reach.ONLY_ME)
    before.update(ended_at=now)
    consent = Consent.objects.create(
        story=story,
        text_hash=story.text_hash,
        given_at=now,
        until=now + HOLDS_FOR,
        given_by=by,
        method=method or _method(by, story),
        **permission,
    )
    derive([story])
    if consent.reach > reached:
        announce(by, story, consent)
    ask_later(story, consent)


def waits(story):
    """Told without an account, and nobody let this very text in yet."""
    return StoryKey.objects.filter(story=story).exclude(let_in_hash=story.text_hash).exists()


def announce(by, story, consent):
    """Whoever may read it now and could not before finds it among their news.

    While a story without an account waits, only who decides hears of it.
    """
    kind, about = "story", story.uuid
    if waits(story):
        kind, about = "story_waits", story.community.slug
        owners = CallOwner.objects.current().filter(call=story.call).values("user")
        own = User.objects.filter(pk__in=owners)
        people = own if story.call_id else User.objects.handling(story.community)
    elif consent.reach == Reach.GROUP:
        people = User.objects.taking_part_in(story.group)
    else:
        people = User.objects.members_of(story.community)
    notify(by=by, people=people, kind=kind, about=about, community=story.community)


def ask_later(story, consent):
    """A kind question to the teller 60 and 14 days before the yes ends (docs/principles.md rule 2)."""
    people = [story.teller] if story.teller else []
    for kind, before in (("consent_first", ASK_FIRST), ("consent_last", ASK_LAST)):
        due = consent.until - before
        notify(by=None, people=people, kind=kind, about=story.uuid, community=story.community, due=due)
    due = consent.given_at + ASK_HOW_IT_IS
    notify(by=None, people=people, kind="how_now", about=story.uuid, community=story.community, due=due)


def _check_telling(by, story, permission: Permission):
    if not story.text.strip() and not story.media.exists():
        raise ValidationError(_("There is no text yet."))
    if permission["reach"] == Reach.GROUP and story.group_id is None:
        raise ValidationError(_("This story was not told in a group."))
    if story.young and permission["reach"] > Reach.GROUP:
        raise ValidationError(_("Younger than 16, a story goes no further than the group it was told in."))
    if story.teller_id is None and by is not None:
        if story.read_back_on is None and story.told_by != ToldBy.PAPER:
            raise ValidationError(_("First read the story back to who told it."))
        if permission["reach"] > LISTENER_AT_MOST:
            raise ValidationError(
                _("Written down for somebody else, a story goes no further than the community.")
            )


def _refuse_widening(by, story, permission: Permission):
    """A listener narrows and never widens alone: not how far, not what for, and not with another text either."""
    if story.teller_id is not None or by is None:
        return
    standing = Consent.objects.not_withdrawn().filter(story=story).first()
    if (
        standing is None
        or permission["reach"] > standing.reach_now
        or any(permission.get(name) and not getattr(standing, name) for name in USES)
    ):
        raise ValidationError(_("Only the teller can let this story go further."))


@transaction.atomic
def tell(*, by, story, permission: Permission, age: Age | None = None, method=None):
    """Share a draft as far as the teller says. A copy of a told story takes its place in one step.

    `permission` is a `Permission`, `age` an `Age` when it was asked. `ValidationError` for a story without content,
    a group it was not told in, a listener who goes further than the community or read nothing back, and a
    teller younger than 16 who goes further than the group or for whom not both said yes.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if age is not None:
        _note_age(story, **age)
    _check_telling(by, story, permission)
    if story.draft_of_id:
        return _share_again(by, story, permission)
    story.state, story.told_on, story.text_hash = StoryState.TOLD, today(), story.fingerprint
    story.save()
    vouch(by, story)
    open_consent(by, story, permission, method)
    return story


def _note_age(story, young, guardian_yes=False, child_yes=False):
    """Younger than 16: a parent or guardian says yes, and so does the child; both are dated."""
    if young and not (guardian_yes and child_yes):
        raise ValidationError(_("Younger than 16: both have to say yes, you and your parent or guardian."))
    day = today() if young else None
    story.young, story.guardian_yes_on, story.child_yes_on = young, day, day


def vouch(by, story):
    """A listener who shares it knows who told it: then nobody else has to let it in."""
    if by is not None:
        let_in = {"let_in_hash": story.text_hash, "let_in_at": timezone.now(), "let_in_by": by}
        StoryKey.objects.filter(story=story).update(**let_in)
    StoryKey.objects.filter(story=story).exclude(let_in_hash=story.text_hash).update(turned_away_at=None)
    derive([story])


def _share_again(by, draft, permission: Permission):
    """The new text replaces the told one, and its consent; quotes of the old text go with it."""
    told = Story.objects.select_for_update().get(pk=draft.draft_of_id)
    _refuse_widening(by, told, permission)
    for name in (*CONTENT, "read_back_on", "read_back_how"):
        setattr(told, name, getattr(draft, name))
    move_media(draft=draft, into=told)
    told.text_hash = told.fingerprint
    told.save()
    Quote.objects.filter(story=told).delete()
    vouch(by, told)
    open_consent(by, told, permission)
    draft.delete()
    return told


@transaction.atomic
def start_changing(*, by, story):
    """Begin a copy of a told story; the told version and its consent stand until it is shared anew."""
    copied = {name: getattr(story, name) for name in (*CONTENT, *BELONGS)}
    copy, made = Story.objects.get_or_create(draft_of=story, defaults={**copied, "told_by": story.told_by})
    if made:
        copy_media(story=story, into=copy)
    return copy


@transaction.atomic
def change_reach(*, by, story, permission: Permission):
    """Further or less far: a new consent for the same text. A listener narrows and never widens alone.

    `permission` is a `Permission`. `ValidationError` when a listener widens, and what `tell` refuses.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    _refuse_widening(by, story, permission)
    _check_telling(by, story, permission)
    open_consent(by, story, permission)
    return story


@transaction.atomic
def withdraw(*, by, story):
    """Gone everywhere at once, quotes too; the teller keeps the story. No reason is asked (P6)."""
    Consent.objects.not_withdrawn().filter(story=story).update(ended_at=timezone.now())
    derive([story])
    drop_reports(kind="story", about=story.pk)


@transaction.atomic
def erase(*, by, story):
    """Delete all content. An empty tombstone with uuid and date stays, so that a backup can be cleaned."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    drop_unused(files_of([story.pk, *story.drafts.values_list("pk", flat=True)]))
    if story.draft_of_id:
        story.delete()
        return
    Story.objects.filter(draft_of=story).delete()
    Quote.objects.filter(story=story).delete()
    Consent.objects.filter(story=story).delete()
    derive([story])
    for pk in story.recognitions.values_list("pk", flat=True):
        drop_reports(kind="recognition", about=pk)
    drop_reports(kind="story", about=story.pk)
    Story.objects.filter(pk=story.pk).delete()
    Story.objects.create(
        uuid=story.uuid, community=story.community, state=StoryState.ERASED, erased_on=today()
    )


@transaction.atomic
def let_go_of(rows):
    """Drafts that go, with their files."""
    drop_unused(files_of(list(rows.values_list("pk", flat=True))))
    rows.delete()


@transaction.atomic
def read_back(*, by, story, on, how):
    """The listener read the story to who told it, who agreed with these words."""
    story.read_back_on, story.read_back_how = on, how
    story.save(update_fields=["read_back_on", "read_back_how"])


@transaction.atomic
def choose_quote(*, by, story, start, end):
    """The sentence that may be quoted: a place in the text, never a copy of it."""
    Quote.objects.update_or_create(story=story, defaults={"start": start, "end": end, "translation": ""})
