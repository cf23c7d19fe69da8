"""Runs programs on the same work by turns, and says how long each took and what that is beside the others.

A ratio is taken within one round, in which the machine was the same for both, and then the median over all rounds.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

WIDE_SPREAD = 0.15
START_ONE = pathlib.Path(__file__).resolve().with_name("start_one.py")


@dataclass
class Program:
    """Something to run, and what its runs gave."""
    name: str
    command: list
    beside_floor: str = ""  # the program that counts as its floor
    seconds: list = field(default_factory=list)
    cpu_seconds: list = field(default_factory=list)
    peak_mb: list = field(default_factory=list)
    printed: str = ""

    def run(self):
        """Runs it once; a failure ends everything."""
        with tempfile.NamedTemporaryFile() as figures:
            done = subprocess.run([sys.executable, "-S", "-E", START_ONE, figures.name, *map(str, self.command)],
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0:
                sys.exit(f"{self.name} ended with {done.returncode}: {done.stderr.strip()}")
            measured = json.load(figures)
        self.printed = done.stdout
        self.seconds.append(measured["seconds"])
        self.cpu_seconds.append(measured["cpu_seconds"])
        self.peak_mb.append(max(measured["peak_kib"], self.peak_kib_of_all()) * 1024 / 1e6)

    def peak_kib_of_all(self):
        """What a program says of the memory of all its processes; the system tells of the largest alone."""
        try:
            return json.loads(self.printed)["peak_kib"]
        except (ValueError, KeyError, TypeError):
            return 0

    def is_noisy(self):
        """Whether the seconds lie far apart."""
        return max(self.seconds) > (1 + WIDE_SPREAD) * min(self.seconds)


def run_by_turns(programs, rounds, after_run):
    """Runs every program once a round; each round begins with another one."""
    for turn in range(rounds):
        first = turn % len(programs)
        for program in programs[first:] + programs[:first]:
            if sys.stderr.isatty():
                print(f"\rround {turn + 1} of {rounds}: {program.name:40}", end="", file=sys.stderr, flush=True)
            program.run()
            after_run(program)
    if sys.stderr.isatty():
        print("\r" + " " * 60 + "\r", end="", file=sys.stderr)


def spread(values, digits):
    """Median, lowest and highest as text."""
    middle = statistics.median(values)
    if len(values) == 1:
        return f"{middle:.{digits}f}"
    return f"{middle:.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def ratios(program, other):
    """Seconds of one over those of the other, round by round."""
    return [mine / theirs for mine, theirs in zip(program.seconds, other.seconds)]


def rows_of(programs, reddline):
    """The table: name, seconds, seconds of all cores, memory, and ratios against the floor and against Reddline."""
    by_name = {program.name: program for program in programs}
    yield ["", "seconds", "CPU s", "peak MB", "x floor", "x Reddline"]
    for program in programs:
        floor = by_name.get(program.beside_floor)
        yield [program.name, spread(program.seconds, 2), f"{statistics.median(program.cpu_seconds):.2f}",
               f"{max(program.peak_mb):.0f}", spread(ratios(program, floor), 2) if floor else "",
               spread(ratios(program, reddline), 2) if program is not reddline else "1"]


def as_text(rows):
    """The table in columns."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join("  " + "  ".join(cell.ljust(width) if place == 0 else cell.rjust(width)
                                      for place, (cell, width) in enumerate(zip(row, widths))) for row in rows)


def as_markdown(rows):
    """The table as it stands in docs/performance.md."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
