"""Answers jobs from standard input as the Swift bench does, with one of the peers: vips, pillow or opencv.

Each job is a line WORK<tab>FILE<tab>REPETITIONS, each answer a line of milliseconds of processor time. Works:
jpeg:WIDTH and webp:WIDTH one rendition, jpeg:W,W,... several by the peer's best arrangement (each from the next
larger), each:W,W,... several as its users do it (decoded again for each), png:WIDTH, rotate:DEGREES, kernel.
"""

import io
import math
import os
import sys
import time

os.environ["VIPS_CONCURRENCY"] = "1"
QUALITY = 80


class Vips:
    def __init__(self):
        import pyvips

        self.vips = pyvips
        pyvips.cache_set_max(0)

    def thumbnail(self, data, width):
        return self.vips.Image.thumbnail_buffer(data, width, height=10_000_000, size="down")

    def save(self, picture, kind):
        if kind == "webp":
            return picture.webpsave_buffer(Q=QUALITY, effort=2, strip=True)
        if kind == "png":
            return picture.pngsave_buffer(compression=4, strip=True)
        return picture.jpegsave_buffer(Q=QUALITY, strip=True)

    def one(self, data, width, kind):
        return self.save(self.thumbnail(data, width), kind)

    def several(self, data, widths, kind):
        picture = None
        for width in sorted(widths, reverse=True):
            smaller = picture.thumbnail_image(width, height=10_000_000) if picture else self.thumbnail(data, width)
            picture = smaller.copy_memory()
            self.save(picture, kind)

    def rotated(self, data, degrees):
        picture = self.vips.Image.new_from_buffer(data, "", access="random")
        cubic = self.vips.Interpolate.new("bicubic")
        self.save(picture.rotate(degrees, interpolate=cubic, background=[255, 255, 255]), "jpeg")

    def kernel(self, width, height):
        picture = self.vips.Image.gaussnoise(width, height).cast("uchar").bandjoin([0, 0]).copy_memory()
        return lambda: picture.reduce(4928 / 852, 3280 / 567, kernel="lanczos3", gap=0).copy_memory()


class Pillow:
    def __init__(self):
        from PIL import Image

        Image.MAX_IMAGE_PIXELS = None
        self.image = Image

    def thumbnail(self, data, width):
        picture = self.image.open(io.BytesIO(data))
        # A generous height would keep Pillow from reducing the picture while it is decoded.
        height = math.ceil(picture.height * width / picture.width)
        picture.thumbnail((width, height), self.image.Resampling.LANCZOS)
        return picture

    def save(self, picture, kind):
        options = {"webp": {"quality": QUALITY, "method": 2}, "png": {"compress_level": 4}}
        picture.save(io.BytesIO(), kind.upper(), **options.get(kind, {"quality": QUALITY}))

    def one(self, data, width, kind):
        self.save(self.thumbnail(data, width), kind)

    def several(self, data, widths, kind):
        picture = None
        for width in sorted(widths, reverse=True):
            if picture is None:
                picture = self.thumbnail(data, width)
            elif width < picture.width:
                height = round(picture.height * width / picture.width)
                picture = picture.resize((width, height), self.image.Resampling.LANCZOS)
            self.save(picture, kind)

    def rotated(self, data, degrees):
        picture = self.image.open(io.BytesIO(data))
        cubic = self.image.Resampling.BICUBIC
        self.save(picture.rotate(-degrees, cubic, expand=True, fillcolor=(255, 255, 255)), "jpeg")

    def kernel(self, width, height):
        picture = self.image.frombytes("RGB", (width, height), os.urandom(width * height * 3))
        return lambda: picture.resize((852, 567), self.image.Resampling.LANCZOS)


class OpenCV:
    def __init__(self):
        import cv2
        import numpy

        cv2.setNumThreads(1)
        self.cv, self.numpy = cv2, numpy

    def decode(self, data, width, kind):
        array = self.numpy.frombuffer(data, self.numpy.uint8)
        flag = self.cv.IMREAD_UNCHANGED if kind == "png" else self.cv.IMREAD_COLOR
        if data[:2] == b"\xff\xd8":
            from PIL import Image

            full = Image.open(io.BytesIO(data)).width
            reduced = {8: self.cv.IMREAD_REDUCED_COLOR_8, 4: self.cv.IMREAD_REDUCED_COLOR_4,
                       2: self.cv.IMREAD_REDUCED_COLOR_2}
            flag = next((reduced[by] for by in reduced if full / by >= 2 * width), flag)
        return self.cv.imdecode(array, flag)

    def resized(self, picture, width):
        height = max(1, round(picture.shape[0] * width / picture.shape[1]))
        return self.cv.resize(picture, (width, height), interpolation=self.cv.INTER_AREA)

    def save(self, picture, kind):
        options = {"webp": [self.cv.IMWRITE_WEBP_QUALITY, QUALITY], "png": [self.cv.IMWRITE_PNG_COMPRESSION, 4]}
        self.cv.imencode("." + kind, picture, options.get(kind, [self.cv.IMWRITE_JPEG_QUALITY, QUALITY]))

    def one(self, data, width, kind):
        self.save(self.resized(self.decode(data, width, kind), width), kind)

    def several(self, data, widths, kind):
        picture = self.decode(data, max(widths), kind)
        for width in sorted(widths, reverse=True):
            picture = self.resized(picture, min(width, picture.shape[1]))
            self.save(picture, kind)

    def rotated(self, data, degrees):
        picture = self.cv.imdecode(self.numpy.frombuffer(data, self.numpy.uint8), self.cv.IMREAD_COLOR)
        height, width = picture.shape[:2]
        turn = self.cv.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1)
        across, down = abs(turn[0, 0]), abs(turn[0, 1])
        size = round(width * across + height * down), round(width * down + height * across)
        turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
        turned = self.cv.warpAffine(picture, turn, size, flags=self.cv.INTER_CUBIC, borderValue=(255, 255, 255))
        self.save(turned, "jpeg")

    def kernel(self, width, height):
        picture = self.numpy.random.randint(0, 256, (height, width, 3), self.numpy.uint8)
        return lambda: self.cv.resize(picture, (852, 567), interpolation=self.cv.INTER_AREA)


def prepared(peer, work, path):
    if work == "kernel":
        return peer.kernel(4928, 3280)
    with open(path, "rb") as file:
        data = file.read()
    kind, _, widths = work.partition(":")
    if kind == "rotate":
        return lambda: peer.rotated(data, float(widths))
    widths = [int(width) for width in widths.split(",")]
    if kind == "each":
        return lambda: [peer.one(data, width, "jpeg") for width in widths]
    if len(widths) == 1:
        return lambda: peer.one(data, widths[0], kind)
    return lambda: peer.several(data, widths, kind)


def measured(body):
    start = time.process_time()
    body()
    return (time.process_time() - start) * 1000


def main(name):
    peer = {"vips": Vips, "pillow": Pillow, "opencv": OpenCV}[name]()
    for line in sys.stdin:
        work, path, repetitions = line.rstrip("\n").split("\t")
        try:
            body = prepared(peer, work, path)
            print(*(measured(body) for _ in range(int(repetitions))), flush=True)
        except Exception as problem:  # a peer may be unable to do a work: the table says so
            print("failed:", str(problem).splitlines()[0], flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
