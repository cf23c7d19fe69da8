#!/usr/bin/python3
"""`reddline solve`: what each input would have to be, against the audit's own tables, the audit run again with the
solved value, and the public tables of the case without rasters; and its errors.

Usage: solve_test.py REDDLINE_BINARY
"""
import json

from twin_case import TwinCase, contents, main, unwrapped
from twin_count import CO2_PER_C, PERIOD, YEARS_IN_PERIOD, national_rates

CLAIMED = 216868
CHOICES = ("route", "strata", "canopy_pct", "canopy_rule", "min_area_ha", "factors", "annualise", "intervals", "arcs",
           "areas", "post", "reference")


def choices(row):
    """What the reading of a row chooses."""
    return tuple(row[name] for name in CHOICES)


class SolveTwin(TwinCase):
    def solve(self, *arguments):
        """What the command prints."""
        done = self.run_command("solve", self.audit_file, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def solved(self, *arguments):
        """The rows of solve.csv."""
        self.solve("-o", self.out, *arguments)
        return self.rows("solve.csv")

    def read(self, out):
        """The readings of an audit that could be computed, by their choices."""
        self.assertEqual(self.audit(out=out).returncode, 0)
        rows = self.rows("readings.csv", out)
        return rows[0], {choices(row): row for row in rows if row["status"] != "refused"}

    def test_every_computed_reading_and_no_other_is_solved(self):
        _, readings = self.read(self.results / "audited")
        self.assertGreater(len(readings), 100)
        solved = self.solved()
        self.assertEqual({choices(row) for row in solved}, set(readings))
        self.assertEqual({row["target"] for row in solved}, {"break-even", "claim"})
        self.assertEqual({row["zone"] for row in solved}, {"project"})
        self.assertTrue(all(row["label"].startswith("synthetic landscape") for row in solved))

    def test_what_enters_linearly_follows_from_the_readings_own_amounts(self):
        _, readings = self.read(self.results / "audited")
        compared = 0
        for row in self.solved():
            reading = readings[choices(row)]
            level, emitted = float(reading["reference_level_tCO2e"]), float(reading["project_emissions_tCO2e"])
            displaced = float(reading["displaced_tCO2e"] or 0)
            goal = CLAIMED if row["target"] == "claim" else 0
            if row["input"] == "reference level of the monitoring period":
                wanted = emitted + displaced + goal
                self.assertAlmostEqual(float(row["present"]), level, places=5)
            elif row["input"].startswith("lost area, mix"):
                wanted = float(row["present"]) * (level - displaced - goal) / emitted
            elif row["input"].startswith("forest area") and row["reference"] == "transitions":
                wanted = float(row["present"]) * (emitted + displaced + goal) / level
            else:
                continue
            self.assertAlmostEqual(float(row["needed"]), wanted, delta=1e-6 * max(1.0, abs(wanted)))
            compared += 1
        self.assertGreater(compared, 500)

    def test_the_screen_shows_the_default_reading(self):
        first, _ = self.read(self.results / "audited")
        text = self.solve()
        level, emitted = float(first["reference_level_tCO2e"]), float(first["project_emissions_tCO2e"])
        needed = emitted + float(first["displaced_tCO2e"])
        self.assertIn(f"'project': {int(first['credits']):,} credits follow; {CLAIMED:,} are claimed.", text)
        self.assertRegex(text, rf"reference level of the monitoring period +{level:,.0f} tCO2e +{needed:,.0f} tCO2e +"
                               rf"{needed + CLAIMED:,.0f} tCO2e\n")
        self.assertIn("Default reading: route loss; strata strata-2017", text)
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), ["audited"])

    def test_the_break_even_share_is_that_of_equation_26(self):
        # Each stratum's lost hectares of the period, the part year by days.
        first, _ = self.read(self.results / "audited")
        lost = {}
        for row in self.rows("emissions.csv", self.results / "audited"):
            if row["zone"] == "project" and row["route"] == "loss":
                part = PERIOD.get(int(row["year"]), 0)
                lost[row["stratum"]] = lost.get(row["stratum"], 0) + part * float(row["area_ha"])
        area, high, low = sum(lost.values()), 163.8 * CO2_PER_C, 40 * CO2_PER_C
        room = float(first["reference_level_tCO2e"]) - float(first["displaced_tCO2e"])
        name = "share of evergreen forest in the loss, the rest bamboo"
        shares = [row for row in self.solved() if row["input"] == name and choices(row) == choices(first)]
        for row, goal in zip(shares, (0, CLAIMED), strict=True):
            self.assertAlmostEqual(float(row["needed"]), (room - goal - area * low) / (area * (high - low)), places=9)
            self.assertAlmostEqual(float(row["present"]), lost["evergreen forest"] / area, places=9)
            self.assertTrue(row["remark"].startswith("impossible"), row)

    def test_impossible_values_are_printed_as_such(self):
        rows = [row for row in self.solved() if row["needed"]]
        for row in rows:
            if row["unit"] == "ha" and float(row["needed"]) < 0:
                self.assertEqual(row["remark"], "impossible: an area cannot be below 0")
            if row["unit"] == "share":
                self.assertEqual("impossible" in row["remark"], not 0 <= float(row["needed"]) <= 1)
        self.assertTrue(any(float(row["needed"]) < 0 for row in rows))
        text = self.solve()
        self.assertRegex(text, r"lost area of bamboo .* -[\d.]+ ha \(!\)\n")
        self.assertIn("(!) impossible: an area cannot be below 0: lost area of evergreen forest; ", text)

    def test_an_audit_with_the_solved_stock_gives_the_claim(self):
        # Without a belt nothing is displaced, so that nothing else changes with the stock.
        self.keep_only_the_project()
        claim = '[claim]\ncredits = 200000\nzone = "project"\nsource = "a test"\n'
        self.audit_file.write_text(self.audit_file.read_text(encoding="utf-8") + claim, encoding="utf-8")
        first = self.solved()[0]
        stocks = {row["input"].removeprefix("carbon stock of "): row["needed"] for row in self.rows("solve.csv")
                  if row["target"] == "claim" and row["unit"] == "tC/ha" and choices(row) == choices(first)}
        original = (self.twin / "carbon.csv").read_text(encoding="utf-8")
        for stratum, present in (("evergreen forest", "163.8"), ("deciduous forest", "56.2")):
            self.edit("carbon.csv", f"\n{stratum},{present},", f"\n{stratum},{stocks[stratum]},")
            out = self.results / stratum
            self.assertEqual(self.audit(out=out).returncode, 0)
            # Amounts are rounded to kg against the credit, year by year, and then down to a whole tonne.
            self.assertIn(int(self.rows("readings.csv", out)[0]["credits"]), (199999, 200000), stratum)
            (self.twin / "carbon.csv").write_text(original, encoding="utf-8")

    def test_deductions_are_taken_back_from_the_claim(self):
        self.edit_audit("[claim]", '[deductions]\nreversal = { fraction = 0.2, source = "a test" }\n\n[claim]')
        first, _ = self.read(self.results / "audited")
        needed = (float(first["project_emissions_tCO2e"]) + float(first["displaced_tCO2e"]) + CLAIMED / 0.8)
        row = next(row for row in self.solved()
                   if row["target"] == "claim" and row["input"].startswith("reference level"))
        self.assertAlmostEqual(float(row["needed"]), needed, places=5)

    def test_an_earlier_crosstab_gives_the_same_values(self):
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        self.solved()
        self.solve("--crosstab", counted, "-o", self.results / "again")
        self.assertEqual(contents(self.out, {"run.json"}), contents(self.results / "again", {"run.json"}))
        self.assertEqual(self.solve(), self.solve("--crosstab", counted))

    def test_the_output_is_complete_and_the_same_every_time(self):
        self.solve("-o", self.out)
        self.assertEqual({path.name for path in self.out.iterdir()}, {"solve.csv", "run.json"})
        self.solve("-o", self.results / "again", "--threads", "1")
        self.assertEqual(contents(self.out), contents(self.results / "again"))
        run = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual(run["command"], "reddline solve audit.toml")
        self.assertIn("carbon.csv", {entry["path"] for entry in run["inputs"]})
        self.assertGreater(run["pixels_read"], 0)
        self.assertEqual(self.solve("-o", self.out, "--overwrite", "--quiet"), "")

    def test_without_a_claim_only_no_credits_are_solved_for(self):
        self.drop_claim()
        self.assertEqual({row["target"] for row in self.solved()}, {"break-even"})
        self.assertNotIn("the claim", self.solve())

    def test_a_refused_default_reading_says_why(self):
        self.drop_claim()
        self.replace_in_audit("[reference_level]", "[monitoring]")
        text = self.solve("-o", self.out)
        self.assertIn("'project': refused: no reference level", text)
        self.assertEqual(self.rows("solve.csv"), [])


class SolvePublicTables(TwinCase):
    """The case without rasters: no statement is possible, and the claim is asked by itself."""

    def setUp(self):
        super().setUp()
        self.public = self.inputs / "prey-lang"
        done = self.run_command("solve", self.public / "audit.toml", "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.text = done.stdout

    def needed(self, beginning, **wanted):
        """The values of an input under some choices."""
        return [float(row["needed"]) for row in self.rows("solve.csv") if row["input"].startswith(beginning)
                and row["needed"] and all(row[name] == value for name, value in wanted.items())]

    def test_the_share_of_the_claimed_loss_that_would_undo_the_claim(self):
        # 600,000 t over 4,000 ha, evergreen 163.8 and deciduous forest 56.2 tC/ha.
        share = 600000 / (4000 * (163.8 - 56.2) * CO2_PER_C)
        found = self.needed("share of evergreen forest in the loss, the rest deciduous forest")
        self.assertAlmostEqual(found[0], share)
        self.assertIn(f"of {100 * share:.1f} % (factors carbon-2000-2001.csv", unwrapped(self.text))

    def test_the_forest_that_the_claim_implies(self):
        linear = {"factors": "carbon-2000-2001.csv", "annualise": "linear", "arcs": "option-1", "areas": "static"}
        rates = national_rates(self.inputs / "cambodia")
        stocks = {"evergreen forest": 163.8, "semi-evergreen forest": 163.8, "deciduous forest": 56.2}
        for stratum, stock in stocks.items():
            factor = stock * CO2_PER_C
            per_ha = rates[stratum] * factor * YEARS_IN_PERIOD
            name = f"area of {stratum} at the start, "
            self.assertAlmostEqual(self.needed(name + "nothing of it lost", **linear)[0], 600000 / per_ha, places=5)
            with_loss = (600000 + 4000 * factor) / per_ha
            self.assertAlmostEqual(self.needed(name + "the claimed loss in it", **linear)[0], with_loss, places=5)
            self.assertIn(f"{with_loss:,.1f} ha", self.text)

    def test_other_reference_levels_are_asked_as_well(self):
        # 4.63 % a year of the forest: each hectare is expected to emit its factor times the rate.
        rate = (10451912 - 8518173) / 4 / 10451912
        found = self.needed("area of evergreen forest at the start, nothing", reference="rate-of-forest",
                            factors="carbon-2000-2001.csv")
        self.assertAlmostEqual(found[0], 600000 / (rate * 163.8 * CO2_PER_C * YEARS_IN_PERIOD), places=5)

    def test_the_refusal_of_the_statement_stands_on_the_screen(self):
        self.assertIn("refused: no reported loss", self.text)
        self.assertIn("The claim by itself, 600,000 credits at 4,000 ha lost:", self.text)


class SolveErrors(TwinCase):
    def expect_refused(self, arguments, exit_code, code, *words):
        """The command stops with this one error and writes nothing."""
        done = self.run_command("solve", *arguments)
        self.assert_one_error(done, code, exit_code, *words)
        self.assert_no_traces()

    def test_a_crosstab_for_tables_alone_is_refused(self):
        self.expect_refused([self.inputs / "prey-lang" / "audit.toml", "--crosstab", self.twin], 2, "usage",
                            "--crosstab", "tables alone")

    def test_a_crosstab_that_is_none_is_refused(self):
        self.expect_refused([self.audit_file, "--crosstab", self.twin], 65, "missing_file", "crosstab.csv")

    def test_a_forest_without_a_factor_is_refused(self):
        self.edit("carbon.csv", "bamboo,", "other bamboo,")
        self.expect_refused([self.audit_file, "-o", self.out], 65, "factor_missing", "bamboo")

    def test_a_reading_that_the_inputs_do_not_allow_is_refused(self):
        self.edit_audit("canopy_pct = [10, 15, 20, 25, 30]", "canopy_pct = [11]")
        self.expect_refused([self.audit_file, "-o", self.out], 2, "audit_file", "readings.canopy_pct", "'11'")

    def test_an_output_that_exists_is_not_replaced(self):
        self.out.mkdir()
        done = self.run_command("solve", self.audit_file, "-o", self.out)
        self.assert_one_error(done, "output_exists", 2, "out")
        self.assertEqual(list(self.out.iterdir()), [])

    def test_a_file_that_is_missing_is_named(self):
        self.expect_refused([self.twin / "none.toml"], 65, "missing_file", "none.toml")


if __name__ == "__main__":
    main()
