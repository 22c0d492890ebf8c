"""The languages a story may be told in."""

from django.utils.translation import gettext_lazy as _

LANGUAGES = [
    ("nl", "Nederlands"),
    ("ar", "العربية"),
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zgh", "Tamazight"),
    ("zh", "中文"),
    ("xx", _("Another language")),
]
