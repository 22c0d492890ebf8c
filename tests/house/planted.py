"""Where words can stand in the database, and which canaries stand there."""

import re

from django.apps import apps
from django.db import models

OURS = ("communities", "trajectories", "volunteers", "stories")
HOLDS_WORDS = (models.CharField, models.TextField, models.JSONField)
TOKEN = re.compile(r"kanarie\d{3}[a-z0-9]*")
CHOICES = "a choice out of the code"
CODE = "a code or an address, made by the site"
HASH = "a hash"
KEYS = "keys and choices out of the code"
FIGURES = "a figure of Statistics Netherlands, the same for everybody"
BOOKKEEPING = (
    "bookkeeping of the site itself; the rule for a snapshot stands in test_nothing_left_together.py"
)
# Fields in which no words of people can stand. Whatever is not here and has no choices is planted.
NO_WORDS = {
    "communities.User": {"password": HASH, "language": CHOICES},
    "communities.Area": {
        "code": FIGURES,
        "municipality_code": FIGURES,
        "outline": FIGURES,
    },
    "communities.FigureSource": dict.fromkeys(("publisher", "table", "licence", "sha256"), FIGURES),
    "communities.Indicator": dict.fromkeys(
        ("key", "subject", "label", "unit", "sentence", "says", "does_not_say"), FIGURES
    ),
    "communities.Organisation": {"code": FIGURES},
    "communities.Community": {"slug": CODE},
    "communities.Report": {"kind": CHOICES},
    "communities.ReportLine": {"browser": HASH},
    "communities.SetAside": {"kind": CHOICES},
    "communities.Letter": {"key": CODE, "about": CODE, "why": CHOICES},
    "communities.Notice": {"kind": CHOICES, "about": CODE},
    "communities.Silence": {"kind": CHOICES},
    "communities.Card": {"digest": HASH},
    "communities.KnownBrowser": {"digest": HASH},
    "communities.BackOfficeDeed": dict.fromkeys(("about", "row", "fields"), KEYS),
    "communities.RecoveryCode": {"digest": HASH},
    "communities.Heartbeat": {"job": CHOICES, "outcome": BOOKKEEPING},
    "communities.RetentionLogEntry": {"job": CHOICES},
    "communities.Snapshot": {"what": CHOICES, "key": KEYS, "counts": BOOKKEEPING, "marks": HASH},
    "trajectories.Trajectory": {"methods": KEYS},
    "trajectories.Gathering": {"movements": KEYS, "provisions": KEYS},
    "trajectories.Series": {"movements": KEYS, "provisions": KEYS, "rrule": KEYS},
    "trajectories.WarmIntroduction": {"mark": HASH},
    "trajectories.MethodUse": {"card": KEYS},
    "trajectories.Circle": {"code": CODE},
    "trajectories.SignUp": {"code": CODE},
    "volunteers.Initiative": {"kinds": KEYS},
    "stories.StoryCall": {"languages": KEYS},
    "stories.Question": {"figures": KEYS},
    "stories.Consent": {"text_hash": HASH, "wording": CODE},
    "stories.StoryKey": {"let_in_hash": HASH},
    "stories.Story": {
        "language": CHOICES,
        **dict.fromkeys(("text_hash", "consented_hash", "let_in_hash"), HASH),
    },
    "stories.StoryCitation": {"area_code": FIGURES, "subject": KEYS},
    "stories.Reading": {"area_code": FIGURES, "subject": KEYS},
    "stories.StoryMedia": {"content_type": CHOICES, "digest": HASH},
    "stories.Voice": {"area_code": FIGURES, "subject": KEYS},
}


def our_models():
    """Every model of the project."""
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def fields_with_words(models_):
    """Every field of these models that can hold words: (label, name)."""
    return {
        (model._meta.label, field.name)
        for model in models_
        for field in model._meta.concrete_fields
        if isinstance(field, HOLDS_WORDS) and not field.choices
    }


def declared():
    """The fields that hold no words of people, each with its reason in NO_WORDS."""
    return {(label, name) for label, names in NO_WORDS.items() for name in names}


def tokens_by_field():
    """What stands where now: (model, field name) -> {key of the row: the tokens in it}."""
    found = {}
    for model in our_models():
        for _label, name in fields_with_words([model]):
            for key, value in model._base_manager.values_list("pk", name):
                if tokens := set(TOKEN.findall(str(value))):
                    found.setdefault((model, name), {})[key] = tokens
    return found
