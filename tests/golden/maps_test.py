#!/usr/bin/python3
"""The maps of an audit hold, pixel by pixel, what crosstab.csv counts; they are well-made files, and the same bytes again.

Usage: maps_test.py REDDLINE_BINARY

Zones are burned a second time by GDAL, and values are counted by numpy.
"""
import collections
import json
import pathlib
import re
import sqlite3

import numpy as np
from osgeo import gdal, ogr
from osgeo_utils.samples import validate_cloud_optimized_geotiff

import outputs_page
from twin_case import HOSTILE, TwinCase, main

CLASS = re.compile(r"(.*), (?:lost in (\d+)|(not lost))")


def contents(folder):
    """The bytes of every file below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def opened(path):
    """A map and the names of its values; GDAL reads the side file once metadata are asked for."""
    raster = gdal.Open(str(path))
    raster.GetMetadata()
    return raster, raster.GetRasterBand(1).GetCategoryNames()


def burned(zones, where, raster):
    """The pixels of a raster whose centre lies in the features of a layer, by GDAL."""
    mask = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Byte)
    mask.SetGeoTransform(raster.GetGeoTransform())
    mask.SetProjection(raster.GetProjection())
    source = ogr.Open(str(zones))
    layer = source.GetLayer(0)
    layer.SetAttributeFilter(where)
    gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
    return mask.ReadAsArray() == 1


class Maps(TwinCase):
    """Maps of the sample, of other audits, and what --maps refuses."""

    def written(self, *arguments):
        done = self.audit("--quiet", "--maps", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.maps = self.out / "maps"
        return json.loads((self.maps / "maps.json").read_text(encoding="utf-8"))

    def counted(self, strata_map, canopy_pct, min_area_ha):
        """Pixels of crosstab.csv by zone and what they are: stratum and loss year, or not forest."""
        found = collections.Counter()
        for row in self.rows("crosstab.csv"):
            if float(row["min_area_ha"]) != min_area_ha:
                continue
            year = int(row["loss_year"])
            stratum = row[strata_map] if strata_map else "forest"
            kind = (stratum, year) if float(row["cover_pct"]) > canopy_pct else ("not forest", year > 0)
            found[row["zone"], *kind] += int(row["pixels"])
        return found

    def excluded(self, min_area_ha):
        """Pixels of pixels.csv that are not counted, by zone."""
        found = collections.Counter()
        for row in self.rows("pixels.csv"):
            if float(row["min_area_ha"]) == min_area_ha and row["zone"] and row["outcome"] != "counted":
                found[row["zone"]] += int(row["pixels"])
        return found

    def shown(self, name, zones):
        """The same from a map: its pixels by zone, value by value, as its category names say."""
        raster, names = opened(self.maps / name)
        values = raster.ReadAsArray()
        found, excluded = collections.Counter(), collections.Counter()
        for zone, where in zones.items():
            for value, pixels in zip(*np.unique(values[where], return_counts=True)):
                self.assertNotEqual(value, 0, zone)
                if names[value].startswith("not counted"):
                    excluded[zone] += int(pixels)
                elif names[value].startswith("not forest in 2000"):
                    found[zone, "not forest", names[value].endswith("loss")] += int(pixels)
                else:
                    stratum, year, _ = CLASS.fullmatch(names[value]).groups()
                    stratum = "" if stratum == "no forest type in the map" else stratum
                    found[zone, stratum, int(year or 0)] += int(pixels)
        union = np.any(list(zones.values()), axis=0)
        self.assertTrue((values[~union] == 0).all())
        return found, excluded

    def zones_of(self, name, **where):
        raster = gdal.Open(str(self.maps / name))
        return {zone: burned(self.twin / "zones.geojson", condition, raster) for zone, condition in where.items()}

    def check_pixels(self, maps, canopy_pct, min_area_ha, zones):
        for one in maps["maps"]:
            strata_map = one["strata_map"] if one["strata"] else None
            with self.subTest(strata_map=strata_map):
                found, excluded = self.shown(one["loss"], zones)
                self.assertEqual(found, self.counted(strata_map, canopy_pct, min_area_ha))
                self.assertEqual(excluded, self.excluded(min_area_ha))

    def all_zones(self, name):
        return self.zones_of(name, project="name = 'project'", belt="name = 'belt'", reference="name = 'reference'")

    def test_every_pixel_shows_what_the_crosstab_counts(self):
        maps = self.written()
        self.assertEqual([one["strata_map"] for one in maps["maps"]],
                         ["strata-2017", "strata-2020", "strata-2017-project", "strata-2016-independent"])
        self.check_pixels(maps, 10, 0.5, self.all_zones(maps["maps"][0]["loss"]))

    def test_without_the_patch_filter_and_at_another_threshold(self):
        self.edit_audit("min_area_ha  = 0.5\nconnectivity = 8\n", "")
        self.edit_audit("canopy_pct   = 10 ", "canopy_pct   = 30 ")
        self.edit_audit("canopy_pct = [10, 15, 20, 25, 30]", "canopy_pct = [30]")
        maps = self.written()
        self.check_pixels(maps, 30, 0, self.all_zones(maps["maps"][0]["loss"]))

    def test_zones_that_overlap_and_strata_on_a_grid_of_their_own(self):
        coarse = {"transform": (105.8, 2.5 * 0.00025, 0, 13.3, 0, -2.5 * 0.00025)}
        self.rewrite("strata-2017.tif", lambda codes: codes[::2, ::2][:256, :320], **coarse)
        self.edit_audit('raster = ["strata-2017.tif"]', 'raster = ["strata-2017.tif"]\nresample = "nearest"')
        self.edit_audit("where  = \"name = 'belt'\"", "where  = \"name IN ('belt', 'project')\"")
        maps = self.written()
        name = maps["maps"][0]["loss"]
        zones = self.zones_of(name, project="name = 'project'", belt="name IN ('belt', 'project')", reference="name = 'reference'")
        self.check_pixels(maps, 10, 0.5, zones)

    def test_strata_maps_show_the_strata_of_what_is_counted(self):
        maps = self.written()
        zones = self.all_zones(maps["maps"][0]["loss"])
        for one in maps["maps"]:
            raster, names = opened(self.maps / one["strata"])
            values = raster.ReadAsArray()
            expected = collections.Counter()
            for row in self.rows("crosstab.csv"):
                if float(row["min_area_ha"]) == 0:
                    expected[row["zone"], row[one["strata_map"]] or "no forest type in the map"] += int(row["pixels"])
            found = collections.Counter()
            for zone, where in zones.items():
                for value, pixels in zip(*np.unique(values[where], return_counts=True)):
                    if value != 255:
                        found[zone, names[value]] += int(pixels)
            self.assertEqual(found, expected)
            for stratum in one["classes"][:-1]:
                self.assertEqual(names[stratum["number"]], stratum["stratum"])

    def test_geotiffs_are_cloud_optimized_and_hold_colours_names_and_facts(self):
        maps = self.written()
        for one in maps["maps"]:
            for name in (one["loss"], one["strata"]):
                warnings, errors, _ = validate_cloud_optimized_geotiff.validate(str(self.maps / name), full_check=True)
                self.assertEqual((warnings, errors), ([], []))
                raster, names = opened(self.maps / name)
                band = raster.GetRasterBand(1)
                self.assertEqual((band.DataType, band.GetNoDataValue(), band.GetOverviewCount()), (gdal.GDT_Byte, 0, 1))
                self.assertEqual(raster.GetMetadataItem("LABEL"), "synthetic landscape")
                colours = band.GetColorTable()
                self.assertEqual(colours.GetColorEntry(0)[3], 0)
                for value, text in enumerate(names):
                    if text:
                        self.assertEqual(colours.GetColorEntry(value)[3], 255)
                overview = np.unique(band.GetOverview(0).ReadAsArray())
                self.assertTrue(set(overview) <= set(np.unique(band.ReadAsArray())))
        evergreen = next(stratum for stratum in maps["maps"][0]["classes"] if stratum["stratum"] == "evergreen forest")
        raster, names = opened(self.maps / maps["maps"][0]["loss"])
        value = evergreen["number"] * maps["maps"][0]["step"] + 18
        self.assertEqual(names[value], "evergreen forest, lost in 2018")
        colour = "#%02x%02x%02x" % raster.GetRasterBand(1).GetColorTable().GetColorEntry(value)[:3]
        self.assertEqual(colour, next(year["colour"] for year in maps["years"] if year["year"] == 2018))

    def test_many_strata_take_two_bytes_whose_values_people_can_read(self):
        lines = "".join(f"{code},made up {code},0,0\n" for code in range(9, 30))
        with open(self.twin / "legend.csv", "a", encoding="utf-8") as legend:
            legend.write(lines)
        maps = self.written()
        self.assertEqual({one["step"] for one in maps["maps"]}, {100})
        raster, names = opened(self.maps / maps["maps"][0]["loss"])
        self.assertEqual(raster.GetRasterBand(1).DataType, gdal.GDT_UInt16)
        self.assertEqual(names[118], "evergreen forest, lost in 2018")
        self.check_pixels(maps, 10, 0.5, self.all_zones(maps["maps"][0]["loss"]))

    def test_pictures_show_shares_and_mean_colours_in_their_place(self):
        maps = self.written()
        one = maps["maps"][0]
        raster = gdal.Open(str(self.maps / one["loss"]))
        values, step = raster.ReadAsArray().astype(int), one["step"]
        left, width, _, top, _, height = raster.GetGeoTransform()
        picture = gdal.Open(str(self.maps / "loss_year.png"))
        np.testing.assert_allclose(picture.GetGeoTransform(), (left, width, 0, top, 0, height))
        self.assertEqual((picture.RasterXSize, picture.RasterYSize), (raster.RasterXSize, raster.RasterYSize))
        colours = np.array([raster.GetRasterBand(1).GetColorTable().GetColorEntry(value) for value in range(256)])
        np.testing.assert_array_equal(np.moveaxis(picture.ReadAsArray(), 0, 2)[values > 0], colours[values][values > 0])
        self.assertTrue((picture.ReadAsArray()[3][values == 0] == 0).all())
        shares = gdal.Open(str(self.maps / "loss_share.png"))
        np.testing.assert_allclose(shares.GetGeoTransform(), (left, 4 * width, 0, top, 0, 4 * height))
        forest, lost = values >= step, (values >= step) & (values % step >= 18)
        shown = shares.ReadAsArray()
        for row in range(shares.RasterYSize):
            for column in range(shares.RasterXSize):
                cell = np.s_[4 * row:4 * row + 4, 4 * column:4 * column + 4]
                colour = "#%02x%02x%02x" % tuple(shown[:3, row, column])
                self.assertEqual(shown[3, row, column], 255 if (values[cell] > 0).any() else 0)
                if forest[cell].any():
                    pct = 100 * lost[cell].sum() / forest[cell].sum()
                    expected = next(one["colour"] for one in maps["share_classes"] if pct <= one["most_pct"])
                    self.assertEqual(colour, expected)

    def test_zones_hold_the_results_of_the_tables(self):
        self.written()
        with sqlite3.connect(self.maps / "zones.gpkg") as file:
            file.row_factory = sqlite3.Row
            found = {row["zone"]: row for row in file.execute("SELECT * FROM zones")}
            styles = file.execute("SELECT * FROM layer_styles").fetchall()
            dates = {row[0] for row in file.execute("SELECT last_change FROM gpkg_contents")}
        self.assertEqual(dates, {"1970-01-01T00:00:00.000Z"})
        self.assertEqual([(row["f_table_name"], row["f_geometry_column"], row["useAsDefault"]) for row in styles], [("zones", "geom", 1)])
        forest, loss, by_stratum, by_year = (collections.Counter() for _ in range(4))
        for row in self.rows("crosstab.csv"):
            if float(row["min_area_ha"]) != 0.5 or float(row["cover_pct"]) <= 10:
                continue
            area, year = int(row["area_cm2"]) / 1e8, int(row["loss_year"])
            forest[row["zone"]] += area
            if year:
                by_year[row["zone"], year] += area
            if year >= 2018:
                loss[row["zone"]] += area
                by_stratum[row["zone"], row["strata-2017"]] += area
        for row in self.rows("zones.csv"):
            zone = found[row["zone"]]
            self.assertEqual((zone["role"], zone["area_ha"]), (row["role"], float(row["area_ha"])))
            self.assertAlmostEqual(zone["forest_ha"], forest[row["zone"]], 6)
            self.assertAlmostEqual(zone["loss_ha"], loss[row["zone"]], 6)
            self.assertAlmostEqual(zone["loss_ha_1_evergreen forest"], by_stratum[row["zone"], "evergreen forest"], 6)
            for year in range(2001, 2021):
                self.assertAlmostEqual(zone[f"loss_ha_{year}"], by_year[row["zone"], year], 6)
        default = self.rows("readings.csv")[0]
        project = found["project"]
        self.assertEqual((project["credits"], project["status"]), (int(default["credits"]), default["status"]))
        self.assertEqual(project["reference_level_tCO2e"], float(default["reference_level_tCO2e"]))
        self.assertEqual(project["claimed_credits"], 216868)
        self.assertEqual((found["belt"]["credits"], found["belt"]["claimed_credits"]), (None, None))

    def test_the_page_of_outputs_lists_every_file_and_column(self):
        maps = self.written()
        files = {name for names, _ in self.rows_of_page("maps/", 2) for name in re.findall("`(.+?)`", names)}
        for path in self.maps.iterdir():
            self.assertTrue(any(path.match(name.replace("NAME", "*")) for name in files), path.name)
        with sqlite3.connect(self.maps / "zones.gpkg") as file:
            columns = [row[1] for row in file.execute("PRAGMA table_info(zones)")]
        found = [name for names, _, _ in self.rows_of_page("maps/zones.gpkg", 3) for name in re.findall("`(.+?)`", names)]
        strata = [f"{one['number']}_{one['stratum']}" for one in maps["maps"][0]["classes"]]
        strata = [name for name in strata if f"loss_ha_{name}" in columns]
        expected = []
        for name in found:
            every = strata if name.endswith("NUMBER_STRATUM") else range(2001, 2021) if name.endswith("YEAR") else None
            stem = name.removesuffix("NUMBER_STRATUM").removesuffix("YEAR")
            expected += [name] if every is None else [f"{stem}{one}" for one in every]
        self.assertEqual(columns, ["fid", "geom", *expected])
        self.assertEqual(strata[:4], ["1_evergreen forest", "2_semi-evergreen forest", "3_deciduous forest", "4_bamboo"])

    def rows_of_page(self, heading, cells):
        """The rows of tables with so many cells in a section of docs/outputs.md."""
        for line in outputs_page.sections()[heading]:
            row = outputs_page.cells(line) if line.startswith("| `") else []
            if len(row) == cells:
                yield row

    def test_outlines_are_those_of_the_source(self):
        self.written()
        source = ogr.Open(str(self.twin / "zones.geojson"))
        given = {feature.GetField("name"): feature.GetGeometryRef().Clone() for feature in source.GetLayer(0)}
        file = ogr.Open(str(self.maps / "zones.gpkg"))
        for feature in file.GetLayer("zones"):
            outline = given[feature.GetField("zone")]
            apart = feature.GetGeometryRef().SymDifference(outline).Area()
            self.assertLess(apart, 1e-9 * outline.Area())

    def test_the_same_bytes_for_one_and_two_threads_and_when_verified(self):
        self.written("--threads", "1")
        two = self.results / "two"
        self.assertEqual(self.audit("--quiet", "--maps", "--threads", "2", out=two).returncode, 0)
        without_time = {name: content for name, content in contents(two).items() if name != "timing.json"}
        found = contents(self.out)
        self.assertEqual(set(found), set(without_time) | {"timing.json"})
        for name, content in without_time.items():
            self.assertEqual(found[name], content, name)
            self.assertNotIn(str(self.results).encode(), content, name)
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("The same bits:", done.stdout)
        (self.maps / "another.tif").write_bytes(b"")
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(done.returncode, 65)
        self.assertIn("maps/another.tif", done.stdout)
        (self.maps / "another.tif").unlink()
        picture = self.maps / "loss_share.png"
        picture.write_bytes(picture.read_bytes()[:-20] + b"x" * 20)
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(done.returncode, 65)
        self.assertIn("maps/loss_share.png", done.stdout)

    def test_an_index_and_a_rebuilt_page_change_nothing(self):
        index = self.results / "index"
        self.assertEqual(self.run_command("index", self.audit_file, "-o", index, "--quiet").stderr, "")
        self.written("--index", index)
        without = self.results / "without"
        self.assertEqual(self.audit("--quiet", "--maps", out=without).returncode, 0)
        self.assertEqual(contents(self.maps), contents(without / "maps"))
        page = (self.out / "report.html").read_bytes()
        self.assertIn(b"img-src data:", page)
        (self.out / "report.html").unlink()
        self.assertEqual(self.run_command("report", self.out).returncode, 0)
        self.assertEqual((self.out / "report.html").read_bytes(), page)

    def test_an_audit_without_strata_maps_has_one_map(self):
        self.keep_only_the_project()
        text = self.audit_file.read_text(encoding="utf-8")
        begin, end = text.index("[[strata]]"), text.index("[[zones]]")
        text = text[:begin] + text[end:]
        begin, end = text.index("[carbon]"), text.index("[monitoring]")
        self.audit_file.write_text(text[:begin] + text[end:], encoding="utf-8")
        maps = self.written()
        self.assertEqual([(one["loss"], one["strata"]) for one in maps["maps"]], [("loss_by_stratum_forest.tif", None)])
        self.check_pixels(maps, 10, 0.5, self.zones_of("loss_by_stratum_forest.tif", project="name = 'project'"))

    def test_hostile_names_stay_names(self):
        self.edit_audit('name   = "strata-2020"', "name   = \"../up & <down>\"")
        path = self.twin / "legend.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("bamboo", HOSTILE), encoding="utf-8")
        for name in ("carbon.csv", "claimed_losses.csv"):
            table = self.twin / name
            table.write_text(table.read_text(encoding="utf-8").replace("bamboo", HOSTILE), encoding="utf-8")
        maps = self.written()
        self.assertEqual(maps["maps"][1]["loss"], "loss_by_stratum_.._up____down_.tif")
        self.assertTrue((self.maps / maps["maps"][1]["strata"]).is_file())
        _, names = opened(self.maps / maps["maps"][0]["loss"])
        self.assertIn(HOSTILE + ", not lost", names)
        self.assertNotIn("<img", (self.maps / "loss_by_stratum_strata-2017.qml").read_text(encoding="utf-8"))

    def test_what_cannot_be_mapped_is_refused(self):
        tables = pathlib.Path(self.inputs / "prey-lang" / "audit.toml")
        done = self.run_command("audit", tables, "-o", self.out, "--maps")
        self.assert_one_error(done, "usage", 2, "--maps", "tables alone")
        done = self.run_command("crosstab", self.audit_file, "-o", self.out, "--maps")
        self.assert_one_error(done, "usage", 2, "--maps")
        self.assert_no_traces()


if __name__ == "__main__":
    main()
