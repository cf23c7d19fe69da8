#!/usr/bin/python3
"""A sample's strata are the pixels that GDAL and numpy count, its points lie in them, and the same seed gives the same bytes.

Usage: sample_test.py REDDLINE_BINARY
"""
import collections
import csv
import math
import sqlite3

import numpy as np
from osgeo import gdal, ogr

from twin_case import TwinCase, main

FOREST_CODES = (1, 2, 3, 4)  # of legend.csv
CLASSES = ("loss", "forest near loss", "forest", "other land")
OF_PLACES = ("points.csv", "collect_earth.csv", "points.gpkg", "sample_design.csv", "sample_areas.csv", "sample_precision.csv")


def near(mask, reach):
    """The pixels with a pixel of the mask at most `reach` columns and rows away."""
    padded = np.pad(mask, reach)
    rows, columns = mask.shape
    found = np.zeros_like(mask)
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            found |= padded[down:down + rows, right:right + columns]
    return found


class Sample(TwinCase):
    def setUp(self):
        super().setUp()
        self.twin_folder = self.twin
        self.twin = self.inputs / "prey-lang-sample"
        self.audit_file = self.twin / "audit.toml"
        self.edit_audit('zones            = "split" ', 'zones            = "joined"')

    def sample(self, *arguments, out=None):
        return self.run_command("sample", self.audit_file, "-o", out or self.out, *arguments)

    def sampled(self, *arguments, out=None):
        done = self.sample(*arguments, out=out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def layer(self, pattern):
        """The pixels of a layer of the twin, its tiles side by side, and their place."""
        files = sorted(str(path) for path in self.twin_folder.glob(pattern))
        self.assertTrue(files)
        mosaic = gdal.BuildVRT("", files)
        return mosaic.ReadAsArray(), mosaic.GetGeoTransform()

    def zones(self, shape, transform, names):
        """Whether each pixel's centre lies in one of the zones, by GDAL."""
        mask = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
        mask.SetGeoTransform(transform)
        source = ogr.Open(str(self.twin_folder / "zones.geojson"))
        layer = source.GetLayer(0)
        mask.SetProjection(layer.GetSpatialRef().ExportToWkt())
        layer.SetAttributeFilter("name IN ({})".format(", ".join(f"'{name}'" for name in names)))
        gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
        return mask.ReadAsArray() == 1

    def counted_again(self):
        """The stratum of every pixel without a patch filter, by numpy, '' where there is none; and the grid's place."""
        loss, transform = self.layer("gfc/*_lossyear_*.tif")
        cover, _ = self.layer("gfc/*_treecover2000_*.tif")
        land, _ = self.layer("gfc/*_datamask_*.tif")
        types, _ = self.layer("strata-2017.tif")
        inside = self.zones(loss.shape, transform, ("project", "belt"))
        counted = inside & (land == 1) & (cover <= 100) & (loss <= 20)
        was_forest = counted & (cover > 10) & np.isin(types, FOREST_CODES) & ~((loss > 0) & (loss < 18))
        lost = was_forest & (loss >= 18) & (loss <= 20)
        stays = was_forest & ~lost
        around = near(lost, 3)
        strata = np.full(loss.shape, "", dtype="U20")
        strata[counted] = "other land"
        strata[stays] = "forest"
        strata[stays & around] = "forest near loss"
        strata[lost] = "loss"
        return strata, transform, int((inside & ~counted).sum())

    def test_strata_and_points_are_what_gdal_finds_there(self):
        said = self.sampled("--set", "forest.min_area_ha=0")
        strata, transform, left_out = self.counted_again()
        self.assertIn(f"{left_out:,} pixels of the zones", said)
        design = {row["stratum"]: row for row in self.rows("sample_design.csv")}
        self.assertEqual({name: int(row["pixels"]) for name, row in design.items()},
                         {name: int((strata == name).sum()) for name in CLASSES})
        points = self.rows("points.csv")
        self.assertEqual(len({point["id"] for point in points}), len(points))
        self.assertEqual([int(point["order"]) for point in points], list(range(1, len(points) + 1)))
        drawn = collections.Counter(point["stratum"] for point in points)
        self.assertEqual({name: int(row["points"]) for name, row in design.items()}, dict(drawn))
        for point in points:
            column = (float(point["longitude_deg"]) - transform[0]) / transform[1]
            row = (float(point["latitude_deg"]) - transform[3]) / transform[5]
            self.assertEqual((math.floor(column), math.floor(row)), (int(point["column"]), int(point["row"])))
            self.assertAlmostEqual(column % 1, 0.5, places=3)
            self.assertAlmostEqual(row % 1, 0.5, places=3)
            self.assertEqual(strata[math.floor(row), math.floor(column)], point["stratum"])
            self.assertEqual(point["map_class"], "forest" if "near" in point["stratum"] else point["stratum"])
            of = design[point["stratum"]]
            self.assertEqual(float(point["inclusion_probability"]), int(of["points"]) / int(of["pixels"]))
            self.assertEqual(point["reference"], "")

    def write_design(self, *lines):
        """Makes the design one of these lines and a seed."""
        text = self.audit_file.read_text(encoding="utf-8")
        design = "\n".join(("[sample_design]", "seed = 5", *lines))
        self.audit_file.write_text(text[:text.index("[sample_design]")] + design + "\n", encoding="utf-8")

    def test_strata_add_up_to_the_crosstab(self):
        self.write_design('strata = "change-by-forest-type"', 'map = "strata-2017"', 'zones = "split"',
                          'allocation = "equal"', "points = 200", "first_year = 2015", "last_year = 2017")
        self.sampled()
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted, "--quiet").returncode, 0)
        with open(self.twin_folder / "legend.csv", encoding="utf-8") as text:
            is_forest = {row["stratum"]: row["forest"] == "1" for row in csv.DictReader(text)}
        sizes = collections.Counter()
        for row in self.rows("crosstab.csv", counted):
            if row["min_area_ha"] != "0.5":
                continue
            forest, year = row["strata-2017"], int(row["loss_year"])
            name = "other land"
            if int(row["cover_pct"]) > 10 and is_forest.get(forest) and not 0 < year < 2015:
                name = f"loss of {forest}" if 2015 <= year <= 2017 else forest
            sizes[f"{name}, {row['zone']}", "pixels"] += int(row["pixels"])
            sizes[f"{name}, {row['zone']}", "area_cm2"] += int(row["area_cm2"])
        found = self.rows("sample_design.csv")
        self.assertGreater(len(found), 8)
        self.assertEqual({row["stratum"]: int(row["pixels"]) for row in found},
                         {name: count for (name, unit), count in sizes.items() if unit == "pixels"})
        for row in found:
            self.assertEqual(float(row["area_ha"]), sizes[row["stratum"], "area_cm2"] / 1e8)
        self.assertEqual([(row["class"], row["area_ha"], row["pixels"]) for row in self.rows("sample_areas.csv")],
                         [(row["stratum"], row["area_ha"], row["pixels"]) for row in found])

    def test_strata_may_be_the_classes_of_a_map(self):
        self.write_design('strata = "map-class"', 'map = "strata-2017"', 'allocation = "by-hand"',
                          'points = { "evergreen forest" = 7, "semi-evergreen forest" = 6, "deciduous forest" = 5, bamboo = 4, '
                          '"field crops" = 3, "rubber plantation" = 2, grassland = 1 }')
        self.sampled()
        codes, transform = self.layer("strata-2017.tif")
        with open(self.twin_folder / "legend.csv", encoding="utf-8") as text:
            code_of = {row["stratum"]: int(row["code"]) for row in csv.DictReader(text)}
        points = self.rows("points.csv")
        self.assertEqual(len(points), 28)
        for point in points:
            self.assertEqual(codes[int(point["row"]), int(point["column"])], code_of[point["map_class"]])

    def test_threads_and_storage_change_no_byte(self):
        self.sampled("--threads", "1")
        first = {name: (self.out / name).read_bytes() for name in OF_PLACES}
        twin, self.twin = self.twin, self.twin_folder
        for number, path in enumerate(sorted(self.twin_folder.glob("gfc/*.tif"))):
            options = ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32") if number % 2 else ("BLOCKYSIZE=3",)
            self.rewrite(str(path.relative_to(self.twin_folder)), options=options)
        self.twin = twin
        self.sampled("--threads", "2", out=self.results / "again")
        self.assertEqual({name: (self.results / "again" / name).read_bytes() for name in OF_PLACES}, first)
        self.sampled("--set", "sample_design.seed=6", out=self.results / "other")
        self.assertNotEqual((self.results / "other/points.csv").read_bytes(), first["points.csv"])

    def test_a_larger_sample_holds_the_smaller_one(self):
        drawn = []
        for points in (200, 400):
            self.write_design('strata = "change"', 'allocation = "proportional"', f"points = {points}")
            self.sampled(out=self.results / str(points))
            drawn.append({row["id"] for row in self.rows("points.csv", self.results / str(points))})
        self.assertEqual([len(ids) for ids in drawn], [200, 400])
        self.assertLess(drawn[0], drawn[1])

    def test_interpreters_see_no_class(self):
        self.sampled()
        points = self.rows("points.csv")
        with open(self.out / "collect_earth.csv", encoding="utf-8") as text:
            header, *rows = csv.reader(text)
        self.assertEqual(header, ["id", "YCoordinate", "XCoordinate"])
        self.assertEqual(rows, [[point["id"], point["latitude_deg"], point["longitude_deg"]] for point in points])
        source = ogr.Open(str(self.out / "points.gpkg"))
        self.assertEqual({source.GetLayer(i).GetName() for i in range(source.GetLayerCount())}, {"points", "pixels"})
        for name in ("points", "pixels"):
            layer = source.GetLayerByName(name)
            fields = layer.GetLayerDefn()
            self.assertEqual([fields.GetFieldDefn(i).GetName() for i in range(fields.GetFieldCount())], ["id", "order", "reference"])
            features = list(layer)
            self.assertEqual([feature["id"] for feature in features], [point["id"] for point in points])
            for feature, point in zip(features, points):
                self.assertIsNone(feature["reference"])
                centre = feature.GetGeometryRef().Centroid()
                self.assertAlmostEqual(centre.GetX(), float(point["longitude_deg"]), places=7)
                self.assertAlmostEqual(centre.GetY(), float(point["latitude_deg"]), places=7)
        self.assertAlmostEqual(features[0].GetGeometryRef().Area(), 0.00025 ** 2, places=12)
        with sqlite3.connect(self.out / "points.gpkg") as database:
            text = "\n".join(database.iterdump())
        self.assertNotIn("other land", text)
        self.assertNotIn("near loss", text)

    def test_the_truth_is_estimated_from_its_points(self):
        """What the loss layer alone shows, whatever the strata say, is known everywhere; the points must tell it."""
        self.sampled("--set", "sample_design.targets=[{quantity=\"overall-accuracy\",standard_error=0.005}]")
        loss, _ = self.layer("gfc/*_lossyear_*.tif")
        land, _ = self.layer("gfc/*_datamask_*.tif")
        cover, _ = self.layer("gfc/*_treecover2000_*.tif")
        _, transform, _ = self.counted_again()
        inside = self.zones(loss.shape, transform, ("project", "belt")) & (land == 1) & (cover <= 100) & (loss <= 20)
        truth = (loss >= 10) & (cover > 40)
        design = self.rows("sample_design.csv")
        answers = collections.defaultdict(list)
        for point in self.rows("points.csv"):
            answers[point["stratum"]].append(truth[int(point["row"]), int(point["column"])])
        total = variance = 0.0
        for row in design:
            pixels, seen = int(row["pixels"]), answers[row["stratum"]]
            share = sum(seen) / len(seen)
            total += pixels * share
            variance += pixels ** 2 * (1 - len(seen) / pixels) * share * (1 - share) / (len(seen) - 1)
        self.assertGreater(variance, 0)
        self.assertLess(abs(total - int((inside & truth).sum())), 3 * math.sqrt(variance))

    def test_verify_repeats_it(self):
        self.sampled()
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertTrue(done.stdout.startswith("The same bits:"), done.stdout)

    def test_the_screen_has_room_for_many_strata(self):
        self.write_design('strata = "change-by-forest-type"', 'map = "strata-2017"', 'zones = "split"', "near_loss_pixels = 2",
                          'allocation = "proportional"', "points = 500",
                          *(f'expected."{name}" = {{ "class {i}" = 0.1 }}' for i, name in enumerate(("bamboo", "other land"))))
        lines = self.sampled().splitlines()
        self.assertLess(len(lines), 40)
        self.assertLessEqual(max(map(len, lines)), 120)
        self.assertIn("more in sample_design.csv", "\n".join(lines))

    def refused(self, code, exit_code, *words):
        done = self.sample()
        self.assert_one_error(done, code, exit_code, *words)
        self.assert_no_traces()

    def test_what_cannot_be_is_refused(self):
        change = ('strata = "change"', 'map = "strata-2017"')
        text = self.audit_file.read_text(encoding="utf-8")
        for lines, words in (
                ((*change, 'allocation = "random"', "points = 10"), ('"by-hand"', "random")),
                ((*change, 'allocation = "equal"'), ('"points"', "found neither")),
                ((*change, 'allocation = "by-hand"', 'points = { loss = 7000, forest = 5, "other land" = 5 }'),
                 ("at most 6,692 points", "'loss'", "found 7,000")),
                ((*change, 'allocation = "by-hand"', 'points = { loss = 70, forest = 5 }'), ("'other land'", "found none")),
                ((*change, 'allocation = "by-hand"', 'points = { loss = 70, forest = 5, "other land" = 5, water = 5 }'),
                 ("has pixels", "found 'water'")),
                ((*change, 'allocation = "proportional"', "points = 100000", "floor = 90000"), ("at least 144,945 points", "found 100,000")),
                ((*change, 'allocation = "neyman"', 'targets = [{ quantity = "overall-accuracy", standard_error = 0.01 }]'),
                 ("the share of 'loss' in the stratum 'loss'",)),
                ((*change, 'allocation = "equal"', "points = 30", 'targets = [{ quantity = "area", class = "x", standard_error_ha = 1 }]',
                  "expected = { loss = { x = 0.5 }, forest = { x = 0.5 }, \"other land\" = { x = 0.5 } }"),
                 ("of the area of 'x'", "with 30 points; ask for a larger error\n")),
                ((*change, 'allocation = "equal"', "points = 30", 'targets = [{ quantity = "area", class = "x", standard_error_ha = 1000 }]',
                  "expected = { loss = { x = 0.5 }, forest = { x = 0.5 }, \"other land\" = { x = 0.5 } }"),
                 ("of the area of 'x'", "with 30 points; ask for more points, or for a larger error\n")),
                ((*change, 'allocation = "equal"', "points = 30", "colour = 1"), ("colour",))):
            with self.subTest(lines=lines):
                self.write_design(*lines)
                self.refused("audit_file", 2, *words)
                self.audit_file.write_text(text, encoding="utf-8")
        self.audit_file.write_text(text[:text.index("[sample_design]")], encoding="utf-8")
        self.refused("audit_file", 2, "[sample_design]", "found none; add it")

    def test_an_existing_directory_is_left_alone(self):
        self.out.mkdir()
        self.assert_one_error(self.sample(), "output_exists", 2)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_files_missing_are_said(self):
        (self.twin_folder / "strata-2017.tif").unlink()
        self.refused("missing_file", 65, "strata-2017.tif")


if __name__ == "__main__":
    main()
