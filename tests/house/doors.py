"""Where a piece of source comes into the data: by a rule, by a declared name, or by the bare table.

The first call after a manager says which rows a page begins with. It has to be a rule (`visible_to`,
`editable_by`, `as_seen_by`, or a method of ours that ends in `_by`) or stand on the list in `declared_doors.py`.
So it is a list of what is allowed, not of forbidden verbs: a method nobody thought of is refused.
"""

import ast
from collections import defaultdict
from functools import cache
from inspect import signature

from django.apps import apps
from django.db.models import QuerySet

from communities.rights.reader import PublicQuerySet
from tests.house.declared_doors import CLASSES_OF_MODULE, DOORS, VALUES

APPS = ("communities", "trajectories", "volunteers", "stories")
MANAGERS = {"objects", "_base_manager", "_default_manager"}
RULES = {"visible_to", "editable_by", "as_seen_by", "none"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}
PAST_THE_MODELS = {"raw", "cursor"}


@cache
def models_by_name():
    """The models of the project; no two have one name."""
    return {model.__name__: model for app in APPS for model in apps.get_app_config(app).get_models()}


def is_public(model):
    """Everybody may see every row, says the rule itself."""
    return getattr(_rows_of(model), "visible_to", None) is PublicQuerySet.visible_to


@cache
def closed_relations():
    """The names by which a row leads to many rows of a model that is not for everybody -> those models."""
    found = defaultdict(set)
    for model in models_by_name().values():
        for field in model._meta.get_fields():
            if field.one_to_many or field.many_to_many:
                name = field.get_accessor_name() if field.auto_created else field.name
                found[name].add(field.related_model)
    return {name: frozenset(rows) for name, rows in found.items() if not all(map(_open, rows))}


def _open(model):
    return model in models_by_name().values() and is_public(model)


def _rows_of(model):
    return type(model._default_manager.all())


def _says_for_whom(rows, name):
    """A method of ours that ends in `_by` or takes the reader first; `order_by` is Django's, and no rule."""
    method = getattr(rows, name, None)
    if method is None or hasattr(QuerySet, name):
        return False
    return name.endswith("_by") or list(signature(method).parameters)[1:2] == ["reader"]


@cache
def is_rule(name, models):
    """Whether this first call says for whom, on each of the models it may be about."""
    return name in RULES or all(_says_for_whom(_rows_of(model), name) for model in models)


@cache
def models_with(name):
    """The models whose rows know this method: it is one of them, when the source does not say which."""
    return frozenset(model for model in models_by_name().values() if hasattr(_rows_of(model), name))


class Doors(ast.NodeVisitor):
    """Every place in one source where rows come in otherwise than by a rule: (line, how)."""

    def __init__(self, source, where):
        self.where, self.found, self.inside = where, [], []
        self.visit(ast.parse(source))

    def note(self, node, how):
        """Keep a door. What fills `everything=` of the registry of reports is told apart from other doors."""
        within = any(isinstance(around, ast.keyword) and around.arg == "everything" for around in self.inside)
        self.found.append((node.lineno, "everything=" if within else how))

    def visit(self, node):
        """Remember what stands around a piece, from outside to inside."""
        self.inside.append(node)
        super().visit(node)
        self.inside.pop()

    def visit_ClassDef(self, node):
        """Rules themselves stand in the querysets beside the models; nothing in them is a page."""
        if not (node.name.endswith("QuerySet") and _kind(self.where) == "models"):
            self.generic_visit(node)

    def visit_FunctionDef(self, node):
        """A rule that two querysets share stands beside them as a function."""
        if not (len(self.inside) == 2 and _kind(self.where) == "models"):
            self.generic_visit(node)

    def visit_Attribute(self, node):
        """`X.objects.first_call` and `row.relation.first_call`."""
        if node.attr in MANAGERS:
            self._manager(node)
        elif node.attr in closed_relations():
            self._relation(node)
        elif node.attr in PAST_THE_MODELS:
            self.note(node, f".{node.attr}")
        self.generic_visit(node)

    def visit_Call(self, node):
        """Shortcuts that take a whole table, and names that are only known while running."""
        name = ast.unparse(node.func).split(".")[-1]
        if name in SHORTCUTS and node.args and _last(node.args[0]) in models_by_name():
            self.note(node, f"{name}({_last(node.args[0])})")
        elif name == "getattr" and len(node.args) > 1 and ast.unparse(node.args[1])[1:-1] in MANAGERS:
            self.note(node, f"getattr {ast.unparse(node.args[1])}")
        elif name.endswith("QuerySet"):
            self.note(node, f"{name}()")
        self.generic_visit(node)

    def _manager(self, node):
        name, first = _last(node.value), self._first_call(node)
        model = models_by_name().get(name)
        if model and is_public(model):
            return
        possible = {model} if model else models_with(first) if first else ()
        if not first or not possible or not is_rule(first, frozenset(possible)):
            self.note(node, f"{name}.{first or 'the manager itself'}")

    def _relation(self, node):
        if _last(node.value)[:1].isupper():
            return  # `Category.choices`: a class, no row
        first = self._first_call(node)
        if self._is_value(node):
            return
        if first is None and self._is_handed_on(node):
            self.note(node, f"~{node.attr} itself")
        elif first is not None and not is_rule(first, closed_relations()[node.attr]):
            self.note(node, f"~{node.attr}.{first}")

    def _is_value(self, node):
        return node.attr in VALUES.get(self.where, ())

    def _first_call(self, node):
        around = self.inside[-2]
        return around.attr if isinstance(around, ast.Attribute) and around.value is node else None

    def _is_handed_on(self, node):
        """Given to somebody else, who may then call what they like."""
        around = self.inside[-2]
        if not isinstance(node.ctx, ast.Load) or isinstance(around, ast.Call) and around.func is node:
            return False
        handed = (ast.Call, ast.keyword, ast.Assign, ast.NamedExpr, ast.Return, ast.Tuple, ast.List, ast.Dict)
        return isinstance(around, handed)


def _last(node):
    return ast.unparse(node).split(".")[-1]


def _kind(where):
    """What kind of module a path names: `stories/telling/models/story.py` is one of models."""
    parts = where.removesuffix(".py").split("/")
    return next((part for part in parts if part in {*CLASSES_OF_MODULE, "models"}), parts[-1])


def doors(source, where):
    """(line, how) of each place in this source where rows come in by no rule.

    `where` is the path of the source from the root of the project, which says what kind of module it is.
    """
    return [] if _kind(where) in CLASSES_OF_MODULE else Doors(source, where).found


def declaration(where, how):
    """The entry of the list that allows this door; None when there is none."""
    return next((entry for entry in (how, f"{where}: {how}") if entry in DOORS), None)


def bare_doors(source, where):
    """The doors of a source that are not declared either."""
    return [f"{where}:{line} {how}" for line, how in doors(source, where) if not declaration(where, how)]


# After one of these no rows are left to go on asking of: something was written, locked or answered.
ENDS = {
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "update",
    "delete",
    "exists",
    "contains",
    "count",
    "get",
    "first",
    "last",
}


def _rows_in(node, where):
    """Whether an expression is rows that came in by no rule, and that can still be asked for more."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr in ENDS:
        return False
    chain = node
    while isinstance(chain, ast.Call | ast.Attribute):
        chain = chain.func if isinstance(chain, ast.Call) else chain.value
        if isinstance(chain, ast.Attribute) and (chain.attr in MANAGERS or chain.attr in closed_relations()):
            return bool(Doors(ast.unparse(node), where).found)
    return False


def _ways(node):
    """What a `return` or `yield` may hand back."""
    if node.value is None:
        return []
    return [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]


def _hands_back(function, where):
    pieces = list(ast.walk(function))
    kept = {
        ast.unparse(target)
        for node in pieces
        if isinstance(node, ast.Assign) and _rows_in(node.value, where)
        for target in node.targets
    }
    out = [way for node in pieces if isinstance(node, ast.Return | ast.Yield) for way in _ways(node)]
    return any(_rows_in(way, where) or ast.unparse(way) in kept for way in out)


def handed_back(source, where):
    """The public functions of deeds that hand rows, found by no rule, to whoever calls them."""
    if _kind(where) != "actions":
        return set()
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {
        f"{where}: {function.name}"
        for function in functions
        if not function.name.startswith("_") and _hands_back(function, where)
    }
