#!/usr/bin/python3
"""The uncertainty of the sample's default reading, by the accounting's twin, numpy and a generator of its own.

    uncertainty_twin_test.py COMMAND AUDIT_TOML

The twin works out what one tonne of carbon per hectare of each forest type weighs in the project's balance and in every belt and year;
numpy draws the densities. Medians, means, quantiles and shares have to agree within Monte Carlo error, and the standard error of
Eq. 28 to rounding.
"""
import csv
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

import numpy

import accounting_activity as happened
import accounting_case as inputs
import accounting_choices as choices
import accounting_level as level
import accounting_twin as twin

DRAWS = 400_000
ERRORS = 5.0  # standard errors of the difference of two samples


def amounts_at(case, reading, densities):
    """The project's balance, and observed less expected of every belt and year, at these densities."""
    case.factor_sets[reading.factors] = densities
    case.known.clear()
    shares = inputs.period(case)
    zone = inputs.projects(case)[0]
    should, did = level.expected_emissions(case, zone, reading), happened.observed(case, zone, reading)
    balance = sum(share * should[year] - happened.sum_of_year(did, year) for year, share in shares.items())
    beyond = []
    for belt in twin.counted_belts(case, zone, reading):
        should, did = level.expected_emissions(case, belt, reading), happened.observed(case, belt, reading)
        beyond += [happened.sum_of_year(did, year) - share * should[year] for year, share in shares.items()]
    return [float(amount) for amount in (balance, *beyond)]


def standard_errors(path):
    return {row["stratum"]: float(row["standard_error"]) for row in inputs.rows_of(path) if row["standard_error"]}


def correlation(folder, case, strata):
    matrix = numpy.eye(len(strata))
    table = case.audit.get("uncertainty", {}).get("correlation")
    for row in inputs.rows_of(folder / table) if table else []:
        one, other = (row[name].split("/")[0] for name in ("input_a", "input_b"))
        if one in strata and other in strata:
            i, k = strata.index(one), strata.index(other)
            matrix[i, k] = matrix[k, i] = float(row["rho"])
    return matrix


def drawn(means, errors, matrix):
    """Correlated normal draws by the eigenvectors of the matrix."""
    values, vectors = numpy.linalg.eigh(matrix)
    deviates = numpy.random.default_rng(20_240_229).standard_normal((DRAWS, len(means)))
    return means + errors * (deviates @ (vectors * numpy.sqrt(values.clip(min=0))).T)


def quantile_error(draws, share):
    """The standard error of a quantile of 100,000 draws and one of ours, together, by the density there."""
    low, high = numpy.quantile(draws, [share - 0.01, share + 0.01])
    return numpy.sqrt(share * (1 - share) * (1 / 100_000 + 1 / len(draws))) * (high - low) / 0.02


def expect(name, found, expected, tolerance, failures):
    print(f"{name}: command {found:.6g}, twin {expected:.6g}, tolerance {tolerance:.3g}")
    if not abs(found - expected) <= tolerance:
        failures.append(name)


def main():
    command, audit = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    failures = []
    with tempfile.TemporaryDirectory() as root:
        out = pathlib.Path(root) / "out"
        subprocess.run([command, "audit", audit, "-o", out, "--quiet"], check=True)
        with open(out / "uncertainty.csv", newline="", encoding="utf-8") as table:
            row = next(csv.DictReader(table))
        with open(out / "uncertainty_inputs.csv", newline="", encoding="utf-8") as table:
            shares = {r["input"]: float(r["monte_carlo_share"]) for r in csv.DictReader(table) if r["part"] != "fixed"}
        case = inputs.read_case(out, audit)
    reading = choices.default_reading(case)
    errors_of = standard_errors(audit.parent / case.audit["carbon"]["factors"])
    density = dict(case.factor_sets[reading.factors])
    strata = sorted(errors_of)
    exact = {stratum: Fraction(0) if stratum in errors_of else value for stratum, value in density.items()}
    constant = numpy.array(amounts_at(case, reading, exact))
    nothing = dict.fromkeys(density, Fraction(0))
    weights = numpy.array([amounts_at(case, reading, nothing | {stratum: Fraction(1)}) for stratum in strata])
    means = numpy.array([float(density[stratum]) for stratum in strata])
    errors = numpy.array([errors_of[stratum] for stratum in strata])
    matrix = correlation(audit.parent, case, strata)

    def reduction(amounts):
        return amounts[..., 0] - amounts[..., 1:].clip(min=0).sum(axis=-1)

    central = constant + means @ weights
    draws = reduction(constant + drawn(means, errors, matrix) @ weights)
    slopes = weights[:, 0] - (weights[:, 1:] * (central[1:] > 0)).sum(axis=1)
    by_error = numpy.sqrt((slopes * errors) @ matrix @ (slopes * errors))
    deviation = draws.std(ddof=1)
    both = numpy.sqrt(1 / 100_000 + 1 / DRAWS)
    expect("central", float(row["central_tCO2e"]), reduction(central), 1e-6, failures)
    expect("Eq. 28", float(row["approach_1_se_tCO2e"]), by_error, 1e-6, failures)
    expect("mean", float(row["mean_tCO2e"]), draws.mean(), ERRORS * deviation * both, failures)
    expect("deviation", float(row["sd_tCO2e"]), deviation, ERRORS * deviation * both, failures)
    for name, share in (("median", 0.5), ("q05", 0.05), ("q95", 0.95)):
        expect(name, float(row[f"{name}_tCO2e"]), numpy.quantile(draws, share), ERRORS * quantile_error(draws, share), failures)
    q05, median, q95 = numpy.quantile(draws, [0.05, 0.5, 0.95])
    expect("half-width", float(row["half_width_pct"]), 50 * (q95 - q05) / median, 0.3, failures)
    expect("P(ER > 0)", float(row["probability_positive"]), (draws > 0).mean(), ERRORS * 0.5 * both, failures)
    expect("sum of shares", sum(shares.values()), 1.0, 1e-9, failures)
    print(f"failed: {', '.join(failures)}" if failures else "all agree")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
