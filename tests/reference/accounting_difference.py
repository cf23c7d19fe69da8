"""What differs between the command's tables and the twin's, in words."""
from collections import defaultdict
from fractions import Fraction

TOLERANCE = Fraction(1, 10**9)  # of the larger of both values: the tool sums in doubles


class Comparison:
    """Collects what differs, table by table."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def note(self, difference):
        self.differences.append(difference)

    def number(self, place, ours, theirs, noise=0):
        """Numbers, or nothing: None here and an empty cell there."""
        self.compared += 1
        if ours is None or theirs == "":
            if not (ours is None and theirs == ""):
                self.note(f"{place}: twin {None if ours is None else float(ours)!r}, command {theirs!r}")
            return
        ours, theirs = Fraction(ours), Fraction(theirs)
        if abs(ours - theirs) > max(TOLERANCE * max(abs(ours), abs(theirs)), noise):
            self.note(f"{place}: twin {float(ours)!r}, command {float(theirs)!r}")

    def exact(self, place, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.note(f"{place}: twin {ours!r}, command {theirs!r}")

    def table(self, name, ours, theirs):
        """Numbers by key; a row that is missing on one side holds 0."""
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            self.number(f"{name} {key}", ours.get(key, 0), theirs.get(key, 0))

    def keys(self, name, ours, theirs, shown=5):
        """The same rows on both sides, no more and no less."""
        self.compared += 1
        for missing, whose in ((ours - theirs, "the command lacks"), (theirs - ours, "the twin lacks")):
            if missing:
                some = "; ".join(" ".join(map(str, key)) for key in sorted(missing, key=str)[:shown])
                self.note(f"{name}: {whose} {len(missing)} rows: {some}")


def column(rows, key, value):
    """Sums of a column by the key columns; empty cells are left out."""
    sums = defaultdict(Fraction)
    for row in rows:
        if row[value] != "":
            sums[tuple(row[name] for name in key)] += Fraction(row[value])
    return sums
