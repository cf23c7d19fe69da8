#!/usr/bin/python3
"""A block index changes how long a run takes, and nothing else; where it does not fit, it is not used.

Usage: index_test.py REDDLINE_BINARY
"""
import os
import re
import shutil
import signal
import subprocess
import time
import unittest.mock

from osgeo import gdal

from twin_case import STRATA, TwinCase, contents, main, set_pixels, square, unwrapped

RASTERS = tuple(f"gfc/synthetic_{layer}_{side}.tif" for layer in ("lossyear", "treecover2000", "datamask")
                for side in ("west", "east")) + STRATA
REMAKE = "make the index again with 'reddline index', or leave --index out"


def square_blocks(side):
    """Creation options."""
    return ["TILED=YES", f"BLOCKXSIZE={side}", f"BLOCKYSIZE={side}", "COMPRESS=DEFLATE"]


class Index(TwinCase):
    def setUp(self):
        super().setUp()
        self.index = self.results / "index"
        self.store(square_blocks(64))
        # The region of reference, which may be over the others, is nearly all of the landscape.
        self.write_polygon("large.geojson", square(105.80201, 13.29899, 0.196, 0.156))
        self.edit_audit('source = "zones.geojson"\nwhere  = "name = \'reference\'"', 'source = "large.geojson"')

    def store(self, options):
        """Stores all rasters of the grid in one layout."""
        for name in RASTERS:
            self.rewrite(name, options=options)

    def make_index(self, *arguments):
        """Makes the index of the twin; what the command says."""
        done = self.run_command("index", self.audit_file, "-o", self.index, "--overwrite", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def results_of(self, *arguments, stderr=""):
        """All results of an audit but the timing."""
        done = self.audit("--overwrite", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, stderr))
        return contents(self.out, without=["timing.json"]) | {"stdout": done.stdout}

    def cells_known(self, *arguments):
        """How many cells `check` says the index spares."""
        done = self.run_command("check", self.audit_file, "--index", self.index, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        found = re.search(r"^Index: ([\d,]+) cells? of .* are known; ([\d,]+) of ([\d,]+) pixels of the zones are left to be "
                          r"read$", done.stdout, re.MULTILINE)
        self.assertIsNotNone(found, done.stdout)
        known, left, all_pixels = (int(number.replace(",", "")) for number in found.groups())
        self.assertLess(left, all_pixels)
        return known

    def expect_same_with_index(self, *arguments):
        """The index is used, and results are the same bytes as without it."""
        self.assertGreater(self.cells_known(*arguments), 0)
        self.assertTrue(self.results_of("--index", self.index, *arguments) == self.results_of(*arguments))

    def expect_not_used(self, fact, *arguments):
        """The index is not used, a message says why, and results are those without it."""
        done = self.audit("--overwrite", "--index", self.index, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, rf"\Awarning: the index .*/index is not used, because it was made with {fact} and "
                                      r"this audit has .*; all pixels are read; 'reddline index' makes one that fits\n\Z")
        with_index = contents(self.out, without=["timing.json"])
        self.results_of(*arguments)
        self.assertTrue(contents(self.out, without=["timing.json"]) == with_index)

    def test_results_are_the_same_bytes(self):
        text = self.make_index()
        self.assertRegex(text, r"Index: \d+ cells of [\d,]+ x [\d,]+ pixels, \d+\.\d MB\nUse it with --index ")
        self.assertEqual(sorted(path.name for path in self.index.iterdir()), ["cells.bin", "index.json", "places.bin"])
        self.expect_same_with_index()

    def test_results_are_the_same_bytes_in_any_layout(self):
        for options in (["BLOCKYSIZE=1", "COMPRESS=LZW"], square_blocks(16), square_blocks(256)):
            with self.subTest(options):
                self.store(options)
                self.make_index()
                self.assertTrue(self.results_of("--index", self.index) == self.results_of())
        for number, name in enumerate(RASTERS):
            self.rewrite(name, options=square_blocks(16 * (number + 1)))
        self.make_index()
        self.assertTrue(self.results_of("--index", self.index) == self.results_of())

    def test_the_index_is_the_same_for_any_number_of_threads(self):
        self.make_index("--threads", 1)
        one = contents(self.index, without=["index.json"])
        self.make_index("--threads", 5)
        self.assertTrue(contents(self.index, without=["index.json"]) == one)

    def test_the_check_leaves_open_whether_the_cells_hold_a_forest_type_without_factor(self):
        self.edit("legend.csv", "3,deciduous forest,1,0", "3,deciduous forest,1,0\n33,cloud forest,1,0")
        self.make_index()
        for arguments, verdict in ((), "; nothing was written."), \
                                  (("--index", self.index), ", but 'audit' stops if a project, its belt or the zone of "
                                   "a history holds forest that has no factor in carbon.csv ('cloud forest'); nothing "
                                   "was written."):
            done = self.run_command("check", self.audit_file, *arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(f"The inputs fit each other{verdict}", unwrapped(done.stdout))

    def test_without_the_patch_filter(self):
        self.edit_audit("min_area_ha  = 0.5\nconnectivity = 8\n", "")
        self.make_index()
        self.expect_same_with_index()

    def test_zones_factors_and_readings_may_change(self):
        self.make_index()
        self.write_polygon("large.geojson", square(105.80601, 13.29699, 0.1915, 0.1525))
        self.edit_audit("canopy_pct   = 10", "canopy_pct   = 30")
        self.edit("carbon.csv", "evergreen forest,", "evergreen forest,")
        self.expect_same_with_index()

    def test_solve_and_explain_use_it(self):
        self.make_index()
        for command in (["solve", self.audit_file],
                        ["explain", self.audit_file, "--zone", "reference", "--stratum", "evergreen forest", "--year", 2019]):
            with_index = self.run_command(*command, "--index", self.index)
            without = self.run_command(*command)
            self.assertEqual((with_index.returncode, with_index.stderr), (0, ""))
            self.assertEqual(with_index.stdout, without.stdout)

    def test_a_folder_that_moved_keeps_its_index(self):
        self.make_index()
        moved = self.inputs / "elsewhere"
        self.twin.rename(moved)
        self.twin, self.audit_file = moved, moved / "audit.toml"
        self.expect_same_with_index()

    def test_a_pixel_that_changed_under_the_same_size_and_time_is_seen(self):
        name = "gfc/synthetic_lossyear_west.tif"
        self.rewrite(name, options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"])
        time.sleep(2.2)  # so that the stamp of the file can be relied on
        self.make_index()
        path = self.twin / name
        self.assertIn(str(path), (self.index / "index.json").read_text(encoding="utf-8"))
        before = path.stat()
        raster = gdal.Open(str(path), gdal.GA_Update)
        codes = raster.ReadAsArray(300, 300, 1, 1)
        codes[0, 0] = 19 if codes[0, 0] != 19 else 18
        raster.GetRasterBand(1).WriteArray(codes, 300, 300)
        del raster
        self.assertEqual(path.stat().st_size, before.st_size)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.expect_not_used(r"lossyear\[1\] synthetic_lossyear_west.tif = 'SHA-256 [0-9a-f]{64}'")

    def test_another_legend_or_filter_is_seen(self):
        self.make_index()
        self.edit_audit("min_area_ha  = 0.5", "min_area_ha  = 0.4")
        self.expect_not_used(r"forest.min_area_ha = '0.5'")
        self.edit_audit("min_area_ha  = 0.4", "min_area_ha  = 0.5")
        self.expect_same_with_index()
        self.edit("legend.csv", "bamboo,1", "bamboo,0")
        self.expect_not_used(r"strata\[strata-2017\].legend\[4\] = 'bamboo, forest'")

    def test_a_value_set_on_the_command_line_is_seen(self):
        (self.twin / "other.csv").write_text((self.twin / "legend.csv").read_text(encoding="utf-8").replace(
            "bamboo,1", "bamboo,0"), encoding="utf-8")
        (self.twin / "elsewhere").mkdir()
        shutil.copy(self.twin / "strata-2017.tif", self.twin / "elsewhere" / "strata-2020.tif")
        self.make_index()
        self.expect_not_used(r"forest.min_area_ha = '0.5'", "--set", "forest.min_area_ha=0.4")
        self.expect_not_used(r"strata\[strata-2017\].legend\[4\] = 'bamboo, forest'",
                             "--set", 'strata.strata-2017.legend="other.csv"')
        self.expect_not_used(r"strata 'strata-2020'\[0\] strata-2020.tif = 'SHA-256 [0-9a-f]{64}'",
                             "--set", 'strata.strata-2020.raster=["elsewhere/strata-2020.tif"]')
        for setting in ("forest.canopy_pct=30", 'zones.belt.where="name = \'project\'"'):
            self.expect_same_with_index("--set", setting)
        self.make_index("--set", "forest.min_area_ha=0.4")
        self.expect_not_used(r"forest.min_area_ha = '0.4'")
        self.expect_same_with_index("--set", "forest.min_area_ha=0.4")

    def test_the_order_of_a_legend_is_seen(self):
        self.make_index()
        head, *rows = (self.twin / "legend.csv").read_text(encoding="utf-8").splitlines()
        (self.twin / "legend.csv").write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
        self.expect_not_used(r"strata\[strata-2017\].order = 'evergreen forest, .*'")

    def test_a_grid_that_is_read_otherwise_is_seen(self):
        for name in RASTERS:
            raster = gdal.Open(str(self.twin / name), gdal.GA_Update)
            raster.SetMetadataItem("AREA_OR_POINT", "Point")
            del raster
        self.make_index()
        with unittest.mock.patch.dict(os.environ, {"GTIFF_POINT_GEO_IGNORE": "TRUE"}):
            self.expect_not_used("grid = .*")

    def test_virtual_rasters_are_refused(self):
        for name in RASTERS[:2]:
            path = self.twin / name
            path.rename(path.with_suffix(".tiff"))
            gdal.BuildVRT(str(path), [str(path.with_suffix(".tiff"))]).FlushCache()
        done = self.run_command("index", self.audit_file, "-o", self.index)
        self.assert_one_error(done, "unreadable_file", 65, "synthetic_lossyear_", "expected GeoTIFF files", "gdal_translate")
        self.assert_no_traces()

    def test_one_bad_block_costs_few_cells(self):
        path = self.twin / RASTERS[3]
        raster = gdal.Open(str(path))
        offset = int(raster.GetRasterBand(1).GetMetadataItem("BLOCK_OFFSET_3_5", "TIFF"))
        del raster
        data = path.read_bytes()
        path.write_bytes(data[:offset] + bytes(20) + data[offset + 20:])
        text = self.make_index()
        self.assertRegex(text, r"Left out, and read whenever a zone holds them: [1-4] cells?; the first, because of corrupt_raster: ")

    def test_where_an_index_is_of_no_use(self):
        self.make_index()
        self.results_of()
        for arguments, word in ((["solve", self.audit_file, "--crosstab", self.out], "--crosstab"),
                                (["check", self.audit_file, "--allow-missing-blocks"], "--allow-missing-blocks")):
            done = self.run_command(*arguments, "--index", self.index)
            self.assert_one_error(done, "usage", 2, f"expected no {word} beside --index")
        done = self.run_command("check", self.audit_file, "--index", "")
        self.assertEqual(done.returncode, 2)
        tables = self.inputs / "prey-lang" / "audit.toml"
        self.assert_one_error(self.run_command("check", tables, "--index", self.index), "usage", 2, "audit of tables alone")

    def test_a_folder_of_something_else_is_not_overwritten(self):
        self.index.mkdir()
        (self.index / "index.json").write_text('{"site": 1}', encoding="utf-8")
        (self.index / "thesis.doc").write_text("thesis", encoding="utf-8")
        done = self.run_command("index", self.audit_file, "-o", self.index, "--overwrite")
        self.assert_one_error(done, "output_exists", 2, "without cells.bin")
        self.assertTrue((self.index / "thesis.doc").exists())

    def test_cells_that_cannot_be_counted_are_left_out(self):
        # A code that no legend lists, where no zone is.
        self.rewrite("strata-2020.tif", change=set_pixels(1, 2, 99), options=square_blocks(64))
        text = self.make_index()
        self.assertIn("Left out, and read whenever a zone holds them: 1 cell; the first, because of code_unlisted: ", text)
        self.expect_same_with_index()
        self.write_polygon("large.geojson", square(105.8, 13.3, 0.2, 0.16))
        without = self.audit("--overwrite")
        with_index = self.audit("--overwrite", "--index", self.index)
        self.assertEqual((with_index.returncode, with_index.stderr), (65, without.stderr))
        self.assertIn("code_unlisted", with_index.stderr)

    def test_no_index_is_made_where_not_one_cell_can_be_counted(self):
        self.rewrite("strata-2020.tif", change=lambda codes: codes * 0 + 99, options=square_blocks(64))
        done = self.run_command("index", self.audit_file, "-o", self.index)
        self.assert_one_error(done, "code_unlisted", 65, "99")
        self.assert_no_traces()

    def test_a_damaged_index_is_an_error(self):
        self.make_index()
        for name, change in (("cells.bin", lambda data: bytes(byte ^ 1 for byte in data)),
                             ("cells.bin", lambda data: data[:len(data) // 2]),
                             ("places.bin", lambda data: data[:-1] + bytes([data[-1] ^ 1])),
                             ("places.bin", lambda data: data[:-24]),
                             ("index.json", lambda data: data[:200])):
            with self.subTest(name):
                path = self.index / name
                sound = path.read_bytes()
                path.write_bytes(change(sound))
                done = self.audit("--index", self.index)
                self.assert_one_error(done, "unreadable_file", 65, str(path), REMAKE)
                self.assertFalse(self.out.exists())
                path.write_bytes(sound)
        (self.index / "cells.bin").unlink()
        self.assert_one_error(self.audit("--index", self.index), "unreadable_file", 65, "cells.bin", "No such file", REMAKE)
        self.assert_one_error(self.audit("--index", self.twin), "missing_file", 65, "index.json")

    def test_only_an_index_is_overwritten_by_one(self):
        self.results_of()
        done = self.run_command("index", self.audit_file, "-o", self.out, "--overwrite")
        self.assert_one_error(done, "output_exists", 2, "without index.json")
        self.make_index()
        self.assert_one_error(self.audit("--overwrite", out=self.index), "output_exists", 2, "without run.json")
        done = self.run_command("index", self.audit_file, "-o", self.index)
        self.assert_one_error(done, "output_exists", 2, "--overwrite")

    def test_a_signal_stops_it_without_a_trace(self):
        process = subprocess.Popen([self.binary, "index", self.audit_file, "-o", self.index, "--threads", "1"],
                                   stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 60
        while not list(self.results.iterdir()) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        process.send_signal(signal.SIGTERM)
        stderr = process.communicate(timeout=60)[1]
        if process.returncode == 0:
            self.skipTest("it was done before the signal came")
        self.assertEqual(process.returncode, 75, stderr)
        self.assert_no_traces()


if __name__ == "__main__":
    main()
