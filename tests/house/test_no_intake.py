"""There is no intake: no field anywhere asks for a problem, a diagnosis or a score (M9, T3)."""

import importlib
import pkgutil
import re

from django import forms
from django.apps import apps

APPS = ("communities", "trajectories", "volunteers", "stories")
INTAKE = re.compile(
    r"problem|diagnos|complaint|symptom|disorder|illness|handicap|risk|score|severity|urgency|intake|case_?file|bsn|"
    r"birth|problee|klacht|hulpvraag",
    re.IGNORECASE,
)


def test_no_model_has_a_field_for_a_problem_or_a_diagnosis():
    names = [
        f"{model._meta.label}.{field.name}"
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
    ]
    assert len(names) > 200
    assert [name for name in names if INTAKE.search(name)] == []


def _modules(app):
    """Every module of an app: a form may stand in any of them."""
    package = importlib.import_module(app)
    for found in pkgutil.walk_packages(package.__path__, f"{app}."):
        if ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def _forms():
    """Every form class that stands in a module of the project, once."""
    return {
        form
        for app in (*APPS, "config")
        for module in _modules(app)
        for form in vars(module).values()
        if isinstance(form, type) and issubclass(form, forms.BaseForm) and form.__module__.startswith(app)
    }


def test_no_form_asks_for_one():
    asked = [
        f"{form.__qualname__}.{field}: {found.label}"
        for form in _forms()
        for field, found in form.base_fields.items()
    ]
    assert len(asked) > 200
    assert [line for line in asked if INTAKE.search(line)] == []
