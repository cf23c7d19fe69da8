#!/usr/bin/python3
"""`reddline init`: from folders to an audit that counts what the shipped one counts, and everything it must leave open.

Usage: init_test.py REDDLINE_BINARY
"""
import collections
import csv
import json
import re
import shutil
import tomllib

import numpy as np
from osgeo import gdal, ogr, osr

from twin_case import PIXEL_DEG, STRATA, TwinCase, listing, main, square

RELEASE = "GFC-2020-v1.8"
LAYERS = ("lossyear", "treecover2000", "datamask")


class InitCase(TwinCase):
    def setUp(self):
        super().setUp()
        self.file = self.twin / "new.toml"
        (self.twin / "audit-disputed.toml").unlink()

    def init(self, *arguments):
        """Writes the audit file; nothing that was there changes."""
        before = self.files()
        done = self.run_command("init", "-o", self.file, *arguments)
        after = self.files()
        self.assertEqual({name: after.get(name) for name in before}, before)
        return done

    def files(self):
        """Size and time of every input."""
        return {name: facts for name, facts in listing(self.inputs).items()
                if (self.inputs / name).is_file() and not name.endswith(self.file.name)}

    def written(self, *arguments):
        """What stands in the file, once it was written and the message told of just the lines that wait."""
        done = self.init(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.message = done.stdout
        lines = self.file.read_text(encoding="utf-8").splitlines()
        told = {int(number) for number in re.findall(r"(?m)^  line (\d+) ", done.stdout)}
        self.assertEqual(told, {i for i, line in enumerate(lines, 1) if line.endswith(": to fill in")})
        self.assertLessEqual(max(map(len, lines)), 120)
        return tomllib.loads("\n".join(lines))

    def name_like_the_product(self):
        """Gives the tiles names of the product."""
        for path in (self.twin / "gfc").iterdir():
            _, layer, side = path.stem.split("_")
            path.rename(path.with_name(f"Hansen_{RELEASE}_{layer}_20N_1{'00' if side == 'west' else '10'}E.tif"))

    def counted(self, audit_file, out, *settings):
        """The rows of crosstab.csv, whatever their order."""
        done = self.run_command("crosstab", audit_file, "-o", out, "--quiet", *settings)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return collections.Counter(frozenset(row.items()) for row in self.rows("crosstab.csv", out))

    def check(self, *settings):
        return self.run_command("check", self.file, *settings)


class Legends(InitCase):
    def legends(self, *arguments):
        """The legend of each map."""
        return {entry["name"]: entry.get("legend") for entry in self.written("--tiles", self.twin, *arguments)["strata"]}

    def test_a_legend_of_one_map_is_not_given_to_another(self):
        (self.twin / "legend.csv").rename(self.twin / "strata-2017-legend.csv")
        found = self.legends()
        self.assertEqual(found["strata-2017"], "strata-2017-legend.csv")
        self.assertEqual({found[name] for name in found if name != "strata-2017"},
                         {f"{name}-legend.csv" for name in found if name != "strata-2017"})

    def test_maps_of_one_name_keep_legends_of_their_own(self):
        other = self.twin / "other"
        other.mkdir()
        shutil.copy(self.twin / "strata-2020.tif", other / "strata-2017.tif")
        (self.twin / "legend.csv").unlink()
        first = self.legends("--tiles", other)
        self.assertEqual(len(set(first.values())), len(first))
        self.assertEqual(self.legends("--tiles", other, "--overwrite"), first)

    def test_a_legend_that_was_asked_for_must_be_one(self):
        self.assert_one_error(self.init("--tiles", self.twin, "--legend", self.twin / "gone.csv"), "missing_file", 65,
                              "gone.csv", "correct --legend")
        self.assert_one_error(self.init("--tiles", self.twin, "--legend", self.twin / "carbon.csv"),
                              "table_malformed", 65, "carbon.csv", "correct --legend")


class Folders(InitCase):
    def test_a_folder_that_is_named_twice_is_looked_through_once(self):
        once = self.written("--tiles", self.twin)
        self.file.unlink()
        self.assertEqual(self.written("--tiles", self.twin, "--tiles", f"{self.twin}/"), once)

    def test_a_link_that_leads_nowhere_is_passed_over(self):
        once = self.written("--tiles", self.twin)
        self.file.unlink()
        (self.twin / "zz-link.tif").symlink_to("nowhere.tif")
        done = self.run_command("init", "-o", self.file, "--tiles", self.twin)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(tomllib.loads(self.file.read_text(encoding="utf-8")), once)

    def test_a_zone_has_one_role(self):
        self.assert_one_error(self.init("--tiles", self.twin, "--project", "belt", "--belt", "belt"), "usage", 2,
                              "--belt", "found 'belt' in both")


class FromFolders(InitCase):
    def test_it_leads_to_the_counts_of_the_shipped_audit_file(self):
        written = self.written("--tiles", self.twin, "--tiles", self.twin / "gfc", "--project", "project", "--belt",
                               "belt", "--canopy-pct", "10", "--canopy-rule", "greater", "--start", "2018-03-12",
                               "--end", "2020-12-31")
        self.assertEqual(written["loss"], {layer: [f"gfc/synthetic_{layer}*.tif"] for layer in LAYERS})
        self.assertEqual({entry["name"]: entry["year"] for entry in written["strata"]},
                         {"strata-2017": 2017, "strata-2020": 2020, "strata-2017-project": 2017,
                          "strata-2016-independent": 2016})
        self.assertEqual({entry["legend"] for entry in written["strata"]}, {"legend.csv"})
        settings = []
        for setting in ('loss.release="SYNTHETIC-2020"', "loss.first_year=2001", "loss.last_year=2020",
                        'strata.strata-2017.role="baseline"', 'strata.strata-2020.role="monitoring"',
                        'strata.strata-2017-project.role="monitoring"', 'zones.reference.role="reference_region"',
                        'strata.strata-2016-independent.role="independent"'):
            # What is left open stops the check, which asks for just that.
            self.assertRegex(self.check(*settings).stderr,
                             r"\Aerror: audit_file: \S+new.toml:\d+:1: expected the key \"\w+\" in ")
            settings += ["--set", setting]
        checked = self.check(*settings)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))
        settings += ["--set", "forest.min_area_ha=0.5", "--set", "forest.connectivity=8"]
        self.assertEqual(self.counted(self.file, self.results / "new", *settings),
                         self.counted(self.audit_file, self.results / "shipped"))

    def test_one_map_and_one_zone_under_the_products_names_leave_nothing_open(self):
        self.name_like_the_product()
        self.write_polygon("my forest.geojson", square(105.82, 13.28, 0.1, 0.1))
        written = self.written("--tiles", self.twin / "gfc", "--strata", self.twin / "strata-2017.tif", "--zones",
                               self.twin / "my forest.geojson", "--canopy-pct", "10", "--canopy-rule", "at-least",
                               "--title", 'The "forest"', "--label", "a trial")
        self.assertEqual(written, {
            "schema": 1, "title": 'The "forest"', "label": "a trial",
            "loss": {layer: [f"gfc/Hansen_{RELEASE}_{layer}*.tif"] for layer in LAYERS} |
                    {"release": RELEASE, "first_year": 2001, "last_year": 2020},
            "forest": {"canopy_pct": 10, "canopy_rule": "at-least"},
            "strata": [{"name": "strata-2017", "raster": ["strata-2017.tif"], "year": 2017, "legend": "legend.csv",
                        "role": "baseline"}],
            "zones": [{"name": "my forest", "role": "project", "source": "my forest.geojson"}]})
        self.assertNotIn("To fill in", self.message)
        done = self.check()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.audit().returncode, 0)

    def test_roles_of_maps_may_be_given(self):
        written = self.written("--strata", f"baseline={self.twin}/strata-2017.tif", "--strata",
                               f"independent={self.twin}/strata-2020.tif", "--legend", self.twin / "legend.csv")
        self.assertEqual([entry["role"] for entry in written["strata"]], ["baseline", "independent"])

    def test_what_no_audit_reads_is_left_out_with_the_reason(self):
        self.name_like_the_product()
        tile = next((self.twin / "gfc").glob("*_datamask_*_100E.tif"))
        tile.with_name(tile.name.replace("datamask", "gain")).write_bytes(tile.read_bytes())
        heights = np.arange(640 * 800, dtype=float).reshape(640, 800) / 7
        self.rewrite("strata-2017.tif", lambda _: heights, to="heights.tif", pixel_type=gdal.GDT_Float32)
        (self.twin / "broken.tif").write_bytes((self.twin / "strata-2020.tif").read_bytes()[:100])
        (self.twin / "points.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [{
            "type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [105.9, 13.2]}}]}))
        written = self.written("--tiles", self.twin, "--tiles", self.twin / "gfc")
        self.assertEqual(len(written["strata"]), len(STRATA))
        self.assertEqual({entry["source"] for entry in written["zones"]}, {"zones.geojson"})
        for name, reason in (("gain_20N_100E.tif", "a layer of the loss product that no audit reads"),
                             ("heights.tif", "its pixels are measurements"), ("broken.tif", "cannot be opened")):
            self.assertRegex(self.message, rf"(?m)^  \S*{name}: .*{reason}")

    def test_side_files_and_parts_of_others_stand_for_nothing(self):
        raster = gdal.Open(str(self.twin / "strata-2017.tif"))
        raster.BuildOverviews("NEAREST", [2])
        raster.GetRasterBand(1).ComputeStatistics(False)
        del raster
        gdal.VectorTranslate(str(self.twin / "borders.shp"), str(self.twin / "zones.geojson"))
        (self.twin / "zones.geojson").unlink()
        self.assertTrue((self.twin / "strata-2017.tif.ovr").exists() and (self.twin / "borders.dbf").exists())
        written = self.written("--tiles", self.twin)
        self.assertEqual(len(written["strata"]), len(STRATA))
        self.assertEqual([entry["source"] for entry in written["zones"]], ["borders.shp"] * 3)
        self.assertNotIn("Left out", self.message)

    def test_names_of_zones_are_quoted_for_ogr_and_toml(self):
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(self.twin / "lands.gpkg"))
        layer = source.CreateLayer("lands", osr.SpatialReference('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",'
                                                                 '6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT['
                                                                 '"degree",0.0174532925199433]]'))
        layer.CreateField(ogr.FieldDefn("Name", ogr.OFTString))
        for i, name in enumerate(("People's \"land\"", "back\\slash")):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["Name"] = name
            west = 105.82 + 0.05 * i
            feature.SetGeometry(ogr.CreateGeometryFromWkt(
                f"POLYGON (({west} 13.2, {west + .04} 13.2, {west + .04} 13.24, {west} 13.2))"))
            layer.CreateFeature(feature)
        del layer, source
        self.name_like_the_product()
        written = self.written("--tiles", self.twin / "gfc", "--zones", self.twin / "lands.gpkg", "--project",
                               "People's \"land\"", "--project", "back\\slash", "--canopy-pct", 10, "--canopy-rule",
                               "greater")
        self.assertEqual({entry["name"]: entry["where"] for entry in written["zones"]},
                         {"People's \"land\"": "Name = 'People''s \"land\"'", "back\\slash": "Name = 'back\\slash'"})
        self.assertEqual(self.check().returncode, 0, self.check().stderr)

    def test_a_map_on_another_grid_asks_how_it_is_to_be_read(self):
        coarse = (105.8, PIXEL_DEG * 3, 0, 13.3, 0, -PIXEL_DEG * 3)
        self.rewrite("strata-2017.tif", lambda codes: codes[1::3, 1::3], to="coarse-2017.tif", transform=coarse)
        written = self.written("--tiles", self.twin / "gfc", "--strata", self.twin / "coarse-2017.tif")
        self.assertNotIn("resample", written["strata"][0])
        self.assertRegex(self.message,
                         r"\[\[strata\]\] 'coarse-2017' resample: .*the map has pixels 3\.00 times as wide")


class Legends(InitCase):
    def setUp(self):
        super().setUp()
        self.legend = (self.twin / "legend.csv").read_text(encoding="utf-8")
        (self.twin / "legend.csv").unlink()

    def test_a_map_without_one_gets_the_codes_that_are_in_it(self):
        self.name_like_the_product()
        self.written("--tiles", self.twin / "gfc", "--strata", self.twin / "strata-2020.tif", "--zones",
                     self.twin / "zones.geojson", "--project", "project", "--belt", "belt", "--canopy-pct", "10",
                     "--canopy-rule", "greater")
        draft = self.twin / "strata-2020-legend.csv"
        self.assertIn(f"Written: {self.file}, {draft}\n", self.message)
        with open(draft, encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        codes = np.unique(gdal.Open(str(self.twin / "strata-2020.tif")).ReadAsArray())
        self.assertEqual([int(row["code"]) for row in rows], [int(code) for code in codes])
        self.assertTrue(all(row["stratum"] == row["forest"] == "" for row in rows))
        settings = ["--set", 'zones.reference.role="other"']
        self.assertRegex(self.check(*settings).stderr, r"\Aerror: table_malformed: strata-2020-legend.csv:2: ")
        draft.write_text(self.legend, encoding="utf-8")
        self.assertEqual(self.check(*settings).returncode, 0, self.check(*settings).stderr)

    def test_names_that_the_map_itself_holds_are_taken_over(self):
        raster = gdal.Open(str(self.twin / "strata-2017.tif"), gdal.GA_Update)
        raster.GetRasterBand(1).SetCategoryNames(["", "tall, wet", "mixed"])
        del raster
        self.written("--strata", self.twin / "strata-2017.tif")
        self.assertIn("\n1,\"tall, wet\",\n2,mixed,\n3,,\n",
                      (self.twin / "strata-2017-legend.csv").read_text(encoding="utf-8"))

    def test_one_that_is_there_is_found_again_and_kept(self):
        self.written("--strata", self.twin / "strata-2017.tif")
        draft = self.twin / "strata-2017-legend.csv"
        draft.write_text(self.legend, encoding="utf-8")
        self.written("--strata", self.twin / "strata-2017.tif", "--overwrite")
        self.assertEqual(draft.read_text(encoding="utf-8"), self.legend)
        self.assertNotIn("legend", self.message)

    def test_another_file_of_that_name_is_never_replaced(self):
        (self.twin / "strata-2017-legend.csv").write_text("notes\n", encoding="utf-8")
        done = self.init("--strata", self.twin / "strata-2017.tif", "--overwrite")
        self.assert_one_error(done, "output_exists", 2, "strata-2017-legend.csv", "move it away")
        self.assertFalse(self.file.exists())

    def test_of_several_none_is_guessed(self):
        for name in ("types.csv", "classes.csv"):
            (self.twin / name).write_text(self.legend, encoding="utf-8")
        self.assertEqual(self.written("--strata", self.twin / "strata-2017.tif")["strata"][0]["legend"],
                         "strata-2017-legend.csv")
        (self.twin / "strata-2020.csv").write_text(self.legend, encoding="utf-8")
        self.assertEqual(self.written("--strata", self.twin / "strata-2020.tif", "--overwrite")["strata"][0]["legend"],
                         "strata-2020.csv")


class FromOptionsAlone(InitCase):
    def test_nothing_stands_in_for_what_nobody_gave(self):
        written = self.written()
        self.assertEqual(written, {"schema": 1, "title": "prey-lang-twin", "loss": {}, "forest": {}, "zones": [{}]})
        for key in ("lossyear", "treecover2000", "release", "first_year", "last_year", "canopy_pct", "canopy_rule",
                    "name", "role", "source"):
            self.assertRegex(self.message, rf"(?m)^  line \d+ \S+ {key}: ")
        text = self.file.read_text(encoding="utf-8")
        for table in ("[carbon]", "[reference_level]", "[monitoring]", "[claim]", "[[strata]]"):
            self.assertIn(f"\n#? {table}", text)

    def test_polygons_as_a_map_ask_for_their_attribute(self):
        written = self.written("--strata", self.twin / "disputed" / "types-2014.geojson", "--legend",
                               self.twin / "legend.csv")
        self.assertEqual(written["strata"], [{"name": "types-2014", "vector": "disputed/types-2014.geojson",
                                              "year": 2014, "legend": "legend.csv", "role": "baseline"}])
        self.assertRegex(self.message, r"attribute: the one that holds the legend's codes, of .*code")

    def test_a_file_that_is_there_is_kept(self):
        self.file.write_text("mine", encoding="utf-8")
        self.assert_one_error(self.init(), "output_exists", 2, "new.toml", "--overwrite")
        self.assertEqual(self.file.read_text(encoding="utf-8"), "mine")
        self.assertEqual(self.init("--overwrite", "--quiet").stdout, "")
        self.assertIn("schema", self.file.read_text(encoding="utf-8"))

    def test_mistakes_are_told_and_nothing_is_written(self):
        zones = ["--zones", self.twin / "zones.geojson"]
        for code, exit_code, arguments, words in (
                ("usage", 2, ["--start", "2018-02-30"], "a date such as 2018-03-12, found '2018-02-30'"),
                ("usage", 2, ["--canopy-pct", "ten"], "from 0 to 100, found 'ten'"),
                ("usage", 2, ["--canopy-rule", "more"], "greater, at-least, found 'more'"),
                ("usage", 2, ["--title", ""], "--title"),
                ("usage", 2, ["audit.toml"], "'audit.toml' as well"),
                ("usage", 2, [*zones, "--project", "projct"], "one of belt, project, reference, found 'projct'"),
                ("audit_file", 2, ["--start", "2020-01-01", "--end", "2019-01-01"], "found 2020-01-01 and 2019-01-01"),
                ("missing_file", 65, ["--tiles", self.twin / "nowhere"], "expected a folder of tiles, found none"),
                ("missing_file", 65, ["--strata", self.twin / "gone.tif"], "gone.tif"),
                ("missing_file", 65, ["--zones", self.twin / "gone.gpkg"], "gone.gpkg"),
                ("table_malformed", 65, ["--zones", self.twin / "legend.csv"], "expected polygons, found none")):
            with self.subTest(words):
                self.assert_one_error(self.init(*arguments), code, exit_code, words)
                self.assertFalse(self.file.exists())
        self.assert_one_error(self.run_command("init"), "usage", 2, "expected -o FILE")

    def test_tiles_of_two_releases_are_no_product(self):
        self.name_like_the_product()
        tile = next((self.twin / "gfc").glob("*_lossyear_*_100E.tif"))
        tile.rename(tile.with_name(tile.name.replace(RELEASE, "GFC-2022-v1.10")))
        self.assert_one_error(self.init("--tiles", self.twin / "gfc"), "usage", 2, "one release", "GFC-2020-v1.8",
                              "GFC-2022-v1.10")

    def test_a_file_that_cannot_be_written_is_told(self):
        self.file = self.twin / "no" / "such" / "folder.toml"
        self.assert_one_error(self.run_command("init", "-o", self.file), "output_failed", 74, "folder.toml")


if __name__ == "__main__":
    main()
