"""Where a story can be met, and what the oracle says about each of these surfaces."""

import json
import re
from math import gcd

from config.website.my_data.own_data import my_data
from stories.citing.reads import quotes_beside
from stories.models import Quote, Story
from stories.reading.finding import Asked
from stories.reading.panels import stories_panel

TOKEN = re.compile(r"woord\d+x")


def _panel(name, *parts):
    """A surface of the community page, which is drawn once per reader and step."""

    def shown(world, reader):
        if reader.pk not in world.panels:
            world.panels[reader.pk] = stories_panel(world.community, reader).values
        values = world.panels[reader.pk]
        return [getattr(row, name) if name else str(row) for part in parts for row in values[part]]

    return shown


def _beside(world, reader):
    beside = quotes_beside(world.signal, reader, name="signal", route="cite_in_signal")
    return [quote.words for quote, *_rest in beside.values["quotes"]] if beside else []


SURFACES = {
    "story page": lambda _world, reader: [
        row.text + row.later for row in Story.objects.visible_to(reader).told()
    ],
    "list": lambda _world, reader: [row.opening for row in Asked().page(reader)[0]],
    "search": lambda _world, reader: [row.title for row in Asked(words="stayed").rows(reader)],
    "community page": _panel("", "quotes", "others"),
    "quotes": lambda _world, reader: [row.words for row in Quote.objects.visible_to(reader).with_words()],
    "citations": _beside,
    "quotes on the community page": _panel("quoted", "quotes"),
    "my data": lambda _world, reader: [json.dumps(my_data(reader.user))] if reader.is_known else [],
    "may be written on": lambda _world, reader: [row.text for row in Story.objects.editable_by(reader)],
}


def expected(oracle, name):
    """What the oracle says about each surface."""
    read = {oracle.told} if oracle.reads(name) else set()
    quoted = {oracle.told} if oracle.quotes(name) else set()
    later = {oracle.later} - {None}
    own = {oracle.told, oracle.draft} - {None} if name == "teller" else set()
    three = dict.fromkeys(("list", "search", "community page"), read)
    cited = dict.fromkeys(("quotes", "citations", "quotes on the community page"), quoted)
    whole = {"story page": read | later if read else read, "my data": own | later if own else own}
    return {**three, **cited, **whole, "may be written on": own}


def turns(place, readers, surfaces, last):
    """Who looks where after this step: one reader at one surface in turn; `last`: everybody everywhere.

    Readers and surfaces are counted round side by side: as many of one have no divisor in common with as many of
    the other, all of them meet.
    """
    every = list(surfaces)
    assert gcd(len(readers), len(every)) == 1, "some reader would never look at some surface"
    if last:
        return [(name, every) for name in readers]
    return [(readers[place % len(readers)], [every[place % len(every)]])]
