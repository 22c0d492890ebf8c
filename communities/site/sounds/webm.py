"""WebM: elements inside elements (RFC 8794, RFC 9559). What is not needed to play becomes emptiness of the same length.

Segments and clusters are entered, also those of a recorder that does not know their length beforehand; all else
is a whole that lies directly behind the element before it. So every byte is passed once.
"""

from dataclasses import dataclass, field

from communities.site.sounds.comments import emptied

MOST_ELEMENTS = 250_000
EMPTY = 0xEC
HEADER, SEGMENT, CLUSTER, INFO, TRACKS, TRACK = (
    0x1A45DFA3,
    0x18538067,
    0x1F43B675,
    0x1549A966,
    0x1654AE6B,
    0xAE,
)
TIMECODE, BLOCK, BLOCK_GROUP, TIMECODE_SCALE = 0xE7, 0xA3, 0xA0, 0x2AD7B1
ENTERED = {SEGMENT, CLUSTER, INFO, TRACKS, TRACK}
SEEK_HEAD, CUES, POSITION, PREVIOUS_SIZE = 0x114D9B74, 0x1C53BB6B, 0xA7, 0xAB
OF_A_BLOCK = {BLOCK, BLOCK_GROUP, TIMECODE, POSITION, PREVIOUS_SIZE}
KIND, CODEC, CODEC_PRIVATE = 0x83, 0x86, 0x63A2
# Number, key, choices, lacing, caches, duration, languages, delays, the shape of the sound, and how it is packed.
OF_A_TRACK = {0xD7, 0x73C5, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x22B59C, 0x22B59D}
OF_A_TRACK |= {KIND, CODEC, CODEC_PRIVATE, 0x56AA, 0x56BB, 0xE1, 0x6D80}
DURATION, WRITERS = 0x4489, {0x4D80, 0x5741}
KEPT = ENTERED | OF_A_BLOCK | OF_A_TRACK | {HEADER, SEEK_HEAD, CUES, TIMECODE_SCALE, DURATION} | WRITERS
SOUND = 2


@dataclass
class Walk:
    """What was found on the way; `content` is changed in place and keeps its length."""

    content: bytearray
    scale: int = 1_000_000
    cluster: int = 0
    latest: int = 0
    kinds: list = field(default_factory=list)
    codecs: list = field(default_factory=list)


def _number(content, place, marked):
    """A number of which the first byte says how long it is, and where it ends; `marked` keeps that mark."""
    first = content[place]
    length = 9 - first.bit_length()
    found = int.from_bytes(content[place : place + length], "big")
    if length > 8 or place + length > len(content):
        raise ValueError("no number")
    if marked:
        return found, place + length
    found -= 1 << 7 * length
    return (None if found == (1 << 7 * length) - 1 else found), place + length


def _blank(content, start, end):
    """An empty element that takes the same room: a size of one byte or of eight."""
    room = end - start
    size = bytes([0x80 | room - 2]) if room < 128 else (1 << 56 | room - 9).to_bytes(8, "big")
    content[start:end] = (bytes([EMPTY]) + size).ljust(room, b"\0")


def _codec_private(content, start, end):
    """Vorbis keeps its comment here: three packets, behind the lengths of the first two."""
    if content[start : start + 1] != b"\x02" or b"\x03vorbis" not in content[start:end]:
        return
    place, sizes = start + 1, []
    for _packet in range(2):
        size = 0
        while content[place] == 255:
            size, place = size + 255, place + 1
        sizes.append(size + content[place])
        place += 1
    first = place + sizes[0]
    content[first : first + sizes[1]] = emptied(bytes(content[first : first + sizes[1]]))


def _look(walk, name, start, end):
    """What an element says about the sound; a maker's program is a run of spaces."""
    inside = walk.content[start : min(end, start + 64)]
    if name == TIMECODE_SCALE:
        walk.scale = int.from_bytes(inside[: end - start], "big")
    elif name == TIMECODE:
        walk.cluster = int.from_bytes(inside[:8], "big")
        walk.latest = max(walk.latest, walk.cluster)
    elif name == BLOCK:
        _track, place = _number(inside, 0, marked=False)
        since = int.from_bytes(inside[place : place + 2], "big", signed=True)
        walk.latest = max(walk.latest, walk.cluster + since)
    elif name == KIND:
        walk.kinds.append(int.from_bytes(inside, "big"))
    elif name == CODEC:
        walk.codecs.append(bytes(inside))
    elif name == CODEC_PRIVATE:
        _codec_private(walk.content, start, end)
    elif name in WRITERS:
        walk.content[start:end] = b" " * (end - start)


def _elements(walk):
    """Pass every element once; a last block that was cut off is left out."""
    content, place = walk.content, 0
    for _number_of in range(MOST_ELEMENTS):
        if place >= len(content):
            return
        start = place
        name, place = _number(content, place, marked=True)
        size, place = _number(content, place, marked=False)
        if name in ENTERED:
            continue
        if size is None or (place + size > len(content) and name not in OF_A_BLOCK):
            raise ValueError("longer than the file")
        if place + size > len(content):
            del content[start:]
            return
        if name in KEPT:
            _look(walk, name, place, place + size)
        else:
            _blank(content, start, place + size)
        place += size
    raise ValueError("too many elements")


def read(content):
    """The time of the last block; a film is no sound."""
    walk = Walk(bytearray(content))
    _elements(walk)
    if (
        b"webm" not in content[:64]
        or not walk.kinds
        or set(walk.kinds) != {SOUND}
        or not all(c.startswith(b"A_") for c in walk.codecs)
    ):
        raise ValueError("no sound, or a film")
    return walk.latest * walk.scale / 1e9, bytes(walk.content)
