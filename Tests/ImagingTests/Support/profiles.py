"""Colour profiles (ICC.1:2001-04) of known spaces, built byte by byte."""

import struct

SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
D50 = (0.9642, 1.0, 0.8249)


def fixed(*values):
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def xyz(values):
    return b"XYZ \0\0\0\0" + fixed(*values)


def gamma(value):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def srgb_light(level):
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def bt709_light(level):
    return level / 4.5 if level < 0.081 else ((level + 0.099) / 1.099) ** (1 / 0.45)


def curve(light, count=1024):
    table = [round(65535 * light(index / (count - 1))) for index in range(count)]
    return b"curv\0\0\0\0" + struct.pack(">I%dH" % count, count, *table)


def text(words):
    return b"text\0\0\0\0" + words.encode() + b"\0"


def description(words):
    return (b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words.encode() + b"\0" + bytes(4 + 4 + 2 + 1 + 67))


def profile(space, kind, connection, tags):
    tags = {b"desc": description("test"), b"cprt": text("none"), b"wtpt": xyz(D50)} | tags
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        value += bytes(-len(value) % 4)
        table += name + struct.pack(">II", start + len(data), len(value))
        data += value
    header = (struct.pack(">I", start + len(data)) + b"test" + bytes([2, 0x40, 0, 0]) + kind + space + connection
              + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + fixed(*D50) + bytes(48))
    return header + struct.pack(">I", len(tags)) + table + data


def rgb(primaries, curve):
    tags = {name: xyz(value) for name, value in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries)}
    return profile(b"RGB ", b"mntr", b"XYZ ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


def gray(curve):
    return profile(b"GRAY", b"mntr", b"XYZ ", {b"kTRC": curve})


def lab(red, green, blue):
    light = [srgb_light(level) for level in (red, green, blue)]
    ratios = [sum(light[i] * SRGB[i][axis] for i in range(3)) / D50[axis] for axis in range(3)]
    x, y, z = [ratio ** (1 / 3) if ratio > 0.008856 else 7.787 * ratio + 16 / 116 for ratio in ratios]
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def cmyk(points=5):
    """A press with dull inks: a grid of four inks to L*a*b* of 8 bits (lut8Type)."""
    steps = [index / (points - 1) for index in range(points)]
    grid = bytearray()
    for c in steps:
        for m in steps:
            for y in steps:
                for k in steps:
                    lightness, a, b = lab(*(0.05 + 0.9 * (1 - 0.95 * ink) * (1 - 0.9 * k) for ink in (c, m, y)))
                    grid += bytes(max(0, min(255, round(v))) for v in (lightness * 2.55, a + 128, b + 128))
    identity = bytes(range(256))
    table = (b"mft1\0\0\0\0" + bytes([4, 3, points, 0]) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1) + identity * 4 + bytes(grid)
             + identity * 3)
    return profile(b"CMYK", b"prtr", b"Lab ", {b"A2B0": table})


PROFILES = {
    "p3": lambda: rgb(DISPLAY_P3, curve(srgb_light)),
    "adobe": lambda: rgb(ADOBE_RGB, gamma(2.19921875)),
    "srgb": lambda: rgb(SRGB, curve(srgb_light)),
    "gray18": lambda: gray(gamma(1.8)),
    "graysrgb": lambda: gray(curve(srgb_light)),
    "bt709": lambda: rgb(SRGB, curve(bt709_light)),
    "adobe-linear": lambda: rgb(ADOBE_RGB, gamma(1)),
    "cmyk": cmyk,
    "broken": lambda: bytes(range(200)),
}
