"""A list that must name every field of something: what it forgot, and reasons that no longer hold."""

import random


def forgotten(names, holds, without):
    """The fields that the list neither holds nor leaves out with a reason."""
    return {name for name in names if name not in without and not holds(name)}


def outdated(names, holds, without):
    """The reasons for leaving out a field that is gone, or that the list holds after all."""
    return {name for name in without if name not in names or holds(name)}


def token(name):
    """A word that stands nowhere else, for one field."""
    return f"veld{random.Random(name).randrange(10**8)}{name.replace('_', '')}"[:40]
