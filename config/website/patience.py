"""A page asks the database for some seconds and no longer; a deed takes the time it needs (docs/decisions/0028)."""

from django.conf import settings
from django.db import OperationalError, connection
from django.shortcuts import render

READING = ("GET", "HEAD")
QUERY_CANCELED = "57014"


class Patience:
    """On PostgreSQL: one endless question of a reader holds no worker, and taking back or erasing is never cut off.

    The limit stands on the connection and is set only when it changes, past Django's own cursors: it is no
    question about data.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if connection.vendor == "postgresql":
            _wait_at_most(settings.PAGE_QUERY_SECONDS if request.method in READING else 0)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The page that says so, instead of an error: nothing is broken, there is only too much of it."""
        cut_off = getattr(exception.__cause__, "pgcode", "") == QUERY_CANCELED
        if isinstance(exception, OperationalError) and cut_off:
            return render(request, "503.html", status=503)
        return None


def _wait_at_most(seconds):
    connection.ensure_connection()
    wanted = (id(connection.connection), seconds)
    if getattr(connection, "patience", None) == wanted:
        return
    with connection.connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = %s", [int(seconds * 1000)])
    connection.patience = wanted
