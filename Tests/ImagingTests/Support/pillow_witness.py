"""Makes pictures, reads them and resizes them with Pillow, independently of the code under test.

serve                            reads commands until the end of its input, one a line with tabs between the words, and answers
                                 each with a line that says how many bytes follow, -1 for a command that failed
decode FILE                      the pixels as Pillow sees them
resize FILE WIDTH HEIGHT FILTER  the upright picture, resized in floating point and rounded once, colours weighed by alpha
linear FILE WIDTH HEIGHT FILTER  the same, of amounts of light instead of levels
profile FILE                     the ICC profile
srgb FILE                        the pixels in sRGB by the file's profile, through littleCMS
metadata FILE                    one name a line of the metadata left in the file
make KIND FILE                   a file of one kind, named below; prints its pixels where they are exact

Pixels are printed as a line "MODE WIDTH HEIGHT" and the raw bytes.
"""

import array
import io
import math
import random
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib

from PIL import Image, ImageCms, ImageDraw, ImageOps, PngImagePlugin

from bombs import BOMBS
from png_colours import deep, said
from profiles import PROFILES

FILTERS = {"nearest": Image.NEAREST, "bilinear": Image.BILINEAR, "lanczos3": Image.LANCZOS}


def show(picture):
    if picture.mode not in ("L", "RGB", "RGBA"):
        picture = picture.convert("RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB")
    sys.stdout.buffer.write(b"%s %d %d\n" % (picture.mode.encode(), *picture.size))
    sys.stdout.buffer.write(picture.tobytes())


def floating(values, size):
    return Image.frombytes("F", size, array.array("f", values).tobytes())


def light(level):
    return 255 * (level / 255 / 12.92 if level <= 0.04045 * 255 else ((level / 255 + 0.055) / 1.055) ** 2.4)


def level(value):
    value = max(0, min(1, value / 255))
    return 255 * (value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


def resized(picture, size, kernel, linear=False):
    """Pillow rounds to levels between its two passes, unless the samples are floating point."""
    bands = [list(band.tobytes()) for band in picture.split()]
    colours = slice(0, 3)
    if linear:
        bands[colours] = [[light(value) for value in band] for band in bands[colours]]
    if picture.mode == "RGBA":
        bands[:3] = [[value * alpha for value, alpha in zip(band, bands[3])] for band in bands[:3]]
    small = [array.array("f", floating(band, picture.size).resize(size, kernel).tobytes()) for band in bands]
    if picture.mode == "RGBA":
        small[:3] = [[value / alpha if alpha >= 1 / 128 else 0 for value, alpha in zip(band, small[3])] for band in small[:3]]
    if linear:
        small[colours] = [[level(value) for value in band] for band in small[colours]]
    channels = [Image.frombytes("L", size, bytes(max(0, min(255, int(value + 0.5))) for value in band)) for band in small]
    return Image.merge(picture.mode, channels)


def scene(width=97, height=61, mode="RGB"):
    """Smooth ranges, an edge and texture, different in every channel."""
    data = bytearray()
    for y in range(height):
        for x in range(width):
            pixel = (x * 255 // width, y * 255 // height, (x * 7 + y * 13) % 256 if x > width // 2 else 40)
            data += bytes(pixel)
    picture = Image.frombytes("RGB", (width, height), bytes(data))
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize((width, height)))
        return picture
    return picture.convert(mode)


def grainy(width, height):
    """A smooth range with grain, as sensors have it."""
    grain = random.Random(7)
    data = bytearray()
    for y in range(height):
        for x in range(width):
            data += bytes(max(0, min(255, value + grain.randint(-20, 20))) for value in (60 + x // 5, 200 - y // 5, 120))
    return Image.frombytes("RGB", (width, height), bytes(data))


def ramp(side, mode):
    """A square whose rows have the levels 55 to 255 from top to bottom, in every channel."""
    rows = (bytes([55 + y * 200 // (side - 1)]) * side * len(mode) for y in range(side))
    return Image.frombytes(mode, (side, side), b"".join(rows))


# PNG: every colour type, depth and interlacing, written from the specification.

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def sample(x, y, channel, depth):
    return (x * 2654435761 + y * 40503 + channel * 977 + x * y * 31) % (1 << depth)


def packed(samples, depth):
    if depth == 16:
        return b"".join(struct.pack(">H", value) for value in samples)
    if depth == 8:
        return bytes(samples)
    bits = "".join(format(value, "0%db" % depth) for value in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[index : index + 8], 2) for index in range(0, len(bits), 8))


def rounded(value, depth):
    return (value * 255 * 2 + (1 << depth) - 1) // (2 * ((1 << depth) - 1))


def displayed(value, gamma):
    """A level of 8 bits as a display of sRGB needs it."""
    light = (value / 255) ** (1 / gamma)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def png(colour, depth, interlaced, width=19, height=13, transparent=False, gamma=None):
    """The file, its mode and its pixels at 8 bits, rounded."""
    channels = CHANNELS[colour]
    palette = [((i * 53) % 256, (i * 97) % 256, (i * 11) % 256) for i in range(1 << depth)] if colour == 3 else None
    passes = ADAM7 if interlaced else ((0, 0, 1, 1),)
    body = b""
    for left, top, across, down in passes:
        for y in range(top, height, down):
            row = [sample(x, y, c, depth) for x in range(left, width, across) for c in range(channels)]
            body += b"\0" + packed(row, depth) if row else b""
    key = [sample(3, 2, c, depth) for c in range(channels)]
    extra = b""
    if gamma:
        extra += chunk(b"gAMA", struct.pack(">I", round(100000 * gamma)))
    if palette:
        extra += chunk(b"PLTE", b"".join(bytes(entry) for entry in palette))
    if transparent:
        extra += chunk(b"tRNS", bytes([0, 128, 255][: 1 << depth]) if palette else
                       b"".join(struct.pack(">H", value) for value in key))
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    file = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(body))
            + chunk(b"IEND", b""))
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            values = [sample(x, y, c, depth) for c in range(channels)]
            pixel = list(palette[values[0]]) if palette else [rounded(value, depth) for value in values]
            if gamma:
                colours = pixel if colour not in (4, 6) else pixel[:-1]
                if depth == 16:
                    colours = [255 * value / 65535 for value in values[: len(colours)]]
                pixel[: len(colours)] = [displayed(value, gamma) for value in colours]
            if transparent:
                alpha = ([0, 128, 255] + [255] * 256)[values[0]] if palette else 0 if values == key else 255
                pixel = (pixel * 3 if colour == 0 else pixel) + [alpha]
            elif colour == 4:
                pixel = pixel[:1] * 3 + pixel[1:]
            pixels += bytes(pixel)
    mode = {1: "L", 3: "RGB", 4: "RGBA"}[len(pixels) // (width * height)]
    return file, mode, (width, height), bytes(pixels)


# JPEG and WebP, by Pillow's own libraries.

def profile(space="RGB"):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB" if space == "RGB" else "LAB")).tobytes()


def palette_index(interlaced):
    """Four pixels of a palette of two colours, the third of which is of neither."""
    header = struct.pack(">IIBBBBB", 4, 1, 8, 3, 0, 0, interlaced)
    rows = [[0], [2], [1, 1]] if interlaced else [[0, 1, 2, 1]]
    data = zlib.compress(b"".join(bytes([0, *row]) for row in rows))
    palette = chunk(b"PLTE", bytes([255, 0, 0, 0, 0, 255]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + palette + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def raw_profile():
    """EXIF as compressed text in ImageMagick's form: the orientation 6."""
    exif = Image.Exif()
    exif[0x0112] = 6
    block = exif.tobytes()
    text = PngImagePlugin.PngInfo()
    text.add_text("Raw profile type exif", f"\nexif\n{len(block):8}\n{block.hex()}\n", zip=True)
    return text


def copyright_text(kind, notice):
    text = PngImagePlugin.PngInfo()
    if kind.startswith("iTXt"):
        text.add_itxt("Copyright", notice, "ja", "\u8457\u4f5c\u6a29", zip=kind.endswith("compressed"))
    else:
        text.add_text("Copyright", notice, zip=kind == "zTXt")
    return text


def saved(picture, kind, **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def with_profile(name, mode, kind, adobe=True):
    options = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"lossless": True, "exact": True}}.get(kind, {})
    file = saved(scene(mode=mode), kind, icc_profile=PROFILES[name](), **options)
    if not adobe:
        start = file.index(b"\xff\xee\0\x0eAdobe")
        file = file[:start] + file[start + 16 :]
    return file


def in_ycck(file):
    """Says that the inks are stored as luma, chroma and black, which makes other colours of them."""
    start = file.index(b"\xff\xee\0\x0eAdobe")
    return file[: start + 15] + b"\2" + file[start + 16 :]


def srgb(path):
    picture = Image.open(path)
    target = ImageCms.createProfile("sRGB")
    profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
    colour = profile.profile.xcolor_space.strip()
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    if picture.mode == "RGBA" or colour == "RGB":
        picture = picture.convert("RGB")
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    picture = ImageCms.profileToProfile(picture, profile, target, outputMode="RGB", flags=flags)
    if alpha:
        picture.putalpha(alpha)
    return picture


def noise(width, height):
    return Image.frombytes("L", (width, height), random.Random(7).randbytes(width * height))


def vivid(**options):
    """Yellows of which half are beyond what can be shown: blue below zero by up to 90 levels."""
    colours = [Image.new("L", (416, 320), level) for level in (40, 128)]
    luma = noise(416, 320).point(lambda level: 60 + level * 180 // 255)
    return saved(Image.merge("YCbCr", [luma, *colours]), "JPEG", quality=95, **options)


def sampled(factors, *options, picture=None, quality=92):
    """A JPEG whose components have those sampling factors, by libjpeg's own program: Pillow knows three kinds only."""
    pixels = saved(picture or scene(96, 64), "PPM")
    return subprocess.run(["cjpeg", "-quality", str(quality), "-sample", factors, *options], input=pixels, check=True,
                          capture_output=True).stdout


def colourful(width=400, height=300):
    """Saturated edges of every angle on the left, and on the right waves of red and cyan of one luma, the shorter the farther out."""
    colours = [(255, 0, 0), (0, 0, 255), (0, 255, 0), (255, 0, 255), (0, 255, 255), (255, 255, 0), (0, 0, 0), (255, 255, 255)]
    draw, shapes = ImageDraw.Draw(picture := Image.new("RGB", (width, height), (255, 0, 0))), random.Random(3)
    for index in range(60):
        x, y, radius = shapes.randrange(width // 2), shapes.randrange(height), shapes.randrange(4, 45)
        if index % 2:
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=shapes.choice(colours))
        else:
            draw.line([x, y, x + 3 * radius, y + radius - 20], fill=shapes.choice(colours), width=shapes.randrange(1, 5))
    left = 2 * width // 3
    waves = [math.cos(math.pi / 4 * (x * x + y * y) / (width - left)) for y in range(height) for x in range(width - left)]
    luma, blue = Image.new("L", (width - left, height), 128), Image.new("L", (width - left, height), 128)
    red = Image.frombytes("L", luma.size, bytes(128 + round(90 * wave) for wave in waves))
    picture.paste(Image.merge("YCbCr", [luma, blue, red]).convert("RGB"), (left, 0))
    return picture


def by_component():
    """A sequential JPEG of a scan for each component."""
    with tempfile.NamedTemporaryFile("w") as script:
        script.write("0;\n1;\n2;\n")
        script.flush()
        return sampled("2x2,1x1,1x1", "-scans", script.name)


def animation(offset):
    frames = [scene(60, 40, "RGBA"), scene(60, 40, "RGBA").transpose(Image.Transpose.ROTATE_180)]
    if offset:
        frames[0] = Image.new("RGBA", (60, 40))
        frames[0].paste(scene(20, 10), (32, 24))
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=50, lossless=True,
                 allow_mixed=False)


KINDS = BOMBS | {
    "jpeg-baseline": lambda: saved(scene(), "JPEG", quality=90),
    "jpeg-444": lambda: saved(scene(), "JPEG", quality=90, subsampling=0),
    "jpeg-422": lambda: saved(scene(), "JPEG", quality=90, subsampling=1),
    "jpeg-422-aligned": lambda: saved(scene(64, 48), "JPEG", quality=95, subsampling=1),
    "jpeg-411": lambda: sampled("4x1,1x1,1x1"),
    "jpeg-411-progressive": lambda: sampled("4x1,1x1,1x1", "-progressive"),
    "jpeg-440": lambda: sampled("1x2,1x1,1x1"),
    "jpeg-410": lambda: sampled("4x2,1x1,1x1"),
    "jpeg-441": lambda: sampled("1x4,1x1,1x1"),
    "jpeg-3x1": lambda: sampled("3x1,1x1,1x1"),
    "jpeg-1x3": lambda: sampled("1x3,1x1,1x1"),
    "jpeg-uneven-chroma": lambda: sampled("2x2,2x1,1x2"),
    "jpeg-small-luma": lambda: sampled("1x1,2x2,2x2"),
    "jpeg-small-luma-progressive": lambda: sampled("1x1,2x1,2x1", "-progressive"),
    "jpeg-gray-progressive": lambda: saved(scene(mode="L"), "JPEG", quality=90, progressive=True),
    "jpeg-cmyk-progressive": lambda: saved(scene(mode="CMYK"), "JPEG", quality=90, progressive=True),
    "jpeg-progressive": lambda: saved(scene(), "JPEG", quality=90, progressive=True),
    "jpeg-progressive-restarts": lambda: sampled("2x2,1x1,1x1", "-progressive", "-restart", "3B"),
    "jpeg-vivid": vivid,
    "jpeg-vivid-progressive": lambda: vivid(progressive=True),
    "jpeg-by-component": by_component,
    "jpeg-restarts": lambda: saved(scene(), "JPEG", quality=90, restart_marker_blocks=3),
    "jpeg-gray": lambda: saved(scene(mode="L"), "JPEG", quality=90),
    "jpeg-cmyk": lambda: saved(scene(mode="CMYK"), "JPEG", quality=90),
    "webp-large-rows": lambda: saved(ramp(3000, "RGBA"), "WEBP", lossless=True, quality=0, method=0),
    "webp-large-planes": lambda: saved(ramp(4800, "RGB"), "WEBP", quality=90, method=0),
    "jpeg-cmyk-large": lambda: saved(grainy(832, 640).convert("CMYK"), "JPEG", quality=92),
    "jpeg-rgb": lambda: saved(scene(), "JPEG", quality=90, keep_rgb=True),
    "jpeg-icc": lambda: saved(scene(), "JPEG", quality=90, icc_profile=profile()),
    "jpeg-noise": lambda: saved(noise(400, 300), "JPEG", quality=95),
    "png-rgb": lambda: saved(scene(), "PNG"),
    "png-palette-index": lambda: palette_index(0),
    "png-palette-index:interlaced": lambda: palette_index(1),
    "png-raw-profile": lambda: saved(scene(), "PNG", pnginfo=raw_profile()),
    "png-gray": lambda: saved(scene(mode="L"), "PNG"),
    "png-rgba": lambda: saved(scene(mode="RGBA"), "PNG"),
    "png-icc": lambda: saved(scene(), "PNG", icc_profile=profile()),
    "webp-lossy": lambda: saved(scene(), "WEBP", quality=80),
    "webp-lossless": lambda: saved(scene(), "WEBP", lossless=True),
    "webp-alpha": lambda: saved(scene(mode="RGBA"), "WEBP", quality=80, exact=True),
    "webp-lossless-alpha": lambda: saved(scene(mode="RGBA"), "WEBP", lossless=True, exact=True),
    "webp-icc": lambda: saved(scene(), "WEBP", quality=80, icc_profile=profile()),
    "jpeg-ycck": lambda: in_ycck(saved(scene(mode="CMYK"), "JPEG", quality=95, subsampling=0)),
    "jpeg-cmyk-plain": lambda: with_profile("broken", "CMYK", "JPEG", adobe=False),
    "webp-animated": lambda: animation(offset=False),
    "webp-animated-part": lambda: animation(offset=True),
}


def make(kind, path):
    if kind.startswith("icc:"):
        name, mode, container, *plain = kind.split(":")[1:]
        open(path, "wb").write(with_profile(name, mode, container, adobe=not plain))
        return
    if kind.startswith("colourful:"):
        factors = kind.split(":")[1]
        file = (sampled(f"{factors},1x1,1x1", picture=colourful(), quality=97) if factors != "webp" else
                saved(colourful(), "WEBP", quality=95))
        open(path, "wb").write(file)
        return
    if kind.startswith("webp-quality:"):
        quality, method, mode, name = kind.split(":")[1:]
        options = {"quality": int(quality), "method": int(method), "icc_profile": PROFILES[name]() if name else b""}
        open(path, "wb").write(saved(scene(208, 160, mode), "WEBP", **options))
        return
    if kind.startswith("png-copyright:"):
        text, notice = kind.split(":")[1:]
        open(path, "wb").write(saved(scene(), "PNG", pnginfo=copyright_text(text, notice)))
        return
    if kind.startswith("said:"):
        name, mode = kind.split(":")[1:]
        file, picture = said(name, scene(mode=mode))
        open(path, "wb").write(file)
        return show(picture)
    if kind.startswith("deep:"):
        file, picture = deep(kind.split(":")[1])
        open(path, "wb").write(file)
        return show(picture)
    if kind.startswith("png:"):
        colour, depth, interlaced, transparent, gamma = (int(part) for part in kind.split(":")[1:])
        options = {"transparent": transparent, "gamma": gamma / 100000}
        file, mode, size, pixels = png(colour, depth, interlaced, **options)
        open(path, "wb").write(file)
        return show(Image.frombytes(mode, size, pixels))
    open(path, "wb").write(KINDS[kind]())


def metadata(path):
    picture = Image.open(path)
    exif = picture.getexif()
    names = [f"exif:{tag:04x}={value}" for tag, value in sorted(exif.items())]
    names += [f"photo:{tag:04x}={value}" for tag, value in sorted(exif.get_ifd(0x8769).items())]
    names += [f"gps:{tag}={value}" for tag, value in sorted(exif.get_ifd(0x8825).items())]
    names += [name for name in ("xmp", "comment", "Comment", "Software", "photoshop") if name in picture.info]
    print("\n".join(names))


def main(command, path, *rest):
    if command == "make":
        make(path, *rest)
    elif command == "metadata":
        metadata(path)
    elif command == "profile":
        sys.stdout.buffer.write(Image.open(path).info.get("icc_profile", b""))
    elif command == "srgb":
        show(srgb(path))
    elif command == "decode":
        show(Image.open(path))
    elif command in ("resize", "linear"):
        width, height, name = rest
        picture = ImageOps.exif_transpose(Image.open(path))
        show(resized(picture, (int(width), int(height)), FILTERS[name], command == "linear"))


def serve():
    output = sys.stdout.buffer
    for line in sys.stdin:
        sys.stdout = io.TextIOWrapper(io.BytesIO())
        try:
            main(*line.rstrip("\n").split("\t"))
            sys.stdout.flush()
            answer = sys.stdout.buffer.getvalue()
            output.write(b"%d\n" % len(answer) + answer)
        except Exception:
            traceback.print_exc()
            output.write(b"-1\n")
        output.flush()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main(*sys.argv[1:])
