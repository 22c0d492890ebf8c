"""Words in a story that may point at somebody else: shown to its teller, never changed and never kept."""

import re

from django.utils.translation import gettext as _

AT_MOST = 12
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
PHONE = re.compile(r"(?<![\w-])(?:\+|00)?\d(?:[\s-]?\d){8,12}(?![\w-])")
# Six letters and digits in three groups, as on a Dutch number plate.
PLATE = re.compile(r"\b(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,2}\b")
TITLED = re.compile(
    r"\b(?i:meneer|mevrouw|mw\.?|dhr\.?|juf|meester|oom|tante|dokter|buurman|buurvrouw|zuster|pater)"
    r"\s+((?:(?:van|de|den|der|ten|ter|el|al|bin)\s+)*[A-ZÀ-ÖØ-Þ][\w’'-]+)"
)
CAPITAL = re.compile(
    r"(?<=[\w,;:)] )((?:[A-ZÀ-ÖØ-Þ][\w’'-]+)(?: (?:(?:van|de|den|der|el) )*[A-ZÀ-ÖØ-Þ][\w’'-]+)*)"
)
NOT_A_NAME = {
    "Ik",
    "God",
    "Allah",
    "Nederland",
    "Nederlands",
    "Nederlandse",
    "Kerst",
    "Ramadan",
    "Pasen",
    "I",
}


def spotted(text, places=()):
    """Mail addresses, phone numbers, plates and likely names, each once, with what it may be.

    `places` are names of the neighbourhood itself, which point at nobody.
    """
    known = NOT_A_NAME | set(places)
    found = {}
    for pattern, what in (
        (MAIL, _("a mail address")),
        (PHONE, _("a phone number")),
        (PLATE, _("a number plate")),
        (TITLED, _("perhaps a name")),
        (CAPITAL, _("perhaps a name")),
    ):
        for match in pattern.finditer(text):
            words = match.group(match.lastindex or 0).strip()
            if words not in known and not any(words in longer for longer in found):
                found[words] = what
    return list(found.items())[:AT_MOST]
