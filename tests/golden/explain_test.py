#!/usr/bin/python3
"""`reddline explain`: every filter step against GDAL and numpy, the tables of the audit, and its errors.

Usage: explain_test.py REDDLINE_BINARY
"""
import calendar
import datetime
import re

import numpy as np
from osgeo import gdal

from twin_case import TwinCase, main, unwrapped
from twin_count import TwinCount

EVERGREEN = "evergreen forest"


class Pixels(TwinCount):
    """The twin's pixels at each filter step, as masks."""

    def counted(self, zone):
        """Pixels of the zone that are counted."""
        return self.landscape.zones[zone] & (self.landscape.outcome == "counted")

    def lost_anywhere(self, zone, year):
        """Counted pixels of the zone that were lost in the year, forest or not."""
        return self.counted(zone) & (self.loss_year == year)

    def in_stratum(self, stratum):
        """Pixels of the stratum in the baseline map."""
        return self.maps["strata-2017"] == stratum

    def above(self, canopy_pct):
        """Pixels with more canopy cover, whatever stands there."""
        return self.landscape.cover_pct > canopy_pct

    def size(self, where):
        """Pixels of a mask, and their area in hectares."""
        return int(np.count_nonzero(where)), self.hectares(where)


def rows_of(text, head):
    """The rows of the table whose first line begins with `head`, as first column -> numbers."""
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.strip().startswith(head))
    rows = {}
    for line in lines[first + 1:]:
        if not line.strip():
            break
        name, *numbers = re.split(r"  +", line.strip())
        rows[name] = [float(number.replace(",", "")) for number in numbers]
    return rows


class Explain(TwinCase):
    def explain(self, zone="project", stratum=EVERGREEN, year=2019, *more):
        """What the command prints."""
        done = self.run_command("explain", self.audit_file, "--zone", zone, "--stratum", stratum, "--year", year, *more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def assert_size(self, found, mask, pixels):
        """Pixels and hectares, which are printed with two decimals."""
        count, area_ha = pixels.size(mask)
        self.assertEqual(found[-2], count)
        self.assertAlmostEqual(found[-1], area_ha, delta=0.0051)

    def test_every_step_is_what_gdal_and_numpy_count(self):
        pixels = Pixels(self.audit_file)
        for zone, stratum, year in (("project", EVERGREEN, 2019), ("project", "deciduous forest", 2018),
                                    ("project", "rubber plantation", 2019), ("belt", "bamboo", 2020)):
            with self.subTest(zone=zone, stratum=stratum, year=year):
                text = self.explain(zone, stratum, year)
                steps = rows_of(text, "step")
                lost = pixels.lost_anywhere(zone, year)
                inside = pixels.landscape.zones[zone]
                here = lost & pixels.in_stratum(stratum)
                tall = here & pixels.above(10) & ~pixels.landscape.excluded
                self.assert_size(steps["all pixels of the zone on the loss tiles"], inside, pixels)
                water = steps["not water by the data mask"]
                self.assertEqual(water[0], pixels.size(inside & (pixels.landscape.outcome == "water"))[0])
                self.assert_size(steps["canopy cover of at most 100 %; these are counted"],
                                 pixels.counted(zone), pixels)
                self.assert_size(steps[f"lost in {year}"], lost, pixels)
                self.assert_size(steps[f"in the stratum '{stratum}'"], here, pixels)
                self.assert_size(steps["canopy cover > 10 %"], tall, pixels)
                self.assert_size(steps["in patches of at least 0.5 ha"], tall & pixels.forest, pixels)
                names = {name or "(the map has none there)": pixels.size(lost & pixels.in_stratum(name))
                         for name in np.unique(pixels.maps["strata-2017"])}
                strata = rows_of(text, "stratum  ")
                self.assertEqual({name: row[0] for name, row in strata.items()},
                                 {name: count for name, (count, _) in names.items() if count})
                for canopy_pct in (30, 10, 0):
                    row = rows_of(text, "canopy cover  ")[f"> {canopy_pct} %"]
                    self.assert_size(row[:2], here & pixels.above(canopy_pct), pixels)
                    self.assert_size(row[2:], lost & pixels.above(canopy_pct), pixels)

    def test_the_last_step_is_the_audits_own_number(self):
        self.assertEqual(self.audit().returncode, 0)
        activity = {(row["zone"], row["stratum"], row["year"]): float(row["area_ha"])
                    for row in self.rows("activity.csv") if row["route"] == "loss"}
        emissions = {(row["zone"], row["stratum"], row["year"]): float(row["emission_tCO2e"])
                     for row in self.rows("emissions.csv") if row["route"] == "loss"}
        for year in (2018, 2019, 2020):
            text = self.explain("project", EVERGREEN, year, "--crosstab", self.out)
            key = ("project", EVERGREEN, str(year))
            left_ha = rows_of(text, "step")["in patches of at least 0.5 ha"][-1]
            self.assertAlmostEqual(left_ha, activity[key], delta=0.0051)
            days = 366 if calendar.isleap(year) else 365
            inside = days if year > 2018 else (datetime.date(2019, 1, 1) - datetime.date(2018, 3, 12)).days
            tonnes = float(re.search(r"that is ([\d,.]+) tCO2e\.", text).group(1).replace(",", ""))
            self.assertAlmostEqual(tonnes, emissions[key] * inside / days, delta=0.051)
            self.assertIn(f"Of {year}, {100 * inside / days:.2f} % lies in the monitoring period", text)
            self.assertIn("At 600.60 tCO2e per ha", text)  # 163.8 tC/ha x 44/12

    def test_an_earlier_crosstab_gives_the_same_text_and_nothing_is_written(self):
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", self.out).returncode, 0)
        self.assertEqual(self.explain(), self.explain("project", EVERGREEN, 2019, "--crosstab", self.out))
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_another_default_reading_shows(self):
        self.edit_audit("canopy_pct   = 10 ", "canopy_pct   = 50 ")
        self.edit_audit("canopy_pct = [10, 15, 20, 25, 30]", "canopy_pct = [50]")
        pixels = Pixels(self.audit_file)
        tall = pixels.lost_anywhere("project", 2019) & pixels.in_stratum(EVERGREEN) & pixels.above(50)
        self.assert_size(rows_of(self.explain(), "step")["canopy cover > 50 %"], tall, pixels)

    def test_what_is_filtered_is_said_whichever_route_the_default_reading_takes(self):
        text = self.explain()
        self.assertIn("route loss; strata strata-2017; forest is canopy cover > 10 %", unwrapped(text))
        self.edit_audit("[readings] ", '[readings]\nroute = ["maps"]\n#')
        self.assertEqual(self.explain(), text)

    def test_what_a_reader_must_know_is_said(self):
        self.assertIn("excluded by the legend", self.explain("project", "rubber plantation", 2019))
        early = self.explain("project", EVERGREEN, 2015)
        self.assertIn("strata-2017 shows 2017 and is not dated before this loss", early)
        self.assertIn("Of 2015, 0.00 % lies in the monitoring period", early)
        self.assertIn("synthetic landscape", self.explain())

    def test_a_broken_block_that_counts_as_no_data_is_said(self):
        path = self.twin / "gfc/synthetic_lossyear_west.tif"
        raster = gdal.Open(str(path))
        place = int(raster.GetRasterBand(1).GetMetadataItem("BLOCK_OFFSET_0_320", "TIFF"))  # a row of the project
        del raster
        data = bytearray(path.read_bytes())
        data[place:place + 64] = b"\xff" * 64
        path.write_bytes(data)
        question = ("--zone", "project", "--stratum", EVERGREEN, "--year", 2019)
        self.assert_one_error(self.run_command("explain", self.audit_file, *question), "corrupt_raster", 65, path.name)
        text = self.explain("project", EVERGREEN, 2019, "--allow-missing-blocks")
        self.assertIn("To doubt, blocks_missing", text)
        self.assertGreater(rows_of(text, "step")["the loss layer has data"][0], 0)

    def test_quiet_prints_nothing(self):
        self.assertEqual(self.explain("project", EVERGREEN, 2019, "--quiet"), "")


class ExplainErrors(TwinCase):
    def expect_refused(self, arguments, exit_code, code, *words):
        """The command stops with this one error."""
        done = self.run_command("explain", *arguments)
        self.assert_one_error(done, code, exit_code, *words)

    def question(self, zone="project", stratum=EVERGREEN, year="2019"):
        """The command line of a question."""
        return [self.audit_file, "--zone", zone, "--stratum", stratum, "--year", year]

    def test_an_unknown_zone_stratum_or_year_names_the_nearest(self):
        self.expect_refused(self.question(zone="projekt"), 2, "usage", "--zone", "'projekt'", "nearest is 'project'")
        self.expect_refused(self.question(stratum="bambo"), 2, "usage", "--stratum", "nearest is 'bamboo'")
        self.expect_refused(self.question(year="1999"), 2, "usage", "--year", "2001 to 2020", "nearest is 2001")
        self.expect_refused(self.question(year="2024"), 2, "usage", "--year", "nearest is 2020")

    def test_a_year_that_is_none_and_a_missing_question(self):
        self.expect_refused(self.question(year="last"), 2, "usage", "--year", "'last'")
        self.expect_refused([self.audit_file, "--zone", "project"], 2, "usage", "--stratum")

    def test_an_audit_of_tables_alone_has_no_pixel_to_filter(self):
        tables = self.inputs / "prey-lang" / "audit.toml"
        self.expect_refused([tables, "--zone", "x", "--stratum", "x", "--year", "2019"], 2, "usage", "tables alone")

    def test_a_crosstab_of_another_audit_is_refused(self):
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", self.out).returncode, 0)
        self.edit_audit("min_area_ha  = 0.5", "min_area_ha  = 1")
        self.expect_refused([*self.question(), "--crosstab", self.out], 65, "crosstab_mismatch", "forest.min_area_ha")

    def test_a_raster_that_is_missing_is_named(self):
        (self.twin / "strata-2017.tif").unlink()
        self.expect_refused(self.question(), 65, "missing_file", "strata-2017.tif")


if __name__ == "__main__":
    main()
