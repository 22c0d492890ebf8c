"""A story, which belongs to its teller. How far it travels is read from its open consent (P6)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from communities.models import Area, Community, Group, GroupMember, Membership, Posting
from communities.rights import standing
from communities.rights.reader import Reach, reaches
from stories.calls.models import StoryCall
from stories.consent.models import reach_today
from stories.custody.rules import listens
from stories.keys.models import StoryKey
from stories.telling.models.kinds import KEPT, Relation, StoryState, ToldBy
from stories.telling.models.listing import StoryListing, allowed_now
from stories.telling.wording import fingerprint


class StoryQuerySet(StoryListing):
    def visible_to(self, reader):
        """What its teller shared with this reader, and the reader's own stories."""
        seen = self._shared(reader)
        if not reader.as_municipality:
            seen |= self._own(reader)
        return self.filter(seen)

    def shared_with(self, reader):
        """What others than its teller may read as well: what stands on pages made together (P6).

        A teller who takes a story back sees there what everybody sees: it is gone.
        """
        return self.filter(self._shared(reader))

    def editable_by(self, reader):
        """The teller, by account or by receipt; and the listener who wrote it down for somebody."""
        return self.filter(self._own(reader))

    def controlled_by_teller(self, reader):
        """Told by the reader, or opened with its receipt: what a listener alone can never do."""
        return self.filter(self._by_receipt(reader) | Q(teller=reader.pk)).exclude(state=StoryState.ERASED)

    def erasable_by(self, reader):
        """The teller; a listener only while nobody holds a code: from then on that is the teller's to do."""
        own = self._by_receipt(reader) | Q(teller=reader.pk)
        return self.editable_by(reader).filter(own | Q(receipt=None))

    def withdrawable_by(self, reader):
        """Who keeps it; and on spoken request a host or builder who may read it, when its listener left (P6).

        Without a code and without the one who wrote it down nobody else could do what the teller asks.
        """
        kept = self.filter(self._own(reader))
        if not reader.is_known or reader.as_municipality:
            return kept
        left = Q(teller=None, receipt=None, community__in=standing.handled(reader))
        return self.filter(self._own(reader) | (self._shared(reader) & left & ~self._listener_stays()))

    def with_ears(self):
        """Each story with `is_kept`: somebody reads what others suggest, by account, by code or as its listener."""
        kept = Q(teller__isnull=False) | Q(receipt__isnull=False) | self._listener_stays()
        return self.annotate(is_kept=kept)

    def adoptable_by(self, reader):
        """Opened with its code in this session, by a member of its community: it can go with their account.

        Not by who wrote it down for somebody else: who printed a code does not get the story with it. A member
        tells without being let in, so nothing slips past who decides about stories without an account.
        """
        here = standing.joined(reader)
        mine = self.filter(self._by_receipt(reader), teller=None, draft_of=None, community__in=here)
        return mine.exclude(state=StoryState.ERASED).exclude(written_by=reader.pk)

    def waiting_for(self, reader):
        """Told without an account, shared further than the code, and not let in yet.

        An owner of the call decides, or a host or builder of the community when there was no call.
        """
        if not reader.is_known or reader.as_municipality:
            return self.none()
        keepers = Q(call__in=StoryCall.objects.owned_by(reader))
        keepers |= Q(call=None, community__in=standing.handled(reader))
        waiting = Q(receipt__isnull=False, receipt__turned_away_at=None) & ~Q(let_in_hash=F("text_hash"))
        living = Q(consented_hash=F("text_hash"), until__gt=timezone.now(), reach__gte=Reach.COMMUNITY)
        rows = self.told().filter(keepers, waiting, living, self._in_sight())
        # Nobody lets in what their own hands wrote.
        return rows.exclude(written_by=reader.pk)

    def told_by(self, reader):
        """The reader's own stories, not those written down for somebody else."""
        return self.filter(teller=reader.pk).exclude(state=StoryState.ERASED)

    def written_for(self, member):
        """What was written down for a member without an account, who has not taken it yet."""
        return self.filter(told_for=member, teller=None, draft_of=None)

    def told(self):
        """Finished stories, not drafts."""
        return self.filter(state=StoryState.TOLD)

    def quotable(self):
        """Those of which a sentence may be quoted now."""
        return self.filter(allowed_now("may_quote"))

    def teachable(self):
        """Those whose teller lets them be used in a lesson, now."""
        return self.filter(allowed_now("may_teach"))

    def counting(self):
        """Those that count in patterns now: told, with a living yes to exactly that, let in, and not set aside."""
        return self.told().filter(allowed_now("may_count"), self._bound(), self._in_sight())

    def _own(self, reader):
        mine = self._by_receipt(reader)
        if reader.is_known:
            mine |= Q(teller=reader.pk) | Q(**listens(reader))
        return mine & ~Q(state=StoryState.ERASED)

    def _by_receipt(self, reader):
        if not reader.receipts:
            return Q(pk__in=())
        stories = StoryKey.objects.visible_to(reader).values("story")
        return Q(pk__in=stories) | Q(draft_of__in=stories)

    def _listener_stays(self):
        """Whoever wrote it down takes part there today, and does not work for the municipality (hands.py)."""
        there = Membership.objects.current().filter(community=OuterRef("community"))
        posts = Posting.objects.current().filter(office__organisation=OuterRef("community__municipality"))
        here, posted = (Exists(rows.filter(user=OuterRef("written_by"))) for rows in (there, posts))
        return Q(here) & ~Q(posted)

    def _bound(self):
        """The yes is to exactly this text, and so is the letting in, where that was needed."""
        return Q(is_bound=True)

    def _in_sight(self):
        """Not set aside now; it comes back by itself."""
        return Q(aside_until=None) | Q(aside_until__lte=timezone.now())

    def _shared(self, reader):
        """The rule below, built once per request: a page asks it many times."""
        return reader.cached("shared stories", lambda: self._shared_with(reader))

    def _shared_with(self, reader):
        """Told, and the one open consent, given for this very text, reaches the reader.

        `until` is evaluated here, while reading: a consent that ended narrows to the group it was
        told in, or to the teller alone, without any job having to run.
        """
        now = timezone.now()
        seen = reaches(reader) & Q(until__gt=now)
        if reader.is_known and not reader.as_municipality:
            seen |= Q(until__lte=now, reach__gte=Reach.GROUP, group__in=standing.grouped(reader))
        return Q(seen, self._bound(), self._in_sight(), state=StoryState.TOLD)


class Story(models.Model):
    """What somebody told. The row of an erased story stays as an empty tombstone (uuid and date)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    community = models.ForeignKey(Community, models.PROTECT, related_name="stories")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="stories")
    teller = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="stories"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="written_down"
    )
    call = models.ForeignKey(StoryCall, models.PROTECT, null=True, blank=True, related_name="stories")
    told_for = models.ForeignKey(
        GroupMember, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    told_by = models.CharField(_("how it was told"), max_length=8, choices=ToldBy, default=ToldBy.SELF)
    read_back_on = models.DateField(_("read back on"), null=True, blank=True)
    read_back_how = models.CharField(_("how it was read back"), max_length=120, blank=True)
    young = models.BooleanField(_("the teller is younger than 16"), null=True, blank=True)
    guardian_yes_on = models.DateField(_("parent or guardian said yes on"), null=True, blank=True)
    child_yes_on = models.DateField(_("the child said yes on"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=120, blank=True)
    text = models.TextField(_("story"), blank=True)
    pseudonym = models.CharField(_("name under the story"), max_length=60, blank=True)
    language = models.CharField(_("language of the story"), max_length=8, default="nl")
    relation = models.CharField(max_length=4, choices=Relation, default=Relation.LIVE)
    area = models.ForeignKey(Area, models.SET_NULL, null=True, blank=True, related_name="+")
    month = models.DateField(_("when it happened"), null=True, blank=True, help_text="First day of a month")
    state = models.CharField(max_length=6, choices=StoryState, default=StoryState.DRAFT)
    text_hash = models.CharField(max_length=64, blank=True, editable=False)
    # Kept by derived.py. Empty means: seen by nobody.
    reach = models.PositiveSmallIntegerField(choices=Reach, null=True, editable=False)
    until = models.DateTimeField(null=True, editable=False)
    may_quote = models.BooleanField(default=False, editable=False)
    may_count = models.BooleanField(default=False, editable=False)
    may_teach = models.BooleanField(default=False, editable=False)
    consented_hash = models.CharField(max_length=64, blank=True, editable=False)
    let_in_hash = models.CharField(max_length=64, blank=True, editable=False)
    aside_until = models.DateTimeField(null=True, editable=False)
    # By the database itself: the yes and the letting in are both for the text as it is.
    is_bound = models.GeneratedField(
        expression=Q(consented_hash=F("text_hash"), let_in_hash=F("text_hash")),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    follows = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="followed_by", editable=False
    )
    later = models.CharField(_("how is it now?"), max_length=1200, blank=True)
    later_on = models.DateField(null=True, blank=True)
    draft_of = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="drafts")
    changed_at = models.DateTimeField(auto_now=True)
    told_on = models.DateField(null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-told_on", "-pk"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="erased")
                | Q(text="", title="", pseudonym="", later="", teller__isnull=True),
                name="erased_story_is_empty",
            ),
            models.CheckConstraint(
                condition=~Q(state="erased") | Q(reach=None, consented_hash="", may_quote=False),
                name="erased_story_allows_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(state="told") | Q(told_on__isnull=False), name="told_story_has_a_date"
            ),
            models.CheckConstraint(
                condition=~Q(young=True) | Q(guardian_yes_on__isnull=False, child_yes_on__isnull=False),
                name="young_teller_and_guardian_said_yes",
            ),
            models.UniqueConstraint(
                fields=["draft_of"], condition=Q(draft_of__isnull=False), name="one_draft_copy_per_story"
            ),
        ]
        indexes = [
            models.Index(
                F("community"),
                F("told_on").desc(),
                F("uuid").desc(),
                condition=Q(state="told"),
                name="told_stories_of_a_community",
            ),
            models.Index(
                F("told_on").desc(), F("uuid").desc(), condition=Q(state="told"), name="told_stories_by_day"
            ),
        ]

    def __str__(self):
        return self.title or gettext("Story without a title")

    def save(self, **how):
        """Never writes what is kept: an object read before a consent changed would bring the old reach back."""
        if not self._state.adding and how.get("update_fields") is None:
            names = [field.name for field in self._meta.concrete_fields if not field.primary_key]
            how["update_fields"] = [name for name in names if name not in KEPT]
        super().save(**how)

    def get_absolute_url(self):
        return reverse("story", args=[self.uuid])

    @property
    def reach_now(self):
        """How far it travels today, by what is kept of its consent."""
        if self.reach is None or self.state != StoryState.TOLD:
            return Reach.ONLY_ME
        return reach_today(self.reach, self.until, self.group_id is not None)

    @property
    def fingerprint(self):
        """The hash of what a reader would read, see and hear now."""
        marks = sorted(item.mark for item in self.media.all()) if self.pk else []
        later = [f"later {self.later}"] if self.later else []
        return fingerprint(self.title, self.text, self.pseudonym, *marks, *later)

    @property
    def direction(self):
        """The writing direction for `dir`, so that Arabic and its neighbours read as they should."""
        if self.language == "xx":
            return "auto"
        return "rtl" if self.language in {"ar", "fa", "he", "ur", "ckb", "ps"} else "ltr"
