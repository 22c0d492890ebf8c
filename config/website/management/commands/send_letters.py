"""Make the mails with news that are due, and hand every waiting letter to the mail server."""

from django.core.management.base import BaseCommand

from communities.retention.heartbeat import heartbeat
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting


class Command(BaseCommand):
    help = "Run this every ten minutes. It sends no news in quiet hours, and nothing twice."

    def handle(self, *args, **options):
        with heartbeat("letters") as outcome:
            outcome["digests made"] = len(make_digests())
            outcome["letters sent"] = post_waiting()
        self.stdout.write(", ".join(f"{what}: {count}" for what, count in outcome.items()))
