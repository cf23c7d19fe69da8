#!/usr/bin/python3
"""LibreOffice, made to recompute every formula of audit.xlsx, gives the credits of readings.csv to the tonne.

Usage: workbook_libreoffice_test.py REDDLINE_BINARY
Skipped without LibreOffice Calc. The values that the file holds are taken out first, so what is read is LibreOffice's.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl
from twin_case import SKIPPED, TwinCase, main
from workbook_audits import AUDITS, SAMPLES, run, texts_of, variants

import accounting_case
import accounting_twin_test

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PICKED = ("as it is", "rate of forest", "rate of territory", "history of another zone, by forest area", "two projects",
          "two national intervals", "the reported route alone", "the maps route with every stock", "rate too low to credit anything",
          "mean of two national intervals", "a project, a belt and a claim of losses", "every stock and deductions")


class LibreOffice(TwinCase):
    def recomputed(self, files, folder):
        """The workbooks without their values, recomputed by LibreOffice in one go."""
        for path in files:
            openpyxl.load_workbook(path).save(path)  # openpyxl writes formulas without values
        out = folder / "recomputed"
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                        out, *files], check=True, capture_output=True, timeout=300)
        return [openpyxl.load_workbook(out / path.name, data_only=True) for path in files]

    def expected(self, out):
        found = {}
        for row in accounting_case.rows_of(out / "readings.csv"):
            found.setdefault(row["zone"], row)
        return {zone: int(row["credits"]) for zone, row in found.items() if row["status"] != "refused"}

    def credits(self, workbook):
        found = {}
        for sheet in workbook.worksheets[1:]:
            rows = {row[0]: row[1] for row in sheet.iter_rows(min_row=2, max_col=2, values_only=True)}
            zone = next(iter(rows)).removeprefix("Calculation of zone '").removesuffix("'")
            if "Credits by the formulas" in rows:
                found[zone] = rows["Credits by the formulas"]
        return found

    def cases(self, folder):
        """Runs the picked variants; name -> output directory."""
        outs = {}
        for name in AUDITS:
            root = folder / name.replace("/", "-")
            root.mkdir()
            work = accounting_twin_test.working_copy(SAMPLES / name, root)
            variants.write_tables(work, (SAMPLES / name).read_text(encoding="utf-8"))
            for variant, text in texts_of(name):
                if variant in PICKED or variant.startswith(("national by", "transitions ")):
                    done, _ = run(self.binary, work, text, work / f"out{len(outs)}")
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    outs[f"{name}: {variant}"] = work / f"out{len(outs)}"
        return outs

    def test_the_credits_are_those_of_readings_csv(self):
        with tempfile.TemporaryDirectory() as root:
            folder = pathlib.Path(root)
            outs = self.cases(folder)
            files = [shutil.copy(out / "audit.xlsx", folder / f"case{i}.xlsx") for i, out in enumerate(outs.values())]
            computed = 0
            for (name, out), workbook in zip(outs.items(), self.recomputed(files, folder)):
                with self.subTest(case=name):
                    self.assertEqual(self.credits(workbook), self.expected(out))
                    computed += len(self.expected(out))
            self.assertGreater(computed, 20)


if __name__ == "__main__":
    if OFFICE is None:
        print("skipped: no LibreOffice; apt install libreoffice-calc-nogui")
        sys.exit(SKIPPED)
    main()
