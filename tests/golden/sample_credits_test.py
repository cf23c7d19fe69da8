#!/usr/bin/python3
"""Credits from the shipped sample: lost areas, their errors and the interval worked anew from its points by numpy.

Usage: sample_credits_test.py REDDLINE_BINARY
"""
import csv
import re

import numpy as np

from twin_case import TwinCase, main, unwrapped
from twin_count import CO2_PER_C, FOREST, PERIOD, TwinAccount, TwinCount, YEARS_IN_PERIOD

YEARS = len(PERIOD)  # whose change the points show, spread evenly
DRAWS = 400_000
ERRORS = 5.0  # standard errors of the difference of two samples
WET = ("evergreen forest", "semi-evergreen forest")  # one published mean serves both


class Points:
    """The shipped answers by stratum, and what Eq. 8 makes of them."""

    def __init__(self, folder):
        self.points = self.table(folder / "reference.csv")
        self.strata = {row["class"]: (float(row["area_ha"]), int(row["pixels"])) for row in self.table(folder / "sample_areas.csv")}

    @staticmethod
    def table(path):
        with open(path, encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text))

    def totals(self, variables):
        """The estimated totals of variables of a point, and their covariance matrix."""
        totals, covariance = np.zeros(len(variables)), np.zeros((len(variables), len(variables)))
        for name, (size_ha, pixels) in self.strata.items():
            values = np.array([[variable(point) for variable in variables] for point in self.points if point["stratum"] == name], float)
            points = len(values)
            totals += size_ha * values.mean(axis=0)
            spread = np.atleast_2d(np.cov(values, rowvar=False, ddof=1))
            covariance += size_ha ** 2 * (1 - points / pixels) * spread / points
        return totals, covariance


def is_loss_in(zone, stratum=None):
    """The variable that is 1 at points of the zone that are loss, of one forest type where it is named."""
    if stratum is None:
        return lambda point: point["zone"] == zone and point["reference"] == "loss"
    return lambda point: point["zone"] == zone and point["change"] == f"loss of {stratum}"


class SampleCredits(TwinCase):
    def setUp(self):
        super().setUp()
        self.twin_folder, self.twin = self.twin, self.inputs / "prey-lang-sample"
        self.audit_file = self.twin / "credits.toml"
        self.sample = Points(self.twin)

    def run_audit(self):
        done = self.audit()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return unwrapped(done.stdout)

    def near(self, text, value):
        self.assertAlmostEqual(float(text), value, delta=1e-9 * abs(value))

    def test_lost_areas_and_errors_by_forest_type_are_those_of_the_points(self):
        self.run_audit()
        rows = {(row["zone"], row["stratum"], int(row["year"])): row for row in self.rows("activity.csv") if row["route"] == "sample"}
        self.assertEqual(rows.keys(), {(z, s, y) for z in ("project", "belt") for s in FOREST for y in PERIOD})
        for (zone, stratum, _), row in rows.items():
            (area,), ((variance,),) = self.sample.totals([is_loss_in(zone, stratum)])
            self.near(row["area_ha"], area / YEARS)
            if variance > 0:
                self.near(row["standard_error_ha"], np.sqrt(variance) / YEARS)
            else:
                self.assertEqual((zone, stratum, row["standard_error_ha"]), ("belt", "bamboo", ""))

    def test_the_area_of_all_loss_is_that_of_the_points(self):
        done = self.run_command("estimate", self.audit_file, "--set", 'sample.points.reference="reference"', "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        rows = {row["zone"]: row for row in self.rows("estimates.csv") if row["class"] == "loss"}
        for zone in ("project", "belt"):
            (area,), ((variance,),) = self.sample.totals([is_loss_in(zone)])
            self.near(rows[zone]["estimated_area_ha"], area)
            self.near(rows[zone]["standard_error_ha"], np.sqrt(variance))
        self.near(rows[""]["estimated_area_ha"], sum(float(rows[zone]["estimated_area_ha"]) for zone in ("project", "belt")))

    def reductions(self, account, lost_ha, carbon):
        """Reductions of the period at areas lost (zone, forest type) and carbon densities, by Eq. 16, 20 and 21; one for each draw."""
        factor = {stratum: density * CO2_PER_C for stratum, density in carbon.items()}
        expected = sum(area * factor[stratum] for stratum, area in account.expected_ha.items())
        emitted = {zone: sum(lost_ha[zone, stratum] * factor[stratum] for stratum in FOREST) / YEARS for zone in ("project", "belt")}
        in_belt = sum(area * account.rate[stratum] * factor[stratum] for stratum, area in self.belt_forest_ha.items())
        # The same area is lost in each year, so every year is above or below what is expected in the belt.
        return expected - YEARS_IN_PERIOD * (emitted["project"] + np.maximum(0.0, emitted["belt"] - in_belt))

    def drawn(self, account, covariance):
        """Reductions at drawn areas and densities."""
        draws = np.random.default_rng(20_261_127)
        areas = draws.multivariate_normal(self.totals, covariance, DRAWS, method="eigh").T
        wet, dry = draws.standard_normal((2, DRAWS))
        carbon = {row["stratum"]: row for row in Points.table(self.twin_folder / "carbon.csv") if row["stratum"] in FOREST}
        density = {stratum: float(row["carbon_tC_per_ha"]) + float(row["standard_error"] or 0) * (wet if stratum in WET else dry)
                   for stratum, row in carbon.items()}
        return self.reductions(account, dict(zip(self.places, areas)), density)

    def test_the_interval_covers_the_areas(self):
        said = self.run_audit()
        spread = next(row for row in self.rows("uncertainty.csv") if row["route"] == "sample")
        count = TwinCount(self.audit_file)
        account = TwinAccount(count, self.twin_folder)
        self.belt_forest_ha = count.forest_ha("belt", "strata-2017", 2018)
        self.places = [(zone, stratum) for zone in ("project", "belt") for stratum in FOREST]
        self.totals, covariance = self.sample.totals([is_loss_in(*place) for place in self.places])
        carbon = {stratum: factor / CO2_PER_C for stratum, factor in account.factor.items()}
        central = self.reductions(account, dict(zip(self.places, self.totals)), carbon)
        self.near(spread["central_tCO2e"], central)

        # A point that is loss of one forest type is none of another, so that the areas of a zone err a little against each
        # other. Whether that is drawn or left out moves an end of the interval by about 4 % of its half-width; the tolerance
        # is that distance and the Monte Carlo errors of both sides.
        together, apart = (self.drawn(account, matrix) for matrix in (covariance, np.diag(np.diag(covariance))))
        deviation = together.std(ddof=1)
        monte_carlo = np.sqrt(1 / 100_000 + 1 / DRAWS)
        self.assertAlmostEqual(float(spread["mean_tCO2e"]), together.mean(), delta=ERRORS * deviation * monte_carlo)
        for name, share in (("q05_tCO2e", 0.05), ("q95_tCO2e", 0.95)):
            ends = np.quantile(together, share), np.quantile(apart, share)
            # A quantile's error is that of the mean times sqrt(p (1 - p)) / density: 2.11 at 5 and 95 % of a normal distribution.
            reach = abs(ends[0] - ends[1]) + ERRORS * 2.11 * deviation * monte_carlo
            self.assertAlmostEqual(float(spread[name]), ends[0], delta=reach)
            self.assertLess(reach, 0.15 * deviation)
        interval = re.search(r"90 % interval (-?[\d,]+) to (-?[\d,]+) tCO2e", said)
        for text, name in zip(interval.groups(), ("q05_tCO2e", "q95_tCO2e")):
            self.assertAlmostEqual(float(text.replace(",", "")), float(spread[name]), delta=0.5)

    def test_the_areas_are_nearly_all_of_the_variance_and_the_mapped_loss_has_none(self):
        self.run_audit()
        inputs = [row for row in self.rows("uncertainty_inputs.csv") if row["part"] == "covered"]
        areas = {row["input"]: row for row in inputs if row["unit"] == "ha"}
        for zone in ("project", "belt"):
            for stratum in FOREST:
                (area,), ((variance,),) = self.sample.totals([is_loss_in(zone, stratum)])
                row = areas.pop(f"{zone}: {stratum}", None)
                if row is None:
                    self.assertEqual(variance, 0)
                    continue
                self.near(row["value"], area * YEARS_IN_PERIOD / YEARS)
                self.near(row["standard_error"], np.sqrt(variance) * YEARS_IN_PERIOD / YEARS)
        self.assertEqual(areas, {})
        shares = {row["input"]: float(row["monte_carlo_share"]) for row in inputs}
        self.assertGreater(sum(share for name, share in shares.items() if ": " in name), 0.95)
        self.assertEqual(max(shares, key=shares.get), "project: evergreen forest")
        sampled, mapped = ({row["route"]: row for row in reversed(self.rows("uncertainty.csv"))}[route] for route in ("sample", "loss"))
        self.assertGreater(float(sampled["sd_tCO2e"]), 10 * float(mapped["sd_tCO2e"]))

    def test_the_reports_set_the_estimate_beside_the_map(self):
        self.run_audit()
        report = (self.out / "report.md").read_text(encoding="utf-8")
        mapped_ha = TwinCount(self.audit_file).period_lost_ha("project", "strata-2017")
        part = YEARS_IN_PERIOD / YEARS
        estimated_ha = {}
        for stratum in FOREST:
            (area,), ((variance,),) = self.sample.totals([is_loss_in("project", stratum)])
            estimated_ha[stratum] = part * area
            self.assertIn(f"| {stratum} | {mapped_ha[stratum]:.1f} | {part * area:.1f} | {part * np.sqrt(variance):.1f} |", report)
        all_mapped_ha, all_estimated_ha = sum(mapped_ha[stratum] for stratum in FOREST), sum(estimated_ha.values())
        self.assertIn(f"| all | {all_mapped_ha:.1f} | {all_estimated_ha:.1f} | - |", report)
        self.assertIn("The lost area is estimated from reference points, not counted on a map", report)
        self.assertNotIn("mapped area is not estimated area", report)
        page = (self.out / "report.html").read_text(encoding="utf-8")
        for section in ("Estimated against mapped loss", "Uncertainty, and what the programmes would deduct"):
            self.assertIn(f"<h3>{section}</h3>", page)
        mix = {row["stratum"]: row for row in self.rows("loss_mix.csv") if row["source"] == "estimated"}
        for stratum, area in estimated_ha.items():
            self.near(mix[stratum]["area_ha"], area)
            self.near(mix[stratum]["share"], area / all_estimated_ha)
            self.assertIn("demonstration sample", mix[stratum]["label"])
        (break_even,) = (row for row in self.rows("findings.csv") if row["code"] == "break_even")
        share = 100 * estimated_ha["evergreen forest"] / all_estimated_ha
        self.assertIn(f"the sample shows {share:.2f} %", break_even["evidence"])


if __name__ == "__main__":
    main()
