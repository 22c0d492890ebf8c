"""Every night: warn everybody whose money or decision comes near, and tell desks what lies with them now."""

from django.core.management.base import BaseCommand

from config.duties import fall_to_desks
from trajectories.actions import warn_of_cliffs


class Command(BaseCommand):
    help = "Run this every night. Doing it again tells nobody anything twice."

    def handle(self, *args, **options):
        warned, fallen = warn_of_cliffs(), fall_to_desks()
        self.stdout.write(f"warnings: {len(warned)}, to a desk: {len(fallen)}")
