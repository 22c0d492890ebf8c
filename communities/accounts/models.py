"""A person with an account. Nothing here says what somebody may do: rights follow from dated rows."""

from hashlib import sha256

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.rights.standing import LEADING, TAKING_PART
from communities.site.dates import holds, today

# By which rows somebody belongs to a municipality, and the way from there to it.
TIES = {
    "memberships": "community__municipality",
    "postings": "office__organisation",
    "appointments": "municipality",
}


class UserManager(BaseUserManager):
    def of_the_example(self, domain):
        """Invented people only: their mail domain can never be a real one."""
        return self.filter(email__endswith=domain, is_active=True).order_by("display_name")

    def get_by_key(self, key):
        """The account behind a signed link; an account that was closed or erased is absent."""
        return self.get(pk=key, is_active=True)

    def hosts_of(self, community):
        """Residents who carry something in a community: who lets people in (`Community.hosted_by`)."""
        leads = holds(prefix="group_roles__") & Q(group_roles__role__in=LEADING)
        hosts = self._here(community).filter(leads, group_roles__group__community=community)
        return self._without_officials(hosts, community).distinct()

    def members_of(self, community):
        """Residents and builders of a community today."""
        return self._here(community).distinct()

    def taking_part_in(self, group):
        """Who takes part in a group today, in a role that reads rung 1 (`standing.TAKING_PART`)."""
        part = holds(prefix="group_roles__") & Q(group_roles__role__in=TAKING_PART)
        return self._here(group.community).filter(part, group_roles__group=group).distinct()

    def living_and_taking_part_in(self, group):
        """Of those, the residents: who is a builder here is paid to be there."""
        building = holds(prefix="memberships__") & Q(memberships__role="builder")
        builders = self.filter(building, memberships__community=group.community)
        return self.taking_part_in(group).exclude(pk__in=builders.values("pk"))

    def carrying(self, group):
        """Its resident hosts and carriers."""
        lead = holds(prefix="group_roles__") & Q(group_roles__role__in=LEADING)
        return self._here(group.community).filter(lead, group_roles__group=group).distinct()

    def posted_at(self, office):
        """Who holds a post at an office today."""
        return self.filter(holds(prefix="postings__"), postings__office=office).distinct()

    def posted_in(self, organisations):
        """Who holds a post today at any office of these organisations."""
        rows = self.filter(holds(prefix="postings__"), postings__office__organisation__in=organisations)
        return rows.filter(is_active=True).distinct()

    def working_for(self, organisation):
        """Builders and office holders of an organisation today."""
        built = holds(prefix="memberships__") & Q(memberships__organisation=organisation)
        posted = holds(prefix="postings__") & Q(postings__office__organisation=organisation)
        return self.filter(built | posted).distinct()

    def handling(self, community):
        """Who looks at reports of a community: its hosts and carriers, and its builders."""
        lead = holds(prefix="group_roles__") & Q(group_roles__role__in=LEADING)
        leads = self.filter(lead, group_roles__group__community=community).values("pk")
        people = self._here(community).filter(Q(memberships__role="builder") | Q(pk__in=leads))
        return self._without_officials(people, community).distinct()

    def administering(self, municipality):
        """The administrators of a municipality today."""
        run = self.filter(holds(prefix="appointments__"), appointments__municipality=municipality)
        return run.distinct()

    def kept_by(self, reader):
        """Whom an administrator finds in the back office: people of the own municipality, and of none yet."""
        own = standing.administered(reader)
        here = Q(memberships__community__municipality__in=own) | Q(postings__office__organisation__in=own)
        nowhere = Q(memberships=None, postings=None, appointments=None)
        found = self.filter(here | nowhere | Q(appointments__municipality__in=own))
        return self.filter(pk__in=found.values("pk"))

    def kept_alone_by(self, reader):
        """Of those, whom they may change: who belongs to another municipality as well is not theirs to close."""
        rows = self.kept_by(reader)
        for name, path in TIES.items():
            ties = self.model._meta.get_field(name).related_model._base_manager.filter(
                holds(), user=OuterRef("pk"), **{f"{path}__kind": "municipality"}
            )
            rows = rows.exclude(Exists(ties.exclude(**{f"{path}__in": standing.administered(reader)})))
        return rows

    def _without_officials(self, people, community):
        """Who works for the municipality looks after nothing of its residents, as `standing.handled` says."""
        return people.exclude(pk__in=self.posted_in([community.municipality_id]).values("pk"))

    def _here(self, community):
        return self.filter(holds(prefix="memberships__"), memberships__community=community, is_active=True)

    def create_user(self, email, display_name="", password=None, **fields):
        """Make an account; without a password one logs in with a mailed code."""
        user = self.model(email=email.strip().lower(), display_name=display_name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """Somebody with a mail address. No citizen number, birth date, address or role field (docs/domain.md)."""

    class Digest(models.TextChoices):
        DAILY = "daily", _("At most once a day")
        WEEKLY = "weekly", _("Once a week")
        NEVER = "never", _("Never")

    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(_("name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=8, default="nl")
    digest = models.CharField(_("mail with news"), max_length=8, choices=Digest, default=Digest.WEEKLY)
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_mail_address"),
        ]

    def __str__(self):
        return self.display_name or gettext("Somebody without a name")

    def clean(self):
        self.email = self.email.strip().lower()

    def get_short_name(self):
        return self.display_name

    @property
    def is_staff(self):
        """Asked by Django's admin only; who may enter is decided by `Backoffice.has_permission`."""
        return self.is_active

    def has_perm(self, perm, obj=None):
        """Asked by Django's admin only; what it registers is what an administrator may change."""
        return self.is_active

    def has_module_perms(self, app_label):
        return self.is_active


class KnownBrowserQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The browsers in which the reader logged in before."""
        return self.filter(user=reader.pk)

    def holding(self, mark):
        """The one row of the browser that carries this mark, while it counts."""
        return self.filter(digest=digest_of(mark), until__gte=today())


def digest_of(mark):
    """What we keep of a mark: enough to know it again, and nothing that opens or names anything."""
    return sha256(f"known browser {mark}".encode()).hexdigest()


class KnownBrowser(models.Model):
    """Somebody logged in here before: this browser asks for codes from an allowance of its own (docs/decisions/0031).

    So nobody is kept out because somebody else asks for codes to their address. It never logs anybody in.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="known_browsers")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateField()

    objects = KnownBrowserQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.until)
