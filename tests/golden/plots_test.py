#!/usr/bin/python3
"""Emission factors from a table of plots: means and standard errors against the textbook's formulas, and the audit that uses them.

Usage: plots_test.py REDDLINE_BINARY
"""
import math
import statistics

import numpy as np

from twin_case import TwinCase, main
from twin_count import FOREST

POOLS = {"above_ground": (150, 40), "below_ground": (35, 9)}
PLOTS = 12


class Plots(TwinCase):
    def setUp(self):
        super().setUp()
        draw = np.random.default_rng(7)
        self.values = {(stratum, pool): [round(float(value), 1) for value in np.abs(draw.normal(*shape, PLOTS))]
                       for stratum in FOREST for pool, shape in POOLS.items()}

    def write(self, further=""):
        """The plots, line by line, in the place of the sample's factors."""
        lines = [f"{stratum},P{plot},{pool},{value},an inventory\n" for (stratum, pool), values in self.values.items()
                 for plot, value in enumerate(values)]
        (self.twin / "plots.csv").write_text("stratum,plot,pool,carbon_tC_per_ha,source\n" + "".join(lines) + further,
                                             encoding="utf-8")
        self.edit_audit('factors = "carbon.csv"', 'factors = "plots.csv"')
        self.take_inputs_as_independent()

    def factors(self):
        self.assertEqual(self.audit("--quiet").stderr, "")
        return {(row["stratum"], row["pool"]): row for row in self.rows("factors.csv")}

    def test_means_and_standard_errors(self):
        self.write()
        rows = self.factors()
        self.assertEqual(len(rows), 3 * len(FOREST))
        for (stratum, pool), values in self.values.items():
            row = rows[stratum, pool]
            self.assertAlmostEqual(float(row["carbon_tC_per_ha"]), statistics.fmean(values), 9)
            self.assertAlmostEqual(float(row["standard_error_tC_per_ha"]), statistics.stdev(values) / math.sqrt(PLOTS), 9)
            self.assertEqual(row["plots"], str(PLOTS))
        for stratum in FOREST:
            totals = [sum(pools) for pools in zip(*(self.values[stratum, pool] for pool in POOLS))]
            row = rows[stratum, "all"]
            self.assertAlmostEqual(float(row["carbon_tC_per_ha"]), statistics.fmean(totals), 9)
            self.assertAlmostEqual(float(row["standard_error_tC_per_ha"]), statistics.stdev(totals) / math.sqrt(PLOTS), 9)

    def test_the_audit_takes_the_sum_of_the_means(self):
        self.write()
        rows = self.factors()
        for row in self.rows("emissions.csv"):
            if row["route"] != "loss" or not float(row["area_ha"]) or row["stratum"] not in FOREST:
                continue
            factor = float(rows[row["stratum"], "all"]["carbon_tC_per_ha"]) * 44 / 12
            self.assertLess(abs(float(row["emission_tCO2e"]) / float(row["area_ha"]) / factor - 1), 1e-12)
            self.assertEqual(row["factor_source"], "an inventory")

    def test_pools_of_the_same_plots_are_drawn_together(self):
        self.write()
        self.factors()
        together = {(row["input_a"], row["input_b"]): row for row in self.rows("uncertainty_correlations.csv")}
        self.assertTrue(together)
        for (one, other), row in together.items():
            stratum = one.split("/")[0]
            self.assertEqual((one, other), (f"{stratum}/above_ground", f"{stratum}/below_ground"))
            self.assertEqual(row["origin"], "plots")
            self.assertAlmostEqual(float(row["rho"]),
                                   statistics.correlation(*(self.values[stratum, pool] for pool in POOLS)), 9)

    def test_a_single_plot_has_no_standard_error(self):
        self.write(f"{FOREST[0]},pit,soil,60,a pit\n")
        rows = self.factors()
        self.assertEqual([rows[FOREST[0], "soil"][column] for column in ("carbon_tC_per_ha", "standard_error_tC_per_ha", "plots")],
                         ["60", "", "1"])
        self.assertEqual([rows[FOREST[0], "all"][column] for column in ("standard_error_tC_per_ha", "plots")], ["", ""])

    def test_forest_without_plots_stops_the_audit(self):
        self.values = {key: values for key, values in self.values.items() if key[0] != FOREST[0]}
        self.write()
        done = self.audit()
        self.assertEqual(done.returncode, 65)
        self.assertIn(f"factor_missing: plots.csv: expected a carbon factor for every forest stratum, found none for '{FOREST[0]}'",
                      done.stderr)


if __name__ == "__main__":
    main()
