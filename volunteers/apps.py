from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    name = "volunteers"
    # From left to right: a room imports only rooms named before it (docs/architecture.md).
    rooms = [
        "initiatives",
        "support",
        "pages",
    ]
