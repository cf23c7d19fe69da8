#!/usr/bin/python3
"""scripts/make_samples.py makes the committed twin: the same pixels, georeference and zones; small and labelled."""
import pathlib
import subprocess
import tempfile
import tomllib
import unittest

import numpy as np
from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
TWIN = ROOT / "data-samples" / "prey-lang-twin"
gdal.UseExceptions()


def tree_bytes(folder):
    """The bytes of every file below the folder, by name."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class MakeSamples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.made = pathlib.Path(cls.folder.name) / "one"
        subprocess.run([ROOT / "scripts" / "make_samples.py", cls.made], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_committed_pixels_are_the_generators(self):
        # Pixels, not bytes: another version of GDAL may compress in another way.
        rasters = sorted(path.relative_to(TWIN) for path in TWIN.rglob("*.tif"))
        self.assertEqual(len(rasters), 8)
        self.assertEqual(rasters, sorted(path.relative_to(self.made) for path in self.made.rglob("*.tif")))
        for name in rasters:
            committed, made = gdal.Open(str(TWIN / name)), gdal.Open(str(self.made / name))
            self.assertEqual(committed.GetGeoTransform(), made.GetGeoTransform(), name)
            self.assertTrue(np.array_equal(committed.ReadAsArray(), made.ReadAsArray()), name)

    def test_the_committed_zones_are_the_generators(self):
        self.assertEqual((TWIN / "zones.geojson").read_bytes(), (self.made / "zones.geojson").read_bytes())

    def test_a_second_run_gives_the_same_bytes(self):
        again = pathlib.Path(self.folder.name) / "two"
        subprocess.run([ROOT / "scripts" / "make_samples.py", again], check=True)
        self.assertEqual(tree_bytes(self.made), tree_bytes(again))

    def test_everything_says_that_it_is_synthetic(self):
        for path in TWIN.rglob("*.tif"):
            self.assertIn("SYNTHETIC", gdal.Open(str(path)).GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION"), path)
        audit = tomllib.loads((TWIN / "audit.toml").read_text(encoding="utf-8"))
        self.assertIn("synthetic", audit["title"])
        self.assertIn("synthetic", audit["label"])
        self.assertIn("synthetic", (TWIN / "README.md").read_text(encoding="utf-8").lower())

    def test_the_samples_stay_small(self):
        shipped = sum(len(data) for data in tree_bytes(ROOT / "data-samples").values())
        self.assertLess(shipped, 400_000)

    def test_the_tiles_meet_at_the_seam_and_are_laid_out_differently(self):
        west = gdal.Open(str(TWIN / "gfc" / "synthetic_lossyear_west.tif"))
        east = gdal.Open(str(TWIN / "gfc" / "synthetic_lossyear_east.tif"))
        seam = west.GetGeoTransform()[0] + west.RasterXSize * west.GetGeoTransform()[1]
        self.assertAlmostEqual(seam, east.GetGeoTransform()[0], places=9)
        self.assertEqual(west.GetRasterBand(1).GetBlockSize(), [416, 1])
        self.assertEqual(east.GetRasterBand(1).GetBlockSize(), [256, 256])


if __name__ == "__main__":
    unittest.main()
