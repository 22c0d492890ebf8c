"""Make the dates of series a year ahead."""

from django.core.management.base import BaseCommand

from communities.heartbeat import heartbeat
from trajectories.actions import extend_all_series


class Command(BaseCommand):
    help = "Run this every night. Running it twice makes nothing twice."

    def handle(self, *args, **options):
        with heartbeat("series") as outcome:
            outcome["dates made"] = extend_all_series()
        self.stdout.write(f"dates made: {outcome['dates made']}")
