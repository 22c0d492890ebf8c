"""Import the figures of any table by region: StatLine CSV or JSON, or a neighbourhood map's CSV or GeoJSON."""

import hashlib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.figures.catalogue import OURS, Catalogue
from communities.figures.imports.errors import ImportRefused
from communities.figures.imports.figures import store_figures
from communities.figures.imports.progress import Progress
from communities.figures.imports.selection import RowSelection
from communities.figures.imports.tables import read_bytes, read_table


class Command(BaseCommand):
    help = "Import the figures of a table by region for one year."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--year", type=int, required=True, help="division year of the areas")
        parser.add_argument("--source", required=True, help="who published it, as it is shown on pages")
        parser.add_argument("--indicators", default=str(OURS), help="catalogue (TOML) of what is shown")
        parser.add_argument("--period", default="", help="which period, when a table has several (2011KW01)")
        parser.add_argument(
            "--where",
            action="append",
            default=[],
            metavar="COLUMN=VALUE",
            help="which value of another column",
        )
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen, store nothing")

    def handle(self, *args, file, year, source, indicators, period, where, dry_run, **options):
        try:
            catalogue = Catalogue(indicators)
            table = read_table(file)
            choice = RowSelection(year, period, dict(pair.partition("=")[::2] for pair in where))
            asked = repr(choice).encode() + Path(indicators).read_bytes()
            prints = hashlib.sha256(read_bytes(file) + asked).hexdigest()
            with transaction.atomic(), Progress(self.stderr, len(table.columns)) as progress:
                report = store_figures(
                    table,
                    choice=choice,
                    publisher=source[:120],
                    name=Path(file).name[:120],
                    sha256=prints,
                    catalogue=catalogue,
                    tick=progress.tick,
                )
                transaction.set_rollback(dry_run)
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.tell(report, dry_run)

    def tell(self, report, dry_run):
        """The report: what came in, what the publisher keeps back, and which areas it is about."""
        for sentence in (
            _("%(rows)s rows: %(figures)s figures, %(withheld)s withheld, %(missing)s missing."),
            _("Areas: %(areas_known)s known, %(areas_new)s new."),
            _(
                "%(shown)s of %(stored)s kinds of figures are shown; the catalogue has no words for the others."
            ),
            _("Columns: %(empty_columns)s wholly empty and %(text_columns)s with words were left out."),
        ):
            self.stdout.write(sentence % vars(report))
        if report.other_regions:
            self.stdout.write(_("%(other_regions)s rows are about other regions.") % vars(report))
        if report.unchanged:
            self.stdout.write(_("This very file was imported before: nothing changed."))
        if dry_run:
            self.stdout.write(_("This was a trial: nothing was stored."))
