#!/usr/bin/python3
"""A mocaredd workbook that LibreOffice saved, with formulas that it computed, gives the numbers of the one that it was made from.

Usage: mocaredd_libreoffice_test.py REDDLINE_BINARY
Skipped without LibreOffice Calc.
"""
import pathlib
import shutil
import subprocess
import sys

import mocaredd_case
from twin_case import SKIPPED, TwinCase, main

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


class LibreOffice(TwinCase):
    def test_a_saved_workbook_gives_the_same_numbers(self):
        root = pathlib.Path(self.folder.name)
        sheets = mocaredd_case.book()
        mocaredd_case.write(sheets, root / "made.xlsx")
        for row in sheets["AD_lu_transitions"]:
            row["trans_area"] = f"={row['trans_area'] // 2}+{row['trans_area'] - row['trans_area'] // 2}"
        mocaredd_case.write(sheets, root / "saved.xlsx")
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{root}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                        root / "office", root / "saved.xlsx"], check=True, capture_output=True, timeout=300)
        found = []
        for path in (root / "made.xlsx", root / "office" / "saved.xlsx"):
            done = self.run_command("workbook", path, "-o", self.results / path.stem)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            found.append((self.results / path.stem / "workbook_reductions.csv").read_bytes())
        self.assertTrue(found[0] == found[1])


if __name__ == "__main__":
    if OFFICE is None:
        print("skipped: LibreOffice Calc is not installed")
        sys.exit(SKIPPED)
    main()
