#!/usr/bin/python3
"""The uncertainty of credits whose losses one sample estimated, point by point in numpy.

    sampled_uncertainty_twin_test.py COMMAND

A made-up audit of tables: a project and a belt that share some points, three losses in each, a rate. numpy takes the covariances of
the areas from one row per point and draws them; correlations and the standard error of Eq. 28 have to agree to rounding, means and
quantiles within Monte Carlo error.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

import numpy

from uncertainty_twin_test import DRAWS, ERRORS, drawn, expect, quantile_error

CO2_PER_C = 44 / 12
SHARES = numpy.array([295 / 365, 1.0, 1.0])  # of 2018 to 2020 in the period
RATE = 0.08
FOREST = {"project": {"evergreen forest": 6000.0, "deciduous forest": 3000.0},
          "belt": {"evergreen forest": 1700.0, "deciduous forest": 700.0}}
DENSITIES = {"deciduous forest": (60.0, 6.0), "evergreen forest": (160.0, 8.0)}
LOSSES = {"to crops": ("evergreen forest", "crops"), "to rubber": ("evergreen forest", ""), "opened": ("deciduous forest", "")}
STRATA = {"cleared": (1_800.0, 20_000), "forest": (8_600.0, 400), "open": (1_600.0, 18_000)}  # hectares, pixels
# Points by stratum, zone and what was seen.
POINTS = {("cleared", "project"): {"to crops": 16, "to rubber": 7, "opened": 6, "stable": 2},
          ("cleared", "belt"): {"to crops": 4, "to rubber": 3, "opened": 3, "stable": 1},
          ("cleared", "project + belt"): {"to crops": 4, "to rubber": 2, "opened": 1, "stable": 1},
          ("forest", "project"): {"to crops": 1, "stable": 70},
          ("forest", "belt"): {"stable": 24},
          ("open", "project"): {"opened": 1, "stable": 25},
          ("open", "belt"): {"stable": 9}}
AUDIT = """
schema = 1
title  = "a made-up sample"

[project]
areas = "areas.csv"

[carbon]
factors = "carbon.csv"

[reference_level]
transitions = "transitions.csv"
classes     = "classes.csv"
rate        = { value = RATE, base = "forest", source = "made up" }

[monitoring]
start = 2018-03-12
end   = 2020-12-31

[sample]
areas      = "strata.csv"
points     = { file = "points.csv", map = "map", reference = "seen", zone = "zone" }
design     = "stratified"
source     = "made up"
first_year = 2018
last_year  = 2020
changes    = "changes.csv"

[readings]
route     = ["sample"]
post      = ["zero"]
reference = ["rate-of-forest"]
"""


def write(folder, name, head, rows):
    with open(folder / name, "w", newline="", encoding="utf-8") as text:
        csv.writer(text).writerows([head, *rows])


def write_audit(folder):
    (folder / "audit.toml").write_text(AUDIT.replace("RATE", str(RATE)), encoding="utf-8")
    roles = {"project": "project", "belt": "displacement_belt"}
    write(folder, "areas.csv", ["zone", "stratum", "area_ha", "role"],
          [[zone, stratum, area, roles[zone]] for zone, areas in FOREST.items() for stratum, area in areas.items()])
    write(folder, "carbon.csv", ["stratum", "carbon_tC_per_ha", "standard_error", "source"],
          [[stratum, *both, "made up"] for stratum, both in DENSITIES.items()])
    write(folder, "classes.csv", ["class", "stratum", "forest", "excluded"],
          [["E", "evergreen forest", 1, 0], ["D", "deciduous forest", 1, 0], ["C", "crops", 0, 0]])
    write(folder, "transitions.csv", ["from", "to", "start_year", "end_year", "area_ha"],
          [[*pair, 2014, 2016, 1000] for pair in ("EE", "EC", "DD", "DC", "CC")])
    write(folder, "strata.csv", ["class", "area_ha", "pixels"], [[name, *both] for name, both in STRATA.items()])
    write(folder, "changes.csv", ["class", "from", "to"], [[name, *both] for name, both in LOSSES.items()])
    write(folder, "points.csv", ["map", "seen", "zone"], points())


def points():
    return [(stratum, seen, zone) for (stratum, zone), counts in POINTS.items() for seen, count in counts.items()
            for _ in range(count)]


def estimated(pairs):
    """Areas of zone and loss, and their covariances by Eq. 8, from one row per point."""
    areas, covariances = numpy.zeros(len(pairs)), numpy.zeros((len(pairs), len(pairs)))
    for stratum, (size, pixels) in STRATA.items():
        here = [point for point in points() if point[0] == stratum]
        scores = numpy.array([[zone in place.split(" + ") and seen == loss for _, seen, place in here] for zone, loss in pairs], float)
        areas += size * scores.mean(axis=1)
        covariances += size ** 2 * (1 - len(here) / pixels) * numpy.cov(scores) / len(here)
    return areas, covariances


def reductions(densities, areas, pairs):
    """The reductions of every draw: a row per draw of densities and areas."""
    strata = list(DENSITIES)

    def emitted(zone):
        """What was expected and what was observed in a whole year."""
        expected = sum(RATE * area * densities[:, strata.index(stratum)] for stratum, area in FOREST[zone].items())
        lost = sum(areas[:, i] / len(SHARES) * densities[:, strata.index(LOSSES[loss][0])]
                   for i, (place, loss) in enumerate(pairs) if place == zone)
        return CO2_PER_C * expected, CO2_PER_C * lost

    (should, did), (belt_should, belt_did) = emitted("project"), emitted("belt")
    displaced = sum((share * (belt_did - belt_should)).clip(min=0) for share in SHARES)
    return SHARES.sum() * (should - did) - displaced


def slopes_at(values, count, pairs):
    """What the reductions gain for one unit of each input, by the difference of two sides."""
    slopes = []
    for i, value in enumerate(values):
        step = numpy.zeros(len(values))
        step[i] = 1e-4 * value
        high, low = ((values + sign * step)[None, :] for sign in (1, -1))
        gained = reductions(high[:, :count], high[:, count:], pairs) - reductions(low[:, :count], low[:, count:], pairs)
        slopes.append(gained[0] / (2 * step[i]))
    return numpy.array(slopes)


def input_name(zone, loss):
    stratum, became = LOSSES[loss]
    return f"{zone}: {stratum}" + (f" > {became}" if became else "")


def table_of(out, name):
    with open(out / name, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def main():
    command, failures = pathlib.Path(sys.argv[1]), []
    with tempfile.TemporaryDirectory() as root:
        folder, out = pathlib.Path(root), pathlib.Path(root) / "out"
        write_audit(folder)
        subprocess.run([command, "account", folder / "audit.toml", "-o", out, "--quiet"], check=True)
        row = table_of(out, "uncertainty.csv")[0]
        pairs_of = {frozenset((r["input_a"], r["input_b"])): r for r in table_of(out, "uncertainty_correlations.csv")}
        shares = [float(r["monte_carlo_share"]) for r in table_of(out, "uncertainty_inputs.csv") if r["part"] != "fixed"]
    pairs = [(zone, loss) for zone in FOREST for loss in LOSSES]
    areas, covariances = estimated(pairs)
    errors = numpy.sqrt(covariances.diagonal())
    correlations = covariances / numpy.outer(errors, errors)
    for i, one in enumerate(pairs):
        for k, other in enumerate(pairs[:i]):
            found = pairs_of.pop(frozenset((input_name(*one), input_name(*other))))
            expect(f"rho of {one} and {other}", float(found["rho"]), correlations[i, k], 1e-12, failures)
            if found["origin"] != "sample":
                failures.append(f"origin of {one} and {other}")
    if pairs_of:
        failures.append("pairs that the sample does not give")
    count = len(DENSITIES)
    values = numpy.concatenate([[value for value, _ in DENSITIES.values()], areas])
    deviations = numpy.concatenate([[error for _, error in DENSITIES.values()], errors])
    matrix = numpy.eye(len(values))
    matrix[count:, count:] = correlations
    central = reductions(values[None, :count], values[None, count:], pairs)[0]
    effects = slopes_at(values, count, pairs) * deviations
    by_error = numpy.sqrt(effects @ matrix @ effects)
    inputs = drawn(values, deviations, matrix)
    draws = reductions(inputs[:, :count], inputs[:, count:], pairs)
    deviation, both = draws.std(ddof=1), numpy.sqrt(1 / 100_000 + 1 / DRAWS)
    expect("central", float(row["central_tCO2e"]), central, 1e-9 * abs(central), failures)
    # The two sides of a slope cancel nine digits of a sum at the most.
    expect("Eq. 28", float(row["approach_1_se_tCO2e"]), by_error, 1e-7 * by_error, failures)
    independent = numpy.sqrt(effects @ effects)
    print(f"Eq. 28 if the areas were independent: {independent:.6g}")
    if not abs(independent - by_error) > 0.01 * by_error:
        failures.append("a case in which correlations matter")
    expect("mean", float(row["mean_tCO2e"]), draws.mean(), ERRORS * deviation * both, failures)
    # The deviation of a standard deviation is 1/sqrt(2 n) of it for normal draws; a clamp makes it no more than 1/sqrt(n).
    expect("deviation", float(row["sd_tCO2e"]), deviation, ERRORS * deviation * both, failures)
    for name, share in (("median", 0.5), ("q05", 0.05), ("q95", 0.95)):
        expect(name, float(row[f"{name}_tCO2e"]), numpy.quantile(draws, share), ERRORS * quantile_error(draws, share), failures)
    expect("sum of shares", sum(shares), 1.0, 1e-9, failures)
    print(f"failed: {', '.join(failures)}" if failures else "all agree")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
