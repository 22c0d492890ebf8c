"""WAV: a row of chunks, of which only the format and the sound are kept."""

import struct

MOST_CHUNKS = 1000
SHAPE = 40


def _chunks(content):
    """The first chunk of each name that we keep."""
    place, found = 12, {}
    for _number in range(MOST_CHUNKS):
        if place + 8 > len(content):
            return found
        name, size = struct.unpack_from("<4sI", content, place)
        if name in (b"fmt ", b"data"):
            found.setdefault(name, content[place + 8 : place + 8 + size])
        place += 8 + size + size % 2
    raise ValueError("too many chunks")


def read(content):
    """Seconds are bytes over bytes per second; labels of whatever kind are left out."""
    found = _chunks(content)
    shape, sound = found.get(b"fmt ", b"")[:SHAPE], found.get(b"data", b"")
    if len(shape) < 16 or not sound:
        raise ValueError("no sound in it")
    rate = struct.unpack_from("<I", shape, 8)[0]
    body = b"".join(
        name + struct.pack("<I", len(part)) + part + b"\0" * (len(part) % 2)
        for name, part in ((b"fmt ", shape), (b"data", sound))
    )
    return len(sound) / rate, b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body
