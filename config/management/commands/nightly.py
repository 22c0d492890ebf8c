"""Ask what is due, publish the counts of a quarter that is over, and delete what was promised to go."""

from django.core.management.base import BaseCommand

from communities.heartbeat import heartbeat
from config.duties import fall_to_desks
from stories.actions import count_patterns
from trajectories import actions as road

# In this order; each may run again on the same day and then changes nothing.
DEEDS = (
    road.extend_all_series,
    road.warn_of_cliffs,
    fall_to_desks,
    road.ask_seen_and_heard,
    road.ask_whether_it_helped,
    road.ask_to_look_back,
    road.count_introductions,
    road.count_heard,
    count_patterns,
    road.close_old_introductions,
)


class Command(BaseCommand):
    help = "Run this every night. Running it again on the same day changes nothing."

    def handle(self, *args, **options):
        with heartbeat("nightly"):
            for deed in DEEDS:
                deed()
        self.stdout.write("Asked, counted and deleted what was due.")
