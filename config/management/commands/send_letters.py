"""Make the mails with news that are due, and hand every waiting letter to the mail server."""

from django.core.management.base import BaseCommand

from config.digest import make_digests
from config.letters import post_waiting


class Command(BaseCommand):
    help = "Run this every ten minutes. It sends no news in quiet hours, and nothing twice."

    def handle(self, *args, **options):
        made = make_digests()
        sent = post_waiting()
        self.stdout.write(f"digests made: {len(made)}, letters sent: {sent}")
