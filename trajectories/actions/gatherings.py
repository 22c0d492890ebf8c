"""Planning a gathering, its agenda, and what it brought."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.actions import notify
from communities.dates import today
from communities.models import Community, User
from communities.visibility import Reader
from trajectories.models import AgendaItem, Gathering, Harvest


@transaction.atomic
def plan_gathering(*, by, group, values):
    """A date with a start question; the agenda follows. Nobody hears of it before `invite_to_gathering`."""
    return Gathering.objects.create(group=group, community=group.community, created_by=by, **values)


@transaction.atomic
def add_agenda_item(*, by, gathering, text, origin):
    """Put something on the agenda and say whose question it is (M1)."""
    last = gathering.agenda.order_by("position").last()
    position = last.position + 1 if last else 0
    return AgendaItem.objects.create(gathering=gathering, text=text, origin=origin, position=position)


@transaction.atomic
def write_harvest(*, by, gathering, values):
    """Write down what was told. A changed harvest asks for both yeses again."""
    fresh = {
        "approved_on": None,
        "approved_by_resident": None,
        "approved_by_other": None,
        "written_by": by,
        "group": gathering.group,
        "community": gathering.community,
    }
    harvest, _made = Harvest.objects.update_or_create(gathering=gathering, defaults={**fresh, **values})
    people = User.objects.taking_part_in(gathering.group)
    notify(by=by, people=people, kind="harvest", about=gathering.pk, community=gathering.community)
    return harvest


@transaction.atomic
def approve_harvest(*, by, harvest):
    """Two different people, at least one a resident, before a harvest leaves the group."""
    harvest = Harvest.objects.select_for_update().get(pk=harvest.pk)
    if by.pk in {harvest.approved_by_resident_id, harvest.approved_by_other_id}:
        raise ValidationError(_("You already said yes. Somebody else has to read it too."))
    lives_here = Community.objects.lived_in_by(Reader(user=by)).contains(harvest.community)
    if lives_here and harvest.approved_by_resident_id is None:
        harvest.approved_by_resident = by
    elif harvest.approved_by_other_id is None:
        harvest.approved_by_other = by
    else:
        raise ValidationError(_("A resident still has to say yes."))
    if harvest.approved_by_resident_id and harvest.approved_by_other_id:
        harvest.approved_on = today()
    harvest.save()
    return harvest
