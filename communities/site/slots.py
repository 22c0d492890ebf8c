"""Named places on a page that rooms further right fill, without the page knowing them.

A page says which slots it has (`slots` of a DetailPage) and prints the panels it is given. Which rooms fill a slot,
and in which order, is listed by the website (`PAGE_SLOTS`); arrows go on pointing left.
"""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string


@cache
def _providers(slot):
    return tuple(import_string(settings.PAGE_SLOTS).get(slot, ()))


def filled(slot, row, reader):
    """What fills a slot beside this row for this reader: panels, in the order of the list; nothing for silence."""
    found = [provider(row, reader) for provider in _providers(slot)]
    return [panel for panel in found if panel is not None]
