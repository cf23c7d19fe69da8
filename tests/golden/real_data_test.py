#!/usr/bin/python3
"""The command on real satellite data, where the folder REDDLINE_DATA holds them; else skipped.

Usage: REDDLINE_DATA=FOLDER real_data_test.py REDDLINE_BINARY

The counts are facts about the published tiles, found with other tools.
"""
import csv
import os
import pathlib
import sys

from osgeo import gdal

from twin_case import SKIPPED, TwinCase, contents, listing, main, square

DATA = pathlib.Path(os.environ.get("REDDLINE_DATA") or "nowhere").resolve()
NEIBA = DATA / "neiba"
ANNAMITES = DATA / "annamites"
V1_8 = NEIBA / "Hansen_GFC-2020-v1.8_lossyear_20N_080W.tif"
V1_11 = NEIBA / "v1.11" / "Hansen_GFC-2023-v1.11_lossyear_20N_080W.tif"


class RealData(TwinCase):
    def count_window(self, loss, last_year, window_of):
        """Counts the pixels of loss and cover inside the extent of a raster; (cover, loss year) -> pixels."""
        raster = gdal.Open(str(window_of))
        west, width, _, north, _, minus_height = raster.GetGeoTransform()
        # A tenth of a pixel more on every side changes no pixel centre.
        margin = width / 10
        name = f"{loss.stem}.geojson"
        self.write_polygon(name, square(west - margin, north + margin, raster.RasterXSize * width + 2 * margin,
                                        -raster.RasterYSize * minus_height + 2 * margin))
        cover = str(loss).replace("lossyear", "treecover2000")
        self.audit_file.write_text(f"""schema = 1
title  = "facts"
[loss]
lossyear      = ["{loss}"]
treecover2000 = ["{cover}"]
release       = "test"
first_year    = 2001
last_year     = {last_year}
[forest]
canopy_pct  = 30
canopy_rule = "greater"
[[zones]]
name   = "window"
role   = "other"
source = "{name}"
""", encoding="utf-8")
        out = self.results / f"{loss.stem}-{last_year}"
        done = self.run_command("crosstab", self.audit_file, "-o", out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(out / "crosstab.csv", encoding="utf-8", newline="") as text:
            return {(int(row["cover_pct"]), int(row["loss_year"])): int(row["pixels"]) for row in csv.DictReader(text)}

    def test_the_audits_of_real_data_end_well_and_touch_no_input(self):
        before = listing(DATA)
        for folder in (NEIBA, ANNAMITES):
            out = self.results / folder.name
            done = self.run_command("audit", folder / "audit.toml", "-o", out, "--fail-on", "contradiction")
            self.assertEqual((done.returncode, done.stderr), (0, ""), folder)
            self.assertTrue((out / "report.md").is_file())
        self.assertEqual(listing(DATA), before)

    def test_real_data_give_the_same_bytes_on_any_number_of_threads(self):
        for folder in (NEIBA, ANNAMITES):
            results = []
            for threads in (1, 2, 8):
                out = self.results / f"{folder.name}-{threads}"
                done = self.run_command("audit", folder / "audit.toml", "-o", out, "--threads", threads)
                self.assertEqual(done.returncode, 0, done.stderr)
                results.append(contents(out, without={"timing.json"}))
            self.assertEqual(results[0], results[1])
            self.assertEqual(results[0], results[2])

    def test_the_window_of_neiba_holds_the_published_counts(self):
        bins = self.count_window(V1_8, 2020, V1_8)
        self.assertEqual(sum(bins.values()), 1909 * 490)
        self.assertEqual(sum(pixels for (cover, _), pixels in bins.items() if cover > 30), 542_623)
        self.assertEqual(sum(pixels for (cover, year), pixels in bins.items() if cover > 30 and year), 51_024)
        self.assertEqual(sum(pixels for (cover, year), pixels in bins.items() if cover <= 30 and year), 4_132)

    def test_the_window_of_annamites_holds_the_published_counts(self):
        bins = self.count_window(ANNAMITES / "pkgTest_lossyear.tif", 2018, ANNAMITES / "pkgTest_lossyear.tif")
        self.assertEqual(sum(bins.values()), 643 * 453)
        self.assertEqual(sum(pixels for (_, year), pixels in bins.items() if year), 176_228)
        self.assertEqual(sum(pixels for (cover, year), pixels in bins.items() if year and cover == 0), 19_100)

    def test_two_releases_agree_on_the_loss_that_both_know(self):
        whole, part = (gdal.Open(str(path)).GetGeoTransform() for path in (V1_8, V1_11))
        self.assertEqual((round((part[0] - whole[0]) / whole[1]), round((part[3] - whole[3]) / whole[5])), (286, 49))
        old = self.count_window(V1_8, 2020, V1_11)
        new = self.count_window(V1_11, 2023, V1_11)
        self.assertEqual(sum(old.values()), 192 * 221)
        as_old = {}
        for (cover, year), pixels in new.items():
            key = (cover, year if year <= 2020 else 0)
            as_old[key] = as_old.get(key, 0) + pixels
        self.assertEqual(old, as_old)
        self.assertGreater(sum(pixels for (_, year), pixels in new.items() if year > 2020), 0)


if __name__ == "__main__":
    if not (NEIBA.is_dir() and ANNAMITES.is_dir()):
        print("skipped: no real data (REDDLINE_DATA names no folder that holds neiba/ and annamites/)")
        sys.exit(SKIPPED)
    main()
