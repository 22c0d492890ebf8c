"""There is no intake: no field anywhere asks for a problem, a diagnosis or a score (M9, T3).

Looked at is whatever can ask something: every model field, every form class that exists once all modules are
imported (the back office and its inline forms too), every field that is made anywhere in the source, every
input that a template writes by itself, and every question that comes with the site.
"""

import ast
import gc
import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from communities.models import Community

ROOT = Path(__file__).resolve().parents[2]
APPS = ("communities", "trajectories", "volunteers", "stories")
PROJECT = (*APPS, "config")
INTAKE = re.compile(
    r"problem|diagnos|complaint|symptom|disorder|illness|handicap|risk|score|severity|urgency|intake|case_?file|bsn|"
    r"birth|problee|klacht|hulpvraag|stoornis|ziekte|risico|urgentie|ernst\b|dossier|geboorte",
    re.IGNORECASE,
)
INPUT = re.compile(r"<(?:input|textarea|select)\b[^>]*?\bname=\"([^\"]+)\"", re.IGNORECASE)


def forbidden(lines):
    """The lines that ask for what nobody asks here."""
    return [line for line in lines if INTAKE.search(line)]


def _choices(field):
    """The labels of a fixed list of choices; a list of rows is no question of ours."""
    if isinstance(field, forms.ModelChoiceField) or callable(getattr(field, "choices", None)):
        return []
    return [str(label) for _value, label in getattr(field, "choices", None) or []]


def model_lines():
    """Each field of each model, with all that it says to people."""
    return [
        f"{model._meta.label}.{field.name}: {getattr(field, 'verbose_name', '')} {getattr(field, 'help_text', '')} "
        + " ".join(_choices(field))
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
    ]


def import_everything():
    """Every module of the project: a form may stand in any of them."""
    for app in PROJECT:
        package = importlib.import_module(app)
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".migrations" not in found.name:
                importlib.import_module(found.name)


def _below(form):
    for each in form.__subclasses__():
        yield each
        yield from _below(each)


def _is_ours(form):
    """Written by us, or made by a library for a model of ours."""
    model = getattr(getattr(form, "_meta", None), "model", None)
    return form.__module__.split(".")[0] in PROJECT or (model and model._meta.app_label in APPS)


def _of_the_back_office():
    """The forms that Django's admin makes, with the ones in line; they exist only when they are asked for."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    for site in admin.sites.all_sites:
        for page in site._registry.values():
            yield page.get_form(request)
            yield from (inline(page.model, site).get_formset(request).form for inline in page.inlines)


def form_classes():
    """Every form class there is, wherever it stands."""
    import_everything()
    return {form for form in _below(forms.BaseForm) if _is_ours(form)} | set(_of_the_back_office())


def form_lines():
    """Each field of each form, with all that it says to people."""
    return [
        f"{form.__module__}.{form.__qualname__}.{name}: {field.label} {field.help_text} {' '.join(_choices(field))}"
        for form in form_classes()
        for name, field in form.base_fields.items()
    ]


def source_lines(source):
    """Each field that is made in a piece of source, also inside a function: its name and every word in the call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Field"):
            words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
            yield f"{node.lineno}: " + " ".join(str(word) for word in words)
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("fields"):
            yield f"{node.lineno}: {ast.unparse(node.slice)}"


def question_lines():
    """The questions that come with the site: of calls, of method cards, of kinds of trajectories."""
    paths = ["config/example/calls.toml", "trajectories/methods.toml", "trajectories/templates.toml"]
    asked = tomllib.loads((ROOT / paths[0]).read_text())["questions"]
    lines = [f"{row['text']} {row.get('ends', '')}" for row in asked]
    return lines + [line for path in paths[1:] for line in (ROOT / path).read_text().splitlines()]


def test_no_model_has_a_field_for_a_problem_or_a_diagnosis():
    lines = model_lines()
    assert len(lines) > 200
    assert forbidden(lines) == []


@pytest.mark.django_db
def test_no_form_asks_for_one():
    lines = form_lines()
    assert len(lines) > 200
    assert forbidden(lines) == []


def test_no_field_that_is_made_while_running_asks_for_one():
    lines = [
        f"{path.relative_to(ROOT)}:{line}"
        for app in PROJECT
        for path in (ROOT / app).rglob("*.py")
        for line in source_lines(path.read_text())
    ]
    assert len(lines) > 1000
    assert forbidden(lines) == []


def test_no_input_that_a_template_writes_asks_for_one():
    lines = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "templates").rglob("*.html")
        for name in INPUT.findall(path.read_text())
    ]
    assert len(lines) > 20
    assert forbidden(lines) == []


def test_no_question_that_comes_with_the_site_asks_for_one():
    lines = question_lines()
    assert len(lines) > 20
    assert forbidden(lines) == []


@pytest.mark.django_db
@pytest.mark.parametrize("module", ["communities.places.panels", "config.website.mail.digest"])
def test_a_form_outside_a_module_of_forms_is_seen(module):
    """The proof fails when only modules of one name are read: a form can stand anywhere."""
    planted = type("Planted", (forms.Form,), {"ailment": forms.CharField(label="Diagnosis")})
    planted.__module__ = module
    try:
        assert forbidden(form_lines()) == [f"{module}.Planted.ailment: Diagnosis  "]
    finally:
        del planted
        gc.collect()


@pytest.mark.django_db
def test_a_form_that_is_made_for_a_model_is_seen():
    """The proof fails when a form is known by the module of its class: a factory makes it in Django's."""
    planted = forms.modelform_factory(Community, fields=["name"], labels={"name": "Hulpvraag"})
    try:
        assert [line.split("CommunityForm.")[1] for line in forbidden(form_lines())] == ["name: Hulpvraag  "]
    finally:
        del planted
        gc.collect()


def test_a_field_inside_a_function_is_seen():
    """The proof fails when only the fields that stand in a class are read."""
    planted = 'def __init__(self):\n    self.fields["severity"] = forms.IntegerField()\n    extra = CharField(label=_("Klacht"))'
    assert forbidden(source_lines(planted)) == ["2: 'severity'", "3: Klacht"]
