"""Ask what is due, publish the counts of a quarter that is over, and delete what was promised to go."""

from django.core.management.base import BaseCommand

from stories.actions import count_patterns
from trajectories.actions import NIGHTLY


class Command(BaseCommand):
    help = "Run this every night. Running it again on the same day changes nothing."

    def handle(self, *args, **options):
        for deed in (*NIGHTLY, count_patterns):
            deed()
        self.stdout.write("Asked, counted and deleted what was due.")
