"""PNGs that say in several ways what their colours are, and the pixels of sRGB that they stand for."""

import io
import struct
import zlib

from PIL import Image, ImageCms

from profiles import PROFILES

CHROMATICITIES = {
    "srgb": (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06),
    "p3": (0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    "adobe": (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06),
    "none": (0,) * 8,
    "line": (0.3127, 0.329, 0.6, 0.3, 0.4, 0.3, 0.2, 0.3),
}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def cicp(primaries, transfer, matrix=0, full=1):
    return chunk(b"cICP", bytes([primaries, transfer, matrix, full]))


def iccp(name):
    return chunk(b"iCCP", b"test\0\0" + zlib.compress(PROFILES[name]()))


def chrm(name):
    return chunk(b"cHRM", b"".join(struct.pack(">I", round(100000 * value)) for value in CHROMATICITIES[name]))


def gama(value):
    return chunk(b"gAMA", struct.pack(">I", round(100000 * value)))


SRGB = chunk(b"sRGB", b"\0")
USUAL = gama(0.45455)

# What stands in the file, the profile that counts, and the gamma that counts.
WORDS = {
    "cicp-srgb": (cicp(1, 13), None, None),
    "cicp-p3": (cicp(12, 13), "p3", None),
    "cicp-bt709": (cicp(1, 1), "bt709", None),
    "cicp-before-profile": (cicp(12, 13) + iccp("adobe") + gama(1), "p3", None),
    "cicp-before-gamma": (cicp(1, 13) + chrm("p3") + gama(1), None, None),
    "cicp-hdr": (cicp(9, 16) + iccp("adobe"), "adobe", None),
    "cicp-narrow": (cicp(12, 13, full=0) + SRGB, None, None),
    "profile-before-srgb": (iccp("adobe") + SRGB, "adobe", None),
    "profile-before-gamma": (iccp("adobe") + chrm("p3") + gama(1), "adobe", None),
    "srgb-before-primaries": (SRGB + chrm("p3") + gama(1), None, None),
    "primaries-p3": (chrm("p3") + USUAL, "p3", None),
    "primaries-srgb": (chrm("srgb") + USUAL, None, None),
    "primaries-linear": (chrm("adobe") + gama(1), "adobe-linear", None),
    "gamma-alone": (gama(1), None, 1),
    "gamma-of-old-screens": (gama(1 / 1.8), None, 1 / 1.8),
    "gamma-beside-broken-profile": (iccp("broken") + gama(1), None, 1),
    "primaries-alone": (chrm("p3"), None, None),
    "primaries-none": (chrm("none") + USUAL, None, None),
    "primaries-line": (chrm("line") + USUAL, None, None),
}


def shown(picture, gamma):
    """The picture as a display of sRGB needs it."""
    lights = [(level / 255) ** (1 / gamma) for level in range(256)]
    table = [round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)) for light in lights]
    bands = [band if name == "A" else band.point(table) for name, band in zip(picture.getbands(), picture.split())]
    return Image.merge(picture.mode, bands)


def converted(picture, name):
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    profile = ImageCms.ImageCmsProfile(io.BytesIO(PROFILES[name]()))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    picture = ImageCms.profileToProfile(picture.convert("RGB"), profile, ImageCms.createProfile("sRGB"), flags=flags)
    if alpha:
        picture.putalpha(alpha)
    return picture


def said(name, picture):
    """The file and its pixels in sRGB."""
    words, profile, gamma = WORDS[name]
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    file = buffer.getvalue()
    if gamma:
        picture = shown(picture, gamma)
    if profile:
        picture = converted(picture, profile)
    return file[:33] + words + file[33:], picture


def deep(mode):
    """A ramp of 1,024 levels of 16 bits that are light itself, and its sRGB."""
    channels = {"L": 1, "RGB": 3, "RGBA": 4}[mode]
    levels = range(0, 65536, 64)
    row = b"".join(struct.pack(">H", level) * min(channels, 3) + b"\x80\x80" * (channels == 4) for level in levels)
    header = struct.pack(">IIBBBBB", len(levels), 2, 16, {1: 0, 3: 2, 4: 6}[channels], 0, 0, 0)
    data = zlib.compress((b"\0" + row) * 2)
    file = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + cicp(1, 8) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    lights = [level / 65535 for level in levels]
    shown = [12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055 for light in lights]
    pixels = b"".join(bytes([round(255 * level)] * min(channels, 3) + [128] * (channels == 4)) for level in shown)
    return file, Image.frombytes(mode, (len(levels), 2), pixels * 2)
