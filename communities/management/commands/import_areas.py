"""Import outlines (GeoJSON) or names (StatLine code list) of areas for one division year."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.figures.imports.areas import AreaReport, area_rows, store_areas
from communities.figures.imports.errors import ImportRefused
from communities.figures.imports.progress import Progress
from communities.figures.imports.tables import read_table
from communities.founding.actions import move_to_new_division


class Command(BaseCommand):
    help = "Import municipalities, districts and neighbourhoods of one year (GeoJSON or StatLine code list)."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--year", type=int, required=True, help="division year, for instance 2025")
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen, store nothing")

    def handle(self, *args, file, year, dry_run, **options):
        report = AreaReport()
        try:
            table = read_table(file)
            with transaction.atomic(), Progress(self.stderr, len(table.rows)) as progress:
                store_areas(area_rows(table, report), year, report, progress.tick)
                # Hosts are asked when the borders themselves come in, and once.
                ask = bool(report.outlines and (report.new or report.changed))
                moved, asked = move_to_new_division(by=None, year=year, ask=ask)
                transaction.set_rollback(dry_run)
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            _("%(rows)s areas: %(new)s new, %(changed)s changed, %(same)s the same; %(outlines)s outlines.")
            % vars(report)
        )
        if report.other_regions:
            self.stdout.write(_("%(other_regions)s rows are about other regions.") % vars(report))
        if moved or asked:
            words = _(
                "%(moved)s communities moved along; the hosts of %(asked)s are asked where they live now."
            )
            self.stdout.write(words % {"moved": moved, "asked": asked})
        if dry_run:
            self.stdout.write(_("This was a trial: nothing was stored."))
