#!/usr/bin/python3
"""Makes a large synthetic landscape for timing: realistic patches, the same pixels for the same seed.

Usage: scripts/make_workload.py OUTDIR [--size N] [--layout lzw-strips|deflate-400|deflate-512] [--zones K]
                                       [--vertices V] [--seed S] [--overwrite]

It writes lossyear, treecover2000, datamask and strata (8 classes) as N x N GeoTIFFs, zones.geojson with K polygons of V
vertices, legend.csv and audit.toml. Work goes strip by strip, so memory does not grow with N squared.
"""
import argparse
import json
import math
import pathlib
import shutil
import sys

import numpy as np
from osgeo import gdal, osr

from noise_fields import ValueNoise, splitmix64, uniform

PIXEL_DEG = 0.00025
WEST_DEG, NORTH_DEG = 100.0, 20.0
LARGEST_SIZE = 40_000
STRIP_PIXELS = 6_000_000  # pixels worked on at a time: about 300 MB with all fields
LAST_LOSS_CODE = 23
DESCRIPTION = "SYNTHETIC workload made by scripts/make_workload.py of Reddline; not a real place"
LAYOUTS = {
    "lzw-strips": (["COMPRESS=LZW", "BLOCKYSIZE=1"], 1),
    "deflate-400": (["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=400", "BLOCKYSIZE=400"], 400),
    "deflate-512": (["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"], 512),
}
LEGEND = """code,stratum,forest,excluded
1,evergreen forest,1,0
2,semi-evergreen forest,1,0
3,deciduous forest,1,0
4,bamboo,1,0
5,field crops,0,0
6,rubber plantation,0,1
7,grassland,0,0
8,water,0,0
"""


class Landscape:
    """The fields that a strip of pixels is made from."""

    def __init__(self, size, seed):
        self.size = size
        self.relief = ValueNoise(seed + 1, size, 2048, 6)
        self.use = ValueNoise(seed + 2, size, 512, 4)
        self.crowns = ValueNoise(seed + 3, size, 128, 3)
        self.clearings = ValueNoise(seed + 4, size, 16, 2)
        self.fronts = ValueNoise(seed + 5, size, 1024, 2)
        self.grain = seed + 6

    def strip(self, first_row, row_count):
        """The layers of some rows, by name."""
        relief, use = self.relief.rows(first_row, row_count), self.use.rows(first_row, row_count)
        strata = np.full(relief.shape, 3, dtype=np.uint8)
        strata[relief > 0.50] = 2
        strata[relief > 0.53] = 1
        strata[(use > 0.62) & (relief < 0.52)] = 4
        strata[use < 0.36] = 5
        strata[(use < 0.42) & (use > 0.40)] = 6
        strata[(use > 0.66) & (relief < 0.47)] = 7
        strata[np.abs(relief - 0.42) < 0.0015] = 8

        crowns = self.crowns.rows(first_row, row_count) - np.float32(0.5)
        mean = np.array([0, 95, 78, 45, 55, 2, 40, 6, 0], dtype=np.float32)[strata]
        spread = np.array([0, 45, 45, 70, 50, 20, 70, 25, 0], dtype=np.float32)[strata]
        cover_pct = np.clip(np.rint(mean + spread * crowns), 0, 100).astype(np.uint8)
        cover_pct[strata == 8] = 0

        fronts = self.fronts.rows(first_row, row_count)
        lost = self.clearings.rows(first_row, row_count) > np.float32(0.86) - np.float32(0.25) * fronts
        lost &= (cover_pct > 0) & (strata != 8)
        # A clearing has one year: the year comes from the coarse cell that the pixel lies in.
        cell_row = np.arange(first_row, first_row + row_count, dtype=np.uint64) // np.uint64(24)
        cell_column = np.arange(self.size, dtype=np.uint64) // np.uint64(24)
        with np.errstate(over="ignore"):
            row_keys, places = np.unique(cell_row, return_inverse=True)
            keys = splitmix64(splitmix64(row_keys + np.uint64(self.grain)))[:, None] + np.unique(cell_column)[None, :]
            years = (1 + splitmix64(keys) % np.uint64(LAST_LOSS_CODE)).astype(np.uint8)
        loss_code = np.where(lost, years[places][:, cell_column.astype(np.int64)], 0).astype(np.uint8)
        datamask = np.where(strata == 8, 2, 1).astype(np.uint8)
        return {"lossyear": loss_code, "treecover2000": cover_pct, "datamask": datamask, "strata": strata}


def create_raster(path, size, options):
    """An empty GeoTIFF of the landscape."""
    raster = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform((WEST_DEG, PIXEL_DEG, 0, NORTH_DEG, 0, -PIXEL_DEG))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    raster.SetProjection(reference.ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", DESCRIPTION)
    return raster


def write_rasters(folder, size, seed, layout):
    """Writes the four layers strip by strip."""
    options, block_rows = LAYOUTS[layout]
    landscape = Landscape(size, seed)
    rasters = {name: create_raster(folder / f"{name}.tif", size, options)
               for name in ("lossyear", "treecover2000", "datamask", "strata")}
    rows_at_once = max(1, STRIP_PIXELS // size // block_rows) * block_rows
    for first_row in range(0, size, rows_at_once):
        row_count = min(rows_at_once, size - first_row)
        for name, values in landscape.strip(first_row, row_count).items():
            rasters[name].GetRasterBand(1).WriteArray(values, 0, first_row)
        if sys.stderr.isatty():
            print(f"\rrows {first_row + row_count} of {size}", end="", file=sys.stderr)
    for raster in rasters.values():
        raster.FlushCache()


def zones_geojson(size, zones, vertices, seed):
    """K irregular polygons on a square pattern that fills the landscape, as GeoJSON text."""
    across = math.ceil(math.sqrt(zones))
    cell_px = size / across
    features = []
    for zone in range(zones):
        shifts = uniform(seed * 1000 + zone, 8)
        centre_column = (zone % across + 0.5) * cell_px
        centre_row = (zone // across + 0.5) * cell_px
        ring = []
        for vertex in range(vertices):
            angle = 2 * math.pi * vertex / vertices
            bend = 1 + sum(0.12 / times * math.sin(times * angle + 2 * math.pi * shifts[place])
                           for place, times in enumerate((2, 3, 5, 8, 13, 34, 89, 233)))
            radius_px = 0.40 * cell_px * bend
            ring.append([round(WEST_DEG + PIXEL_DEG * (centre_column + radius_px * math.cos(angle)), 9),
                         round(NORTH_DEG - PIXEL_DEG * (centre_row - radius_px * math.sin(angle)), 9)])
        features.append(json.dumps({"type": "Feature", "properties": {"name": f"zone {zone + 1:04d}"},
                                    "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]}}))
    return '{"type": "FeatureCollection", "name": "zones", "features": [\n' + ",\n".join(features) + "\n]}\n"


def audit_toml(size, layout):
    """The audit file of the workload."""
    return f"""# A synthetic workload for timing; not a real place.
schema = 1
title  = "Workload {size} x {size}, {layout} (synthetic landscape)"
label  = "synthetic landscape"

[loss]
lossyear      = ["lossyear.tif"]
treecover2000 = ["treecover2000.tif"]
datamask      = ["datamask.tif"]
release       = "SYNTHETIC-{2000 + LAST_LOSS_CODE}"
first_year    = 2001
last_year     = {2000 + LAST_LOSS_CODE}

[forest]
canopy_pct  = 30
canopy_rule = "greater"
min_area_ha = 0.5

[[strata]]
name   = "strata"
raster = ["strata.tif"]
year   = 2017
legend = "legend.csv"
role   = "baseline"

[[zones]]
name     = "zone"
role     = "other"
source   = "zones.geojson"
split_by = "name"
"""


def options_of(arguments):
    """The command line, read and checked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outdir", type=pathlib.Path)
    parser.add_argument("--size", type=int, default=10_000, help="pixels along each side, 1 to 40000 (default 10000)")
    parser.add_argument("--layout", choices=LAYOUTS, default="lzw-strips")
    parser.add_argument("--zones", type=int, default=6)
    parser.add_argument("--vertices", type=int, default=2000, help="of each polygon (default 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--overwrite", action="store_true")
    options = parser.parse_args(arguments)
    if not 1 <= options.size <= LARGEST_SIZE:
        parser.error(f"--size: 1 to {LARGEST_SIZE} expected, {options.size} found")
    if options.zones < 1 or options.vertices < 3:
        parser.error("--zones: at least 1, and --vertices: at least 3, expected")
    return parser, options


def main(arguments):
    """Runs the command line."""
    parser, options = options_of(arguments)
    outdir = options.outdir.resolve()
    repository = pathlib.Path(__file__).resolve().parent.parent
    if outdir.is_relative_to(repository):
        parser.error(f"{options.outdir}: a folder outside the repository expected; workloads are never committed")
    if outdir.exists() and not options.overwrite:
        parser.error(f"{options.outdir}: exists already; name another folder or say --overwrite")
    partial = outdir.with_name(outdir.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    write_rasters(partial, options.size, options.seed, options.layout)
    (partial / "zones.geojson").write_text(
        zones_geojson(options.size, options.zones, options.vertices, options.seed), encoding="utf-8")
    (partial / "legend.csv").write_text(LEGEND, encoding="utf-8")
    (partial / "audit.toml").write_text(audit_toml(options.size, options.layout), encoding="utf-8")
    shutil.rmtree(outdir, ignore_errors=True)
    partial.rename(outdir)
    print(outdir / "audit.toml")
    return 0


if __name__ == "__main__":
    gdal.UseExceptions()
    sys.exit(main(sys.argv[1:]))
