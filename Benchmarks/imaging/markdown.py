"""Tables as Markdown has them, and figures as their cells."""

import math


def table(columns, rows):
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def heading(text):
    return f"\n### {text}\n"


def mean(values):
    """The geometric one; None of nothing."""
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def ratio(value):
    return f"{value:.2f}" if value else "–"


def number(value, digits=1):
    return "–" if value is None else f"{value:.{digits}f}"
