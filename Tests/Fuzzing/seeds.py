"""Small pictures of every kind as the fuzzer's first inputs: seeds.py FOLDER makes a folder for each target."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "ImagingTests" / "Support"))

from pillow_witness import KINDS, png  # noqa: E402

LARGEST = 20_000
REQUESTS = [
    b'{"renditions": [{"name": "a", "width": 20, "format": "jpeg"}, {"name": "b", "format": "preserve"}]}',
    b'{"renditions": [{"name": "a", "height": 9, "fit": "contain", "width": 30, "background": "#10203040", "format": "webp"}]}',
    b'{"renditions": [{"name": "a", "width": 30, "format": "png", "maximumBytes": 900, "metadata": "all"}]}',
    b'{"puzzle": {"rows": 2, "columns": 3, "width": 96, "height": 60, "seed": 7}, "preset": "gallery"}',
    b'{"operations": [{"blur": {"sigma": 2}}, {"rotate": {"degrees": 30}}], "renditions": [{"name": "a", "format": "png"}]}',
]


def pictures():
    for kind, make in KINDS.items():
        yield kind.split("-")[0], kind, make()
    for colour, depths in {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}.items():
        for depth in depths:
            for interlaced in (False, True):
                yield "png", f"png-{colour}-{depth}-{interlaced}", png(colour, depth, interlaced)[0]


def main(folder):
    for target, name, picture in pictures():
        if len(picture) > LARGEST:
            continue
        write(folder / target / name, picture)
        for index, request in enumerate(REQUESTS):
            write(folder / "render" / f"{name}-{index}", request + b"\n" + picture)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


main(pathlib.Path(sys.argv[1]))
