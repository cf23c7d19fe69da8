#!/usr/bin/python3
"""Carbon factors from a biomass map: means and bounds against numpy, whatever the grid, the threads and the storage.

Usage: biomass_test.py REDDLINE_BINARY

The maps are made here, on grids that do not fit the loss tiles. The twin places each loss pixel by its own arithmetic (with the
projection's equations written out for the equal-area grid) and adds up per biomass pixel with numpy.
"""
import json
import math

import numpy as np
from osgeo import gdal, osr

from twin_case import TwinCase, contents, main
from twin_count import FOREST, TwinCount

YEAR = 2017
CELL_DEG = 1 / 1125          # of ESA CCI Biomass, about 100 m
CELL_M = 1000.89502334956    # of the 1 km EASE-Grid 2.0, that of GEDI L4B
FRACTION, ROOT_RATIO = 0.47, 0.37
SMALL_BLOCKS = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=48"]
SECTION = f"""
[biomass]
agb = ["agb*.tif"]
standard_deviation = ["deviation*.tif"]
year = {YEAR}
source = "made by the test"
resample = "nearest"
carbon_fraction = {{ value = {FRACTION}, source = "a fraction" }}
root_ratio = {{ value = {ROOT_RATIO}, source = "a ratio" }}
"""


def equal_area(lon_deg, lat_deg):
    """Coordinates of EPSG:6933, by the equations of the cylindrical equal-area projection with standard parallel 30 degrees."""
    a, f = 6378137.0, 1 / 298.257223563
    e = math.sqrt(f * (2 - f))
    phi, phi_s = np.radians(lat_deg), math.radians(30.0)
    k0 = math.cos(phi_s) / math.sqrt(1 - (e * math.sin(phi_s)) ** 2)
    sin = np.sin(phi)
    q = (1 - e * e) * (sin / (1 - (e * sin) ** 2) - np.log((1 - e * sin) / (1 + e * sin)) / (2 * e))
    return a * k0 * np.radians(lon_deg), a * q / (2 * k0)


class Biomass(TwinCase):
    """Means and their bounds."""

    def setUp(self):
        super().setUp()
        self.grow("biomass", SECTION)
        self.random = np.random.default_rng(20180101)

    def grow(self, section, text):
        """Puts a section at the end of the audit file."""
        self.assertNotIn(f"[{section}]", self.audit_file.read_text(encoding="utf-8"))
        with open(self.audit_file, "a", encoding="utf-8") as audit:
            audit.write(text)

    def write(self, name, values, origin, cell, epsg, pixel_type=gdal.GDT_UInt16, no_data=65535, options=()):
        """Writes a map beside the audit file."""
        raster = gdal.GetDriverByName("GTiff").Create(str(self.twin / name), values.shape[1], values.shape[0], 1, pixel_type,
                                                      options=list(options))
        raster.SetGeoTransform((origin[0], cell, 0, origin[1], 0, -cell))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        raster.SetProjection(reference.ExportToWkt())
        if no_data is not None:
            raster.GetRasterBand(1).SetNoDataValue(no_data)
        raster.GetRasterBand(1).WriteArray(values)

    def write_degrees(self, deviation=True, options=()):
        """A map of 100 m in degrees, in two files; its corner lies on no corner of a loss pixel."""
        self.origin, self.cell, self.place = (105.7998137, 13.3002291), CELL_DEG, lambda x, y: (x, y)
        self.agb = self.random.integers(0, 400, (190, 240))
        self.agb[30:60, 50:90] = 65535
        self.deviation = self.random.integers(5, 90, self.agb.shape)
        for name, values in (("agb", self.agb), ("deviation", self.deviation))[:2 if deviation else 1]:
            self.write(f"{name}_west.tif", values[:, :100], self.origin, CELL_DEG, 4326, options=options)
            self.write(f"{name}_east.tif", values[:, 100:], (self.origin[0] + 100 * CELL_DEG, self.origin[1]), CELL_DEG, 4326,
                       options=options)
        self.agb = np.where(self.agb == 65535, np.nan, self.agb)

    def write_equal_area(self):
        """A map of 1 km in the equal-area projection, of floats as GEDI L4B has them."""
        x, y = equal_area(np.array(105.79), np.array(13.31))
        self.origin, self.cell, self.place = (float(x), float(y)), CELL_M, equal_area
        self.agb = self.random.uniform(0, 400, (22, 25)).astype(np.float32)
        self.agb[3:5, 7:11] = -9999
        self.deviation = self.random.uniform(1, 40, self.agb.shape).astype(np.float32)
        self.write("agb.tif", self.agb, self.origin, CELL_M, 6933, gdal.GDT_Float32, -9999)
        self.write("deviation.tif", self.deviation, self.origin, CELL_M, 6933, gdal.GDT_Float32, -9999)
        self.agb = np.where(self.agb == -9999, np.nan, self.agb.astype(np.float64))

    def biomass(self, *arguments, out=None):
        """Runs the command; its rows by stratum."""
        done = self.run_command("biomass", self.audit_file, "-o", out or self.out, "--quiet", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return {row["stratum"]: row for row in self.rows("biomass.csv", out)}

    def expected(self, strata="strata-2017", zones=("project", "belt", "reference")):
        """Means and bounds by stratum: every loss pixel is placed, and areas are added up per biomass pixel."""
        count = TwinCount(self.audit_file)
        rows, columns = count.forest.shape
        # The twin's grid: its upper-left corner, and pixels of 0.00025 degree.
        lon, lat = np.meshgrid(105.8 + 0.00025 * (np.arange(columns) + 0.5), 13.3 - 0.00025 * (np.arange(rows) + 0.5))
        x, y = self.place(lon, lat)
        column = np.floor((x - self.origin[0]) / self.cell).astype(int)
        row = np.floor((self.origin[1] - y) / self.cell).astype(int)
        inside = np.any([count.landscape.zones[zone] for zone in zones], axis=0)
        left = inside & count.forest & ((count.loss_year == 0) | (count.loss_year > YEAR))
        area = np.broadcast_to(count.landscape.row_area_cm2[:, None], left.shape)
        found = {}
        for stratum in set(count.maps[strata][left]):
            chosen = left & (count.maps[strata] == stratum)
            weight = np.zeros(self.agb.shape)
            np.add.at(weight, (row[chosen], column[chosen]), area[chosen].astype(float))
            has = (weight > 0) & ~np.isnan(self.agb)
            w, v, s = weight[has], np.round(self.agb[has], 2), np.round(self.deviation[has].astype(float), 2)
            mean = (w * v).sum() / w.sum()
            found[stratum] = {
                "pixels": chosen.sum(), "area_ha": area[chosen].sum() / 1e8, "biomass_pixels": has.sum(),
                "mean_agb_t_per_ha": mean, "spatial_sd_t_per_ha": math.sqrt((w * (v - mean) ** 2).sum() / w.sum()),
                "standard_error_independent_t_per_ha": math.sqrt(((w * s) ** 2).sum()) / w.sum(),
                "standard_error_correlated_t_per_ha": (w * s).sum() / w.sum(),
                "share_without_value": 1 - w.sum() / weight.sum()}
        return found

    def expect_equal(self, found, expected):
        self.assertEqual(set(found), set(expected))
        self.assertTrue(set(FOREST) <= set(found))
        for stratum, row in expected.items():
            for column, value in row.items():
                wanted = float(value)
                self.assertLess(abs(float(found[stratum][column]) - wanted), 1e-9 * max(1.0, abs(wanted)), (stratum, column))

    def test_a_map_in_degrees(self):
        self.write_degrees()
        expected = self.expected()
        self.assertGreater(expected["evergreen forest"]["share_without_value"], 0)
        self.expect_equal(self.biomass(), expected)

    def test_a_map_in_the_equal_area_grid(self):
        self.write_equal_area()
        self.expect_equal(self.biomass(), self.expected())

    def test_other_zones_and_another_map(self):
        self.write_degrees()
        self.edit_audit('resample = "nearest"\ncarbon', 'resample = "nearest"\nzones = ["project"]\n'
                        'strata = "strata-2016-independent"\ncarbon')
        self.expect_equal(self.biomass(), self.expected("strata-2016-independent", ["project"]))

    def test_the_same_bytes_whatever_threads_and_storage(self):
        self.write_degrees()
        self.biomass("--threads", "1")
        first = contents(self.out, without=("timing.json",))
        self.assertEqual(set(first), {"biomass.csv", "factors_independent.csv", "factors_correlated.csv", "correlation.csv", "run.json",
                                      "datapackage.json"})
        self.biomass("--threads", "2", out=self.results / "two")
        self.assertEqual(contents(self.results / "two", without=("timing.json",)), first)
        tables = {name: text for name, text in first.items() if name.endswith(".csv")}
        for name in ("lossyear", "treecover2000", "datamask"):
            for part in ("west", "east"):
                self.rewrite(f"gfc/synthetic_{name}_{part}.tif", options=SMALL_BLOCKS)
        self.random = np.random.default_rng(20180101)
        self.write_degrees(options=["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=32"])
        self.biomass(out=self.results / "stored")
        self.assertEqual({name: text for name, text in contents(self.results / "stored").items() if name.endswith(".csv")},
                         tables)
        done = self.run_command("verify", self.results / "stored", self.audit_file)
        self.assertEqual((done.returncode, done.stdout.splitlines()[0][:14]), (0, "The same bits:"))

    def test_the_factors_follow_and_an_audit_crosses_them(self):
        self.write_degrees()
        means = self.biomass()
        for name, column in (("independent", "standard_error_independent_t_per_ha"),
                             ("correlated", "standard_error_correlated_t_per_ha")):
            rows = {(row["stratum"], row["pool"]): row for row in self.rows(f"factors_{name}.csv")}
            self.assertEqual(set(rows), {(stratum, "total") for stratum in FOREST})
            share = FRACTION * (1 + ROOT_RATIO)
            for (stratum, _), row in rows.items():
                self.assertAlmostEqual(float(row["carbon_tC_per_ha"]), share * float(means[stratum]["mean_agb_t_per_ha"]), 9)
                self.assertAlmostEqual(float(row["standard_error"]), share * float(means[stratum][column]), 9)
                self.assertEqual(row["source"], "made by the test; a fraction; a ratio")
            (self.twin / f"factors_{name}.csv").write_bytes((self.out / f"factors_{name}.csv").read_bytes())
        (self.twin / "correlation.csv").write_bytes((self.out / "correlation.csv").read_bytes())
        self.edit_audit('factors = "carbon.csv"', 'factors = ["factors_correlated.csv", "factors_independent.csv"]')
        done = self.audit("--quiet", out=self.results / "audited")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        # One map gave all densities: what one is wrong by, all are, and their effects add up.
        effects = [float(row["slope_tCO2e_per_unit"]) * float(row["standard_error"])
                   for row in self.rows("uncertainty_inputs.csv", self.results / "audited") if row["part"] == "covered"]
        self.assertGreater(len(effects), 1)
        error = float(self.rows("uncertainty.csv", self.results / "audited")[0]["approach_1_se_tCO2e"])
        self.assertAlmostEqual(error / abs(sum(effects)), 1.0, 9)
        sets = {row["factors"] for row in self.rows("readings.csv", self.results / "audited")}
        self.assertTrue({"factors_independent.csv", "factors_correlated.csv"} <= sets, sets)

    def test_without_a_standard_deviation_there_is_no_standard_error(self):
        self.write_degrees(deviation=False)
        self.edit_audit('standard_deviation = ["deviation*.tif"]\n', "")
        row = self.biomass()["evergreen forest"]
        self.assertEqual((row["standard_error_independent_t_per_ha"], row["standard_error_correlated_t_per_ha"]), ("", ""))
        self.assertIn("no standard error: no standard deviation on ", row["note"])
        self.assertGreater(float(row["spatial_sd_t_per_ha"]), 100)
        self.assertTrue(all(row["standard_error"] == "" for row in self.rows("factors_correlated.csv")))

    def test_a_stratum_without_any_value_has_no_factor(self):
        self.write("agb.tif", np.full((190, 240), 65535), (105.7998137, 13.3002291), CELL_DEG, 4326)
        self.edit_audit('standard_deviation = ["deviation*.tif"]\n', "")
        row = self.biomass()["bamboo"]
        self.assertEqual((row["mean_agb_t_per_ha"], row["share_without_value"]), ("", "1"))
        self.assertIn("no value", row["note"])
        self.assertEqual(self.rows("factors_independent.csv"), [])

    def test_what_made_the_results(self):
        self.write_degrees()
        self.biomass()
        record = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual(record["command"], "reddline biomass audit.toml")
        self.assertTrue({"agb_west.tif", "deviation_east.tif", "audit.toml"} <= {file["path"] for file in record["inputs"]})
        self.assertGreater(record["pixels_read"], 0)

    def fails(self, code, *pieces):
        done = self.run_command("biomass", self.audit_file, "-o", self.out)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        for piece in pieces:
            self.assertIn(piece, done.stderr)
        self.assertFalse(self.out.exists())

    def test_another_grid_without_resample(self):
        self.write_degrees()
        self.edit_audit('resample = "nearest"\ncarbon', "carbon")
        self.fails(65, "grid_mismatch: ", 'set resample = "nearest" in [biomass]')

    def test_a_deviation_on_another_grid(self):
        self.write_degrees()
        for part in ("west", "east"):
            (self.twin / f"deviation_{part}.tif").unlink()
        self.write("deviation.tif", np.full((190, 240), 5), (105.7, 13.3002291), CELL_DEG, 4326)
        self.fails(65, "grid_mismatch: ", "expected the grid of the biomass, ")

    def test_values_that_cannot_be(self):
        self.write_degrees()
        for value, pixel_type in ((2001, gdal.GDT_UInt16), (-1, gdal.GDT_Int16)):
            values = np.full((190, 100), 7)
            values[95, 60] = value
            self.write("agb_west.tif", values, self.origin, CELL_DEG, 4326, pixel_type, None)
            self.fails(65, "unreadable_file: ", "agb_west.tif", "expected biomass from 0 to 2000 t/ha, found "
                       f"{value} in pixel column 60, row 95;")

    def test_mistakes_in_the_audit_file(self):
        self.write_degrees()
        for old, new, code, message in (
                (f"year = {YEAR}\nsource", "year = 2021\nsource", 2, "biomass.year: expected a year from 2000"),
                ("carbon_fraction = {", "carbon_part = {", 2, 'the nearest known one is "carbon_fraction"'),
                ('resample = "nearest"\ncarbon', 'resample = "nearest"\nzones = ["projekt"]\ncarbon', 65, "the nearest is "
                 '"project"'),
                ('resample = "nearest"\ncarbon', 'resample = "nearest"\nstrata = "strata-2018"\ncarbon', 2, "strata map"),
                ("root_ratio = {", 'root_ratios = "r.csv"\nroot_ratio = {', 2, "no root_ratios beside root_ratio")):
            text = self.audit_file.read_text(encoding="utf-8")
            self.edit_audit(old, new)
            self.fails(code, message)
            self.audit_file.write_text(text, encoding="utf-8")

    def test_root_ratios_by_stratum(self):
        self.write_degrees()
        self.edit_audit(f'root_ratio = {{ value = {ROOT_RATIO}, source = "a ratio" }}', 'root_ratios = "ratios.csv"')
        ratios = self.twin / "ratios.csv"
        ratios.write_text("stratum,root_ratio,source\n" + "".join(
            f"{stratum},0.{number + 1},demonstration\n" for number, stratum in enumerate(FOREST)), encoding="utf-8")
        means = self.biomass()
        for number, stratum in enumerate(FOREST):
            row = next(row for row in self.rows("factors_correlated.csv") if row["stratum"] == stratum)
            self.assertAlmostEqual(float(row["carbon_tC_per_ha"]),
                                   FRACTION * (1 + (number + 1) / 10) * float(means[stratum]["mean_agb_t_per_ha"]), 9)
            self.assertTrue(row["source"].startswith("demonstration; "), row["source"])
        self.out = self.results / "again"
        ratios.write_text("stratum,root_ratio,source\nevergreen forest,0.3,x\n", encoding="utf-8")
        self.fails(65, "factor_missing: ", "found none for ")

    def test_the_section_is_needed(self):
        self.audit_file.write_text(self.audit_file.read_text(encoding="utf-8").replace(SECTION, ""), encoding="utf-8")
        self.fails(2, "expected [biomass], which names a map of above-ground biomass, found none;")


if __name__ == "__main__":
    main()
