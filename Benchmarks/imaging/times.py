"""Times by work, photograph and who does it."""

import os
import statistics

from imaging.markdown import heading, mean, number, ratio, table

COLUMNS = ["ours", "ours on all cores", "floor", "largest alone", "vips", "vips each", "pillow", "opencv"]
PEERS = ("vips", "pillow", "opencv")
REPETITIONS = 5


class Times:
    """`works` has, by title and then by photograph, the milliseconds of each column."""

    def __init__(self, workers, rounds):
        self.workers, self.rounds = workers, rounds
        self.works = {}

    def measure(self, title, photo, jobs):
        """Jobs: for each column, the worker's name and the work. Rounds alternate between the columns."""
        times = {column: [] for column in jobs}
        for _ in range(self.rounds):
            for column, (worker, work) in jobs.items():
                times[column] += self.workers[worker].times(work, photo, REPETITIONS)
        row = {column: statistics.median(values) for column, values in times.items() if values}
        name = "–" if photo == os.devnull else os.path.basename(photo)
        self.works.setdefault(title, {})[name] = row
        print(f"{title}: {name}: " + ", ".join(f"{column} {value:.1f}" for column, value in row.items()), flush=True)

    def quotients(self, title, above, below):
        """How many times `above`, a column or several of which the best counts, takes what `below` takes."""
        columns = [above] if isinstance(above, str) else above
        quotients = {}
        for photo, row in self.works.get(title, {}).items():
            values = [row[column] for column in columns if column in row]
            if values and below in row:
                quotients[photo] = min(values) / row[below]
        return quotients

    def lines(self):
        for title, photos in self.works.items():
            yield heading(title)
            yield from self.lines_of(title, photos)

    def lines_of(self, title, photos):
        columns = [column for column in COLUMNS if any(column in row for row in photos.values())]
        floors, gains = self.quotients(title, "ours", "floor"), self.quotients(title, PEERS, "ours")
        rows = [[photo, *(number(row.get(column)) for column in columns), ratio(floors.get(photo)), ratio(gains.get(photo))]
                for photo, row in photos.items()]
        means = [ratio(mean(list(quotients.values()))) for quotients in (floors, gains)]
        rows.append(["geometric mean", *([""] * len(columns)), *means])
        return table(["photo", *columns, "ours ÷ floor", "best peer ÷ ours"], rows)
