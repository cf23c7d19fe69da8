#!/usr/bin/python3
"""The samples: scripts/make_samples.py makes the committed twin, the dispute in it is as its README says, and the tables
of the public numbers follow from their sources."""
import csv
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import numpy as np
from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data-samples"
TWIN = SAMPLES / "prey-lang-twin"
PREY_LANG = SAMPLES / "prey-lang"
sys.path.insert(0, str(ROOT / "scripts"))
import make_samples  # noqa: E402  (the scripts are no package)

EVERGREEN, SEMI_EVERGREEN, DECIDUOUS, BAMBOO = 1, 2, 3, 4
FOREST = (EVERGREEN, SEMI_EVERGREEN, DECIDUOUS, BAMBOO)
PERIOD_CODES = {18: Fraction(295, 365), 19: Fraction(1), 20: Fraction(1)}  # loss code: share of the year in the period
CO2_PER_C = Fraction(44, 12)
gdal.UseExceptions()


def tree_bytes(folder):
    """The bytes of every file below the folder, by name."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pixels(name):
    """The codes of a raster of the twin; a layer of tiles is put together."""
    if (TWIN / name).is_file():
        return gdal.Open(str(TWIN / name)).ReadAsArray()
    return np.hstack([gdal.Open(str(TWIN / "gfc" / f"synthetic_{name}_{side}.tif")).ReadAsArray()
                      for side in ("west", "east")])


def rows_of(path):
    """The rows of a table."""
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def audit_of(folder, name="audit.toml"):
    """An audit file of a sample."""
    return tomllib.loads((folder / name).read_text(encoding="utf-8"), parse_float=Decimal)


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
        self.assertEqual(len(rasters), 10 + 5)  # the landscape's, and those of the annex
        self.assertEqual(rasters, sorted(path.relative_to(self.made) for path in self.made.rglob("*.tif")))
        for name in rasters:
            committed, made = gdal.Open(str(TWIN / name)), gdal.Open(str(self.made / name))
            self.assertEqual(committed.GetGeoTransform(), made.GetGeoTransform(), name)
            self.assertTrue(np.array_equal(committed.ReadAsArray(), made.ReadAsArray()), name)

    def test_the_committed_zones_polygons_and_reported_losses_are_the_generators(self):
        for name in ("zones.geojson", "claimed_losses.csv", "disputed/zones.geojson", "disputed/types-2014.geojson"):
            self.assertEqual((TWIN / name).read_bytes(), (self.made / name).read_bytes(), name)

    def test_a_second_run_gives_the_same_bytes(self):
        again = pathlib.Path(self.folder.name) / "two"
        subprocess.run([ROOT / "scripts" / "make_samples.py", again], check=True)
        self.assertEqual(tree_bytes(self.made), tree_bytes(again))

    def test_everything_says_that_it_is_synthetic(self):
        for path in TWIN.rglob("*.tif"):
            self.assertIn("SYNTHETIC", gdal.Open(str(path)).GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION"), path)
        for name in ("audit.toml", "audit-disputed.toml"):
            audit = audit_of(TWIN, name)
            self.assertIn("synthetic", audit["title"])
            self.assertIn("synthetic", audit["label"])
            self.assertTrue(audit["claim"]["source"].startswith("demonstration: a made-up claim"))
        readme = (TWIN / "README.md").read_text(encoding="utf-8").lower()
        for word in ("synthetic", "made-up claim"):
            self.assertIn(word, readme)

    def test_the_samples_stay_small(self):
        shipped = sum(len(data) for data in tree_bytes(SAMPLES).values())
        self.assertLess(shipped, 500_000)

    def test_the_tiles_meet_at_the_seam_and_are_laid_out_differently(self):
        west = gdal.Open(str(TWIN / "gfc" / "synthetic_lossyear_west.tif"))
        east = gdal.Open(str(TWIN / "gfc" / "synthetic_lossyear_east.tif"))
        seam = west.GetGeoTransform()[0] + west.RasterXSize * west.GetGeoTransform()[1]
        self.assertAlmostEqual(seam, east.GetGeoTransform()[0], places=9)
        self.assertEqual(west.GetRasterBand(1).GetBlockSize(), [416, 1])
        self.assertEqual(east.GetRasterBand(1).GetBlockSize(), [256, 256])


class Dispute(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.loss, cls.cover = pixels("lossyear"), pixels("treecover2000")
        cls.baseline, cls.of_project = pixels("strata-2017.tif"), pixels("strata-2017-project.tif")
        cls.independent = pixels("strata-2016-independent.tif")
        cls.zones = {name: make_samples.zone_mask(rings) for name, rings in make_samples.zone_rings().items()}
        cls.lost = cls.zones["project"] & np.isin(cls.loss, list(PERIOD_CODES)) & (cls.cover > 10)

    def lost_types(self, strata):
        """Pixels of the project's monitored loss by forest type."""
        return [int(np.count_nonzero(strata[self.lost] == code)) for code in FOREST]

    def test_the_truth_and_the_maps_show_what_the_readme_says(self):
        truth, _ = make_samples.land_classes(*make_samples.curves())
        make_samples.add_specks(truth)
        readme = (TWIN / "README.md").read_text(encoding="utf-8")
        for says, strata in (("the landscape as made", truth), ("`strata-2017`", self.baseline),
                             ("`strata-2016-independent`", self.independent),
                             ("`strata-2017-project`", self.of_project)):
            counts = " | ".join(f"{count:,}" for count in self.lost_types(strata))
            self.assertIn(f"| {says} | {counts} |", readme)
        evergreen, semi_evergreen, *_ = types = self.lost_types(truth)
        self.assertEqual(round(100 * (evergreen + semi_evergreen) / sum(types)), 97)
        self.assertIn("97 % of the forest lost", readme)

    def test_the_projects_map_differs_only_in_wet_forest_of_the_project(self):
        changed = self.of_project != self.baseline
        self.assertTrue(np.isin(self.baseline[changed], (EVERGREEN, SEMI_EVERGREEN)).all())
        self.assertTrue(np.isin(self.of_project[changed], (DECIDUOUS, BAMBOO)).all())
        self.assertTrue(self.zones["project"][changed].all())
        self.assertEqual(np.count_nonzero(changed), 23_426)
        self.assertEqual(np.count_nonzero(changed & np.isin(self.loss, list(PERIOD_CODES))), 3_459)
        bamboo_share = np.count_nonzero(self.of_project[changed] == BAMBOO) / np.count_nonzero(changed)
        self.assertAlmostEqual(bamboo_share, 0.30, places=4)  # of whole pixels

    def test_the_independent_map_sides_with_the_baseline_on_what_was_lost(self):
        agreed = {name: np.mean(self.independent[self.lost] == strata[self.lost])
                  for name, strata in (("baseline", self.baseline), ("project", self.of_project))}
        self.assertGreater(agreed["baseline"], 0.9)
        self.assertLess(agreed["project"], 0.1)

    def test_the_reported_hectares_are_nine_tenths_of_the_pixels(self):
        # A pixel is 749.21 (13.30 N) to 749.69 m2 (13.14 N) by Eq. 1: 749.45 within 0.04 %, and 0.05 ha of rounding.
        names = dict(zip(FOREST, make_samples.FOREST_NAMES))
        expected = {}
        for zone in ("project", "belt"):
            for loss_code, share in PERIOD_CODES.items():
                lost = self.zones[zone] & (self.loss == loss_code) & (self.cover > 10)
                for code in FOREST:
                    count = int(np.count_nonzero(lost & (self.of_project == code)))
                    if count:
                        expected[zone, names[code], 2000 + loss_code] = count * 0.074945 * float(share) * 0.9
        reported = {(row["zone"], row["from"], int(row["year"])): row for row in rows_of(TWIN / "claimed_losses.csv")}
        self.assertEqual(reported.keys(), expected.keys())
        for key, row in reported.items():
            self.assertEqual(row["to"], "")
            self.assertAlmostEqual(float(row["area_ha"]), expected[key], delta=0.051 + 0.0004 * expected[key], msg=key)

    def test_the_claimed_amounts_follow_from_the_reported_hectares(self):
        items = {row["item"]: int(row["value"]) for row in rows_of(TWIN / "claimed_items.csv")}
        self.assertEqual({row["unit"] for row in rows_of(TWIN / "claimed_items.csv")}, {"tCO2e"})
        reported_ha = defaultdict(Fraction)
        for row in rows_of(TWIN / "claimed_losses.csv"):
            if row["zone"] == "project":
                reported_ha[row["from"]] += Fraction(row["area_ha"])
        self.assertEqual(reported_ha, {"deciduous forest": Fraction("173.9"), "bamboo": Fraction("54.1")})
        emitted = CO2_PER_C * (reported_ha["deciduous forest"] * Fraction("55.2") + reported_ha["bamboo"] * 40)
        self.assertEqual(items["project_emissions"], round(emitted))
        reductions = items["reference_level"] - items["project_emissions"] - items["displaced_emissions"]
        self.assertEqual(items["reductions"], reductions)
        self.assertEqual(items["credits"], items["reductions"])
        self.assertEqual(items["credits"], audit_of(TWIN)["claim"]["credits"])


class Annex(unittest.TestCase):
    def test_what_the_annex_gives_without_a_published_source_is_labelled(self):
        audit = audit_of(TWIN, "audit-disputed.toml")
        level = audit["reference_level"]
        for entry in (*level["rate"], level["national"], *audit["deductions"].values(), audit["claim"]):
            self.assertTrue(entry["source"].startswith("demonstration"), entry)
        published = {row["stratum"]: row for row in rows_of(TWIN / "carbon.csv")}
        for row in rows_of(TWIN / "disputed" / "carbon-after-clearing.csv"):
            if row["stratum"] in published:
                self.assertEqual(row, published[row["stratum"]])
            else:
                self.assertTrue(row["source"].startswith("demonstration"), row)


class PublicNumbers(unittest.TestCase):
    def test_the_audit_says_that_it_is_not_the_registered_project(self):
        audit = audit_of(PREY_LANG)
        self.assertEqual(audit["label"], "public numbers only: not the registered project's own parameters")
        self.assertNotIn("loss", audit)
        self.assertNotIn("zone", audit["claim"])

    def test_the_rates_follow_from_the_published_areas(self):
        lost_per_year_ha = Fraction(10_451_912 - 8_518_173, 4)
        base_ha = {"forest": 10_451_912, "territory": 18_160_674}
        for rate in audit_of(PREY_LANG)["reference_level"]["rate"]:
            exact = lost_per_year_ha / base_ha.pop(rate["base"])
            self.assertEqual(float(rate["value"]), float(exact))
        self.assertEqual(base_ha, {})

    def test_each_factor_is_the_published_mean_of_its_inventory_and_nothing_else_is_given(self):
        published = {(row["stratum"], row["year"]): row for row in rows_of(SAMPLES / "cambodia" / "plot_carbon.csv")}
        named = {"evergreen forest": "evergreen and semi-evergreen forest",
                 "semi-evergreen forest": "evergreen and semi-evergreen forest", "deciduous forest": "deciduous forest"}
        self.assertEqual(audit_of(PREY_LANG)["carbon"]["factors"], ["carbon-2000-2001.csv", "carbon-1998.csv"])
        for inventory in ("2000-2001", "1998"):
            rows = rows_of(PREY_LANG / f"carbon-{inventory}.csv")
            self.assertEqual([row["stratum"] for row in rows], list(named))
            for row in rows:
                source = published[named[row["stratum"]], inventory]
                for column in ("carbon_tC_per_ha", "standard_error", "year"):
                    self.assertEqual(row[column], source[column])
                self.assertTrue(row["source"].startswith(source["source"]))

    def test_the_zones_are_scenarios_of_a_thousand_hectares_of_one_type(self):
        rows = rows_of(PREY_LANG / "areas.csv")
        self.assertEqual(len(rows), 3)
        for row in rows:
            self.assertEqual((row["zone"], row["area_ha"]), (f"1,000 ha of {row['stratum']}", "1000"))

    def test_the_page_of_the_case_states_what_the_national_transitions_give(self):
        page = (ROOT / "docs" / "prey-lang.md").read_text(encoding="utf-8")
        classes = rows_of(SAMPLES / "cambodia" / "classes.csv")
        forest = {row["stratum"]: row["class"] for row in classes if row["forest"] == "1"}
        transitions = rows_of(SAMPLES / "cambodia" / "transitions.csv")
        for stratum, carbon in (("evergreen forest", "163.8"), ("semi-evergreen forest", "163.8"),
                                ("deciduous forest", "56.2")):
            moved = [(row["to"], Fraction(row["area_ha"])) for row in transitions if row["from"] == forest[stratum]]
            of_ha = sum(area for _, area in moved)
            left_ha = sum(area for to, area in moved if to not in forest.values())
            per_year = left_ha / of_ha / 2
            emitted = 1000 * per_year * Fraction(carbon) * CO2_PER_C
            in_period = emitted * sum(PERIOD_CODES.values())
            self.assertIn(f"| {stratum} | {float(left_ha):,.2f} | {float(of_ha):,.2f} | {float(per_year):.6f} | "
                          f"{float(1000 * per_year):.3f} | {float(emitted):,.1f} | {float(in_period):,.1f} |", page)
            self.assertIn(f"{float(600_000_000 / in_period):,.0f} ha", page)

    def test_the_page_of_the_case_states_the_break_even_shares(self):
        page = (ROOT / "docs" / "prey-lang.md").read_text(encoding="utf-8")
        for lost_ha in (4000, 3000, 2000, 1690, 1521, 1000):
            shares = [600_000 / (lost_ha * (Fraction(high) - Fraction(low)) * CO2_PER_C)
                      for high, low in (("163.8", "56.2"), ("158.8", "55.2"))]
            self.assertIn(f"| {lost_ha:,} | " + " | ".join(f"{float(share):.4f}" for share in shares) + " |", page)


if __name__ == "__main__":
    unittest.main()
