"""The recipe for a server as README has it, so that what is walked and what is read are one text."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
SECTION = re.compile(r"^## Putting it on a server$(.*?)^## ", re.M | re.S)


def blocks():
    """The commands, by the sentence before each block."""
    found, before = [], ""
    for piece in SECTION.search((ROOT / "README.md").read_text())[1].split("\n\n"):
        lines = [line[4:] for line in piece.splitlines() if line.startswith("    ")]
        if lines:
            found.append((before, lines))
        before = " ".join(piece.split())
    return found


def commands(of):
    """Those of the user of the site, or those of root, in their order."""
    return [line for before, lines in blocks() if (of in before) for line in lines]


def settings_in_the_table():
    """Every name in the first column."""
    rows = re.findall(r"^\| (`.*?) \|", SECTION.search((ROOT / "README.md").read_text())[1], re.M)
    return [name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)]


def unit(name):
    """What a unit of systemd starts."""
    return re.search(r"^ExecStart=(.*)$", (DEPLOY / "systemd" / name).read_text(), re.M)[1]


def timers():
    """The jobs that have a timer."""
    return sorted(path.stem.removeprefix("samenspel-") for path in (DEPLOY / "systemd").glob("*.timer"))
