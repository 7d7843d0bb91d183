"""What is measured, of which photographs."""

import os

FIVE = "200,400,800,1600,3200"
WIDEST = FIVE.rsplit(",", 1)[-1]
LARGE, SMALL = "JPEG → 800 px JPEG", "JPEG → 200 px JPEG"
JPEGS, WEBPS = "JPEG → five JPEGs (200 … 3200 px)", "JPEG → five WebPs, effort 2"
OTHERS = "other formats → 800 px"
LINEAR = "linear light → 800 px JPEG (floor: the same of levels)"
TURNED = "JPEG turned by 30° on white → JPEG"
KERNEL = "resize kernel alone, RGB 4928 × 3280 → 852 × 567 (OpenCV: area)"


def everyone(work):
    return {name: (name, work) for name in ("ours", "vips", "pillow", "opencv")}


def above_floor(work):
    return everyone(work) | {"floor": ("ours", f"floor:{work}")}


def measure(times, photographs):
    jpegs = photographs.jpegs
    for title, width in ((LARGE, 800), (SMALL, 200)):
        for photo in jpegs:
            times.measure(title, photo, above_floor(f"jpeg:{width}"))
    for photo in jpegs:
        times.measure(JPEGS, photo, above_floor(f"jpeg:{FIVE}") | {"vips each": ("vips", f"each:{FIVE}")})
    for photo in photographs.large[:2]:
        times.measure(WEBPS, photo, above_floor(f"webp:{FIVE}") | {
            "ours on all cores": ("all cores", f"webp:{FIVE}"), "largest alone": ("ours", f"floor:webp:{WIDEST}")})
    for photo in photographs.others:
        times.measure(OTHERS, photo, everyone("png:800" if photo.endswith(".png") else "jpeg:800"))
    for photo in jpegs:
        times.measure(LINEAR, photo, {"ours": ("ours", "linear:800"), "floor": ("ours", "jpeg:800")})
    for photo in photographs.large[1:2]:
        times.measure(TURNED, photo, everyone("rotate:30"))
    times.measure(KERNEL, os.devnull, everyone("kernel"))


def five(kind, **options):
    """A request of `render`."""
    return {"renditions": [{"name": f"w{width}", "width": int(width), "format": kind} | options for width in FIVE.split(",")]}
