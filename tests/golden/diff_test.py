#!/usr/bin/python3
"""`reddline diff`: two made releases of the loss product on the same zones against GDAL and numpy, and its errors.

Usage: diff_test.py REDDLINE_BINARY
"""
import os
import pathlib
import shutil

import numpy as np
from osgeo import gdal

from twin_case import TwinCase, contents, main, square
from twin_count import TwinCount

LOSS = ("gfc/synthetic_lossyear_west.tif", "gfc/synthetic_lossyear_east.tif")
EVERGREEN_tCO2e_PER_HA = 163.8 * 44 / 12


def moved(codes):
    """A later release: loss of 2019 in every third row is seen in 2018, and there is a year 2021."""
    codes = codes.copy()
    rows = np.arange(codes.shape[0])[:, None] % 3 == 0
    codes[rows & (codes == 19)] = 18
    codes[(codes == 0) & (np.arange(codes.shape[1])[None, :] % 50 == 0) & rows] = 21
    return codes


class TwoReleases(TwinCase):
    def setUp(self):
        super().setUp()
        self.a, self.b = self.results / "a", self.results / "b"
        self.assertEqual(self.audit(out=self.a).returncode, 0)
        self.before = TwinCount(self.audit_file)
        for name in LOSS:
            self.rewrite(name, moved)
        self.edit_audit('"SYNTHETIC-2020"', '"SYNTHETIC-2021"')
        self.edit_audit("last_year     = 2020", "last_year     = 2021")
        self.assertEqual(self.audit(out=self.b).returncode, 0)
        self.after = TwinCount(self.audit_file)

    def diff(self, *arguments):
        """What the command prints."""
        done = self.run_command("diff", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def area_ha(self, count, zone, stratum, year):
        """Hectares of forest lost by GDAL and numpy."""
        return count.hectares(count.lost(zone, year) & (count.maps["strata-2017"] == stratum))

    def test_every_row_is_what_gdal_and_numpy_see_in_both(self):
        self.diff(self.a, self.b, "-o", self.out)
        rows = self.rows("diff.csv")
        common = [row for row in rows if row["covered_by"] == "both"]
        for row in common:
            if row["stratum"] not in ("evergreen forest", "bamboo") or int(row["year"]) < 2017:
                continue
            place = (row["zone"], row["stratum"], int(row["year"]))
            a_ha, b_ha = self.area_ha(self.before, *place), self.area_ha(self.after, *place)
            self.assertAlmostEqual(float(row["a_ha"]), a_ha, places=7)
            self.assertAlmostEqual(float(row["b_ha"]), b_ha, places=7)
            self.assertAlmostEqual(float(row["difference_ha"]), b_ha - a_ha, places=7)
            if row["stratum"] == "evergreen forest" and int(row["year"]) > 2017:
                self.assertAlmostEqual(float(row["difference_tCO2e"]), (b_ha - a_ha) * EVERGREEN_tCO2e_PER_HA, places=3)
        self.assertGreater(sum(float(row["difference_ha"]) != 0 for row in common), 10)

    def test_what_moved_most_tonnes_comes_first(self):
        self.diff(self.a, self.b, "-o", self.out)
        tonnes = [abs(float(row["difference_tCO2e"])) for row in self.rows("diff.csv") if row["difference_tCO2e"]]
        self.assertEqual(tonnes, sorted(tonnes, reverse=True))
        self.assertGreater(tonnes[0], 0)

    def test_the_year_of_one_release_is_listed_apart_and_not_as_zero(self):
        text = self.diff(self.a, self.b, "-o", self.out)
        alone = [row for row in self.rows("diff.csv") if row["covered_by"] != "both"]
        self.assertEqual({row["year"] for row in alone}, {"2021"})
        self.assertEqual({(row["covered_by"], row["a_ha"], row["difference_ha"]) for row in alone}, {("B", "", "")})
        lost_ha = sum(float(row["b_ha"]) for row in alone if row["zone"] == "project")
        self.assertGreater(lost_ha, 0)
        self.assertIn("says nothing of them, which is not 0", text)
        self.assertRegex(text, rf"project +2021 +B +{lost_ha:.1f}")

    def test_the_releases_and_what_is_alike_are_said(self):
        text = self.diff(self.a, self.b)
        for piece in ("SYNTHETIC-2020, 2001 to 2020", "SYNTHETIC-2021, 2001 to 2021", "never chained",
                      "Zones, maps, tables and default reading are the same", "synthetic landscape"):
            self.assertIn(piece, text)
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), ["a", "b"])

    def test_a_default_reading_factor_or_zone_that_differs_is_said(self):
        self.edit_audit("canopy_pct   = 10", "canopy_pct   = 30")
        self.edit("carbon.csv", "bamboo,40", "bamboo,41")
        shutil.rmtree(self.b)
        self.assertEqual(self.audit(out=self.b).returncode, 0)
        text = self.diff(self.a, self.b)
        self.assertIn("default readings differ, so the difference is not that of the release alone", text)
        self.assertIn("Not the same content in both, so tonnes may differ for that: 'carbon.csv'", text)

    def test_the_output_is_complete_and_the_same_every_time(self):
        self.diff(self.a, self.b, "-o", self.out)
        self.assertEqual({path.name for path in self.out.iterdir()}, {"diff.csv", "run.json"})
        again = self.results / "again"
        self.diff(self.a, self.b, "-o", again, "--threads", "1")
        self.assertEqual(contents(self.out), contents(again))
        self.diff(self.a, self.b, "-o", again, "--overwrite")
        self.assertEqual(contents(self.out), contents(again))

    def test_account_and_audit_are_compared_alike_and_differ_in_nothing(self):
        counted = self.results / "accounted"
        done = self.run_command("account", self.audit_file, "--crosstab", self.b, "-o", counted)
        self.assertEqual(done.returncode, 0, done.stderr)
        text = self.diff(self.b, counted)
        self.assertIn("Both rest on the same release", text)
        self.assertRegex(text, r"loss of 0 of \d+ rows")
        self.assertEqual(self.diff(self.b, counted, "--quiet"), "")


class RealReleases(TwinCase):
    """The releases v1.8 and v1.11 of a window of real tiles: they agree on loss up to 2020 where both are."""

    def write_audit(self, folder, name, prefix, last_year):
        """An audit file of the window that both releases cover, without strata."""
        loss = f"{folder}/{prefix}_lossyear_20N_080W.tif"
        (self.twin / name).write_text(f"""schema = 1
title  = "real releases"
[loss]
lossyear      = ["{loss}"]
treecover2000 = ["{loss.replace('lossyear', 'treecover2000')}"]
release       = "{prefix}"
first_year    = 2001
last_year     = {last_year}
[forest]
canopy_pct  = 30
canopy_rule = "greater"
[[zones]]
name   = "window"
role   = "other"
source = "window.geojson"
""", encoding="utf-8")
        return loss

    def test_loss_of_years_that_both_cover_did_not_move(self):
        neiba = pathlib.Path(os.environ.get("REDDLINE_DATA") or "no data") / "neiba"
        if not neiba.is_dir():
            self.skipTest("no real tiles: REDDLINE_DATA names no folder with neiba/")
        self.write_audit(neiba, "old.toml", "Hansen_GFC-2020-v1.8", 2020)
        later = gdal.Open(self.write_audit(neiba / "v1.11", "new.toml", "Hansen_GFC-2023-v1.11", 2023))
        west, size, _, north, _, _ = later.GetGeoTransform()
        codes = later.ReadAsArray()
        inset = square(west + 2 * size, north - 2 * size, (codes.shape[1] - 4) * size, (codes.shape[0] - 4) * size)
        self.write_polygon("window.geojson", inset)
        for name in ("old", "new"):
            done = self.run_command("audit", self.twin / f"{name}.toml", "-o", self.results / name)
            self.assertEqual(done.returncode, 0, done.stderr)
        done = self.run_command("diff", self.results / "old", self.results / "new", "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        rows = self.rows("diff.csv")
        self.assertEqual({row["difference_ha"] for row in rows if row["covered_by"] == "both"}, {"0"})
        self.assertEqual({row["year"] for row in rows if row["covered_by"] == "B"}, {"2021", "2022", "2023"})
        self.assertGreater(np.count_nonzero(codes > 20), 0)


class DiffErrors(TwinCase):
    def expect_refused(self, a, b, exit_code, code, *words, more=()):
        """The command stops with this one error."""
        done = self.run_command("diff", a, b, *more)
        self.assert_one_error(done, code, exit_code, *words)

    def test_a_directory_that_is_not_ours_is_refused(self):
        self.assertEqual(self.audit().returncode, 0)
        self.expect_refused(self.twin, self.out, 65, "missing_file", "prey-lang-twin", "run.json", "'audit'")
        self.expect_refused(self.out, self.results / "none", 65, "missing_file", "none")
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        self.expect_refused(self.out, counted, 65, "missing_file", "counted", "activity.csv")

    def test_an_audit_of_tables_alone_has_no_mapped_loss(self):
        tables = self.results / "tables"
        done = self.run_command("account", self.inputs / "prey-lang" / "audit.toml", "-o", tables)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.expect_refused(tables, tables, 65, "missing_file", "crosstab.json")

    def test_a_broken_table_is_named_with_its_line(self):
        self.assertEqual(self.audit().returncode, 0)
        path = self.out / "activity.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[3] = lines[3].replace(",20", ",year 20", 1)
        path.write_text("\n".join(lines), encoding="utf-8")
        self.expect_refused(self.out, self.out, 65, "table_malformed", "activity.csv:4", "year")
        (self.out / "run.json").write_text("[]", encoding="utf-8")
        self.expect_refused(self.out, self.out, 65, "table_malformed", "run.json")

    def test_an_output_that_exists_is_not_replaced(self):
        self.assertEqual(self.audit().returncode, 0)
        self.expect_refused(self.out, self.out, 2, "output_exists", "out", more=("-o", self.out))
        self.assertTrue((self.out / "report.md").is_file())

    def test_one_directory_is_not_enough_and_three_are_too_many(self):
        done = self.run_command("diff", self.out)
        self.assert_one_error(done, "usage", 2, "B")
        done = self.run_command("diff", self.out, self.out, self.out)
        self.assert_one_error(done, "usage", 2, "expected two directories")


if __name__ == "__main__":
    main()
