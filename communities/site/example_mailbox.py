"""The mailbox of the example town: mail is printed and the last few are kept."""

from django.core.cache import cache
from django.core.mail.backends.console import EmailBackend

EXAMPLE_MAILBOX = "example-mailbox"
KEPT = 50
CLEAR_SITE_DATA = '"cache", "storage"'


class ExampleMailBackend(EmailBackend):
    """Print mail on the terminal and keep the last few for the example's mailbox page."""

    def send_messages(self, email_messages):
        kept = cache.get(EXAMPLE_MAILBOX, [])
        for message in email_messages:
            kept.insert(0, {"to": ", ".join(message.to), "subject": message.subject, "body": message.body})
        cache.set(EXAMPLE_MAILBOX, kept[:KEPT], timeout=None)
        return super().send_messages(email_messages)
