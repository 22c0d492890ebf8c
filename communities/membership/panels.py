"""Who works for a community: builders and officials, with the name a reader may read."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from communities.membership.models import Community, Membership, MembershipRole
from communities.organisations.models import Posting
from communities.rights.names import person_name, shown_name


@dataclass(frozen=True)
class Worker:
    """A professional on the page: the name if this reader may read it, what they do, since when."""

    name: str
    role: str
    since: date
    pk: int

    @property
    def role_on_its_own(self):
        """The role where no name may stand: it begins the line."""
        return capfirst(self.role)


def builders_of(community, reader):
    """The community builders who work here now."""
    rows = Membership.objects.visible_to(reader).current()
    rows = rows.filter(community=community, role=MembershipRole.BUILDER).as_shown_to(reader)
    return [
        Worker(row.shown_name, f"{row.get_role_display()}, {row.organisation}", row.since, row.pk)
        for row in rows.select_related("organisation")
    ]


def officials_of(municipality, reader):
    """Who holds a post at the municipality now."""
    joined = Community.objects.named_in(reader).filter(municipality=municipality).values("municipality")
    rows = Posting.objects.visible_to(reader).current().filter(office__organisation=municipality)
    named = shown_name(person_name(), joined, "office__organisation")
    rows = rows.annotate(shown_name=named).select_related("office")
    return [Worker(row.shown_name, f"{row.function}, {row.office.name}", row.since, row.pk) for row in rows]
