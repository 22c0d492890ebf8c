"""Start-up checks: PostgreSQL writes no row of anybody into its own log (docs/principles.md rule 4).

By default its log holds the whole statement that failed, with every value in it, and the key that was
refused. `manage.py check --deploy --database default` says which setting to change.
"""

from django.core.checks import Warning
from django.db import connections

# Setting: the values that are safe, and why another one is not. What a server does not have is safe.
SAFE = {
    "log_min_error_statement": (("panic",), "a statement that fails is logged with every value in it"),
    "log_error_verbosity": (("terse",), "the detail of a refused row is logged"),
    "log_statement": (("none", "ddl"), "statements are logged with their values"),
    "log_min_duration_statement": (("-1",), "slow statements are logged with their values"),
    "log_min_duration_sample": (("-1",), "slow statements are logged with their values"),
    "log_transaction_sample_rate": (("0",), "sampled statements are logged with their values"),
    "log_parameter_max_length_on_error": (("0",), "parameters of a failing statement are logged"),
    "auto_explain.log_min_duration": (("-1",), "plans are logged with the statement and its values"),
}


def leaking(settings):
    """Which of these settings would write values into the log: (name, now, to set, why)."""
    return [
        (name, settings[name], safe[0], why)
        for name, (safe, why) in SAFE.items()
        if name in settings and settings[name] not in safe
    ]


def current_settings(connection):
    """What holds for the site's own sessions, so that `ALTER ROLE … SET` counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(SAFE)])
        return dict(cursor.fetchall())


def postgresql_logs_no_values(app_configs, databases=None, **kwargs):
    """One warning per setting that leaks; other databases keep no log of their own."""
    own = [connections[alias] for alias in databases or [] if connections[alias].vendor == "postgresql"]
    return [
        Warning(
            f"PostgreSQL has {name} = {now}: {why}.",
            hint=f"As a superuser: ALTER ROLE <the role of the site> SET {name} = '{wanted}';",
            id="samenspel.W001",
        )
        for connection in own
        for name, now, wanted, why in leaking(current_settings(connection))
    ]
