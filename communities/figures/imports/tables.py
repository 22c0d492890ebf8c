"""Open a file, whatever its kind, as a table: column names and numbered rows."""

import csv
import io
import json
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from communities.figures.imports.errors import ImportRefused

# How services say that more pages follow.
NEXT = ("odata.nextLink", "@odata.nextLink", "nextLink", "next")


@dataclass
class Table:
    """Rows as lists in the order of `columns`; `numbers` are their line (or record) numbers."""

    columns: list
    rows: list
    numbers: list
    features: list = field(default_factory=list)


def read_bytes(path):
    """The content of a file; a directory, an absent and an empty file each get their sentence."""
    path = Path(path)
    if path.is_dir():
        raise ImportRefused(_("%(path)s is a directory. Name a file.") % {"path": path})
    if not path.exists():
        raise ImportRefused(_("There is no file %(path)s.") % {"path": path})
    content = path.read_bytes()
    if not content.strip():
        raise ImportRefused(_("The file %(path)s is empty.") % {"path": path})
    return content


def decode(content):
    """Text of a file: UTF-8 with or without byte order mark, else Windows-1252."""
    if b"\x00" in content[:4000]:
        raise ImportRefused(_("This is not a text file. Use CSV, JSON or GeoJSON."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_table(path):
    """The table in a file; JSON and GeoJSON are recognised by their first sign, the rest is CSV."""
    text = decode(read_bytes(path))
    return _from_json(text) if text.lstrip()[:1] in "{[" else _from_csv(text)


def _from_json(text):
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ImportRefused(
            _("The file breaks off or is damaged at line %(line)s.") % {"line": error.lineno}
        ) from error
    if isinstance(data, dict):
        _refuse_a_page(data)
    if isinstance(data, dict) and isinstance(data.get("features"), list):
        return _from_features(data["features"])
    records = data.get("value") if isinstance(data, dict) else data
    if not isinstance(records, list) or not records or not all(isinstance(r, dict) for r in records):
        raise ImportRefused(_("This JSON holds no table: no list of records was found."))
    columns = sorted({name for record in records for name in record}, key=_position)
    rows = [[_flat(record.get(name)) for name in columns] for record in records]
    return Table(columns, rows, list(range(1, len(rows) + 1)))


def _refuse_a_page(data):
    """A service that answers in pages says so in its own way; one page looks like the whole, and is not."""
    links = [link for link in data.get("links") or [] if isinstance(link, dict)]
    more = any(data.get(name) for name in NEXT) or any(link.get("rel") == "next" for link in links)
    beside = data.get("properties") if isinstance(data.get("properties"), dict) else {}
    more = more or any(about.get("exceededTransferLimit") is True for about in (data, beside))
    returned = data.get("numberReturned", len(data.get("features") or []))
    matched = [data.get(name) for name in ("numberMatched", "totalFeatures")]
    if more or any(isinstance(count, int) and count > returned for count in matched):
        raise ImportRefused(
            _(
                "This is one page of a longer answer. Fetch the whole as one file (of StatLine the CSV, of a map its"
                " GeoPackage saved as GeoJSON) and import that."
            )
        )


def _flat(cell):
    """A cell as a table can hold it: lists, objects and yes or no are words, never numbers."""
    return cell if cell is None or type(cell) in {str, int, float} else str(cell)


def _position(name):
    """StatLine's own order: dimensions first, then topics by the number behind their name."""
    tail = name.rpartition("_")[2]
    return (1, int(tail), name) if tail.isdigit() else (0, 0, name)


def _from_features(features):
    if not features:
        raise ImportRefused(_("This GeoJSON holds no areas."))
    if any("attributes" in feature for feature in features):
        raise ImportRefused(_("This map is in Esri's own JSON. Ask the service for GeoJSON (f=geojson)."))
    records = [_properties(feature) for feature in features]
    columns = list(dict.fromkeys(name for record in records for name in record))
    rows = [[_flat(record.get(name)) for name in columns] for record in records]
    shapes = [feature.get("geometry") for feature in features]
    return Table(columns, rows, list(range(1, len(rows) + 1)), features=shapes)


def _properties(feature):
    """What a map says of one shape; some publishers put the code beside the properties, as its `id`."""
    return {"id": feature.get("id"), **(feature.get("properties") or {})}


def _from_csv(text):
    head = text.splitlines()[0]
    if head.lower().startswith("sep="):
        raise ImportRefused(
            _("The first line is a note for Excel (%(line)s). Remove that line and import the file again.")
            % {"line": head.strip()[:10]}
        )
    delimiter = max(";,\t", key=head.count)
    if not head.count(delimiter):
        raise ImportRefused(_("This is not a table: the first line has no columns separated by ; or ,."))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        columns = [name.strip() for name in next(reader)]
        rows, numbers = [], []
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(columns):
                raise ImportRefused(_wrong_length(reader.line_num, len(row), len(columns)))
            rows.append(row)
            numbers.append(reader.line_num)
    except csv.Error as error:
        raise ImportRefused(_("Line %(line)s cannot be read.") % {"line": reader.line_num}) from error
    if not rows:
        raise ImportRefused(_("The table has column names and no rows."))
    return Table(columns, rows, numbers)


def _wrong_length(line, found, wanted):
    words = _("Line %(line)s has %(found)s columns instead of %(wanted)s. Does the file break off there?")
    return words % {"line": line, "found": found, "wanted": wanted}
