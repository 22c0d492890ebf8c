"""Who is in a group and who carries it, for pages and lists."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from communities.groups.models import ORGANISING
from communities.models import Group, GroupMember, GroupRole
from communities.rights import standing


def people_of(group, reader):
    """Who is in a group, since when, each with the name this reader may read."""
    rows = GroupMember.objects.visible_to(reader).filter(group=group)
    return rows.as_shown_to(reader).order_by("since", "pk")


def may_ask_to_join(group, reader):
    """Whether this reader, a member of the community, may ask to take part and did not yet."""
    mine = GroupMember.objects.begun_by(reader).filter(group=group)
    return group.community_id in standing.joined(reader) and not mine.exists()


@dataclass(frozen=True)
class Person:
    """One line of "who is who"."""

    name: str
    role: str
    about: str
    since: date
    group: str

    @property
    def role_on_its_own(self):
        """The role where no name may stand: it begins the line."""
        return capfirst(self.role)


def people_rows(community, reader):
    """Residents who carry something, and who facilitate: name if this reader may read it, else the role."""
    rows = GroupMember.objects.visible_to(reader).current().filter(group__community=community)
    rows = rows.filter(role__in=ORGANISING).as_shown_to(reader).select_related("group")
    people = [
        Person(row.shown_name, row.get_role_display(), row.expertise, row.since, row.group.title)
        for row in rows
        if row.role != GroupRole.FACILITATOR
    ]
    return sorted(people, key=lambda p: (not p.name, p.name.lower(), p.since))


def groups_without_lead(community, reader):
    """Groups that look for somebody to carry them."""
    return Group.objects.visible_to(reader).filter(community=community).with_lead().filter(has_lead=False)


def my_groups(reader):
    """The groups I take part in, with where to find them."""
    return Group.objects.joined_by(reader).select_related("community")
