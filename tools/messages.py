"""Keep the Dutch catalogues complete, without a gettext binary.

    python tools/messages.py            extract new texts into the .po files, compile the .mo files
    python tools/messages.py --check    exit 1 when a text is missing, untranslated or not compiled
    python tools/messages.py --compile  make the .mo files, which are not kept in the repository

Every app keeps its own catalogue; `locale/` at the top holds the shared templates and `config`.
"""

import io
import os
import re
import sys
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.utils.translation.template import templatize  # noqa: E402

APPS = ("communities", "trajectories", "volunteers", "stories")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# Dutch texts of Samenspel. The message ids are English; a test keeps this file complete."


def places(app):
    """The files whose texts belong to one catalogue."""
    if app:
        return [*(ROOT / app).rglob("*.py"), *(ROOT / "templates" / app).rglob("*")]
    shared = [
        p for p in (ROOT / "templates").rglob("*") if p.relative_to(ROOT / "templates").parts[0] not in APPS
    ]
    return [*(ROOT / "config").rglob("*.py"), *shared]


def source(path):
    """The Python-like text of a file, in which Babel finds the calls."""
    text = path.read_text()
    if path.suffix == ".py":
        return text
    # Python reads an indented line as a block: the depth of a tag means nothing here.
    return "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())


def messages(app):
    """Every text of one catalogue, with its plural and context."""
    found = Catalog(locale="nl", fuzzy=False)
    for path in sorted(places(app)):
        if not path.is_file() or path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(source(path).encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            if message and message != ("", ""):
                found.add(message, context=context)
    for row in _register() if not app else ():
        found.add(row["retention"])
    return found


def _register():
    """How long each kind is kept stands in the field register, as a text for people."""
    rows = tomllib.loads((ROOT / "config" / "website" / "my_data" / "register.toml").read_text())
    return [row for models in rows.values() for row in models.values() if "retention" in row]


def folder(app):
    return ROOT / app / "locale" / "nl" / "LC_MESSAGES" if app else ROOT / "locale" / "nl" / "LC_MESSAGES"


def existing(app):
    path = folder(app) / "django.po"
    if not path.exists():
        return Catalog(locale="nl", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def merged(app):
    """The texts in use, each with the translation it already had."""
    known, wanted = existing(app), messages(app)
    others = [existing(other) for other in (*APPS, "") if other != app]
    for message in wanted:
        # A text that moved to another app keeps its Dutch.
        found = [book.get(message.id, message.context) for book in (known, *others)]
        old = next((row for row in found if row is not None and row.string), None)
        if message.id and old is not None and old.string:
            message.string = old.string
        if message.id:
            message.flags = {flag for flag in message.flags if flag.endswith("-format")}
    wanted.header_comment = HEADER
    return wanted


def untranslated(catalogue):
    def empty(string):
        return not all(string) if isinstance(string, tuple | list) else not string

    return [message.id for message in catalogue if message.id and empty(message.string)]


def write(app, catalogue):
    folder(app).mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=True, no_location=True)
    text = re.sub(
        r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Project-Id-Version|Report-Msgid-Bugs-To).*\n',
        "",
        buffer.getvalue().decode(),
        flags=re.M,
    )
    (folder(app) / "django.po").write_text(text)
    compile_one(app)


def compile_one(app):
    """The file that Django reads, from the one that people write."""
    with (folder(app) / "django.mo").open("wb") as file:
        write_mo(file, existing(app))


def compiled(app):
    path = folder(app) / "django.mo"
    with path.open("rb") as file:
        # A .mo file gives the forms of a plural as a list, a .po file as a tuple.
        return {
            (m.id if isinstance(m.id, str) else m.id[0], m.context): m.string
            if isinstance(m.string, str)
            else tuple(m.string)
            for m in read_mo(file)
            if m.id
        }


def problems(app):
    """What is wrong with one catalogue, in words."""
    wanted, known, name = merged(app), existing(app), app or "locale"
    found = [f"{name}: no Dutch for {text!r}" for text in untranslated(wanted)]
    ids = {(m.id, m.context) for m in wanted}
    found += [f"{name}: no longer used: {m.id!r}" for m in known if m.id and (m.id, m.context) not in ids]
    built = compiled(app)
    for message in known:
        key = (message.id if isinstance(message.id, str) else message.id[0], message.context)
        if message.id and message.string and built.get(key) != message.string:
            found.append(f"{name}: not compiled: {message.id!r}")
    return found


def main():
    apps = (*APPS, "")
    if "--check" in sys.argv:
        found = [line for app in apps for line in problems(app)]
        print("\n".join(found) or "Every text has its Dutch.")
        return 1 if found else 0
    if "--compile" in sys.argv:
        for app in apps:
            compile_one(app)
        return 0
    catalogues = {app: merged(app) for app in apps}  # all are read before any is written: texts move
    for app, catalogue in catalogues.items():
        write(app, catalogue)
        for text in untranslated(catalogue):
            print(f"{app or 'locale'}: {text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
