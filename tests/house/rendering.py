"""Templates print what the view handed over: nothing is asked of the database while a page is drawn.

`watched()` listens to every template that is drawn inside it and keeps two kinds of faults: a query, and a walk
into a table (`community.memberships.first`, `story.consents.values`). Apart from those it keeps which personal
fields are read through a relation: a view may select one on purpose, and a test lists those that do. What a view
hands over as a list is read before drawing starts, as if the view had done so itself. Pages of Django's back
office and of allauth that are drawn by templates of their own are not looked at.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.core.paginator import Page
from django.db import connection
from django.db.models import Manager, Model, QuerySet
from django.template import base
from django.utils.functional import LazyObject, empty

from config.website.my_data.own_data import register
from tests.house.doors import is_public, models_by_name

OURS = str(Path(settings.BASE_DIR) / "templates")


@dataclass
class Looked:
    """What was seen: `faults` as (page, piece of it, what went wrong), `reads` as (page, personal field and relation).

    `offers` are choices from a whole table; `drawn` counts the templates.
    """

    faults: set = field(default_factory=set)
    reads: set = field(default_factory=set)
    offers: set = field(default_factory=set)
    drawn: int = 0
    names: list = field(
        default_factory=list
    )  # the templates that are being drawn now, from outside to inside
    walked: dict = field(default_factory=dict)  # id of a row -> (the row, the relation it was reached by)

    def note(self, fault):
        """Keep a fault, with the page and the piece of it that is being drawn."""
        self.faults.add((self.names[0], self.names[-1], fault))


def _values(value):
    """What lies inside something that was handed over."""
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, list | tuple | set):
        return list(value)
    if isinstance(value, Page):
        return [value.object_list]
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, piece.name) for piece in fields(value)]
    return []


def whole_tables(form):
    """The fields of a form that offer every row of a model that is not for everybody: no rule narrowed them."""
    return {
        f"offers every row of {found.queryset.model._meta.label}"
        for found in form.fields.values()
        if isinstance(found, forms.ModelChoiceField)
        and found.queryset.model in models_by_name().values()
        and not is_public(found.queryset.model)
        and not found.queryset.query.where
    }


def read_ahead(value, looked, seen=None):
    """Read the lists, choices and lazy values in what a view handed over."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return
    seen[id(value)] = value
    if isinstance(value, LazyObject) and value._wrapped is empty:
        value._setup()
    elif isinstance(value, QuerySet):
        len(value)
    elif isinstance(value, forms.BaseForm):
        looked.offers |= whole_tables(value)
        for found in value.fields.values():
            if isinstance(found, forms.ModelChoiceField):
                found.widget.choices = list(found.widget.choices)
    for inside in _values(value):
        read_ahead(inside, looked, seen)


def _personal():
    """The fields of each model that the field register calls personal or sensitive."""
    return {label: {*row.get("personal", ()), *row.get("sensitive", ())} for label, row in register().items()}


def _getattr_that_looks(looked):
    """Django's templates ask for every attribute by `getattr(row, name)`: this one looks where that leads."""
    personal = _personal()

    def looking(row, name, *default):
        if default or not looked.names:
            return getattr(row, name, *default)
        if isinstance(row, Manager | QuerySet) and not name.isdigit():
            looked.note(f"walks into a table: {row.model._meta.label} by .{name}")
        found = getattr(row, name)
        if isinstance(row, Model):
            if name in personal.get(row._meta.label, ()) and id(row) in looked.walked:
                way = looked.walked[id(row)][1]
                looked.reads.add((looked.names[0], f"{row._meta.label}.{name} through {way}"))
            if isinstance(found, Model):
                looked.walked[id(found)] = (found, f"{row._meta.label}.{name}")
        return found

    return looking


def _is_foreign(path):
    """A file of a library. A template without a file is ours: a test wrote it."""
    return Path(path).is_absolute() and not path.startswith(OURS)


def _render_that_looks(looked, render):
    def looking(template, context):
        outermost = not looked.names
        if outermost and _is_foreign(template.origin.name):
            return render(template, context)
        if outermost:
            read_ahead([context.flatten()], looked)
        looked.names.append(template.name or "a template without a name")
        looked.drawn += 1
        try:
            return render(template, context)
        finally:
            looked.names.pop()
            if outermost:
                looked.walked.clear()

    return looking


@contextmanager
def watched():
    """Look at every template of ours that is drawn in here; yields what was `Looked` at."""
    looked = Looked()

    def hear(execute, sql, params, many, context):
        if looked.names:
            looked.note(f"queries: {sql[:400]}")
        return execute(sql, params, many, context)

    before = base.Template._render
    base.Template._render = _render_that_looks(looked, before)
    base.getattr = _getattr_that_looks(looked)
    try:
        with connection.execute_wrapper(hear):
            yield looked
    finally:
        base.Template._render = before
        del base.getattr
