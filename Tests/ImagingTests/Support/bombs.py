"""Small files that ask a decoder for enormous work: each must be refused by what its header says.

The largest one is a real file, which libjpeg decodes in half a minute; the others claim sizes that they do not hold.
"""

import struct
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width, height, depth, colour, interlaced):
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def interlaced_png():
    """41 bytes: a decoder that trusts the header allocates all rows of 16 bits before it sees that there are no data."""
    return png_header(786464, 32, 16, 6, 1) + struct.pack(">I", 8) + b"IDAT"


def huge_png():
    """65536 rows of 65536 black pixels; their compressed data alone would be 16 MB, so only the first rows are there."""
    rows = zlib.compress(bytes(1 + 65536 * 3) * 64, 9)
    return png_header(65536, 65536, 8, 2, 0) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def texts_png(count=100):
    """One pixel and a hundred compressed texts of 7.9 megabytes each."""
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b" " * 7_900_000, 9))
    row = chunk(b"IDAT", zlib.compress(bytes(4)))
    return png_header(1, 1, 8, 2, 0) + text * count + row + chunk(b"IEND", b"")


def copyright_png(count=10_000):
    """One pixel behind 2.5 gigabytes of blank notices of copyright, compressed, and one that says something."""
    notice = chunk(b"zTXt", b"Copyright\0\0" + zlib.compress(b" " * 250_000, 9))
    last = chunk(b"tEXt", b"Copyright\0me")
    row = chunk(b"IDAT", zlib.compress(bytes(4)))
    return png_header(1, 1, 8, 2, 0) + notice * count + last + row + chunk(b"IEND", b"")


def segment(marker, payload):
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def frame(process, width, height, components):
    sampled = b"".join(bytes([number, factors, 0]) for number, factors in components)
    return segment(process, struct.pack(">BHHB", 8, height, width, len(components)) + sampled)


def scan(components, first, last):
    tables = b"".join(bytes([number, 0]) for number in components)
    return segment(0xDA, bytes([len(components)]) + tables + bytes([first, last, 0]))


def arithmetic_jpeg():
    """230 bytes of arithmetic coding, where a few bytes stand for any number of samples."""
    start = (b"\xff\xd8" + segment(0xDB, bytes([0] + [1] * 64)) + frame(0xC9, 35584, 18696, [(1, 0x22), (2, 0x11), (3, 0x11)])
             + segment(0xCC, bytes([0x00, 0x10, 0x10, 0x05])) + scan([1, 2, 3], 0, 63))
    return start + bytes(228 - len(start)) + b"\xff\xd9"


def bits(text):
    text += "1" * (-len(text) % 8)
    return bytes(int(text[index:index + 8], 2) for index in range(0, len(text), 8)).replace(b"\xff", b"\xff\x00")


def many_scans_jpeg(width=7000, height=7000, scans=5000):
    """A flat gray picture of 49 megapixels, refined 5,000 times by nothing: each scan visits every block."""
    blocks = -(-width // 8) * -(-height // 8)
    # One code of one bit each: DC difference 0, and an end-of-band run of 2^14 blocks and more.
    tables = segment(0xC4, bytes([0x00, 1] + [0] * 15 + [0x00])) + segment(0xC4, bytes([0x10, 1] + [0] * 15 + [0xE0]))
    count = -(-blocks // 32767)
    runs = [blocks // count + (index < blocks % count) for index in range(count)]
    data = "".join("0" + format(run - 16384, "014b") for run in runs)
    refinement = scan([1], 1, 63) + bits(data)
    start = b"\xff\xd8" + segment(0xDB, bytes([0] + [1] * 64)) + frame(0xC2, width, height, [(1, 0x11)]) + tables
    return start + scan([1], 0, 0) + bits("0" * blocks) + refinement * scans + b"\xff\xd9"


BOMBS = {
    "bomb-interlaced-png": interlaced_png,
    "bomb-huge-png": huge_png,
    "bomb-texts-png": texts_png,
    "bomb-copyright-png": copyright_png,
    "bomb-arithmetic-jpeg": arithmetic_jpeg,
    "bomb-many-scans-jpeg": many_scans_jpeg,
}
