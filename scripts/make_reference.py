#!/usr/bin/python3
"""Makes up what interpreters see at the points of data-samples/prey-lang-sample, the same answers on every run.

Usage: scripts/make_reference.py POINTS_CSV OUT_CSV

POINTS_CSV is the points.csv of `reddline sample data-samples/prey-lang-sample/audit.toml`. Every answer is drawn from the
shares that this audit file expects of the point's stratum; a loss also names the forest type of the strata map there. A
point's draw depends on the seed and on its pixel alone, so other points change nothing.
"""
import csv
import pathlib
import sys
import tomllib

import numpy as np
from osgeo import gdal

from noise_fields import splitmix64

AUDIT_FILE = pathlib.Path(__file__).resolve().parent.parent / "data-samples" / "prey-lang-sample" / "audit.toml"
SEED = 2021
KEPT = ("id", "zone", "stratum", "map_class")  # what the analysis needs of a point; its place is in its id


def draw(column, row):
    """The number in [0, 1) of a pixel."""
    word = splitmix64(splitmix64(np.uint64(SEED)) ^ np.uint64(row << 32 | column))
    return float(word >> np.uint64(11)) * 2.0**-53


def answer(shares, number):
    """The class in whose part of [0, 1) the number lies, the shares laid end to end."""
    reached = 0.0
    for name, share in shares.items():
        reached += share
        if number < reached:
            return name
    return name  # the shares add up to 1 but for rounding


def forest_types(audit):
    """The name of the class of every pixel in the map from which the sample was designed."""
    strata = next(entry for entry in audit["strata"] if entry["name"] == audit["sample_design"]["map"])
    names = np.full(256, "", dtype=object)
    with open(AUDIT_FILE.parent / strata["legend"], encoding="utf-8", newline="") as table:
        for line in csv.DictReader(table):
            names[int(line["code"])] = line["stratum"]
    return names[gdal.Open(str(AUDIT_FILE.parent / strata["raster"][0])).ReadAsArray()]


def interpreted(points):
    """The points with two columns more: the class that is seen there, and the change, in which a loss has its forest type."""
    audit = tomllib.loads(AUDIT_FILE.read_text(encoding="utf-8"))
    expected, types = audit["sample_design"]["expected"], forest_types(audit)
    for point in points:
        column, row = int(point["column"]), int(point["row"])
        seen = answer(expected[point["stratum"].removesuffix(f", {point['zone']}")], draw(column, row))
        change = f"loss of {types[row, column]}" if seen == "loss" else seen
        yield {name: point[name] for name in KEPT} | {"reference": seen, "change": change}


def main(arguments):
    """Runs the command line."""
    if len(arguments) != 2 or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8", newline="") as table:
        rows = list(interpreted(csv.DictReader(table)))
    with open(arguments[1], "w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return 0


if __name__ == "__main__":
    gdal.UseExceptions()
    sys.exit(main(sys.argv[1:]))
