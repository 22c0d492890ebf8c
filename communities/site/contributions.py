"""What every room brings to the whole site: notices, reportables, retention, labels, invariants.

A room that has something to bring holds a file of the agreed name (`notices.py`, say) with a list or a dict in
it. Nothing is registered twice: the apps list their rooms (`rooms` in apps.py, in the order of the arrows), and
this module reads the files. So communities finds what stories bring without importing them.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


@cache
def contributions(file, name):
    """The values called `name` in the files `file` of all rooms, from left to right, as a tuple.

    Apps stand in INSTALLED_APPS from right to left, because the templates of the right-hand app win.
    """
    rooms = [
        f"{config.name}.{room}"
        for config in reversed(list(apps.get_app_configs()))
        for room in getattr(config, "rooms", ())
    ]
    return tuple(
        getattr(import_module(f"{room}.{file}"), name) for room in rooms if find_spec(f"{room}.{file}")
    )
