"""Where source writes a consent, a story's key or a set-aside: each such deed brings the story's own row up to date.

A rule of reading asks the columns that `derive` fills (docs/decisions/0028). So a function that writes one of these
rows, by whatever verb, calls `derive`; and nobody else writes a kept column.
"""

import ast

from stories.telling.models.kinds import KEPT

LEDGERS = {"Consent", "StoryKey", "SetAside", "Report"}
RELATED = {"consents", "receipt", "receipts", "set_asides"}
VERBS = {
    *("create", "acreate", "bulk_create", "get_or_create", "update_or_create", "update", "aupdate"),
    *("bulk_update", "delete", "adelete", "save", "asave", "_raw_delete", "add", "set", "clear", "remove"),
}
# Parameters and other names whose rows are known by how they are called everywhere in this project.
OF_NAME = {"receipt": "StoryKey", "consent": "Consent", "report": "Report", "set_aside": "SetAside"}


class _Deed(ast.NodeVisitor):
    """One function: what it writes of a ledger, whether it derives, and kept columns it writes of a story."""

    def __init__(self, helpers):
        self.of_name, self.helpers, self.writes, self.kept, self.derives = (
            dict(OF_NAME),
            helpers,
            [],
            [],
            False,
        )

    def visit_Assign(self, node):
        root = self.root(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name) and root:
                self.of_name[target.id] = root
            if isinstance(target, ast.Attribute) and target.attr in KEPT and self.root(target) == "Story":
                self.kept.append(node.lineno)
        self.generic_visit(node)

    def visit_For(self, node):
        if isinstance(node.target, ast.Name) and self.root(node.iter) in LEDGERS:
            self.of_name[node.target.id] = self.root(node.iter)
        self.generic_visit(node)

    def visit_Call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        self.derives |= name == "derive"
        root = self.root(node)
        if name in VERBS and isinstance(node.func, ast.Attribute):
            if root in LEDGERS:
                self.writes.append(node.lineno)
            # `update(**values)` does not say which columns it writes.
            unsaid = (None,) if name == "update" else ()
            if root == "Story" and any(word.arg in (*KEPT, *unsaid) for word in node.keywords):
                self.kept.append(node.lineno)
        self.generic_visit(node)

    def root(self, node):
        """The model that an expression begins with, as far as the source says it."""
        while not isinstance(node, ast.Name):
            if isinstance(node, ast.Attribute):
                if node.attr in RELATED:
                    return {"consents": "Consent", "set_asides": "SetAside"}.get(node.attr, "StoryKey")
                node = node.value
            elif isinstance(node, ast.Call):
                node = node.func
            elif isinstance(node, ast.Subscript):
                node = node.value
            else:
                return None
        return self.of_name.get(node.id) or self.helpers.get(node.id) or node.id


def _returns(function):
    """The model whose rows a helper returns, when its source says so."""
    deed = _Deed({})
    deed.visit(function)
    roots = {
        deed.root(node.value) for node in ast.walk(function) if isinstance(node, ast.Return) and node.value
    }
    return next(iter(roots & LEDGERS), None)


def _functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def unkept(source):
    """The places that write a ledger without `derive`, or a kept column of a story at all: (line, function)."""
    tree = ast.parse(source)
    functions = _functions(tree)
    helpers = {function.name: _returns(function) for function in functions}
    found = []
    for function in functions:
        deed = _Deed({name: model for name, model in helpers.items() if model})
        deed.visit(function)
        lines = deed.kept if deed.derives else [*deed.writes, *deed.kept]
        found += [(line, function.name) for line in lines]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    bare = _Deed({})
    for node in tree.body:
        if id(node) not in inside and not isinstance(node, ast.FunctionDef | ast.ClassDef):
            bare.visit(node)
    return sorted({*found, *((line, "") for line in [*bare.writes, *bare.kept])})
