#!/usr/bin/python3
"""scripts/make_workload.py: pixels do not depend on strips or layout; it never writes into the repository."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy as np
from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "make_workload.py"
LAYERS = ("lossyear", "treecover2000", "datamask", "strata")
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPT.parent))
gdal.UseExceptions()

from make_workload import Landscape  # noqa: E402  (the path must stand first)


class MakeWorkload(unittest.TestCase):
    def test_strips_of_any_height_make_the_same_pixels(self):
        landscape = Landscape(700, seed=3)
        whole = landscape.strip(0, 300)
        for name in LAYERS:
            cut = np.vstack([landscape.strip(first, count)[name] for first, count in ((0, 1), (1, 130), (131, 169))])
            self.assertTrue(np.array_equal(whole[name], cut), name)

    def test_layouts_hold_the_same_pixels(self):
        with tempfile.TemporaryDirectory() as folder:
            for layout in ("lzw-strips", "deflate-400", "deflate-512"):
                subprocess.run([SCRIPT, f"{folder}/{layout}", "--size", "900", "--layout", layout, "--zones", "3",
                                "--vertices", "50"], check=True, capture_output=True)
            for name in LAYERS:
                strips, tiled, large = (gdal.Open(f"{folder}/{layout}/{name}.tif")
                                        for layout in ("lzw-strips", "deflate-400", "deflate-512"))
                self.assertEqual(strips.GetRasterBand(1).GetBlockSize(), [900, 1])
                self.assertEqual(tiled.GetRasterBand(1).GetBlockSize(), [400, 400])
                self.assertEqual(large.GetRasterBand(1).GetBlockSize(), [512, 512])
                self.assertTrue(np.array_equal(strips.ReadAsArray(), tiled.ReadAsArray()), name)
                self.assertTrue(np.array_equal(strips.ReadAsArray(), large.ReadAsArray()), name)

    def test_a_folder_inside_the_repository_is_refused(self):
        done = subprocess.run([SCRIPT, ROOT / "workload", "--size", "10"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("outside the repository", done.stderr)

    def test_a_folder_that_exists_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([SCRIPT, folder, "--size", "10"], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertIn("exists already", done.stderr)


if __name__ == "__main__":
    unittest.main()
