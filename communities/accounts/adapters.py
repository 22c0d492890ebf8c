"""How accounts and the second factor plug into the site."""

import base64
import hashlib
from datetime import timedelta

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.accounts import actions, known_browser, second_factor, shared_computer
from communities.accounts.allauth_seam import get_authentication_records

UNASKED = {"unknown_account", "account_already_exists"}
CODE_IS_VALID = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by mail address; nothing about a person's rights is decided here."""

    def send_account_already_exists_mail(self, email):
        """Somebody signs up with an address we know: the mail says so, the page does not."""
        self.send_mail("account/email/account_already_exists", email, {})

    def render_mail(self, template_prefix, email, context, headers=None):
        """A mail with a code says how long it is good for, so that a late one is not sent any more."""
        message = super().render_mail(template_prefix, email, context, headers)
        if "code" in context:
            message.valid_until = timezone.now() + CODE_IS_VALID
        return message

    def is_safe_url(self, url):
        """Only addresses of this site: never leave somebody elsewhere after logging in."""
        return bool(url) and url.startswith("/") and not url.startswith(("//", "/\\"))

    def get_login_stages(self):
        """Our own second step: it asks who must, and who chose the app (docs/decisions/0008)."""
        ours = {"allauth.mfa.stages.AuthenticateStage": "communities.accounts.second_factor.AskSecondFactor"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def is_reauthentication_required(self, **kwargs):
        """A resident with only passkeys may also prove it is them with a code mailed just now."""
        asked = super().is_reauthentication_required(**kwargs)
        return asked and not second_factor.came_in_just_now(self.request)

    def pre_login(self, request, user, **kwargs):
        """A code that came back proves the address, also of an account that was made by hand."""
        records = get_authentication_records(request, user)
        if any(record["method"] == "code" and record.get("email") == user.email for record in records):
            actions.confirm_address(by=user)
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request, user, **kwargs):
        """Where somebody is logged in is written down without the address it came from."""
        response = super().post_login(request, user, **kwargs)
        actions.note_session(request)
        shared_computer.begin_rest(request)
        known_browser.remember(request, response)
        return response

    def send_mail(self, template_prefix, email, context):
        """A letter that its reader did not ask for comes once a day at most, whoever types the address.

        Links in mails follow SITE_URL, whatever name and port the page was asked under.
        """
        action = template_prefix.removeprefix("account/email/")
        if action in UNASKED and not ratelimit.consume(self.request, action=action, key=email.lower()):
            return
        super().send_mail(template_prefix, email, {**context, "site": settings.SITE_URL})


class SecondFactorAdapter(DefaultMFAAdapter):
    """The secrets of apps and codes are unreadable in a copy of the database."""

    def _locks(self):
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        hashed = [hashlib.sha256(f"second factor {key}".encode()).digest() for key in keys]
        return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in hashed])

    def encrypt(self, text):
        return self._locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return self._locks().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self):
        return "Samenspel"

    def generate_authenticator_name(self, user, type):
        return _("My device")
