#!/usr/bin/python3
"""mocaredd workbooks: read against a second computation in numpy and by hand, refused where they cannot be, and written from audits.

Usage: mocaredd_test.py REDDLINE_BINARY
"""
import csv
import json
import math

import mocaredd_case
import numpy
import openpyxl
import outputs_page
from mocaredd_case import book, plain_book
from twin_case import TwinCase, contents, main, unwrapped

TABLES = ("workbook_emissions.csv", "workbook_reductions.csv", "workbook_inputs.csv", "workbook_deductions.csv", "workbook_factors.csv")
# Where, what it becomes, and words of the error: sheet, row and column, what was expected, what was found.
MISTAKES = [
    (lambda b: b.pop("c_stocks"), "book.xlsx: expected the sheet \"c_stocks\"", "found user_inputs, time_periods"),
    (lambda b: [row.pop("trans_se") for row in b["AD_lu_transitions"]], "/AD_lu_transitions:1: expected the column \"trans_se\""),
    (lambda b: [row.update(remark="x") for row in b["c_stocks"]], "/c_stocks:1: expected known columns, found \"remark\""),
    (lambda b: b["user_inputs"].append(b["user_inputs"][0]), "/user_inputs: expected one row below the columns, found 2"),
    (lambda b: b["user_inputs"][0].update(trunc_pdf="maybe"), "/user_inputs:2: trunc_pdf: expected TRUE or FALSE, found \"maybe\""),
    (lambda b: b["user_inputs"][0].update(n_iter=10), "/user_inputs:2: n_iter: expected a whole number from 1000 to 1000000"),
    (lambda b: b["user_inputs"][0].update(ran_seed=-1), "/user_inputs:2: ran_seed: expected a whole number from 0"),
    (lambda b: b["user_inputs"][0].update(c_unit="CO2"), "/user_inputs:2: c_unit: expected one of DM, C", "found \"CO2\""),
    (lambda b: b["user_inputs"][0].update(c_fraction="NA"), "/user_inputs:2: c_fraction: expected a share", "c_unit is DM"),
    (lambda b: b["user_inputs"][0].update(c_fraction=47), "/user_inputs:2: c_fraction: expected a share above 0 and up to 1"),
    (lambda b: b["user_inputs"][0].update(c_fraction_pdf="beta"), "/user_inputs:2: c_fraction_pdf: expected normal"),
    (lambda b: b["user_inputs"][0].update(conf_level=90), "/user_inputs:2: conf_level: expected a number between 0 and 1"),
    (lambda b: b["user_inputs"][0].update(dg_pool="AGB; BGB"), "/user_inputs:2: dg_pool: expected pools among"),
    (lambda b: b["user_inputs"][0].update(dg_pool="AGB, BGB"), "expected dg_pool to name every pool of \"EV\"", "leaves DW out"),
    (lambda b: b["user_inputs"][0].update(dg_ext="NA"), "/c_stocks:5: expected a land use that ends with dg_ext", "\"EV_deg\""),
    (lambda b: b["time_periods"][1].update(period_no="T1"), "/time_periods:3: period_no: expected every period once"),
    (lambda b: b["time_periods"][1].update(year_start=2008), "/time_periods:3: expected periods of the reference level that share no year"),
    (lambda b: b["time_periods"][0].update(year_end=2005), "/time_periods:2: year_end: expected a whole number from 2006"),
    (lambda b: b["time_periods"][0].update(year_start="soon"), "/time_periods:2: year_start: expected a whole number"),
    (lambda b: b["time_periods"][0].update(period_type="PAST"), "/time_periods:2: period_type: expected REF or MON"),
    (lambda b: [row.update(period_type="MON") for row in b["time_periods"][:2]], "expected at least one period of type REF, found none"),
    (lambda b: b["time_periods"].append(dict(b["time_periods"][3], period_no="T5", year_start=2014, year_end=2015)),
     "/AD_lu_transitions: expected transitions of every period", "found none of \"T5\""),
    (lambda b: b["AD_lu_transitions"][1].update(trans_id="T1_EV_Crop"), "/AD_lu_transitions:3: trans_id: expected every id once"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_period="T9"), "/AD_lu_transitions:2: trans_period: expected one of T1, T2"),
    (lambda b: b["AD_lu_transitions"][0].update(redd_activity="LOSS"), "/AD_lu_transitions:2: redd_activity: expected one of DF, DG"),
    (lambda b: b["AD_lu_transitions"][0].update(lu_final_id="Sea"), "/AD_lu_transitions:2: lu_final_id: expected a land use with stocks",
     "found \"Sea\""),
    (lambda b: b["AD_lu_transitions"][0].update(trans_area=-5), "/AD_lu_transitions:2: trans_area: expected a number of at least 0"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_area="=1+2"), "/AD_lu_transitions:2: trans_area: expected a number, or NA"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_area="1,000"), "/AD_lu_transitions:2: trans_area: expected a number such as"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_se="=0.1*I2"), "/AD_lu_transitions:2: trans_se: expected a number, or NA"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_se=-1), "/AD_lu_transitions:2: trans_se: expected a number of at least 0"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_pdf="gamma"), "/AD_lu_transitions:2: trans_pdf: expected one of normal, beta"),
    (lambda b: b["AD_lu_transitions"][0].update(trans_pdf="beta"), "/AD_lu_transitions:2: trans_pdf: expected normal"),
    (lambda b: b["c_stocks"][1].update(c_id="EV_AGB_ALL"), "/c_stocks:3: c_id: expected every id once"),
    (lambda b: b["c_stocks"][0].update(c_period="T9"), "/c_stocks:2: c_period: expected one of ALL, T1"),
    (lambda b: b["c_stocks"][0].update(c_pool="Leaves"), "/c_stocks:2: c_pool: expected one of AGB, BGB"),
    (lambda b: b["c_stocks"][1].update(c_pool="AGB"), "/c_stocks:3: expected every pool of a land use and period once"),
    (lambda b: b["c_stocks"][1].update(c_pool="ALL"), "/c_stocks:3: expected either ALL or single pools, found AGB and ALL"),
    (lambda b: b["c_stocks"][6].update(c_pool="DG_ratio", c_value=0.25), "/c_stocks:8: expected DG_ratio alone"),
    (lambda b: b["c_stocks"][2].update(c_pool="BGB"), "/c_stocks:4: expected either BGB or RS"),
    (lambda b: b["c_stocks"][0].update(c_pool="SOC"), "/c_stocks:3: expected AGB of \"EV\" beside RS"),
    (lambda b: b["c_stocks"][6].update(c_period="T1"), "/c_stocks:8: expected the stocks of \"PL\" either for ALL periods"),
    (lambda b: b["c_stocks"][3].update(lu_id="XX_deg"), "/c_stocks:5: expected stocks of the intact land use \"XX\""),
    (lambda b: b["c_stocks"][3].update(c_pdf_b=0), "/c_stocks:5: c_pdf_b: expected a number above 0 for the beta"),
    (lambda b: b["c_stocks"][3].update(c_value=0.9), "/c_stocks:5: c_value: expected the mean 0.7 of its beta distribution"),
    (lambda b: b["c_stocks"][0].update(c_pdf="beta", c_pdf_a=2, c_pdf_b=3), "/c_stocks:2: c_pdf: expected normal"),
    (lambda b: b["c_stocks"][0].update(c_value="NA", c_pdf_a=2), "/c_stocks:2: c_value: expected a number for the normal"),
]


class Mocaredd(TwinCase):
    def setUp(self):
        super().setUp()
        self.book = self.inputs / "book.xlsx"

    def read(self, sheets, *arguments, out=None, **options):
        """Writes the sheets and reads them with the command."""
        mocaredd_case.write(sheets, self.book, **options)
        return self.run_command("workbook", self.book, "-o", out or self.out, *arguments)

    def amounts(self, sheets):
        """The rows of workbook_reductions.csv by quantity and period."""
        done = self.read(sheets, "--overwrite")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return {(row["quantity"], row["period"]): row for row in self.rows("workbook_reductions.csv")}

    def test_the_stated_values_and_intervals_are_those_of_a_second_computation(self):
        sheets = book()
        amounts = self.amounts(sheets)
        stated = mocaredd_case.reductions(sheets)
        drawn = mocaredd_case.reductions(sheets, 200_000, numpy.random.default_rng(11))
        for period in ("REF", "MON1", "MON2"):
            row = amounts["reference-level" if period == "REF" else "reduction", period]
            self.assertAlmostEqual(float(row["central_tCO2e_per_year"]) / float(stated[period][0]), 1.0, places=12)
            for name, share in (("median", 0.5), ("q05", 0.05), ("q95", 0.95)):
                error = math.hypot(float(row[f"{name}_error_tCO2e_per_year"]), mocaredd_case.quantile_error(drawn[period], share))
                difference = float(row[f"{name}_tCO2e_per_year"]) - numpy.quantile(drawn[period], share)
                self.assertLess(abs(difference), 4.5 * error, (period, name))
            self.assertAlmostEqual(float(row["sd_tCO2e_per_year"]) / numpy.std(drawn[period]), 1.0, delta=0.025)
            for name, share in (("lower", 0.1), ("upper", 0.9)):  # conf_level 0.8
                difference = float(row[f"{name}_tCO2e_per_year"]) - numpy.quantile(drawn[period], share)
                self.assertLess(abs(difference), 0.02 * numpy.std(drawn[period]), (period, name))

    def test_a_small_workbook_is_worked_by_hand(self):
        amounts = self.amounts(plain_book())
        row = amounts["reduction", "MON"]
        self.assertAlmostEqual(float(row["central_tCO2e_per_year"]), 40 * 120 * 44 / 12, places=8)  # 17,600
        self.assertAlmostEqual(float(row["central_tCO2e"]), 35200, places=8)  # two years
        self.assertAlmostEqual(float(row["approach_1_se_tCO2e_per_year"]), 440 * math.hypot(10, 6), places=8)
        self.assertEqual((row["first_year"], row["last_year"], row["years"], row["confidence"]), ("2012", "2013", "2", "0.8"))
        self.assertAlmostEqual(float(amounts["period-emissions", "T2"]["central_tCO2e_per_year"]), 44000, places=8)
        shares = {row["input"]: row for row in self.rows("workbook_inputs.csv")}
        self.assertAlmostEqual(float(shares["T2_F_N"]["approach_1_share"]), 100 / 136, places=10)
        self.assertAlmostEqual(float(shares["T4_F_N"]["slope_tCO2e_per_year_per_unit"]), -440, places=10)
        self.assertAlmostEqual(sum(float(row["monte_carlo_share"] or 0) for row in shares.values()), 1.0, places=10)
        self.assertEqual(shares["F/ALL"]["part"], "fixed")
        # Eq. 30 by hand: the half-width of 1.645 x SE / 17,600 is about 48 %.
        deducted = {row["programme"]: row for row in self.rows("workbook_deductions.csv")}
        half_width = float(row["half_width_pct"])
        self.assertAlmostEqual(half_width, 100 * 1.6449 * 440 * math.hypot(10, 6) / 17600, delta=1.5)
        of_mean = half_width * float(row["median_tCO2e_per_year"]) / float(row["mean_tCO2e_per_year"])
        self.assertAlmostEqual(float(deducted["TREES"]["deduction_pct"]), of_mean / 1.645006 * 0.524417, places=8)
        self.assertEqual((deducted["FCPF"]["deduction_pct"], deducted["FCPF"]["credits"]), ("8", str(math.floor(35200 * 0.92))))
        self.assertEqual(deducted["none"]["credits"], "35200")

    def test_hectares_and_hectares_per_year_mean_the_same(self):
        per_year = book()
        per_year["user_inputs"][0]["ad_annual"] = True
        years = {row["period_no"]: row["year_end"] - row["year_start"] + 1 for row in per_year["time_periods"]}
        for row in per_year["AD_lu_transitions"]:
            row["trans_area"] /= years[row["trans_period"]]
            row["trans_se"] /= years[row["trans_period"]]
        whole, yearly = self.amounts(book()), self.amounts(per_year)
        for key, row in whole.items():
            for column in ("central_tCO2e_per_year", "median_tCO2e_per_year", "q95_tCO2e_per_year"):
                self.assertAlmostEqual(float(row[column]) / float(yearly[key][column]), 1.0, places=10)

    def test_stocks_of_single_periods_are_those_of_their_transitions(self):
        sheets = plain_book()
        sheets["c_stocks"] = [mocaredd_case.stock(1, "F", "ALL", 120, 0, "T2"), mocaredd_case.stock(2, "F", "ALL", 150, 0, "T4"),
                              mocaredd_case.stock(3, "N", "ALL", 0, 0)]
        row = self.amounts(sheets)["reduction", "MON"]
        self.assertAlmostEqual(float(row["central_tCO2e_per_year"]), (100 * 120 - 60 * 150) * 44 / 12, places=8)
        self.assertEqual([row["stratum"] for row in self.rows("workbook_factors.csv")], ["N"])

    def test_draws_below_zero_are_cut_off_where_the_workbook_says_so(self):
        sheets = plain_book()
        for row in sheets["AD_lu_transitions"]:
            row["trans_se"] = row["trans_area"]
        sheets["user_inputs"][0]["trunc_pdf"] = True
        done = self.read(sheets)
        self.assertIn("normal distributions are cut off at 0; mocaredd sets negative draws to 0", unwrapped(done.stdout))
        rows = {row["input"]: row for row in self.rows("workbook_inputs.csv")}
        self.assertEqual(rows["T2_F_N"]["distribution"], "truncated-normal")
        # The mean of a normal of mean 100 and deviation 100 above 0 is 100 (1 + phi(1) / Phi(1)).
        self.assertAlmostEqual(float(rows["T2_F_N"]["mean"]), 100 * (1 + 0.24197072 / 0.84134475), places=4)
        least = min(float(row["q05_tCO2e_per_year"]) for row in self.rows("workbook_emissions.csv"))
        self.assertGreater(least, 0.0)

    def test_the_screen_says_how_rows_are_treated(self):
        done = self.read(book(), further=("lists",))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertLess(done.stdout.count("\n"), 40)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)
        for words in ("4 transitions of enhancement (EN) counted as removals", "1 row of", "c_stocks left out: NA, no value",
                      "Sheets that are not read: lists.", "20,000 draws, seed 7", "TREES"):
            self.assertIn(words, unwrapped(done.stdout))
        emitted = {row["transition"]: float(row["emission_tCO2e_per_year"]) for row in self.rows("workbook_emissions.csv")}
        self.assertLess(emitted["T1_Crop_PL"], 0.0)

    def test_the_directory_is_described_and_is_the_same_bytes_again(self):
        done = self.read(book(), "--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual({path.name for path in self.out.iterdir()}, {*TABLES, "run.json", "datapackage.json", "timing.json"})
        record = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual((record["command"], record["inputs"][0]["path"]), ("reddline workbook book.xlsx", "book.xlsx"))
        package = json.loads((self.out / "datapackage.json").read_text(encoding="utf-8"))
        self.assertEqual({resource["path"] for resource in package["resources"]}, set(TABLES))
        for name in TABLES:
            with open(self.out / name, encoding="utf-8", newline="") as text:
                self.assertEqual(next(csv.reader(text)), [column for column, _, _ in outputs_page.tables()[name]])
        again = self.results / "again"
        self.run_command("workbook", self.book, "-o", again, "--threads", "1", "-q")
        self.assertEqual(contents(self.out, {"timing.json"}), contents(again, {"timing.json"}))
        done = self.run_command("verify", self.out, self.book)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertTrue(done.stdout.startswith("The same bits: "), done.stdout)

    def test_without_a_directory_it_only_prints(self):
        mocaredd_case.write(plain_book(), self.book)
        done = self.run_command("workbook", self.book)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("MON, 2012 to 2013: reductions of 35,200 tCO2e in 2 years", unwrapped(done.stdout))

    def test_every_mistake_is_one_line_with_sheet_row_and_column(self):
        for change, *words in MISTAKES:
            with self.subTest(words[0]):
                sheets = book()
                change(sheets)
                self.assert_one_error(self.read(sheets), "table_malformed", 65, *words)
                self.assert_no_traces()

    def test_other_files_are_told_apart(self):
        self.assert_one_error(self.run_command("workbook", self.inputs / "none.xlsx"), "missing_file", 65, "none.xlsx")
        self.assert_one_error(self.run_command("workbook", self.audit_file), "unreadable_file", 65, "audit.toml")
        table = self.twin / "carbon.csv"
        self.assert_one_error(self.run_command("workbook", table), "unreadable_file", 65, "an Excel workbook (.xlsx)", "CSV")
        mocaredd_case.write(book(), self.book)
        whole = self.book.read_bytes()
        self.book.write_bytes(whole[:len(whole) // 2])
        self.assert_one_error(self.run_command("workbook", self.book), "unreadable_file", 65, "book.xlsx")


class Export(TwinCase):
    def exported(self, *arguments, out=None):
        """Audits with --mocaredd; the path of the workbook."""
        done = self.audit("--mocaredd", "--quiet", *arguments, out=out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (out or self.out) / "mocaredd.xlsx"

    def imported(self, path):
        """Reads a workbook; the row of its reductions."""
        done = self.run_command("workbook", path, "-o", self.results / "read", "--overwrite")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return next(row for row in self.rows("workbook_reductions.csv", self.results / "read") if row["quantity"] == "reduction")

    def expect_round_trip(self):
        """The workbook of the default reading gives its reductions again."""
        row = self.imported(self.exported("--overwrite"))
        reading = self.rows("readings.csv")[0]
        self.assertAlmostEqual(float(row["central_tCO2e"]) / float(reading["reduction_tCO2e"]), 1.0, places=11)
        return row, reading

    def test_the_default_reading_gives_its_reductions_again(self):
        row, reading = self.expect_round_trip()
        self.assertGreater(float(reading["displaced_tCO2e"]), 0.0)  # the belt is in it
        self.assertEqual((row["years"], row["draws"]), ("3", "100000"))

    def test_without_a_belt_the_interval_is_that_of_the_audit_too(self):
        self.keep_only_the_project()
        self.take_inputs_as_independent()  # the template cannot say what goes together
        row, _ = self.expect_round_trip()
        audited = self.rows("uncertainty.csv")[0]
        for column in ("approach_1_se_tCO2e", "q05_tCO2e", "q95_tCO2e"):
            # The same normal inputs with draws of their own: 100,000 of them miss a quantile by less than a hundredth.
            self.assertAlmostEqual(3 * float(row[f"{column}_per_year"]) / float(audited[column]), 1.0, delta=0.01)

    def test_it_holds_the_sheets_and_columns_of_the_template(self):
        path = self.exported()
        sheets = openpyxl.load_workbook(path)
        wanted = {name: list(rows[0]) for name, rows in mocaredd_case.book().items()}
        self.assertEqual(sheets.sheetnames, [*wanted, "notes"])
        for name, columns in wanted.items():
            self.assertEqual([cell.value for cell in sheets[name][1]], columns)
        settings = dict(zip(wanted["user_inputs"], (cell.value for cell in sheets["user_inputs"][2])))
        self.assertEqual((settings["n_iter"], settings["ran_seed"], settings["c_unit"], settings["ad_annual"]), (100000, 1, "C", True))
        stocks = {row[3]: (row[5], row[6], row[7]) for row in sheets["c_stocks"].iter_rows(min_row=2, values_only=True)}
        self.assertEqual(stocks["evergreen forest"], ("ALL", 163.8, 7.8))  # carbon.csv
        self.assertEqual(stocks["bamboo"], ("ALL", 40, 0))
        notes = " ".join(row[0] for row in sheets["notes"].iter_rows(min_row=2, values_only=True))
        for words in ("synthetic landscape", "3 calendar years, of which 2.81 years by days", "Displaced emissions are transitions"):
            self.assertIn(words, notes)

    def test_the_same_audit_gives_the_same_bytes_and_is_verified(self):
        first = self.exported().read_bytes()
        again = self.exported("--threads", "1", out=self.results / "again").read_bytes()
        self.assertTrue(first == again)
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)

    def test_account_writes_it_from_a_crosstab_as_audit_does(self):
        first = self.exported().read_bytes()
        done = self.run_command("account", self.audit_file, "--crosstab", self.out, "--mocaredd", "-q", "-o", self.results / "account")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((self.results / "account" / "mocaredd.xlsx").read_bytes() == first)

    def test_the_factors_of_a_workbook_serve_an_audit(self):
        self.imported(self.exported())
        reduction = self.rows("readings.csv")[0]["reduction_tCO2e"]
        (self.twin / "carbon.csv").write_bytes((self.results / "read" / "workbook_factors.csv").read_bytes())
        done = self.audit("--quiet", "--overwrite")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertAlmostEqual(float(self.rows("readings.csv")[0]["reduction_tCO2e"]) / float(reduction), 1.0, places=11)

    def test_a_level_without_areas_is_refused_before_anything_is_counted(self):
        self.edit_audit('transitions = "../cambodia/transitions.csv"\nclasses     = "../cambodia/classes.csv"\n', "")
        done = self.audit("--mocaredd")
        self.assert_one_error(done, "usage", 2, "--mocaredd", "a reference level with areas", "the amount of emissions")
        self.assert_no_traces()

    def test_what_the_template_cannot_hold_stands_in_the_notes(self):
        self.edit_audit("[readings]", '[deductions]\nrisk = { fraction = 0.1, source = "synthetic" }\n\n[readings]')
        self.expect_round_trip()
        notes = " ".join(row[0] for row in openpyxl.load_workbook(self.out / "mocaredd.xlsx")["notes"].iter_rows(values_only=True))
        self.assertIn("Deductions are not in it", notes)


if __name__ == "__main__":
    main()
