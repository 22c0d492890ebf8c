"""MP3: a row of frames. Only the frames are kept; labels before, between and behind them are left out."""

import re

BIT_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BIT_RATES_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
SAMPLE_RATES = (44_100, 48_000, 32_000)
# Layer III with a bit rate and a sample rate (ISO 11172-3, 2.4.1.3).
THIRD = bytes(byte for byte in range(0x10, 0xF0) if byte >> 2 & 3 < 3)
FRAME = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][" + re.escape(THIRD) + rb"]", re.S)
MOST_PARTS = 100_000
# Where a recording was cut, some bytes say nothing.
LOOSE = 4096


def _frame(content, place):
    """Bytes and seconds of the frame that begins here."""
    version, third = content[place + 1] >> 3 & 3, content[place + 2]
    bits = (BIT_RATES if version == 3 else BIT_RATES_LOW)[third >> 4] * 1000
    samples = SAMPLE_RATES[third >> 2 & 3] >> {3: 0, 2: 1, 0: 2}[version]
    counted = 1152 if version == 3 else 576
    return counted // 8 * bits // samples + (third >> 1 & 1), counted / samples


def _after_label(content, place):
    """Where an ID3 label that begins here ends, with the emptiness behind it."""
    size = 0
    for part in content[place + 6 : place + 10]:
        size = size << 7 | part & 0x7F
    place += 10 + size
    behind = content[place : place + LOOSE]
    return place + len(behind) - len(behind.lstrip(b"\0"))


def _after_gap(content, place):
    """Where the next frame or label begins, when it is within reach; else the end."""
    found = FRAME.search(content, place + 1, place + LOOSE)
    return found.start() if found else len(content)


def read(content):
    """Every frame says how long it lasts, also when the bit rate changes on the way."""
    place, seconds, kept = 0, 0, []
    for _number in range(MOST_PARTS):
        if content[place : place + 3] == b"ID3":
            place = _after_label(content, place)
        elif FRAME.match(content, place):
            size, lasts = _frame(content, place)
            kept.append(content[place : place + size])
            place, seconds = place + size, seconds + lasts
        elif not kept:
            raise ValueError("no frame")
        elif place >= len(content) or content[place : place + 8] == b"APETAGEX":
            return seconds, b"".join(kept)
        else:
            place = _after_gap(content, place)
    raise ValueError("too many frames")
