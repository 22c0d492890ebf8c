"""What is not well set up on this server, and what to do about it."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from config.website.health.doctor import examine
from config.website.health.pulse import mail_arrives


class Command(BaseCommand):
    help = "Tries settings, tables, files, mail, worker and timers of this server; --mail sends a test mail."
    # It says in its own words what these would stop it with.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--mail", metavar="ADDRESS", help="send a test mail there, by the road of all mail"
        )
        parser.add_argument(
            "--wait", type=int, default=15, help="seconds that the worker gets to answer (15)"
        )

    def handle(self, *args, mail, wait, **options):
        self.refuse_nonsense(mail)
        tried = {}
        for what, sentences in examine(wait):
            tried[what] = self.say(what, sentences)
        if mail and "mail server" in tried:
            why = mail_arrives(mail, wait)
            tried["test mail"] = self.say(f"test mail to {mail}", [why] if why else [])
        wrong = sum(tried.values())
        if wrong:
            raise CommandError(f"{wrong} to mend.")
        self.stdout.write("All is well.")

    def refuse_nonsense(self, mail):
        """An address that is none is said so before anything is tried."""
        try:
            if mail:
                validate_email(mail)
        except ValidationError:
            raise CommandError(f"{mail!r} is no mail address.") from None

    def say(self, what, sentences):
        """One line per thing that was tried, and below it what is not well; how many those are."""
        self.stdout.write(f"{'to mend' if sentences else 'well':<8} {what}")
        for sentence in sentences:
            self.stdout.write(f"         - {sentence}")
        return len(sentences)
