"""Text as people type it: without what steers a screen or a database (docs/principles.md rule 9)."""

import unicodedata

LONGEST = 50_000
LONGEST_LINE = 500
# They turn around what stands after them, also beside the text; marks inside a word (as Persian needs) stay.
TURNING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
# In a sentence they help Arabic and Hebrew; in a name or a title they only make two of them look alike.
DIRECTION_MARKS = {*"\u200e\u200f\u061c\ufeff"}
LINE_ENDS = {*"\n\t\u2028\u2029"}


def clean_text(text):
    """Plain text: control characters go, line breaks stay; nothing somebody wrote is changed otherwise."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or not (unicodedata.category(c) == "Cc" or c in TURNING))


def clean_line(text):
    """A name, a title, a choice: one line, without marks that nobody sees."""
    words = "".join(" " if c in LINE_ENDS else c for c in clean_text(text))
    return "".join(c for c in words if c not in DIRECTION_MARKS)
