"""How a group usually works."""

from trajectories.roles.models import RoleAgreement
from trajectories.trajectory.cards import methods


def together(trajectory, reader):
    """How a group usually works, and who does what for those who take part; None when nothing is said."""
    cards = [methods()[key] for key in trajectory.methods if key in methods()]
    rows = RoleAgreement.objects.visible_to(reader).active().filter(group=trajectory.group)
    agreements = list(rows)
    said = trajectory.rhythm or cards or agreements or trajectory.may_edit
    return {"cards": cards, "agreements": agreements} if said else None
