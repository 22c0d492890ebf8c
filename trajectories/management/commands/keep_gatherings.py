"""Make the dates of series a year ahead, and delete sign-ups three months after their gathering."""

from django.core.management.base import BaseCommand

from trajectories.actions import extend_all_series, forget_old_signups


class Command(BaseCommand):
    help = "Run this every night. Running it twice changes nothing more."

    def handle(self, *args, **options):
        made, gone = extend_all_series(), forget_old_signups()
        self.stdout.write(f"dates made: {made}, sign-ups deleted: {gone}")
