"""Make the mails with news that are due, and hand every waiting letter to the mail server."""

from django.core.management.base import BaseCommand

from communities.retention.heartbeat import heartbeat
from config.website.mail.at_once import make_letters
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from trajectories.signups.actions import remind_of_tomorrow


class Command(BaseCommand):
    help = "Run this every ten minutes. In quiet hours only what cannot wait goes, and nothing goes twice."

    def handle(self, *args, **options):
        with heartbeat("letters") as outcome:
            outcome["reminders"] = remind_of_tomorrow()
            outcome["letters made"] = len(make_letters())
            outcome["digests made"] = len(make_digests())
            outcome["letters sent"] = post_waiting()
        self.stdout.write(", ".join(f"{what}: {count}" for what, count in outcome.items()))
