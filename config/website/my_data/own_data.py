"""My data, and forgetting: what the site knows about somebody, and how it lets go of it (AVG art. 15-17, 20)."""

import tomllib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import transaction
from django.db.models import Q, Value
from django.utils.translation import gettext as _

from communities.models import User
from communities.personal.actions import forget as forget_in_communities
from stories.personal.actions import forget as forget_in_stories
from trajectories.handovers.actions import forget_handovers
from trajectories.personal.actions import forget as forget_in_trajectories

REGISTER = Path(__file__).with_name("register.toml")
KINDS = ("public", "internal", "personal", "sensitive")


@cache
def register():
    """The field register: per model label which fields it has, of which kind, and what erasure does."""
    data = tomllib.loads(REGISTER.read_text())
    return {f"{app}.{model}": row for app, models in data.items() for model, row in models.items()}


def own_rows(model, lookups, person):
    """The rows of a model that are somebody's own."""
    mine = Q()
    for lookup in lookups:
        mine |= Q(**{lookup: person.pk})
    return model._base_manager.filter(mine)


def _parts(row, paths):
    """What somebody wrote themselves inside a field of a library: the name of a passkey, never its key."""
    split = [path.split(".") for path in paths]
    found = {part: getattr(row, field).get(part) for field, part in split}
    return {part: str(value) for part, value in found.items() if value}


def _readable(row, names, person, parts=()):
    """The fields of a row as text. Another person stands in it without a name: that is theirs to show."""
    values = _parts(row, parts)
    for name in names:
        display = getattr(row, f"get_{name}_display", None)
        value = display() if display else getattr(row, name)
        if isinstance(value, User) and value != person:
            value = _("somebody else")
        values[name] = "" if value is None else str(value)
    return values


def my_data(person):
    """Everything about somebody, by model: the fields the register calls personal, sensitive or public.

    What others wrote in such a row is theirs: a closed group's reason to lay a story on its table, say.
    """
    found = {}
    for label in _labels_with_rows(person):
        row, model = register()[label], apps.get_model(label)
        names = [*row.get("personal", []), *row.get("sensitive", []), *row.get("public", [])]
        names = [name for name in names if name not in row.get("theirs", [])]
        along = [name for name in names if model._meta.get_field(name).is_relation]
        rows = own_rows(model, row["mine"], person).select_related(*along)
        found[label] = [_readable(item, names, person, row.get("parts", [])) for item in rows]
    return found


def _labels_with_rows(person):
    """The labels of models that hold rows of somebody, in the order of the register: one question for all of them."""
    asked = [
        own_rows(apps.get_model(label), row["mine"], person).order_by().values_list(Value(label))
        for label, row in register().items()
        if "mine" in row
    ]
    held = {label for (label,) in asked[0].union(*asked[1:])}
    return [label for label in register() if label in held]


def what_goes(person):
    """How many rows of mine are deleted, and how many stay without me, by what the register says."""
    goes, stays = {}, {}
    for label, row in register().items():
        if "mine" in row and label != "communities.User":
            count = own_rows(apps.get_model(label), row["mine"], person).count()
            target = goes if row["erasure"] == "delete" else stays
            if count:
                target[apps.get_model(label)._meta.label] = count
    return goes, stays


@transaction.atomic
def forget(person):
    """Erase somebody: from right to left through the apps, in one transaction; then nothing leads back.

    What was made together stays, signed by role. The last host can go too.
    """
    forget_in_stories(person)
    forget_in_trajectories(person)
    forget_handovers(person)
    forget_in_communities(person)
    person.delete()
