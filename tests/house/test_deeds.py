"""A deed says when it refuses: whoever calls it reads that, and not its source (docs/architecture.md)."""

import ast

from tests.house.test_architecture import ROOT, SOURCES

REFUSES = "ValidationError"


def _raises(function):
    """Whether it refuses by itself."""
    raised = [node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc]
    return any(REFUSES in ast.unparse(each) for each in raised)


def _refusing(functions):
    """The names of those that refuse, or call one of the same module that does."""
    found, before = {name for name, node in functions.items() if _raises(node)}, None
    while found != before:
        before = set(found)
        for name, node in functions.items():
            called = {ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
            if called & found:
                found.add(name)
    return found


def silent_deeds(source):
    """Public functions that may refuse and do not say when."""
    functions = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    return sorted(
        name
        for name in _refusing(functions)
        if not name.startswith("_") and REFUSES not in (ast.get_docstring(functions[name]) or "")
    )


def test_deeds_say_when_they_refuse():
    silent = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        if "actions" in str(path.relative_to(ROOT))
        for name in silent_deeds(path.read_text())
    ]
    assert silent == []


def test_the_proof_fails_when_a_deed_refuses_without_saying_so():
    """Also when it leaves the refusing to a helper below it."""
    refuse = "def _refuse():\n    raise ValidationError('no')\n"
    assert silent_deeds(f"{refuse}def deed():\n    'It is done.'\n    _refuse()\n") == ["deed"]
    assert silent_deeds(f"{refuse}def deed():\n    '`ValidationError` when not.'\n    _refuse()\n") == []
    assert silent_deeds("def deed():\n    'It is done.'\n    raise ValidationError(_('no'))\n") == ["deed"]
