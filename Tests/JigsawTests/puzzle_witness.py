"""Looks at a puzzle's files with other people's libraries.

    puzzle_witness.py schema SCHEMA DOCUMENT     every complaint of jsonschema, one a line
    puzzle_witness.py assemble FOLDER PICTURE    how far the pieces put together are from the picture, in levels
    puzzle_witness.py outlines FOLDER            how far opacities are from what the SVG paths cover, in levels
"""

import json
import pathlib
import re
import sys

import jsonschema
from PIL import Image, ImageDraw


def complaints(schema_path, document_path):
    schema = json.loads(pathlib.Path(schema_path).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(pathlib.Path(document_path).read_text())
    for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        yield f"{error.json_path}: {error.message}"


def largest_difference(folder, picture_path):
    folder = pathlib.Path(folder)
    puzzle = json.loads((folder / "puzzle.json").read_text())
    sheets = [Image.open(folder / sheet["file"]).convert("RGBA") for sheet in puzzle["sheets"]]
    assert [sheet.size for sheet in sheets] == [(s["width"], s["height"]) for s in puzzle["sheets"]]
    picture = Image.open(picture_path).convert("RGB")
    width, height = picture.size
    assert (width, height) == (puzzle["picture"]["width"], puzzle["picture"]["height"])
    sums = [[0, 0, 0] for _ in range(width * height)]
    for piece in puzzle["pieces"]:
        box, place = piece["rectangle"], piece["position"]
        pixels = sheets[piece["sheet"]].crop((box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]))
        for index, (*color, alpha) in enumerate(pixels.get_flattened_data()):
            row, column = divmod(index, box["width"])
            if alpha:
                target = sums[(place["y"] + row) * width + place["x"] + column]
                for channel in range(3):
                    target[channel] += color[channel] * alpha
    return max(
        abs(total / 255 - level)
        for totals, color in zip(sums, picture.get_flattened_data(), strict=True)
        for total, level in zip(totals, color, strict=True)
    )


def corners(path):
    """The places along an outline, each curve as 64 lines."""
    x, y = 0.0, 0.0
    for command, text in re.findall(r"([Mclz])([^Mclz]*)", path):
        numbers = [float(number) for number in text.split()]
        if command == "c":
            x1, y1, x2, y2, x3, y3 = numbers
            for step in range(1, 65):
                t, s = step / 64, 1 - step / 64
                yield (x + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t**3 * x3,
                       y + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t**3 * y3)
            x, y = x + x3, y + y3
        elif command in "Ml":
            x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[0], y + numbers[1])
            yield x, y


def largest_outline_difference(folder, fineness=32):
    """Pillow fills each outline at 32 times the size, once with and once without the fine pixels that its line touches;
    means of 32 × 32 of both are the coverages."""
    folder = pathlib.Path(folder)
    puzzle = json.loads((folder / "puzzle.json").read_text())
    sheets = [Image.open(folder / sheet["file"]).convert("RGBA") for sheet in puzzle["sheets"]]
    largest = 0
    for piece in puzzle["pieces"]:
        box, place = piece["rectangle"], piece["position"]
        size = (box["width"] * fineness, box["height"] * fineness)
        # Pillow's places are the middles of pixels.
        outline = [((x - place["x"]) * fineness - 0.5, (y - place["y"]) * fineness - 0.5) for x, y in corners(piece["path"])]
        with_line, without_line = Image.new("L", size), Image.new("L", size)
        ImageDraw.Draw(with_line).polygon(outline, fill=255)
        ImageDraw.Draw(without_line).polygon(outline, fill=255, outline=0)
        expected = Image.blend(with_line.reduce(fineness), without_line.reduce(fineness), 0.5).get_flattened_data()
        pixels = sheets[piece["sheet"]].crop((box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]))
        found = pixels.getchannel("A").get_flattened_data()
        largest = max(largest, max(abs(one - other) for one, other in zip(expected, found, strict=True)))
    return largest


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "schema":
        for line in complaints(*arguments):
            print(line)
    elif command == "outlines":
        print(largest_outline_difference(*arguments))
    else:
        print(largest_difference(*arguments))
