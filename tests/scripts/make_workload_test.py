#!/usr/bin/python3
"""scripts/make_workload.py: pixels do not depend on strips, layout or processes; it never writes into the repository."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy as np
from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "make_workload.py"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPT.parent))
gdal.UseExceptions()

from make_workload import (LAYERS, Landscape, create_raster, filling_rings,  # noqa: E402  (the path must stand first)
                           separate_rings, write_zones)


def make(folder, *options):
    """Runs the script; its exit code and messages."""
    return subprocess.run([SCRIPT, folder, *options], capture_output=True, text=True, check=False)


def zones_at_centres(size, rings):
    """How many zones each pixel's centre lies in."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "zones.gpkg"
        write_zones(path, rings)
        raster = create_raster(pathlib.Path(folder) / "counts.tif", size, [])
        source = gdal.OpenEx(str(path))
        layer = source.GetLayer(0)
        for feature in layer:
            assert feature.GetGeometryRef().IsValid(), feature["name"]
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["MERGE_ALG=ADD"])
        return raster.ReadAsArray()


class MakeWorkload(unittest.TestCase):
    def test_strips_of_any_height_make_the_same_pixels(self):
        landscape = Landscape(700, seed=3)
        whole = landscape.strip(0, 300)
        for name in LAYERS:
            cut = np.vstack([landscape.strip(first, count)[name] for first, count in ((0, 1), (1, 130), (131, 169))])
            self.assertTrue(np.array_equal(whole[name], cut), name)

    def test_layouts_and_processes_make_the_same_pixels(self):
        blocks = {"lzw-strips": [900, 1], "deflate-400": [400, 400], "deflate-512": [512, 512], "zstd-512": [512, 512]}
        expected = Landscape(900, seed=1).strip(0, 900)
        with tempfile.TemporaryDirectory() as folder:
            for processes, (layout, block) in enumerate(blocks.items(), 1):
                done = make(f"{folder}/{layout}", "--size", "900", "--layout", layout, "--processes", str(processes))
                self.assertEqual(done.returncode, 0, done.stderr)
                for name in LAYERS:
                    raster = gdal.Open(f"{folder}/{layout}/{name}.tif")
                    self.assertEqual(raster.GetRasterBand(1).GetBlockSize(), block)
                    self.assertTrue(np.array_equal(raster.ReadAsArray(), expected[name]), f"{layout} {name}")

    def test_filling_zones_cover_every_pixel_once(self):
        for zones in (1, 6, 7, 60):
            self.assertTrue((zones_at_centres(300, filling_rings(300, zones, 200, seed=5)) == 1).all(), zones)

    def test_separate_zones_do_not_touch(self):
        counts = zones_at_centres(300, separate_rings(300, 6, 200, seed=5))
        self.assertEqual(counts.max(), 1)
        self.assertGreater((counts == 1).mean(), 0.2)

    def test_rasters_are_kept_when_zones_are_added(self):
        with tempfile.TemporaryDirectory() as parent:
            folder = pathlib.Path(parent) / "workload"
            self.assertEqual(make(folder, "--size", "50").returncode, 0)
            written = (folder / "lossyear.tif").stat().st_mtime_ns
            done = make(folder, "--size", "50", "--zones", "20", "--zones-fill", "--vertices", "40")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stdout.strip(), str(folder / "audit-20-fill.toml"))
            self.assertEqual((folder / "lossyear.tif").stat().st_mtime_ns, written)
            zones = gdal.OpenEx(str(folder / "zones-20-fill.gpkg"))
            self.assertEqual(zones.GetLayer(0).GetFeatureCount(), 20)
            self.assertIn("min_area_ha", (folder / "audit-20-fill-patches.toml").read_text())
            self.assertNotIn("min_area_ha", (folder / "audit-20-fill.toml").read_text())

    def test_a_folder_with_other_rasters_is_refused(self):
        with tempfile.TemporaryDirectory() as parent:
            folder = pathlib.Path(parent) / "workload"
            self.assertEqual(make(folder, "--size", "50").returncode, 0)
            done = make(folder, "--size", "60")
            self.assertEqual(done.returncode, 2)
            self.assertIn("holds something else", done.stderr)

    def test_a_folder_inside_the_repository_is_refused(self):
        done = subprocess.run([SCRIPT, ROOT / "workload", "--size", "10"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("outside the repository", done.stderr)

    def test_a_folder_that_exists_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([SCRIPT, folder, "--size", "10"], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertIn("holds something else", done.stderr)


if __name__ == "__main__":
    unittest.main()
