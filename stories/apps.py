from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "stories"
    # From left to right: a room imports only rooms named before it (docs/architecture.md).
    rooms = [
        "custody",
        "consent",
        "calls",
        "keys",
        "telling",
        "voices",
        "answers",
        "keyless",
        "paper",
        "listening",
        "suggestions",
        "responses",
        "citing",
        "meaning",
        "personal",
        "reading",
    ]
