"""One table of what is to be reached and what was."""

from dataclasses import dataclass

from imaging import works
from imaging.markdown import mean, number, table
from imaging.photographs import JPEGHeader

PEERS = ("vips", "pillow", "opencv")


@dataclass
class Goal:
    """A figure of one photograph or of all, and the bound that it is to keep."""

    work: str
    figure: str
    reached: float
    bound: float
    is_upper: bool
    digits: int = 2
    unit: str = ""

    @property
    def holds(self):
        return self.reached <= self.bound if self.is_upper else self.reached >= self.bound

    @property
    def cells(self):
        sign = "≤" if self.is_upper else "≥"
        wanted = f"{sign} {number(self.bound, self.digits)}{self.unit}"
        return [self.work, self.figure, number(self.reached, self.digits) + self.unit, wanted, "yes" if self.holds else "**no**"]


def most(work, figure, values, bound, **form):
    """All values are to stay at or below the bound; the largest is told. Nothing of what was not measured."""
    return [Goal(work, f"{figure}, most", max(values), bound, True, **form)] if values else []


def least(work, figure, values, bound, **form):
    """All values are to reach the bound; the smallest is told."""
    return [Goal(work, f"{figure}, least", min(values), bound, False, **form)] if values else []


def typical(work, figure, values, bound):
    return [Goal(work, f"{figure}, geometric mean", mean(values), bound, False)] if values else []


def of_times(times):
    def quotients(title, above, below="ours"):
        return list(times.quotients(title, above, below).values())

    def above_floor(title, bound):
        return most(title, "ours ÷ floor", quotients(title, "ours", "floor"), bound)

    yield from above_floor(works.LARGE, 1.10)
    yield from least(works.LARGE, "libvips ÷ ours", quotients(works.LARGE, "vips"), 1)
    yield from typical(works.LARGE, "libvips ÷ ours", quotients(works.LARGE, "vips"), 1.1)
    yield from above_floor(works.SMALL, 1.06)
    yield from least(works.SMALL, "best peer ÷ ours", quotients(works.SMALL, PEERS), 1)
    yield from above_floor(works.JPEGS, 1.35)
    yield from least(works.JPEGS, "best peer ÷ ours", quotients(works.JPEGS, PEERS), 1.2)
    yield from typical(works.JPEGS, "best peer ÷ ours", quotients(works.JPEGS, PEERS), 1.5)
    yield from least(works.JPEGS, "five libvips thumbnails ÷ ours", quotients(works.JPEGS, "vips each"), 3)
    yield from above_floor(works.WEBPS, 1.05)
    yield from most(works.WEBPS, "ours on all cores ÷ floor", quotients(works.WEBPS, "ours on all cores", "floor"), 0.6)
    yield from least(works.OTHERS, "libvips ÷ ours", quotients(works.OTHERS, "vips"), 1)
    yield from most("linear light → 800 px JPEG", "ours ÷ ours in levels", quotients(works.LINEAR, "ours", "floor"), 2.5)
    yield from least("resize kernel alone", "Pillow ÷ ours", quotients(works.KERNEL, "pillow"), 1)


def of_memory(peaks):
    """Progressive ones apart: the peers hold the whole picture of their coefficients."""
    for megapixels, bound in ((12, 20), (24, 22), (49, 32)):
        for is_progressive, kind in ((False, "sequential"), (True, "progressive")):
            values = [row["ours"] for photo, row in peaks.items() if is_of(photo, megapixels, is_progressive)]
            figure = f"peak of {megapixels} megapixels, {kind}"
            yield from most("five JPEGs", figure, values, bound, digits=0, unit=" MB")


def is_of(photo, megapixels, is_progressive):
    header = JPEGHeader(photo)
    return header.is_progressive == is_progressive and round(header.pixels / 1e6) == megapixels


def of_quality(found):
    for width, photos in found.items():
        work = f"quality at {width} px"
        ours, vips = ([row["png"][who] for row in photos.values()] for who in ("ours", "vips"))
        light = [row["light"]["ours"] for row in photos.values()]
        yield from least(f"{work}, linear light", "PSNR", [psnr for psnr, _, _ in light], 50, digits=1, unit=" dB")
        yield from most(f"{work}, linear light", "mean error", [abs(error) for _, _, error in light], 0.05, digits=3)
        yield from least(work, "PSNR", [psnr for psnr, _, _ in ours], 50, digits=1, unit=" dB")
        ahead = [one[0] - other[0] for one, other in zip(ours, vips, strict=True)]
        yield from least(work, "PSNR above libvips'", ahead, 0, digits=1, unit=" dB")
        yield from least(work, "SSIM", [ssim for _, ssim, _ in ours], 0.997, digits=4)
        yield from most(work, "mean error", [abs(error) for _, _, error in ours], 0.05, digits=3)


def of_refusals(refusals):
    yield from most("bombs", "time", [row[2] for row in refusals.values()], 100, digits=0, unit=" ms")
    yield from most("bombs", "peak", [row[3] for row in refusals.values()], 40, digits=0, unit=" MB")


def of_puzzle(cuts):
    ours = [cut for cut in cuts if cut["who"] == "ours"]
    for cut, bound in zip(ours, (600, 2000)):
        work = f"1,000 pieces of {cut['width']} × {cut['height']}"
        yield from most(work, "processor time", [cut["cpu_ms"]], bound, digits=0, unit=" ms")
    for cut in ours[:1]:
        work = f"1,000 pieces of {cut['width']} × {cut['height']}"
        yield from most(work, "peak", [cut["peak_mb"]], 60, digits=0, unit=" MB")


def lines(goals):
    yield from table(["work", "figure", "reached", "to reach", "holds"], [goal.cells for goal in goals])
    yield ("\n*Most* and *least* are of all pictures of the tables below, also the small ones and those of other formats. Peaks "
           "of JPEGs of other sizes have no goal: the table of memory has them. A JPEG that lies and is to stand is held turned.\n")
