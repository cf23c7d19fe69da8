#!/usr/bin/python3
"""scripts/fetch-gfc against a local server with two small made-up tiles: pixels, place, section and every error."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

import numpy as np
from osgeo import gdal, osr

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from range_server import RangeServer  # noqa: E402

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "fetch-gfc"
RELEASE = "GFC-2021-v1.9"
LAYERS = ("lossyear", "treecover2000", "datamask")
PIXEL_DEG = 0.00025
TILE_PIXELS = 40_000
gdal.UseExceptions()


def tile_values(layer, west_deg):
    """The pixels around 110 degrees east, 15 degrees north: a pattern of its own for each layer and tile."""
    row, column = np.mgrid[0:1024, 0:1024]
    return ((row * 7 + column * 3 + len(layer) + west_deg) % 101).astype(np.uint8)


def write_tile(folder, layer, west_deg):
    """A whole tile of 40000 x 40000 pixels of which only some blocks are stored."""
    (folder / RELEASE).mkdir(parents=True, exist_ok=True)
    path = folder / RELEASE / f"Hansen_{RELEASE}_{layer}_20N_{west_deg:03d}E.tif"
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), TILE_PIXELS, TILE_PIXELS, 1, gdal.GDT_Byte,
        ["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "SPARSE_OK=TRUE"])
    raster.SetGeoTransform((west_deg, PIXEL_DEG, 0, 20, 0, -PIXEL_DEG))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    raster.SetProjection(reference.ExportToWkt())
    first_column = TILE_PIXELS - 1024 if west_deg == 100 else 0
    raster.GetRasterBand(1).WriteArray(tile_values(layer, west_deg), first_column, 19_500)
    raster.FlushCache()


def zones_text(west, south, east, north):
    """One rectangle as GeoJSON."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]})


class FetchGfc(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        for layer in LAYERS:
            for west_deg in (100, 110):
                write_tile(cls.root / "bucket", layer, west_deg)
        cls.server = RangeServer(cls.root / "bucket")
        cls.base = cls.server.url

    @classmethod
    def tearDownClass(cls):
        cls.server.close()
        cls.folder.cleanup()

    def setUp(self):
        self.outdir = self.root / self.id().split(".")[-1]
        self.zones = self.root / f"{self.id().split('.')[-1]}.geojson"
        # 20 columns on each side of 110 degrees east; rows 20,000 to 20,009 from 20 degrees north.
        self.zones.write_text(zones_text(109.995, 14.9975, 110.005, 15.0), encoding="utf-8")

    def fetch(self, *options, base=None):
        environment = {**os.environ, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
        return subprocess.run([SCRIPT, self.zones, self.outdir, "--base", base or self.base, *options],
                              capture_output=True, text=True, check=False, env=environment, timeout=120)

    def expect_trouble(self, done, exit_code, words):
        self.assertEqual(done.returncode, exit_code, done.stderr)
        self.assertIn(words, done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        left = list(self.outdir.glob("*")) if self.outdir.exists() else []
        self.assertEqual(left, [])

    def test_both_tiles_windows_hold_the_servers_pixels(self):
        done = self.fetch("--release", RELEASE, "--margin-px", "5")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(list(self.outdir.iterdir())), 6)
        for layer in LAYERS:
            west = gdal.Open(str(self.outdir / f"Hansen_{RELEASE}_{layer}_20N_100E.tif"))
            east = gdal.Open(str(self.outdir / f"Hansen_{RELEASE}_{layer}_20N_110E.tif"))
            # The margin ends at the tile's edge: the other tile goes on there.
            self.assertEqual((west.RasterXSize, west.RasterYSize), (25, 20))
            self.assertEqual((east.RasterXSize, east.RasterYSize), (25, 20))
            self.assertAlmostEqual(west.GetGeoTransform()[0], 110 - 25 * PIXEL_DEG, places=9)
            self.assertAlmostEqual(west.GetGeoTransform()[3], 20 - 19_995 * PIXEL_DEG, places=9)
            self.assertAlmostEqual(east.GetGeoTransform()[0], 110, places=9)
            self.assertTrue(np.array_equal(west.ReadAsArray(), tile_values(layer, 100)[495:515, 999:1024]))
            self.assertTrue(np.array_equal(east.ReadAsArray(), tile_values(layer, 110)[495:515, 0:25]))

    def test_it_prints_the_loss_section_with_the_releases_years(self):
        done = self.fetch("--release", RELEASE)
        loss = tomllib.loads(done.stdout)["loss"]
        self.assertEqual((loss["release"], loss["first_year"], loss["last_year"]), (RELEASE, 2001, 2021))
        for layer in LAYERS:
            self.assertEqual(loss[layer], [f"{self.outdir}/Hansen_{RELEASE}_{layer}_*.tif"])

    def test_a_second_run_keeps_what_is_there(self):
        self.fetch("--release", RELEASE)
        done = self.fetch("--release", RELEASE)
        self.assertEqual(done.stderr.count(": kept"), 6, done.stderr)
        wider = self.fetch("--release", RELEASE, "--margin-px", "120")
        self.assertEqual(wider.stderr.count(": fetched"), 6, wider.stderr)

    def test_an_unknown_release_is_named(self):
        self.expect_trouble(self.fetch("--release", "GFC-2039-v9.9"), 74, "check the name of the release")

    def test_a_release_that_is_no_release_is_refused(self):
        self.expect_trouble(self.fetch("--release", "latest"), 2, "a name like GFC-2025-v1.13 expected")

    def test_no_network_is_said_plainly(self):
        # Port 1 on this machine answers nobody.
        self.expect_trouble(self.fetch(base="http://127.0.0.1:1"), 74, "no answer from the network")

    def test_zones_without_features_are_refused(self):
        self.zones.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
        self.expect_trouble(self.fetch("--release", RELEASE), 65, "zone_empty")

    def test_zones_that_do_not_exist_are_refused(self):
        self.zones.unlink()
        self.expect_trouble(self.fetch("--release", RELEASE), 65, "missing_file")

    def test_zones_beyond_the_product_are_refused(self):
        self.zones.write_text(zones_text(10, -75, 11, -74), encoding="utf-8")
        self.expect_trouble(self.fetch("--release", RELEASE), 65, "zone_outside")

    def test_a_truncated_tile_leaves_nothing_behind(self):
        release = "GFC-2020-v1.8"
        whole = self.root / "bucket" / RELEASE / f"Hansen_{RELEASE}_lossyear_20N_100E.tif"
        cut = self.root / "bucket" / release / f"Hansen_{release}_lossyear_20N_100E.tif"
        cut.parent.mkdir()
        cut.write_bytes(whole.read_bytes()[:-4000])
        self.expect_trouble(self.fetch("--release", release), 74, "unreadable_file")


if __name__ == "__main__":
    unittest.main()
