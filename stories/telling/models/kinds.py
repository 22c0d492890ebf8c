"""What a story can be, and which of its columns are derived."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryState(models.TextChoices):
    DRAFT = "draft", _("draft")
    TOLD = "told", _("told")
    ERASED = "erased", _("erased")


class ToldBy(models.TextChoices):
    SELF = "self", _("written myself")
    HELPED = "helped", _("written with help")
    LISTENER = "listener", _("told to somebody who wrote it down")
    PAPER = "paper", _("written on paper")


class Relation(models.TextChoices):
    LIVE = "live", _("I live here")
    WORK = "work", _("I work here")
    BOTH = "both", _("I live and work here")


# What is derived from the open consent, the key and what is set aside; only derived.py writes it.
KEPT = (
    "reach",
    "until",
    "may_quote",
    "may_count",
    "may_teach",
    "consented_hash",
    "let_in_hash",
    "aside_until",
)
