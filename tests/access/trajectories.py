"""Who gets in where: the addresses of trajectories."""

ROWS = []


def scene(scene):
    """Add the objects of this app that have an address."""
