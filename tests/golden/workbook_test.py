#!/usr/bin/python3
"""The formulas of audit.xlsx, recomputed outside the program, give the credits of readings.csv; a changed input gives what the
twin of the accounting says.

Usage: workbook_test.py REDDLINE_BINARY
"""
import pathlib
import time
import tempfile
import zipfile
from fractions import Fraction

from sheet_evaluator import Workbook
from twin_case import TwinCase, main
from workbook_audits import AUDITS, SAMPLES, run, texts_of, variants

import accounting_case
import accounting_choices
import accounting_twin
import accounting_twin_test

AMOUNTS = {"Reference level": "reference_level_tCO2e", "Project emissions": "project_emissions_tCO2e",
           "Displaced emissions": "displaced_tCO2e", "Reduction": "reduction_tCO2e", "Deducted": "deductions_tCO2e",
           "Credits": "credits"}


def defaults(out):
    """The default reading's row of readings.csv by project zone, in order."""
    found = {}
    for row in accounting_case.rows_of(out / "readings.csv"):
        found.setdefault(row["zone"], row)
    return found


def calculations(workbook):
    return [name for name in workbook.names() if name != "Inputs"]


class EveryKind(TwinCase):
    """Every variant of the samples under which the accounting's twin is compared, and the choices that those leave out."""

    def check_workbook(self, out):
        """The formulas give the amounts of readings.csv, credits to the tonne; how many of them were computed."""
        workbook = Workbook(out / "audit.xlsx")
        cached = {(sheet.title, cell.coordinate): cell.value for sheet in self.cached(out) for cell in sheet["B"]}
        rows = defaults(out)
        computed = 0
        self.assertLessEqual(len(rows), len(calculations(workbook)))
        for sheet in calculations(workbook):
            titles = {name: content for _, name, content, *_ in workbook.rows(sheet)}
            zone = next(iter(titles)).removeprefix("Calculation of zone '").removesuffix("'")
            row = rows.get(zone)
            if row is None or row["status"] == "refused":
                self.assertTrue(titles["Not computed"])
                continue
            computed += 1
            for name, column in AMOUNTS.items():
                if not row[column]:
                    self.assertNotIn(f"{name} by the formulas", titles)
                    continue
                found, ours = workbook.named(sheet, f"{name} by the formulas"), float(row[column])
                self.assertAlmostEqual(found, ours, delta=max(1e-6, abs(ours) * 1e-9), msg=(zone, name))
            self.assertEqual(workbook.named(sheet, "Credits by the formulas"), int(row["credits"]))
        for (sheet, cell), value in cached.items():
            if isinstance(value, (int, float)):
                self.assertAlmostEqual(value, workbook.value(sheet, cell), delta=max(1e-6, abs(value) * 1e-9), msg=(sheet, cell))
        return computed

    @staticmethod
    def cached(out):
        import openpyxl
        return openpyxl.load_workbook(out / "audit.xlsx", data_only=True).worksheets

    def test_the_formulas_give_the_amounts_of_readings_csv(self):
        for name in AUDITS:
            with tempfile.TemporaryDirectory() as root:
                folder = accounting_twin_test.working_copy(SAMPLES / name, pathlib.Path(root))
                variants.write_tables(folder, (SAMPLES / name).read_text(encoding="utf-8"))
                for variant, text in texts_of(name):
                    with self.subTest(audit=name, variant=variant):
                        done, _ = run(self.binary, folder, text, folder / "out")
                        self.assertEqual((done.returncode, done.stderr), (0, ""))
                        computed = self.check_workbook(folder / "out")
                        self.assertEqual(computed, sum(row["status"] != "refused" for row in defaults(folder / "out").values()))


class Sample(TwinCase):
    def setUp(self):
        super().setUp()
        self.edit_audit("[claim] ", '[deductions]\nreversal = { fraction = 0.1, source = "Demonstration: a test" }\n\n[claim] ')
        self.assertEqual(self.audit("--quiet").stderr, "")
        self.workbook = Workbook(self.out / "audit.xlsx")

    def twin_credits(self, case):
        """What the twin of the accounting says of the default reading."""
        case.known.clear()
        return accounting_twin.evaluate(case, "project", accounting_choices.default_reading(case)).credits

    def test_a_changed_carbon_density_changes_the_credits_as_the_twin_says(self):
        case = accounting_case.read_case(self.out, self.audit_file)
        before = self.twin_credits(case)
        self.assertEqual(self.workbook.named("Calculation", "Credits by the formulas"), before)
        name = next(row[1] for row in self.workbook.rows("Inputs") if row[1].startswith("Carbon of deciduous forest,"))
        self.workbook.set("Inputs", name, 60.25)
        case.factor_sets["carbon.csv"]["deciduous forest"] = Fraction("60.25")
        after = self.twin_credits(case)
        self.assertNotEqual(before, after)
        self.assertEqual(self.workbook.named("Calculation", "Credits by the formulas"), after)

    def test_a_changed_deduction_changes_the_credits_as_the_twin_says(self):
        case = accounting_case.read_case(self.out, self.audit_file)
        self.workbook.set("Inputs", "Deduction reversal", 0.25)
        case.audit["deductions"]["reversal"]["fraction"] = Fraction("0.25")
        self.assertEqual(self.workbook.named("Calculation", "Credits by the formulas"), self.twin_credits(case))

    def test_a_changed_national_change_changes_the_credits_as_the_twin_says(self):
        case = accounting_case.read_case(self.out, self.audit_file)
        pattern = "National change 2014-2016: evergreen forest to "
        name, old = next((row[1], row[2]) for row in self.workbook.rows("Inputs")
                         if row[1].startswith(pattern) and "forest" not in row[1].removeprefix(pattern))
        self.workbook.set("Inputs", name, old * 2)
        (years, arcs), = case.intervals
        arcs["evergreen forest", name.removeprefix(pattern)] *= 2
        self.assertEqual(self.workbook.named("Calculation", "Credits by the formulas"), self.twin_credits(case))

    def test_demonstration_values_are_labelled_and_areas_say_where_they_come_from(self):
        rows = {row[1]: row for row in self.workbook.rows("Inputs")}
        self.assertEqual(rows["Deduction reversal"][2:], (0.1, "1", "Demonstration: a test", "demonstration value"))
        areas = [row for name, row in rows.items() if name.startswith(("Loss in", "Forest in 2000"))]
        self.assertTrue(areas)
        for row in areas:
            self.assertEqual(row[3:5], ("ha", "counted, crosstab.csv"))

    def test_the_same_audit_gives_the_same_bytes_later(self):
        first = (self.out / "audit.xlsx").read_bytes()
        time.sleep(2.1)  # the times in a zip archive are even seconds
        self.assertEqual(self.audit("--quiet", "--overwrite").returncode, 0)
        self.assertEqual((self.out / "audit.xlsx").read_bytes(), first)
        self.assertLess(len(first), 100_000)

    def test_every_step_has_a_name_a_unit_and_an_equation(self):
        for row, name, content, unit, basis, _ in self.workbook.rows("Calculation"):
            if self.workbook.book["Calculation"].cell(row, 2).data_type == "f" and not name.endswith(("by the formulas", "less tool")):
                self.assertTrue(name and unit and basis and basis.startswith("Eq. "), (row, name, content))


class HostileNames(TwinCase):
    def test_text_from_files_stays_text(self):
        hostile = '=1+1;@SUM(A1)"\'<x>&'
        for name in ("legend.csv", "carbon.csv", "claimed_losses.csv"):
            path = self.twin / name
            quoted = '"' + hostile.replace('"', '""') + '"'
            path.write_text(path.read_text(encoding="utf-8").replace("evergreen forest", "kept").replace("semi-kept", "semi-evergreen forest")
                            .replace("kept", quoted), encoding="utf-8")
        self.replace_in_audit("[reference_level]", "[monitoring]", variants.RATE.format("0.04", "forest").replace("a test", "=cmd|' /C'!A0"))
        self.replace_in_audit("[uncertainty]", "[claim]")
        done = self.audit("--quiet")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        workbook = Workbook(self.out / "audit.xlsx")
        names = [cell.value for row in workbook.book["Inputs"].iter_rows() for cell in row if cell.value]
        self.assertTrue(any(hostile in str(name) for name in names))
        self.assertIn("=cmd|' /C'!A0", names)
        for sheet in workbook.book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.column != 2:
                        self.assertNotEqual(cell.data_type, "f", cell)
        with zipfile.ZipFile(self.out / "audit.xlsx") as parts:
            self.assertNotIn("<f>=", parts.read("xl/worksheets/sheet1.xml").decode())
        row = defaults(self.out)["project"]
        self.assertEqual(workbook.named("Calculation", "Credits by the formulas"), int(row["credits"]))


class Missing(TwinCase):
    def test_without_a_reference_level_the_sheet_says_so_and_still_shows_what_was_emitted(self):
        self.replace_in_audit("[reference_level]", "[monitoring]")
        self.drop_claim()
        self.assertEqual(self.audit("--quiet").stderr, "")
        workbook = Workbook(self.out / "audit.xlsx")
        rows = {row[1]: row[2] for row in workbook.rows("Calculation")}
        self.assertEqual(rows["Not computed"], "no reference level: give [reference_level]")
        emitted = sum(float(row["emission_tCO2e"]) for row in self.rows("emissions.csv")
                      if (row["zone"], row["route"], row["year"]) == ("project", "loss", "2019"))
        self.assertAlmostEqual(workbook.named("Calculation", "Emissions observed, whole year 2019"), emitted, places=6)
        self.assertNotIn("Credits, whole tonnes", rows)

    def test_without_factors_or_period_it_says_so(self):
        self.replace_in_audit("[carbon]", "[reference_level]")
        self.assertEqual(self.audit("--quiet").stderr, "")
        rows = {row[1]: row[2] for row in Workbook(self.out / "audit.xlsx").rows("Calculation")}
        self.assertEqual(rows["Not computed"], "no carbon factors: give [carbon] factors")


if __name__ == "__main__":
    main()
