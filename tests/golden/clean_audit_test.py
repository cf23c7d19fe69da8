#!/usr/bin/python3
"""A landscape without anything to doubt, and a claim that is what it gives: no check finds anything.

Usage: clean_audit_test.py REDDLINE_BINARY

A park of 40 x 40 pixels and a belt of 40 x 50 beside it, all evergreen forest. The nation loses one per cent of its forest per
year; the park loses less than that and less than before, the belt a little more than that and as much as before.
"""
import numpy as np
from osgeo import gdal, osr

from twin_case import PIXEL_DEG, TwinCase, main, square
from twin_count import CO2_PER_C, TwinCount

WEST_X, NORTH_Y = 105.8, 13.3
ROWS, PARK_COLUMNS, BELT_COLUMNS = 40, 40, 50
LOST_PIXELS = {2014: (10, 22), 2015: (10, 22), 2016: (8, 22), 2017: (8, 22)}  # year: in the park, in the belt
MONITORED = (2016, 2017)
EVERGREEN = "evergreen forest"
FACTOR = 163.8 * CO2_PER_C
RATE = 0.01  # of the forest per year, by the national table
AUDIT = """schema = 1
title  = "Nothing to doubt"

[loss]
lossyear      = ["lossyear.tif"]
treecover2000 = ["treecover2000.tif"]
release       = "R"
first_year    = 2001
last_year     = 2017

[forest]
canopy_pct  = 10
canopy_rule = "greater"

[[strata]]
name   = "types-2010"
raster = ["types-2010.tif"]
year   = 2010
legend = "legend.csv"
role   = "baseline"

[[zones]]
name   = "park"
role   = "project"
source = "park.geojson"

[[zones]]
name   = "belt"
role   = "displacement_belt"
source = "belt.geojson"

[carbon]
factors = "carbon.csv"

[reference_level]
transitions = "transitions.csv"
classes     = "classes.csv"

[monitoring]
start = 2016-01-01
end   = 2017-12-31
"""
CLAIM = """
[claim]
losses  = "losses.csv"
items   = "items.csv"
zone    = "park"
strata  = "types-2010"
area_ha = {area_ha}
source  = "a test"
"""
TABLES = {"legend.csv": "code,stratum,forest\n1,evergreen forest,1\n2,field crops,0\n",
          "carbon.csv": "stratum,carbon_tC_per_ha,source\nevergreen forest,163.8,a test\n",
          "classes.csv": "class,stratum,forest\nE,evergreen forest,1\nC,field crops,0\n",
          "transitions.csv": "from,to,start_year,end_year,area_ha\nE,E,2006,2008,980\nE,C,2006,2008,20\nC,C,2006,2008,500\n"}


def loss_codes():
    """The lost pixels of a year stand in one row, from the park's western edge and from the belt's; later years further south,
    where a pixel is a trifle larger, which is no rise.
    """
    codes = np.zeros((ROWS, PARK_COLUMNS + BELT_COLUMNS), dtype=np.uint8)
    for row, (year, (of_park, of_belt)) in enumerate(LOST_PIXELS.items()):
        codes[row, :of_park] = year - 2000
        codes[row, PARK_COLUMNS:PARK_COLUMNS + of_belt] = year - 2000
    return codes


class Clean(TwinCase):
    def setUp(self):
        super().setUp()
        self.twin = self.inputs / "clean"
        self.twin.mkdir()
        self.audit_file = self.twin / "audit.toml"
        self.audit_file.write_text(AUDIT, encoding="utf-8")
        for name, text in TABLES.items():
            (self.twin / name).write_text(text, encoding="utf-8")
        losses = loss_codes()
        for name, codes in (("lossyear", losses), ("treecover2000", np.full_like(losses, 80)),
                            ("types-2010", np.ones_like(losses))):
            self.write_layer(f"{name}.tif", codes)
        self.write_polygon("park.geojson", square(WEST_X, NORTH_Y, PARK_COLUMNS * PIXEL_DEG, ROWS * PIXEL_DEG))
        self.write_polygon("belt.geojson", square(WEST_X + PARK_COLUMNS * PIXEL_DEG, NORTH_Y, BELT_COLUMNS * PIXEL_DEG,
                                                  ROWS * PIXEL_DEG))

    def write_layer(self, name, codes):
        """Writes a raster of the landscape."""
        rows, columns = codes.shape
        raster = gdal.GetDriverByName("GTiff").Create(str(self.twin / name), columns, rows, 1, gdal.GDT_Byte)
        raster.SetGeoTransform((WEST_X, PIXEL_DEG, 0, NORTH_Y, 0, -PIXEL_DEG))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        raster.SetProjection(reference.ExportToWkt())
        raster.GetRasterBand(1).WriteArray(codes)

    def claim_what_the_landscape_gives(self):
        """Counts the landscape a second time and claims that; how many credits it is."""
        count = TwinCount(self.audit_file)
        lost_ha = {zone: {year: count.lost_ha(zone, "types-2010", year)[EVERGREEN] for year in MONITORED}
                   for zone in ("park", "belt")}
        expected_ha = {zone: RATE * count.forest_ha(zone, "types-2010", MONITORED[0])[EVERGREEN] for zone in lost_ha}
        reference = FACTOR * expected_ha["park"] * len(MONITORED)
        emitted = FACTOR * sum(lost_ha["park"].values())
        displaced = FACTOR * sum(area - expected_ha["belt"] for area in lost_ha["belt"].values())
        reductions = reference - emitted - displaced
        items = {"reference_level": reference, "project_emissions": emitted, "displaced_emissions": displaced,
                 "reductions": reductions, "credits": int(reductions)}
        (self.twin / "items.csv").write_text("item,value,unit\n" + "".join(
            f"{item},{amount},tCO2e\n" for item, amount in items.items()), encoding="utf-8")
        (self.twin / "losses.csv").write_text("zone,from,to,year,area_ha\n" + "".join(
            f"{zone},{EVERGREEN},,{year},{area}\n" for zone, areas in lost_ha.items() for year, area in areas.items()),
            encoding="utf-8")
        self.audit_file.write_text(AUDIT + CLAIM.format(area_ha=count.zone_pixels_ha("park")), encoding="utf-8")
        return int(reductions)

    def test_nothing_is_found_on_clean_data_with_a_clean_claim(self):
        credits = self.claim_what_the_landscape_gives()
        self.assertGreater(credits, 0)
        self.assertEqual(self.findings(), {})
        self.assertEqual(int(self.rows("readings.csv")[0]["credits"]), credits)

    def test_nothing_is_found_on_clean_data_without_a_claim(self):
        self.assertEqual(self.findings(), {})

    def test_a_clean_claim_of_ten_per_cent_more_is_found(self):
        credits = self.claim_what_the_landscape_gives()
        self.edit("items.csv", f"credits,{credits}", f"credits,{int(1.1 * credits)}")
        codes = {code for code, _, _ in self.findings()}
        self.assertEqual(codes, {"claim_items_disagree", "claim_outside_readings"})


if __name__ == "__main__":
    main()
