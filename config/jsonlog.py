"""The log: one line of JSON per event, with only what stands in a list here (docs/principles.md rule 4).

Words of people reach a log by side roads: arguments of a message, the value of an exception, a path, a
request body. So nothing is taken out of a record; a few harmless things are picked from it.
"""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = ("config", "communities", "trajectories", "volunteers", "stories")
# Loggers whose templates are written when they have arguments; of any other logger only the place is named.
KNOWN = (*OURS, "django", "allauth", "csp", "gunicorn")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# What our own code may add with `extra=`; only numbers and plain keys of jobs and kinds.
EXTRA = ("job", "kind", "count", "seconds")


def _of(name, families):
    return name.partition(".")[0] in families


def _place(path, line, function):
    inside = path.removeprefix(f"{ROOT}/") if path.startswith(f"{ROOT}/") else "/".join(path.split("/")[-3:])
    return f"{inside}:{line}:{function}"


def event(record):
    """The template of a message, never the message.

    A text without arguments may hold values already (Django logs the words of a refused request like
    that), so of others' loggers the place in the code stands in for it.
    """
    fixed = isinstance(record.msg, str) and (
        _of(record.name, OURS) or (record.args and _of(record.name, KNOWN))
    )
    return record.msg if fixed else _place(record.pathname, record.lineno, record.funcName)


def frames(trace):
    """Where it happened: file, line and function of every frame, and no local variable."""
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(_place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return found


def exception(error):
    """The class of an error and of what caused it, with their frames; never their words."""
    chain, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        chain.append({"class": type(error).__qualname__, "frames": frames(error.__traceback__)})
        error = error.__cause__ or error.__context__
    return chain


class JsonLine(logging.Formatter):
    """Time, level, logger, event; of a request its method, route and status; of an error class and places."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": event(record),
        }
        request = getattr(record, "request", None)
        if hasattr(request, "resolver_match"):
            line["method"] = request.method if request.method in METHODS else "other"
            line["route"] = request.resolver_match.view_name if request.resolver_match else "unknown"
        if isinstance(getattr(record, "status_code", None), int):
            line["status"] = record.status_code
        if _of(record.name, OURS):
            line |= {key: getattr(record, key) for key in EXTRA if hasattr(record, key)}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = exception(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def logging_settings(debug):
    """LOGGING: readable on a developer's terminal, JSON lines anywhere else, mail to nobody."""
    handler = {"class": "logging.StreamHandler", "level": "WARNING"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "config.jsonlog.JsonLine"}},
        "handlers": {"console": handler if debug else handler | {"formatter": "json", "level": "INFO"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # Django's own handler mails whole requests to the administrators: it is not used.
            "django": {"handlers": [], "level": "INFO"},
            "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        },
    }
