"""Who gets in where: news, and the link in a mail that stops it."""

from django.core import signing

from config.website.mail.digest import STOP
from tests.access import HIDDEN, LOGGED_IN, OPEN, Row

ROWS = [
    Row("news", opens=LOGGED_IN),
    Row("news_seen", opens=LOGGED_IN, method="post"),
    Row("choose_news", opens=LOGGED_IN),
    Row("stop_mail", lambda s: [s.stop], visitor=OPEN),
    Row("stop_mail", lambda s: [s.stop], visitor=OPEN, method="post"),
    Row("stop_mail", lambda s: ["nobody"], opens=[], visitor=HIDDEN),
]


def scene(scene):
    """The resident's link for no more mail."""
    scene.stop = signing.dumps(scene.cast.resident.pk, salt=STOP)
