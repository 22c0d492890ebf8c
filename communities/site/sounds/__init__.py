"""Which sounds a story may hold: told by what stands in the file, never by its name (docs/principles.md rule 5).

Each format has a reader that walks through the file once, from part to part, and never looks at a byte twice:
who sends a file that contradicts itself holds nobody up. What a phone wrote beside the sound (a name, a place,
a day) does not stay in it. Length is read from the file itself, without decoding it.
"""

import struct

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from communities.site.sounds import mp3, mp4, ogg, wav, webm

LONGEST = 10 * 60
# A recorder stops a moment later than asked.
GRACE = 15


def _format(content):
    """Content type, ending and reader, from the first bytes."""
    if content[:4] == b"\x1a\x45\xdf\xa3":
        return "audio/webm", "webm", webm.read
    if content[:4] == b"OggS":
        return "audio/ogg", "ogg", ogg.read
    if content[4:8] == b"ftyp":
        return "audio/mp4", "m4a", mp4.read
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav", "wav", wav.read
    return "audio/mpeg", "mp3", mp3.read


def checked(content):
    """Content type, ending and the sound itself; a `ValidationError` with one sentence why not."""
    kind, ending, read = _format(content)
    try:
        seconds, content = read(content)
    except (ValueError, struct.error, ZeroDivisionError, IndexError):
        sentence = _("This is not a sound we can play. Use WebM, Ogg, M4A, MP3 or WAV.")
        raise ValidationError(sentence) from None
    if seconds > LONGEST + GRACE:
        raise ValidationError(_("This lasts longer than 10 minutes. Perhaps these are two stories?"))
    return kind, ending, content
