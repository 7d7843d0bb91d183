"""Times by work, photograph and who does it."""

import os
import statistics
from dataclasses import dataclass

from imaging.markdown import heading, mean, number, ratio, table

COLUMNS = ["ours", "ours on all cores", "floor", "largest alone", "vips", "vips each", "pillow", "opencv"]
PEERS = ("vips", "pillow", "opencv")


@dataclass
class Row:
    """The milliseconds of each column, by round."""

    times: dict

    def median(self, column):
        return statistics.median(self.times[column]) if column in self.times else None

    def quotient(self, above, below):
        """How many times `above` takes what `below` takes: the median of the rounds, in each of which they follow one another.

        What slows the machine for a while slows both; of medians of times, only one.
        """
        return statistics.median(one / other for one, other in zip(self.times[above], self.times[below], strict=True))


class Times:
    """`works` has, by title and then by photograph, a row of times."""

    def __init__(self, workers, rounds):
        self.workers, self.rounds = workers, rounds
        self.works = {}

    def measure(self, title, photo, jobs):
        """Jobs: for each column, the worker's name and the work. In each round every column has one turn."""
        times = {column: [] for column in jobs}
        for _ in range(self.rounds):
            for column, (worker, work) in jobs.items():
                times[column] += self.workers[worker].times(work, photo, 1)
        row = Row({column: values for column, values in times.items() if values})
        name = "–" if photo == os.devnull else os.path.basename(photo)
        self.works.setdefault(title, {})[name] = row
        print(f"{title}: {name}: " + ", ".join(f"{column} {row.median(column):.1f}" for column in row.times), flush=True)

    def quotients(self, title, above, below):
        """How many times `above`, a column or several of which the best counts, takes what `below` takes."""
        columns = [above] if isinstance(above, str) else above
        quotients = {}
        for photo, row in self.works.get(title, {}).items():
            found = [row.quotient(column, below) for column in columns if {column, below} <= row.times.keys()]
            if found:
                quotients[photo] = min(found)
        return quotients

    def lines(self):
        for title, photos in self.works.items():
            yield heading(title)
            yield from self.lines_of(title, photos)

    def lines_of(self, title, photos):
        columns = [column for column in COLUMNS if any(column in row.times for row in photos.values())]
        floors, gains = self.quotients(title, "ours", "floor"), self.quotients(title, PEERS, "ours")
        rows = [[photo, *(number(row.median(column)) for column in columns), ratio(floors.get(photo)), ratio(gains.get(photo))]
                for photo, row in photos.items()]
        means = [ratio(mean(list(quotients.values()))) for quotients in (floors, gains)]
        rows.append(["geometric mean", *([""] * len(columns)), *means])
        return table(["photo", *columns, "ours ÷ floor", "best peer ÷ ours"], rows)
