from django.apps import AppConfig


class TrajectoriesConfig(AppConfig):
    name = "trajectories"
    # From left to right: a room imports only rooms named before it (docs/architecture.md).
    rooms = [
        "picture",
        "roles",
        "trajectory",
        "approval",
        "gatherings",
        "signups",
        "planning",
        "series",
        "calendars",
        "decisions",
        "table",
        "signals",
        "continuity",
        "handovers",
        "heard",
        "introductions",
        "networks",
        "practice",
        "personal",
        "pages",
    ]
