#!/usr/bin/python3
"""A patch filter needs pixels around each window: the check counts them, and a filter that needs too many is refused.

Usage: patch_filter_test.py REDDLINE_BINARY
"""
import csv
import re

from osgeo import gdal

from twin_case import PIXEL_DEG, STRATA, TwinCase, main, square

SIDE = 40000  # pixels, as in a tile of the real loss product
LAYERS = ("gfc/synthetic_lossyear", "gfc/synthetic_treecover2000", "gfc/synthetic_datamask")


class PatchFilter(TwinCase):
    def spread_out(self):
        """Makes every layer a raster of 40,000 x 40,000 pixels that has no blocks, with a project of 100 x 100."""
        for name in [*(layer + "_west.tif" for layer in LAYERS), *STRATA]:
            source = gdal.Open(str(self.twin / name))
            transform, projection = source.GetGeoTransform(), source.GetProjection()
            del source
            raster = gdal.GetDriverByName("GTiff").Create(
                str(self.twin / name), SIDE, SIDE, 1, gdal.GDT_Byte,
                options=["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"])
            raster.SetGeoTransform(transform)
            raster.SetProjection(projection)
            del raster
        for layer in LAYERS:
            (self.twin / (layer + "_east.tif")).unlink()
        self.write_zone(square(105.8 + 20000 * PIXEL_DEG, 13.3 - 20000 * PIXEL_DEG, 100 * PIXEL_DEG, 100 * PIXEL_DEG))
        self.keep_only_the_project()

    def pixels_to_read(self):
        """What the check says: windows, all pixels, and those of them around the windows."""
        done = self.run_command("check", self.audit_file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        found = re.search(r"To read: ([\d,]+) windows, ([\d,]+) pixels(?: \(([\d,]+) of them around)?", done.stdout)
        return [int((number or "0").replace(",", "")) for number in found.groups()]

    def test_the_check_counts_the_pixels_around_the_windows(self):
        self.spread_out()
        self.edit_audit("min_area_ha  = 0.5\n", "")
        # The project lies in one window of two blocks of 256 x 256, one below the other.
        self.assertEqual(self.pixels_to_read(), [1, 256 * 512, 0])
        self.edit_audit("connectivity = 8", "connectivity = 8\nmin_area_ha  = 0.5")
        # The smallest pixel, at 13.3 degrees north, has some 750 m2: 7 of them are more than half a hectare. The window is cut
        # to the one block that holds the project.
        self.assertEqual(self.pixels_to_read(), [1, (256 + 2 * 7) ** 2, (256 + 2 * 7) ** 2 - 256 * 256])

    def test_a_small_project_reads_no_more_than_its_block_and_the_halo(self):
        self.spread_out()
        # In the first row, at 13.3 degrees north, a pixel has 749.2 m2: a patch of 5 ha has 67 pixels, of 50 ha 668.
        for area_ha, halo in ((0.5, 7), (5, 67), (50, 668)):
            with self.subTest(area_ha):
                text = self.audit_file.read_text(encoding="utf-8")
                self.audit_file.write_text(re.sub(r"min_area_ha .*", f"min_area_ha = {area_ha}", text), encoding="utf-8")
                pixels = (256 + 2 * halo) ** 2
                self.assertEqual(self.pixels_to_read(), [1, pixels, pixels - 256 * 256])

    def test_a_filter_that_takes_too_much_memory_is_refused_before_reading(self):
        self.spread_out()
        self.edit_audit("min_area_ha  = 0.5", "min_area_ha  = 2000")
        self.expect_error("audit_file", 2, "audit.toml", "min_area_ha", "2000 ha", "GiB", "is possible")
        message = self.audit().stderr
        possible_ha = re.search(r"up to ([\d.]+) ha is possible", message).group(1)
        self.edit_audit("min_area_ha  = 2000", f"min_area_ha  = {possible_ha}")
        self.assertGreater(self.pixels_to_read()[2], 0)

    def test_the_largest_filter_takes_a_small_landscape_in_one_block_and_loses_no_pixel(self):
        self.edit_audit("min_area_ha  = 0.5", "min_area_ha  = 10000")
        self.assertEqual(self.pixels_to_read(), [1, 800 * 640, 0])
        done = self.audit()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        counted = {"0": 0, "10000": 0}
        cover_sum = {"0": 0, "10000": 0}
        with open(self.out / "crosstab.csv", encoding="utf-8", newline="") as text:
            for row in csv.DictReader(text):
                counted[row["min_area_ha"]] += int(row["pixels"])
                cover_sum[row["min_area_ha"]] += int(row["pixels"]) * int(row["cover_pct"])
        self.assertEqual(counted["0"], counted["10000"])
        self.assertLess(cover_sum["10000"], cover_sum["0"])


if __name__ == "__main__":
    main()
