"""Ogg: pages of streams. One stream of sound is kept, and its comment is emptied (RFC 3533)."""

import struct
import zlib
from dataclasses import dataclass

from communities.site.sounds.comments import emptied

MOST_PAGES = 100_000
HEAD = 27
BEGINS = 2
MIRRORED = bytes(int(f"{number:08b}"[::-1], 2) for number in range(256))


@dataclass(slots=True)
class Page:
    """Where a page stands, and where its payload begins."""

    start: int
    payload: int
    end: int
    flags: int
    samples: int
    serial: int
    lacing: bytes


def _pages(content):
    """Every whole page, one directly after the other; a last page that was cut off is left out."""
    place, found = 0, []
    while place + HEAD <= len(content):
        magic, version, flags, samples, serial = struct.unpack_from("<4sBBqI", content, place)
        lacing = content[place + HEAD : place + HEAD + content[place + 26]]
        payload = place + HEAD + content[place + 26]
        end = payload + sum(lacing)
        if magic != b"OggS" or version or len(found) == MOST_PAGES:
            raise ValueError("no page")
        if end > len(content):
            break
        found.append(Page(place, payload, end, flags, samples, serial, lacing))
        place = end
    return found


def _rate(head):
    """Samples a second. Opus counts 48,000 whatever it holds; a stream of something else has none."""
    if head.startswith(b"OpusHead"):
        return 48_000
    return struct.unpack_from("<I", head, 12)[0] if head.startswith(b"\x01vorbis") else 0


def _sound(content):
    """The pages of the one stream of sound, and its rate. A film is no sound, and one file is one recording."""
    pages = _pages(content)
    heads = [page for page in pages if page.flags & BEGINS]
    if not heads or pages[: len(heads)] != heads:
        raise ValueError("several recordings in a row")
    rates = {page.serial: _rate(content[page.payload : page.end]) for page in heads}
    if any(content[page.payload : page.end].startswith(b"\x80theora") for page in heads):
        raise ValueError("a film")
    serial, rate = next(((serial, rate) for serial, rate in rates.items() if rate), (None, 0))
    return [page for page in pages if page.serial == serial], rate


def _comment(pages):
    """How many bytes of each page after the first belong to the comment, the second packet of the stream."""
    sizes = []
    for page in pages[1:]:
        last = next((number for number, size in enumerate(page.lacing) if size < 255), None)
        sizes.append(sum(page.lacing if last is None else page.lacing[: last + 1]))
        if last is not None:
            return sizes
    raise ValueError("a comment without end")


def _signed(page):
    """A page with its own check sum; Ogg's is that of zip, with every byte mirrored and nothing turned over."""
    page = page[:22] + b"\0\0\0\0" + page[26:]
    found = zlib.crc32(page.translate(MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return page[:22] + found.to_bytes(4, "big").translate(MIRRORED) + page[26:]


def read(content):
    """The place of the last page, in samples; nothing of another stream is kept."""
    pages, rate = _sound(content)
    sizes = _comment(pages)
    places = list(zip(pages[1:], sizes, strict=False))
    packet = emptied(b"".join(content[page.payload : page.payload + size] for page, size in places))
    kept = [content[pages[0].start : pages[0].end]]
    for page, size in places:
        words, packet = packet[:size], packet[size:]
        head = content[page.start : page.payload]
        kept.append(_signed(head + words + content[page.payload + size : page.end]))
    kept += [content[page.start : page.end] for page in pages[len(kept) :]]
    return max(page.samples for page in pages) / rate, b"".join(kept)
