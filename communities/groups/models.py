"""Groups: what a trajectory and an initiative have in common, and who is in one since when."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from communities.membership.models import Community, open_to
from communities.rights import standing
from communities.rights.names import HasNameVisibility, shown_name
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, lately_held


class GroupRole(models.TextChoices):
    HOST = "host", _("host (resident)")
    CARRIER = "carrier", _("carrier (resident)")
    FACILITATOR = "facilitator", _("facilitator")
    PARTICIPANT = "participant", _("participant")
    EXPERT = "expert", _("expert by experience")
    ARTIST = "artist", _("artist")
    PARTNER = "partner", _("partner")


ORGANISING = (GroupRole.HOST, GroupRole.CARRIER, GroupRole.FACILITATOR)
RESIDENT_LEADS = (GroupRole.HOST, GroupRole.CARRIER)


class GroupQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """A group's page is public once its community is open (docs/domain.md, "always 4")."""
        return self.filter(open_to(reader))

    def joined_by(self, reader):
        """Rung 1: groups the reader takes part in today, as a current member of the community.

        A role is current only if its membership is.
        """
        return self.filter(pk__in=standing.grouped(reader))

    def organised_by(self, reader):
        """Hosts, carriers and facilitators: the same rights in organising (M6)."""
        return self.filter(pk__in=organised(reader))

    def led_by(self, reader):
        """Resident hosts and carriers: own words, decisions of course and acceptance are theirs (P1)."""
        led = standing.grouped(reader, RESIDENT_LEADS)
        return self.filter(pk__in=led, community__in=standing.lived_in(reader))

    def editable_by(self, reader):
        return self.led_by(reader)

    def guided_by(self, person):
        """Groups that this person guides as a professional today; who asks is a deed, not a page."""
        mine = GroupMember.objects.current().filter(user=person, role=GroupRole.FACILITATOR)
        return self.filter(pk__in=mine.values("group"))

    def handed_over_by(self, reader):
        """Groups the reader organises, or did until a year ago: who may write a letter for who comes after."""
        if not reader.is_known:
            return self.none()
        mine = GroupMember.objects.filter(user=reader.pk).exclude(role=GroupRole.PARTICIPANT)
        return self.visible_to(reader).filter(pk__in=mine.filter(lately_held()).values("group"))

    def with_lead(self):
        """Each group with `has_lead`: false means the page says "looking for somebody to carry this"."""
        leads = GroupMember.objects.current().filter(role__in=RESIDENT_LEADS, group=models.OuterRef("pk"))
        return self.annotate(has_lead=models.Exists(leads))


class Group(models.Model):
    """People of a community doing something together for a long time. It has a start and no end (P5)."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="groups")
    title = models.CharField(_("name"), max_length=120)
    own_words = models.TextField(_("in our own words"))
    own_words_by = models.CharField(_("who wrote this, and when"), max_length=160, blank=True)
    policy_wording = models.TextField(_("how policy says it"), blank=True)
    started_on = models.DateField(_("together since"))

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(own_words=""), name="group_has_own_words"),
        ]

    def __str__(self):
        return self.title

    def is_led_by(self, reader):
        """Whether the reader leads this very group, as `led_by` says it; nothing has to be asked for that."""
        led = standing.grouped(reader, RESIDENT_LEADS)
        return self.pk in led and self.community_id in standing.lived_in(reader)


def organised(reader):
    """The keys of the groups that the reader organises today."""
    return standing.grouped(reader, ORGANISING)


class GroupMemberQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """Who organises is public by role; participants are seen by their own group only."""
        begun = self.filter(since__isnull=False)
        public = open_to(reader, "group__community__") & ~Q(role=GroupRole.PARTICIPANT)
        if not reader.is_known:
            return begun.filter(public)
        return begun.filter(public | Q(group__in=standing.grouped(reader)) | Q(user=reader.pk))

    def assisted_by(self, reader):
        """Members without an account in the groups that this reader organises."""
        mine = organised(reader)
        return self.current().filter(user__isnull=True, group__in=mine).exclude(name="")

    def held_by(self, reader):
        """The parts that the reader has today."""
        return self.current().filter(user=reader.pk)

    def begun_by(self, reader):
        """The reader's parts that did not end, also those that wait for a yes."""
        return self.filter(user=reader.pk, until=None)

    def led_by(self, reader):
        """Everybody who has a part, or asks for one, in the groups that the reader leads."""
        return self.filter(group__in=Group.objects.led_by(reader))

    def asking(self):
        """Who asked to take part and waits for a host's yes."""
        return self.filter(since__isnull=True, until__isnull=True, is_offer=False)

    def offered_to(self, reader):
        """Roles that a host offered to this reader, who has not answered."""
        rows = self.filter(since__isnull=True, until__isnull=True, is_offer=True)
        return rows.filter(user=reader.pk) if reader.is_known else rows.none()

    def as_shown_to(self, reader):
        """Each row with `shown_name`; someone without an account is named inside the group only."""
        joined = Community.objects.named_in(reader).values("pk")
        own = Case(
            When(user__isnull=True, then=F("name")), default=Coalesce(F("user__display_name"), Value(""))
        )
        named = shown_name(own, joined, "group__community")
        inside = Q(user__isnull=True, group__in=standing.grouped(reader))
        inside &= Q(group__community__in=joined)
        return self.annotate(shown_name=Case(When(inside, then=F("name")), default=named))


class GroupMember(Dated, HasNameVisibility):
    """Somebody's part in a group: an account, or only a name entered by a host (assisted member).

    A row without `since` waits and gives no right: for a host's yes when somebody asked to take part, for
    the person's own yes when a host offered a role (`is_offer`).
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="members")
    since = models.DateField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="group_roles"
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    role = models.CharField(_("role"), max_length=12, choices=GroupRole)
    expertise = models.CharField(_("what they know about, in own words"), max_length=200, blank=True)

    is_offer = models.BooleanField(default=False)

    objects = GroupMemberQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("group_member"),
            models.UniqueConstraint(
                fields=["group", "user", "role"],
                condition=Q(until__isnull=True, user__isnull=False),
                name="one_open_part_in_a_group",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.group}"
