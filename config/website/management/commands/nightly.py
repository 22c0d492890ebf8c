"""Ask what is due, publish the counts of a quarter that is over, and delete what was promised to go."""

from django.core.management.base import BaseCommand

from communities.retention.heartbeat import each_apart, heartbeat
from config.website.nightly.desks import fall_to_desks
from stories.answers.actions import count_patterns
from stories.telling import derived
from trajectories.continuity import actions as continuity_actions
from trajectories.heard import actions as heard_actions
from trajectories.heard import counting as heard_counting
from trajectories.introductions import actions as introductions_actions
from trajectories.introductions import counting as introductions_counting
from trajectories.networks import actions as networks_actions
from trajectories.series import actions as series_actions

# In this order, each on its own; each may run again on the same day and then changes nothing.
DEEDS = (
    derived.narrow,
    series_actions.extend_all_series,
    continuity_actions.warn_of_cliffs,
    fall_to_desks,
    heard_actions.ask_seen_and_heard,
    introductions_actions.ask_whether_it_helped,
    networks_actions.ask_to_look_back,
    introductions_counting.count_introductions,
    heard_counting.count_heard,
    count_patterns,
    introductions_actions.close_old_introductions,
)


class Command(BaseCommand):
    help = "Run this every night. Running it again on the same day changes nothing."

    def handle(self, *args, **options):
        with heartbeat("nightly"):
            each_apart(DEEDS, lambda deed: deed(), job="nightly")
        self.stdout.write("Asked, counted and deleted what was due.")
