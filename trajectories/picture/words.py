"""The picture in words: its title, its labels, and every row of the table beside it."""

from django.utils.formats import date_format
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from trajectories.picture.data import AHEAD, GAP, MOVEMENTS


def movement_label(key):
    """The verb of a movement, as it stands at both ends of its strand."""
    words = {
        "explore": _("exploring"),
        "name": _("naming"),
        "learn": _("learning"),
        "connect": _("connecting"),
        "act": _("acting"),
    }
    return words[key]


def month_year(day):
    """A month written out, as people say it."""
    return date_format(day, "F Y")


def describe(data):
    """Two or three sentences for who cannot see the picture, made from its rows."""
    strands = get_text_list([movement_label(key) for key in MOVEMENTS], _("and"))
    sentences = [
        _("The trajectory %(title)s from %(start)s until today.")
        % {"title": data.title, "start": month_year(data.start)},
        _("Five strands run side by side: %(strands)s. Below them who was there since when, and the money.")
        % {"strands": strands},
    ]
    gaps = [row for row in data.funding if row.kind == GAP]
    if len(gaps) > 3:
        return " ".join([*sentences, _("Several times there was no money and people went on.")])
    sentences += [
        _("From %(since)s to %(until)s there was no money and people went on.")
        % {"since": month_year(row.since), "until": month_year(row.until or data.today)}
        for row in gaps
    ]
    return " ".join(sentences)


def beside_the_phone(lanes, stewards):
    """Who is drawn as a line elsewhere stands in words under the phone's picture, empty chairs included."""
    people = [
        _("%(label)s, after an empty chair") % {"label": lane.label} if lane.cold_since else lane.label
        for lane in lanes
    ]
    return people + [_("Works here: %(label)s") % {"label": steward.label} for steward in stewards]


def when(day):
    """A day written out."""
    return date_format(day, "j F Y")


def span(since, until):
    """From when to when, in words."""
    if until is None:
        return _("since %(since)s") % {"since": month_year(since)}
    return _("%(since)s to %(until)s") % {"since": month_year(since), "until": month_year(until)}


def _gathering_rows(data):
    for bead in data.gatherings:
        did = get_text_list([movement_label(m) for m in bead.movements], _("and"))
        yield bead.on, date_format(bead.on, "j F Y"), _("Gathering: %(did)s") % {"did": did or "–"}


def _lane_rows(data):
    for lane in data.people:
        yield lane.since, span(lane.since, lane.until), _("Person: %(label)s") % {"label": lane.label}
        if lane.cold_since:
            yield (
                lane.cold_since,
                span(lane.cold_since, lane.since),
                _("The chair was empty, nobody handed over"),
            )
        if lane.together_until:
            yield lane.since, span(lane.since, lane.together_until), _("Together with the one before")
    yield from money_rows(data.funding)
    for steward in data.stewards:
        label = _("Works here: %(label)s") % {"label": steward.label}
        yield steward.since, span(steward.since, steward.until), label
    for day, words in data.tenders:
        yield day, when(day), _("Decision: %(what)s") % {"what": words}


def money_rows(funding):
    """Every stretch of money, of none, and of nothing yet."""
    for money in funding:
        words = money.label if money.kind in {GAP, AHEAD} else _("Money: %(label)s") % {"label": money.label}
        yield money.since, span(money.since, money.until), capfirst(words)


def table_rows(data):
    """Every row of the picture, in order of time: (when, what) in words."""
    rows = [*_gathering_rows(data), *_lane_rows(data)]
    rows += [(day, date_format(day, "j F Y"), _("New municipal council")) for day in data.councils]
    for since, until in data.pauses:
        rows.append((since, span(since, until), _("The trajectory rested")))
    return [(when, what) for _day, when, what in sorted(rows, key=lambda row: (row[0], row[2]))]
