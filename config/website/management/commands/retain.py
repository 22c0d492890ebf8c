"""Let go of what was kept long enough."""

from django.core.management.base import BaseCommand

from communities.retention.heartbeat import heartbeat
from config.website.nightly.retention_run import planned, retain


class Command(BaseCommand):
    help = "Run this every night. Prints how many rows of each kind were let go of."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="print the same numbers and do nothing")

    def handle(self, *args, dry_run, **options):
        if dry_run:
            self.print(planned())
            return
        with heartbeat("retention") as outcome:
            outcome.update(retain())
        self.print(outcome)

    def print(self, numbers):
        for what, count in numbers.items():
            self.stdout.write(f"{count:>9}  {what}")
