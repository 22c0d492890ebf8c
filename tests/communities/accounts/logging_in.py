"""Logging in as people do: a mailed code, and the six digits of an app."""

import re
import time

from allauth.mfa.totp.internal import auth
from django.core import mail


def mailed_code():
    """The six digits in the last mail."""
    return re.search(r"^\d{6}$", mail.outbox[-1].body, re.M)[0]


def log_in(client, email, **ticks):
    """Ask for a code and type it; returns the answer to the code."""
    client.post("/account/login/", {"login": email, **ticks})
    return client.post("/account/login/code/confirm/", {"code": mailed_code()})


def digits(secret, later=0):
    """What the app shows now, or some half minutes later."""
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30 + later))


def set_up_app(client):
    """Scan the square and type the digits; returns the secret and the answer."""
    page = client.get("/account/app/").content.decode()
    secret = re.search(r'samenspel-geheim">([A-Z2-7]+)<', page)[1]
    return secret, client.post("/account/app/", {"code": digits(secret)})
