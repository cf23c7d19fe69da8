#!/usr/bin/python3
"""Checks `reddline crosstab` against what is known of the real Global Forest Watch window of Sierra de Neiba.

Usage: oracle_gfw.py REDDLINE_BINARY DATA_FOLDER     (the folder that holds neiba/)

The facts: 542,623 pixels have cover > 30, of which 51,024 are lost; 4,132 lost pixels have cover <= 30; GFW's own
emissions exist on every lost pixel over 30 % and on 400 more; releases v1.8 and v1.11 agree on loss up to 2020 where
both are.
"""
import json
import pathlib
import sys
import tempfile

from audit_inputs import Verdict, run_crosstab, skip

try:
    import numpy as np
    from osgeo import gdal
except ImportError as missing:
    skip(f"python3-numpy and python3-gdal are needed ({missing})")

gdal.UseExceptions()


def window_zone(raster_path):
    """A rectangle a tenth of a pixel larger than the raster, as GeoJSON."""
    raster = gdal.Open(str(raster_path))
    west, width, _, north, _, minus_height = raster.GetGeoTransform()
    margin = width / 10
    east, south = west + raster.RasterXSize * width + margin, north + raster.RasterYSize * minus_height - margin
    ring = [[west - margin, south], [east, south], [east, north + margin], [west - margin, north + margin],
            [west - margin, south]]
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]})


def audit_text(loss_path, cover_path, last_year, strata_path):
    """An audit file of one window with one strata map."""
    return f"""schema = 1
title  = "check of the data reading"
[loss]
lossyear      = ["{loss_path}"]
treecover2000 = ["{cover_path}"]
release       = "check"
first_year    = 2001
last_year     = {last_year}
[forest]
canopy_pct  = 30
canopy_rule = "greater"
[[strata]]
name   = "other"
raster = ["{strata_path}"]
year   = 2020
legend = "legend.csv"
role   = "independent"
[[zones]]
name   = "window"
role   = "other"
source = "zone.geojson"
"""


def crosstab_of(binary, folder, loss_path, cover_path, last_year, strata_path, legend):
    """The command's bins without the zone: (stratum, cover, loss year) -> pixels."""
    (folder / "zone.geojson").write_text(window_zone(loss_path), encoding="utf-8")
    (folder / "legend.csv").write_text(legend, encoding="utf-8")
    (folder / "audit.toml").write_text(audit_text(loss_path, cover_path, last_year, strata_path), encoding="utf-8")
    return {key[1:]: pixels for key, (pixels, _) in run_crosstab(binary, folder / "audit.toml").bins[0.0].items()}


def write_emission_mask(emissions_path, mask_path):
    """A raster that is 1 where GFW gives an emission, else 0."""
    emissions = gdal.Open(str(emissions_path))
    values = emissions.ReadAsArray()
    rows, columns = values.shape
    mask = gdal.GetDriverByName("GTiff").Create(str(mask_path), columns, rows, 1, gdal.GDT_Byte)
    mask.SetGeoTransform(emissions.GetGeoTransform())
    mask.SetProjection(emissions.GetProjection())
    mask.GetRasterBand(1).WriteArray((~np.isnan(values) & (values > 0)).astype(np.uint8))
    mask.FlushCache()


def check_window(verdict, binary, folder, neiba):
    """Counts of the v1.8 window, and GFW's emissions against its loss."""
    prefix = "Hansen_GFC-2020-v1.8"
    write_emission_mask(neiba / "gfw_forest_carbon_gross_emissions_Mg_CO2e_px_20N_080W.tif", folder / "emits.tif")
    bins = crosstab_of(binary, folder, neiba / f"{prefix}_lossyear_20N_080W.tif",
                       neiba / f"{prefix}_treecover2000_20N_080W.tif", 2020, folder / "emits.tif",
                       "code,stratum,forest\n0,no emission,0\n1,emission,1\n")

    def pixels(wanted):
        return sum(count for key, count in bins.items() if wanted(*key))

    verdict.expect_equal("pixels with cover > 30", pixels(lambda _, cover, year: cover > 30), 542_623)
    verdict.expect_equal("of which lost", pixels(lambda _, cover, year: cover > 30 and year > 0), 51_024)
    verdict.expect_equal("lost pixels with cover <= 30", pixels(lambda _, cover, year: cover <= 30 and year > 0), 4_132)
    verdict.expect_equal("lost pixels over 30 % without an emission of GFW",
                         pixels(lambda emits, cover, year: cover > 30 and year > 0 and emits == "no emission"), 0)
    verdict.expect_equal("other pixels with an emission of GFW",
                         pixels(lambda emits, cover, year: not (cover > 30 and year > 0) and emits == "emission"), 400)


def check_releases(verdict, binary, folder, neiba):
    """Loss of v1.11 against loss of v1.8, which stands in as a strata map whose strata are years."""
    legend = "code,stratum,forest\n0,0,0\n" + "".join(f"{code},{2000 + code},1\n" for code in range(1, 21))
    prefix = "v1.11/Hansen_GFC-2023-v1.11"
    bins = crosstab_of(binary, folder, neiba / f"{prefix}_lossyear_20N_080W.tif",
                       neiba / f"{prefix}_treecover2000_20N_080W.tif", 2023,
                       neiba / "Hansen_GFC-2020-v1.8_lossyear_20N_080W.tif", legend)
    verdict.expect_equal("pixels of the shared window", sum(bins.values()), 192 * 221)
    for (old_year, cover, new_year), count in sorted(bins.items()):
        verdict.expect_equal(f"loss year of {count} pixels with cover {cover}", new_year if new_year <= 2020 else 0,
                             int(old_year))


def main(arguments):
    """Runs the command line."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    neiba = pathlib.Path(arguments[1]).resolve() / "neiba"
    if not neiba.is_dir():
        skip(f"no real data: {arguments[1]} holds no neiba/")
    verdict = Verdict("GFW")
    for check in (check_window, check_releases):
        with tempfile.TemporaryDirectory() as folder:
            check(verdict, arguments[0], pathlib.Path(folder), neiba)
    return verdict.conclude()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
