"""The comment that Opus and Vorbis carry: name, place, maker, cover. It is emptied and keeps its length.

What was there becomes the spaces of a maker's name, so that the packet stays a valid one and no byte behind it
moves (RFC 7845, section 5.2; Vorbis I specification, section 5).
"""

import struct

OPUS, VORBIS = b"OpusTags", b"\x03vorbis"


def emptied(packet):
    """The same packet, of the same length, that says nothing; `ValueError` when it is no comment."""
    for name, end in ((OPUS, b""), (VORBIS, b"\x01")):
        spaces = len(packet) - len(name) - len(end) - 8
        if packet.startswith(name) and spaces >= 0:
            return name + struct.pack("<I", spaces) + b" " * spaces + struct.pack("<I", 0) + end
    raise ValueError("no comment")
