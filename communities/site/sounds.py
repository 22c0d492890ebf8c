"""Which sounds a story may hold: told by what stands in the file, never by its name (docs/principles.md rule 5).

Length is read from the file itself, without decoding it. What a phone wrote beside the sound (a name,
a place) goes where the format keeps it apart.
"""

import struct

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 10 * 60
# A recorder stops a moment later than asked.
GRACE = 15
CLUSTER, TIMECODE = b"\x1f\x43\xb6\x75", 0xE7
BIT_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BIT_RATES_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def _wav(content):
    """Only the format and the sound are kept; seconds are bytes over bytes per second."""
    place, parts = 12, {}
    while place + 8 <= len(content):
        name, size = content[place : place + 4], struct.unpack_from("<I", content, place + 4)[0]
        parts.setdefault(name, content[place + 8 : place + 8 + size])
        place += 8 + size + size % 2
    shape, sound = parts.get(b"fmt ", b""), parts.get(b"data", b"")
    if len(shape) < 16 or not sound:
        raise ValueError
    rate = struct.unpack_from("<I", shape, 8)[0]
    body = b"".join(
        name + struct.pack("<I", len(part)) + part + b"\0" * (len(part) % 2)
        for name, part in ((b"fmt ", shape), (b"data", sound))
    )
    return len(sound) / rate, b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def _ogg(content):
    """The place of the last page, in samples; Opus always counts 48,000 a second."""
    last = content.rfind(b"OggS")
    samples = struct.unpack_from("<q", content, last + 6)[0]
    rate = 48_000
    vorbis = content.find(b"\x01vorbis", 0, 200)
    if vorbis >= 0:
        rate = struct.unpack_from("<I", content, vorbis + 12)[0]
    elif b"OpusHead" not in content[:200]:
        raise ValueError
    return samples / rate, content


def _webm(content):
    """The time of the last cluster, in milliseconds; a film is no sound."""
    if b"webm" not in content[:64] or any(
        codec in content[:4096] for codec in (b"V_VP", b"V_AV1", b"V_MPEG")
    ):
        raise ValueError
    last = content.rfind(CLUSTER)
    place = content.find(bytes([TIMECODE]), last + 4, last + 20)
    if last < 0 or place < 0:
        raise ValueError
    size = content[place + 1] & 0x7F
    return int.from_bytes(content[place + 2 : place + 2 + size], "big") / 1000, content


def _mp4(content):
    """Length from the film header; notes about place and maker are blanked without moving a byte."""
    head = content.find(b"mvhd")
    if head < 0 or b"vide" in content[:65536] + content[-65536:]:
        raise ValueError
    wide = content[head + 4] == 1
    scale, length = struct.unpack_from(">IQ" if wide else ">II", content, head + (24 if wide else 16))
    found = bytearray(content)
    place = content.find(b"udta")
    while place >= 4:
        size = struct.unpack_from(">I", content, place - 4)[0]
        found[place : place + size - 4] = b"free" + b"\0" * (min(size, len(content) - place + 4) - 8)
        place = content.find(b"udta", place + 4)
    return length / scale, bytes(found[: len(content)])


def _mp3(content):
    """Without its labels; seconds are bytes over the bit rate of the first frame."""
    if content[:3] == b"ID3":
        size = 0
        for part in content[6:10]:
            size = size << 7 | part & 0x7F
        content = content[10 + size :]
    if content[-128:-125] == b"TAG":
        content = content[:-128]
    if len(content) < 4 or content[0] != 0xFF or content[1] & 0xE6 != 0xE2:
        raise ValueError
    rates = BIT_RATES if content[1] & 0x18 == 0x18 else BIT_RATES_LOW
    return len(content) * 8 / (rates[content[2] >> 4] * 1000), content


def _format(content):
    """Content type, ending and reader, from the first bytes."""
    if content[:4] == b"\x1a\x45\xdf\xa3":
        return "audio/webm", "webm", _webm
    if content[:4] == b"OggS":
        return "audio/ogg", "ogg", _ogg
    if content[4:8] == b"ftyp":
        return "audio/mp4", "m4a", _mp4
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav", "wav", _wav
    return "audio/mpeg", "mp3", _mp3


def checked(content):
    """Content type, ending and the sound itself; or one sentence why not."""
    kind, ending, read = _format(content)
    try:
        seconds, content = read(content)
    except (ValueError, struct.error, ZeroDivisionError, IndexError):
        sentence = _("This is not a sound we can play. Use WebM, Ogg, M4A, MP3 or WAV.")
        raise ValidationError(sentence) from None
    if seconds > LONGEST + GRACE:
        raise ValidationError(_("This lasts longer than 10 minutes. Perhaps these are two stories?"))
    return kind, ending, content
