"""MP4: boxes inside boxes (ISO 14496-12). What is not needed to play becomes emptiness of the same length.

A box never reaches over the end of the one it lies in, and the next begins where it ends: every byte is passed
once for each of a few levels. Days, names and places stand in boxes that are not on the list, and go.
"""

import struct
from dataclasses import dataclass, field

MOST_BOXES = 50_000
# Which boxes stay, per box they lie in; those that are a key here are looked into.
KEPT = {
    b"": {b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"sidx", b"mfra"},
    b"moov": {b"mvhd", b"trak", b"mvex"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"smhd", b"dinf", b"stbl"},
    b"stbl": {b"stsd", b"stts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sgpd", b"sbgp", b"subs"},
    b"moof": {b"mfhd", b"traf"},
    b"traf": {b"tfhd", b"tfdt", b"trun", b"sgpd", b"sbgp"},
}
WITH_DAYS = {b"mvhd", b"tkhd", b"mdhd"}
NAME_OF_HANDLER = 24


@dataclass
class Walk:
    """What was found on the way; `content` is changed in place and keeps its length."""

    content: bytearray
    left: int = MOST_BOXES
    lengths: list = field(default_factory=list)
    scale: int = 0
    handlers: list = field(default_factory=list)


def _box(content, place, end):
    """Name, begin of what is inside, and end of the box that begins here."""
    size, name = struct.unpack_from(">I4s", content, place)
    inside = place + 8
    if size == 1:
        size, inside = struct.unpack_from(">Q", content, inside)[0], place + 16
    stop = place + size if size else end
    if stop < inside or stop > end:
        raise ValueError("longer than what it lies in")
    return name, inside, stop


def _length(walk, name, place, end):
    """Head of a film or of a track: without its days, and how long it says it is, when it knows."""
    wide = walk.content[place] == 1
    if end - place < (32 if wide else 20):
        raise ValueError("too short")
    walk.content[place + 4 : place + (20 if wide else 12)] = bytes(16 if wide else 8)
    if name == b"tkhd":
        return
    scale, length = struct.unpack_from(">IQ" if wide else ">II", walk.content, place + (20 if wide else 12))
    unknown = length == (1 << (64 if wide else 32)) - 1
    walk.lengths.append(0 if unknown else length / scale)
    walk.scale = scale if name == b"mdhd" else walk.scale


def _look(walk, name, start, end):
    """What a box says about the sound."""
    content = walk.content
    if name in WITH_DAYS:
        _length(walk, name, start, end)
    elif name == b"hdlr":
        walk.handlers.append(bytes(content[start + 8 : start + 12]))
        content[start + NAME_OF_HANDLER : end] = bytes(max(end - start - NAME_OF_HANDLER, 0))
    elif name == b"tfdt":
        since = struct.unpack_from(">Q" if content[start] == 1 else ">I", content, start + 4)[0]
        walk.lengths.append(since / walk.scale)


def _boxes(walk, place, end, within=b""):
    """Pass the boxes between two places; what is not on the list of this level becomes free room."""
    while place < end:
        walk.left -= 1
        if not walk.left:
            raise ValueError("too many boxes")
        name, inside, stop = _box(walk.content, place, end)
        if name not in KEPT[within]:
            walk.content[place + 4 : place + 8] = b"free"
            walk.content[inside:stop] = bytes(stop - inside)
        elif name in KEPT:
            _boxes(walk, inside, stop, name)
        else:
            _look(walk, name, inside, stop)
        place = stop


def read(content):
    """The longest of what the file says about its length; a film is no sound, nor is a track of places."""
    walk = Walk(bytearray(content))
    _boxes(walk, 0, len(content))
    if not walk.lengths or set(walk.handlers) - {b"soun"} or not walk.handlers:
        raise ValueError("no sound, or a film")
    return max(walk.lengths), bytes(walk.content)
