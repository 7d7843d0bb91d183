"""Looks at a puzzle's files with other people's libraries.

    puzzle_witness.py schema SCHEMA DOCUMENT     every complaint of jsonschema, one a line
    puzzle_witness.py assemble FOLDER PICTURE    how far the pieces put together are from the picture, in levels
"""

import json
import pathlib
import sys

import jsonschema
from PIL import Image


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


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "schema":
        for line in complaints(*arguments):
            print(line)
    else:
        print(largest_difference(*arguments))
