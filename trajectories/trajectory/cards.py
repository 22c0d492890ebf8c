"""Method cards and templates of trajectories: written by us, shipped with the site, the same for everybody (S5, M7)."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Method:
    """A way of working for one gathering, in Dutch at level B1."""

    key: str
    title: str
    purpose: str
    time: str
    group: str
    steps: tuple
    without_writing: str
    languages: str


@dataclass(frozen=True)
class TemplateDefaults:
    """How a kind of trajectory usually goes: a beginning that its people change."""

    key: str
    rhythm: str
    roles: tuple
    questions: tuple
    methods: tuple


def _read(file, kind, shape):
    found = tomllib.loads((HERE / file).read_text())[kind]
    rows = [{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()} for row in found]
    return {row["key"]: shape(**row) for row in rows}


@lru_cache
def methods():
    """Every method card by key, in the order of the alphabet."""
    found = _read("methods.toml", "method", Method)
    return dict(sorted(found.items(), key=lambda item: item[1].title.lower()))


@lru_cache
def template_defaults():
    """The usual rhythm, roles, questions and methods per template (M7)."""
    return _read("templates.toml", "template", TemplateDefaults)
