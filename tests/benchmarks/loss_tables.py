"""The table that the program and its peers answer the same task with, and how two of them are compared.

A table is a dictionary: (zone, stratum code, loss code) -> area in cm2 of the land with canopy cover above 30 %.
"""
import csv

CANOPY_PCT = 30
FIRST_YEAR = 2001
# A pixel's area is rounded to whole cm2 by some and not by others, and may then lie one cm2 apart. The pixels have more
# than seven million of them, so that this is at most one part in seven million of any sum; what doubles lose is less.
TOLERANCE = 1.5e-7


def table_of_peer(path):
    """Reads what a peer wrote."""
    with open(path, encoding="utf-8", newline="") as text:
        return {(int(row["zone"]), int(row["stratum"]), int(row["loss_code"])): float(row["area_cm2"])
                for row in csv.DictReader(text)}


def table_of_reddline(output, legend):
    """Sums the bins of crosstab.csv, without the patch filter, over the cover above the threshold."""
    with open(legend, encoding="utf-8", newline="") as text:
        codes = {row["stratum"]: int(row["code"]) for row in csv.DictReader(text)}
    table = {}
    with open(output / "crosstab.csv", encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            if float(row["min_area_ha"]) == 0 and int(row["cover_pct"]) > CANOPY_PCT:
                year = int(row["loss_year"])
                key = int(row["zone"].split()[-1]), codes[row["strata"]], year - FIRST_YEAR + 1 if year else 0
                table[key] = table.get(key, 0) + int(row["area_cm2"])
    return table


def largest_difference(table, other):
    """The largest relative difference of two tables; 1 where one of them lacks a row."""
    return max((abs(table.get(key, 0) - other.get(key, 0)) / max(table.get(key, 0), other.get(key, 0))
                for key in table.keys() | other.keys()), default=0.0)


def differences(table, other):
    """The rows that differ by more than the tolerance: key and both areas."""
    return [(key, table.get(key, 0), other.get(key, 0)) for key in sorted(table.keys() | other.keys())
            if abs(table.get(key, 0) - other.get(key, 0)) > TOLERANCE * max(table.get(key, 0), other.get(key, 0))]
