"""Lists to take along as a file."""

import csv
import io

from django.http import HttpResponse

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value):
    """A cell that a spreadsheet reads as text: what begins like a formula gets a quote (docs/principles.md rule 11)."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def csv_file(name, header, rows):
    """A CSV that Dutch spreadsheets open at once; the name is ours and the browser keeps no copy."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = HttpResponse("\ufeff" + sheet.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
