"""The same cut made with Skia: the outlines and places of a puzzle.json, clipped out of the photograph.

    skia_cut.py PHOTO FOLDER OUTPUT

Prints one line of JSON: milliseconds of everything (decode, resize, cut, encode), of the cut alone, and peak memory.
The outlines are parsed before the clock starts.
"""

import json
import pathlib
import re
import sys
import time

import skia


def path(text):
    """An outline; puzzle.json uses M, c, l and z alone."""
    path = skia.Path()
    for command, numbers in re.findall(r"([Mclz])([^Mclz]*)", text):
        values = [float(number) for number in numbers.split()]
        match command:
            case "M": path.moveTo(*values)
            case "c": path.rCubicTo(*values)
            case "l": path.rLineTo(*values)
            case "z": path.close()
    return path


def main(photo, folder, output):
    puzzle = json.loads((pathlib.Path(folder) / "puzzle.json").read_text())
    paths = [path(piece["path"]) for piece in puzzle["pieces"]]
    start = time.perf_counter()
    picture = skia.Image.open(photo)
    width, height = puzzle["picture"]["width"], puzzle["picture"]["height"]
    if (picture.width(), picture.height()) != (width, height):
        picture = picture.resize(width, height, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
    else:
        picture = picture.makeRasterImage()
    ready = time.perf_counter()
    surfaces = [skia.Surface(sheet["width"], sheet["height"]) for sheet in puzzle["sheets"]]
    for piece, outline in zip(puzzle["pieces"], paths):
        canvas = surfaces[piece["sheet"]].getCanvas()
        box, place = piece["rectangle"], piece["position"]
        canvas.save()
        canvas.translate(box["x"] - place["x"], box["y"] - place["y"])
        canvas.clipPath(outline, doAntiAlias=True)
        canvas.drawImage(picture, 0, 0)
        canvas.restore()
    cut = time.perf_counter()
    target = pathlib.Path(output)
    target.mkdir(exist_ok=True)
    size = 0
    for surface, sheet in zip(surfaces, puzzle["sheets"]):
        # At quality 100 Skia writes lossless WebP.
        data = bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kWEBP, 100))
        (target / sheet["file"]).write_bytes(data)
        size += len(data)
    end = time.perf_counter()
    (target / "puzzle.json").write_text(json.dumps(puzzle))
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(json.dumps({
        "total_ms": round((end - start) * 1000), "cut_only_ms": round((cut - ready) * 1000),
        "peak_kb": peak, "sheet_bytes": size,
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
