"""How accounts and mail plug into the site."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.cache import cache
from django.core.mail.backends.console import EmailBackend
from django.urls import reverse

EXAMPLE_MAILBOX = "example-mailbox"
KEPT = 50
CLEAR_SITE_DATA = '"cache", "storage"'


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by mail address; nothing about a person's rights is decided here."""

    def send_account_already_exists_mail(self, email):
        """Somebody signs up with an address we know: the mail says so, the page does not."""
        login = self.request.build_absolute_uri(reverse("account_login"))
        self.send_mail("account/email/account_already_exists", email, {"login_url": login})

    def is_safe_url(self, url):
        """Only addresses of this site: never leave somebody elsewhere after logging in."""
        return bool(url) and url.startswith("/") and not url.startswith(("//", "/\\"))


class ExampleMailBackend(EmailBackend):
    """Print mail on the terminal and keep the last few for the example's mailbox page."""

    def send_messages(self, email_messages):
        kept = cache.get(EXAMPLE_MAILBOX, [])
        for message in email_messages:
            kept.insert(0, {"to": ", ".join(message.to), "subject": message.subject, "body": message.body})
        cache.set(EXAMPLE_MAILBOX, kept[:KEPT], timeout=None)
        return super().send_messages(email_messages)
