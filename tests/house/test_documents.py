"""What a comment or a document cites is in the repository."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (
    "communities",
    "trajectories",
    "volunteers",
    "stories",
    "config",
    "tests",
    "tools",
    "docs",
    "templates",
)
PRINCIPLES = (ROOT / "docs" / "principles.md").read_text()
ID = re.compile(r"(?<![\w-])([PMVTOSC](?:1[0-4]|[1-9]))(?![\w-])")
CITED_ID = re.compile(r"\(((?:[PMVTOSC]\d{1,2}(?:, |\)))+)")
FILE = re.compile(
    r"(?<![\w/.{])((?:docs|communities|trajectories|volunteers|stories|config|tests|tools|templates|static)"
    r"/[\w/-]+\.(?:md|py|toml|html|js|css))(?![\w*])"
)
DECISION = re.compile(r"docs/decisions/(\d{4})|\bdecision (\d+)\b")
RULE = re.compile(r"principles\.md,? rule (\d+)")
# Ids of demands look like other things in these: the path of a drawing, the name of a variable.
BY_HAND = {
    "tests/house/test_documents.py",
    "tests/house/test_doors.py",
    "docs/decisions/0004-the-trajectory-picture.md",
}


def _texts():
    places = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    for folder in FOLDERS:
        places += [
            path
            for path in (ROOT / folder).rglob("*")
            if path.suffix in {".py", ".md", ".html", ".toml"} and "migrations" not in path.parts
        ]
    for path in sorted(places):
        name = str(path.relative_to(ROOT))
        if name not in BY_HAND:
            yield name, path.read_text()


def missing(name, text):
    """What this text cites and the repository does not hold."""
    found = [
        path
        for path in FILE.findall(text)
        if not ((ROOT / path).exists() or (ROOT / "templates" / path).exists())
    ]
    kept = {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")}
    numbers = [long or short.zfill(4) for long, short in DECISION.findall(text)]
    found += [f"decision {number}" for number in numbers if number not in kept]
    found += [f"rule {number}" for number in RULE.findall(text) if f"\n{number}. **" not in PRINCIPLES]
    ids = {one for group in CITED_ID.findall(text) for one in ID.findall(group)}
    found += [one for one in ids if one not in set(ID.findall(PRINCIPLES))]
    return [f"{name} cites {what}" for what in found]


def test_every_document_file_rule_and_id_that_is_cited_is_there():
    assert [line for name, text in _texts() for line in missing(name, text)] == []


def test_the_proof_fails_when_something_is_cited_that_is_not_there():
    cited = "docs/nowhere.md, stories/nothing/here.py, docs/decisions/0999, (P11), docs/principles.md rule 13"
    assert len(missing("a comment", cited)) == 5


def test_a_decision_has_a_date_a_status_and_its_three_parts():
    parts = ("**Date.** 20", "**Status.** ", "**Context.**", "**Decision.**", "**Consequences.**")
    wanting = [
        f"{path.name}: {part}"
        for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))
        for part in parts
        if part not in path.read_text()
    ]
    assert wanting == []
