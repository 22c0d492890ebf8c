"""The house keeps its shape: what leans on what, and how large a piece may be."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from communities.rights.reader import VisibleQuerySet

ROOT = Path(__file__).resolve().parents[2]
ORDER = ["communities", "trajectories", "volunteers", "stories", "config"]
SOURCES = [p for app in ORDER for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Personal rows that no page lists: what is seen of them is decided by the row they hang on.
PERSONAL = {"communities.User"}
BANNED = {"utils", "common", "services", "helpers", "selectors", "signals"}
NOT_ROOMS = {"models", "migrations", "management", "templatetags"}
DRAWN = set()
# Rows that are about one person alone and go with the account; content that others made never does.
GO_WITH_THE_PERSON = {
    "communities.KnownBrowser",
    "communities.Letter",
    "communities.Notice",
    "communities.Silence",
    "trajectories.CalendarAddress",
    "trajectories.SignUp",
    "communities.RecoveryCode",
    "trajectories.CircleMember",
    "trajectories.Craft",
    "trajectories.Reflection",
    "stories.CallTrial",
    "trajectories.Asset",
    "trajectories.HeardAnswer",
}


def _imports(path):
    """Each imported module of a file, with the line it stands on and whether it stands inside something."""
    tree = ast.parse(path.read_text())
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno, id(node) in top
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, node.lineno, id(node) in top


def _where(path):
    return str(path.relative_to(ROOT))


def test_imports_point_left():
    wrong = [
        f"{_where(path)}:{line} imports {module}"
        for path in SOURCES
        for module, line, _top in _imports(path)
        if module.split(".")[0] in ORDER
        and ORDER.index(module.split(".")[0]) > ORDER.index(path.relative_to(ROOT).parts[0])
    ]
    assert wrong == []


def _room(module):
    """(app, number of the room from left to right) of a module inside a room of an app; else nothing."""
    app, _dot, rest = module.partition(".")
    config = apps.app_configs.get(app) or apps.app_configs.get("website")
    if app == "config":
        rest = rest.removeprefix("website.")
    rooms, room = getattr(config, "rooms", []), rest.partition(".")[0]
    return (app, rooms.index(room)) if room in rooms else None


def right_turns(where, imported):
    """The imports that lead from one room to a room at its right in the same app."""
    here = _room(where)
    rooms = [(module, _room(module)) for module in imported]
    return [
        module for module, there in rooms if here and there and there[0] == here[0] and there[1] > here[1]
    ]


def _dotted(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_rooms_import_only_rooms_to_their_left():
    """The order of the rooms stands in apps.py; it is drawn in docs/architecture.md."""
    wrong = [
        f"{_where(path)} imports {module}"
        for path in SOURCES
        for module in right_turns(_dotted(path), [name for name, _line, _top in _imports(path)])
    ]
    assert wrong == []


def test_a_room_comes_in_by_its_own_files_and_not_by_the_door_for_other_apps():
    """Inside an app `<app>.models` would lead to every room at once."""
    wrong = [
        f"{_where(path)} imports {module}"
        for path in SOURCES
        for module, _line, _top in _imports(path)
        if _room(_dotted(path)) and module == f"{_dotted(path).partition('.')[0]}.models"
    ]
    assert wrong == []


def test_the_proof_fails_when_a_room_leans_to_the_right():
    assert right_turns(
        "stories.consent.models", ["stories.telling.models.story", "stories.custody.rules"]
    ) == ["stories.telling.models.story"]


def test_the_contracts_of_the_import_linter_know_the_same_rooms():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    written = {row["containers"][0]: row["layers"][::-1] for row in contracts if "containers" in row}
    assert written == {app: list(apps.get_app_config(app).rooms) for app in ORDER[:-1]}


def test_every_folder_of_an_app_is_a_room_in_the_order():
    loose = [
        _where(folder)
        for app in ORDER[:-1]
        for folder in (ROOT / app).iterdir()
        if (folder / "__init__.py").exists()
        and folder.name not in {*apps.get_app_config(app).rooms, *NOT_ROOMS}
    ]
    assert loose == []


def test_nothing_is_imported_inside_a_function():
    inline = [f"{_where(path)}:{line}" for path in SOURCES for _m, line, top in _imports(path) if not top]
    assert inline == []


def _project_models():
    return [model for app in ORDER[:-1] for model in apps.get_app_config(app).get_models()]


def _is_through(model):
    return bool(model._meta.auto_created)


def test_foreign_keys_point_left():
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in _project_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.app_label in ORDER
        and ORDER.index(field.related_model._meta.app_label) > ORDER.index(model._meta.app_label)
    ]
    assert wrong == []


def test_no_content_disappears_with_a_person():
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in _project_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.label == "communities.User"
        and field.remote_field.on_delete is models.CASCADE
        and model._meta.label not in GO_WITH_THE_PERSON
    ]
    assert wrong == []


def test_every_model_says_who_sees_it():
    silent = [
        model._meta.label
        for model in _project_models()
        if not _is_through(model)
        and model._meta.label not in PERSONAL
        and (
            not isinstance(model._default_manager.all(), VisibleQuerySet)
            or type(model._default_manager.all()).visible_to is VisibleQuerySet.visible_to
        )
    ]
    assert silent == []


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def _functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_functions_fit_on_a_screen():
    long = [
        f"{_where(path)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in SOURCES
        for node in _functions(path)
        if node.end_lineno - node.lineno + 1 > 30
    ]
    assert long == []


def test_files_and_templates_keep_to_their_budget():
    files = [_where(p) for p in SOURCES if len(p.read_text().splitlines()) > 300]
    pages = [_where(p) for p in TEMPLATES if len(p.read_text().splitlines()) > 80]
    assert files + pages == []


BLOCK = re.compile(
    r"<(?:section|div|p|h[1-6]|ul|ol|li|dl|dt|dd|form|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|details"
    r"|summary|fieldset|legend|article|aside|nav|header|footer|main|option|select|label)\b"
)
OPEN_TAG = re.compile(r"<[a-z](?:\{%.*?%\}|\{\{.*?\}\}|[^{>])*>")
WIDEST = 120


def crowded(line):
    """Why a line of a template is hard to read, or nothing: it is long, or tags stand inside tags on it."""
    if len(line) > WIDEST:
        return f"{len(line)} characters"
    if any(found.start() for found in BLOCK.finditer(line.strip())):
        return "a block element begins in the middle"
    depth = 0
    for word in re.findall(r"\{% (if|for|endif|endfor)\b", OPEN_TAG.sub("", line)):
        depth += -1 if word.startswith("end") else 1
        if depth > 1:
            return "a condition or loop begins inside another"
    return ""


def test_a_line_of_a_template_is_short_and_holds_one_thing():
    wrong = [
        f"{_where(path)}:{number}: {why}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if (why := crowded(line))
    ]
    assert wrong == []


def test_the_proof_fails_when_a_line_of_a_template_is_crowded():
    assert crowded("<li><p>{{ row }}</p></li>")
    assert crowded("{% if row %}<p>{{ row }}</p>{% endif %}")
    assert crowded("{% for row in rows %}{{ row }}{% if not forloop.last %}, {% endif %}{% endfor %}")
    assert crowded(f"<p>{'woord ' * 20}</p>")
    assert not crowded('  <p class="a{% if b %} c{% endif %}">{% if d %}{{ d }}{% endif %}</p>')


def test_every_template_can_be_read():
    """A page that nobody opens in a test still has to open for somebody."""
    broken = []
    for path in TEMPLATES:
        try:
            get_template(str(path.relative_to(ROOT / "templates")))
        except TemplateSyntaxError as error:
            broken.append(f"{_where(path)}: {error}")
    assert broken == []


def test_no_module_is_a_drawer_for_everything():
    assert [_where(p) for p in SOURCES if p.stem in BANNED] == []


def test_public_functions_say_why():
    silent = [
        f"{_where(path)}: {node.name}"
        for path in SOURCES
        if path.stem != "apps"
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and isinstance(node, ast.FunctionDef)
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_templates_do_not_query_and_do_not_trust_text():
    wrong = []
    for path in TEMPLATES:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"\.all\b|\.filter\b|\.count\b|\|safe\b|\sstyle=|\son[a-z]+=", line):
                wrong.append(f"{_where(path)}:{number}: {line.strip()[:80]}")
    assert wrong == []


def _rank(parts):
    """Where a template stands: (app, room) as numbers from left to right; pages of the site stand last."""
    if parts[0] not in ORDER[:-1]:
        return (len(ORDER), 0)
    rooms = apps.get_app_config(parts[0]).rooms
    return (ORDER.index(parts[0]), rooms.index(parts[1]))


SHARED_BY_ALL = {"components", "base.html"}


def test_templates_use_their_own_room_those_to_its_left_and_the_shared_components():
    wrong = []
    for path in TEMPLATES:
        own = path.relative_to(ROOT / "templates").parts
        for name in re.findall(r'\{% (?:include|extends) "([^"]+)"', path.read_text()):
            used = tuple(name.split("/"))
            if used[0] in SHARED_BY_ALL or used[:1] == own[:1] and used[0] not in ORDER:
                continue
            if used[0] not in ORDER or _rank(used) > _rank(own):
                wrong.append(f"{_where(path)} uses {name}")
    assert wrong == []


def test_a_component_names_its_inputs_first():
    silent = [
        _where(path)
        for path in (ROOT / "templates" / "components").glob("*.html")
        if str(path.relative_to(ROOT / "templates")) not in DRAWN
        and not path.read_text().startswith("{# inputs:")
    ]
    assert silent == []


def test_included_pieces_see_only_what_they_are_handed():
    loose = [
        f"{_where(path)}: {tag}"
        for path in TEMPLATES
        for tag in re.findall(r"\{% include [^%]*%\}", path.read_text())
        if " only " not in tag
    ]
    assert loose == []


DOOR = re.compile(r"\.objects\.(all|get|filter|exclude|first|last|count)\(")


@pytest.mark.parametrize("app", ORDER)
def test_pages_enter_the_data_through_a_rule(app):
    """Views and panels start from a rule (`visible_to`, `editable_by`, …), never from the bare table."""
    bare = []
    for path in (ROOT / app).rglob("*.py"):
        parts = path.relative_to(ROOT / app).parts
        if not {"views", "pages"} & {part.removesuffix(".py") for part in parts}:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if DOOR.search(line):
                bare.append(f"{_where(path)}:{number}: {line.strip()[:90]}")
    assert bare == []


def test_project_files_name_no_registry_and_no_machine():
    banned = re.compile(r"registry\.npmjs|pypi\.org|files\.pythonhosted|/work/|/root/")
    skipped = {
        ".git",
        ".venv",
        "node_modules",
        "vendor",
        "staticfiles",
        "__pycache__",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
    }
    named = []
    for path in ROOT.rglob("*"):
        if skipped & set(path.parts) or not path.is_file() or path.suffix in {".png", ".mo", ".woff2"}:
            continue
        if path != Path(__file__) and banned.search(path.read_text(errors="ignore")):
            named.append(_where(path))
    assert named == []


def test_our_own_log_lines_are_fixed_texts():
    """What differs goes into `extra`, of which config/jsonlog.py writes a few harmless keys only."""
    loose = [
        f"{_where(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith(("log.", "logger.", "logging."))
        and node.func.attr in {"debug", "info", "warning", "error", "exception", "critical", "log"}
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert loose == []


def test_only_psycopg2_talks_to_postgresql():
    from django.db.backends.postgresql.psycopg_any import is_psycopg3

    assert is_psycopg3 is False
