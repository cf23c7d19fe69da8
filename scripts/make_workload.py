#!/usr/bin/python3
"""Makes a large synthetic landscape for timing: realistic patches, the same pixels for the same seed.

Usage: scripts/make_workload.py OUTDIR [--size N] [--layout lzw-strips|deflate-400|deflate-512|zstd-512] [--zones K]
                                       [--zones-fill] [--vertices V] [--seed S] [--processes P]

It writes lossyear, treecover2000, datamask and strata (8 classes) as N x N GeoTIFFs, and legend.csv; then, for the
zones, zones-K.gpkg with K polygons of about V vertices, audit-K.toml, and audit-K-patches.toml, which sets the patch
filter too. Zones lie apart; with --zones-fill they share their edges, fill the landscape, and are called K-fill. What
OUTDIR holds already is kept, so that any number of zone files can stand beside the same rasters.
"""
import argparse
import collections
import concurrent.futures
import json
import math
import os
import pathlib
import shutil
import struct
import sys

import numpy as np
from osgeo import gdal, ogr, osr

from noise_fields import ValueNoise, splitmix64, uniform

PIXEL_DEG = 0.00025
WEST_DEG, NORTH_DEG = 100.0, 20.0
LARGEST_SIZE = 40_000
STRIP_PIXELS = 6_000_000  # pixels handed over at a time
SLICE_PIXELS = 1_300_000  # pixels computed at a time: the fields of one slice stay near the cores
LAST_LOSS_CODE = 23
PIXELS_VERSION = 1  # grows when the same seed gives other pixels
LAYERS = ("lossyear", "treecover2000", "datamask", "strata")
DESCRIPTION = "SYNTHETIC workload made by scripts/make_workload.py of Reddline; not a real place"
LAYOUTS = {
    "lzw-strips": (["COMPRESS=LZW", "BLOCKYSIZE=1"], 1),
    "deflate-400": (["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=400", "BLOCKYSIZE=400"], 400),
    "deflate-512": (["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"], 512),
    "zstd-512": (["COMPRESS=ZSTD", "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"], 512),
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
        step = max(1, SLICE_PIXELS // self.size)
        slices = [self._slice(row, min(step, first_row + row_count - row))
                  for row in range(first_row, first_row + row_count, step)]
        return {name: np.vstack([part[name] for part in slices]) for name in LAYERS}

    def _slice(self, first_row, row_count):
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


def keep_landscape(size, seed):
    """Keeps the landscape in a worker process."""
    global landscape  # an initializer has no other way to hand something to the tasks
    landscape = Landscape(size, seed)


def strip_of_kept_landscape(first_row, row_count):
    """What a worker process does: the layers of some rows."""
    return landscape.strip(first_row, row_count)


def strips(size, seed, rows_at_once, processes):
    """All strips from north to south, with their first rows, made by several processes; few wait at a time."""
    with concurrent.futures.ProcessPoolExecutor(processes, initializer=keep_landscape, initargs=(size, seed)) as pool:
        waiting = collections.deque()
        for first_row in range(0, size, rows_at_once):
            row_count = min(rows_at_once, size - first_row)
            waiting.append((first_row, pool.submit(strip_of_kept_landscape, first_row, row_count)))
            if len(waiting) > 2 * processes:
                first, made = waiting.popleft()
                yield first, made.result()
        for first, made in waiting:
            yield first, made.result()


def write_rasters(folder, size, seed, layout, processes):
    """Writes the four layers strip by strip, so memory does not grow with the square of the size."""
    gdal.SetCacheMax(256_000_000)
    options, block_rows = LAYOUTS[layout]
    rasters = {name: create_raster(folder / f"{name}.tif", size, options) for name in LAYERS}
    rows_at_once = max(1, STRIP_PIXELS // size // block_rows) * block_rows
    for first_row, layers in strips(size, seed, rows_at_once, processes):
        for name, values in layers.items():
            rasters[name].GetRasterBand(1).WriteArray(values, 0, first_row)
        if sys.stderr.isatty():
            print(f"\rrow {first_row} of {size}", end="", file=sys.stderr)
    for raster in rasters.values():
        raster.FlushCache()


def separate_rings(size, zones, vertices, seed):
    """Irregular rings around the points of a square pattern, in pixels from the north-west corner; none touch."""
    across = math.ceil(math.sqrt(zones))
    cell_px = size / across
    angle = 2 * math.pi * np.arange(vertices) / vertices
    for zone in range(zones):
        shifts = uniform(seed * 1000 + zone, 8)
        bend = 1 + sum(0.12 / times * np.sin(times * angle + 2 * math.pi * shifts[place])
                       for place, times in enumerate((2, 3, 5, 8, 13, 34, 89, 233)))
        centre = np.array([(zone % across + 0.5) * cell_px, (zone // across + 0.5) * cell_px])
        yield centre + (0.40 * cell_px * bend)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])


def filling_rings(size, zones, vertices, seed):
    """Rings that share their edges and fill the landscape, in pixels from the north-west corner.

    Corners lie near the points of a pattern of rows and columns; between two of them runs a wavy edge, which both its
    zones follow point by point. Waves are low enough that edges meet at corners only.
    """
    down = next(rows for rows in range(math.isqrt(zones), 0, -1) if zones % rows == 0)
    across = zones // down
    shifts = uniform(seed * 1000 + 1, 2 * (across + 1) * (down + 1)).reshape(down + 1, across + 1, 2) - 0.5
    shifts[:, [0, -1], 0] = 0
    shifts[[0, -1], :, 1] = 0
    columns, rows = np.meshgrid(np.arange(across + 1), np.arange(down + 1))
    corners = (np.dstack([columns, rows]) + 0.2 * shifts) * (size / across, size / down)
    share = np.arange(max(1, vertices // 4)) / max(1, vertices // 4)

    def edge(row, column, row_step, column_step):
        """From a corner to the next one, without the latter."""
        start, end = corners[row, column], corners[row + row_step, column + column_step]
        points = start + share[:, None] * (end - start)
        on_border = row in (0, down) if column_step else column in (0, across)
        if not on_border:
            phases = uniform(seed * 1000 + 2 + 2 * (row * (across + 1) + column) + row_step, 6)
            wave = sum(0.06 / times * np.sin(2 * math.pi * (times * share + phases[place]))
                       for place, times in enumerate((1, 2, 5, 13, 34, 89)))
            away = (end - start)[::-1] * (-1, 1)
            points = points + (wave * np.sin(math.pi * share))[:, None] * away
        return np.vstack([points, end])

    for row in range(down):
        for column in range(across):
            north, east = edge(row, column, 0, 1), edge(row, column + 1, 1, 0)
            south, west = edge(row + 1, column, 0, 1)[::-1], edge(row, column, 1, 0)[::-1]
            yield np.vstack([side[:-1] for side in (north, east, south, west)])


def write_zones(path, rings):
    """Writes rings as zones of a GeoPackage: zone 0001 has the code 1, and so on."""
    partial = path.with_suffix(".partial.gpkg")
    partial.unlink(missing_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(partial))
    layer = source.CreateLayer("zones", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
    layer.StartTransaction()
    for place, ring in enumerate(rings, 1):
        longitudes = np.round(WEST_DEG + PIXEL_DEG * ring[:, 0], 9)
        latitudes = np.round(NORTH_DEG - PIXEL_DEG * ring[:, 1], 9)
        points = np.column_stack([longitudes, latitudes])
        points = np.vstack([points, points[:1]])
        # Well-known binary: little-endian, a polygon, one ring, its points. Adding points one by one takes minutes.
        shape = struct.pack("<BIII", 1, ogr.wkbPolygon, 1, len(points)) + points.astype("<f8").tobytes()
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["name"] = f"zone {place:04d}"
        feature["code"] = place
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shape))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, source
    partial.rename(path)


def audit_toml(options, zones_name, filter_lines):
    """The audit file of some zones of the workload; its title says all that the zones were made from."""
    return f"""# A synthetic workload for timing; not a real place.
schema = 1
title  = "{options.size} x {options.size}, {options.layout}, {options.vertices} vertices a zone (synthetic landscape)"
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
{filter_lines}
[[strata]]
name   = "strata"
raster = ["strata.tif"]
year   = 2017
legend = "legend.csv"
role   = "baseline"

[[zones]]
name     = "zone"
role     = "other"
source   = "{zones_name}"
split_by = "name"
"""


def options_of(arguments):
    """The command line, read and checked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outdir", type=pathlib.Path)
    parser.add_argument("--size", type=int, default=10_000, help="pixels along each side, 1 to 40000 (default 10000)")
    parser.add_argument("--layout", choices=LAYOUTS, default="lzw-strips")
    parser.add_argument("--zones", type=int, default=6)
    parser.add_argument("--zones-fill", action="store_true", help="zones share their edges and fill the landscape")
    parser.add_argument("--vertices", type=int, default=2000, help="of each polygon (default 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args(arguments)
    if not 1 <= options.size <= LARGEST_SIZE:
        parser.error(f"--size: 1 to {LARGEST_SIZE} expected, {options.size} found")
    if options.zones < 1 or options.vertices < 4 or options.processes < 1:
        parser.error("--zones and --processes: at least 1, and --vertices: at least 4, expected")
    return parser, options


def main(arguments):
    """Runs the command line."""
    parser, options = options_of(arguments)
    outdir = options.outdir.resolve()
    repository = pathlib.Path(__file__).resolve().parent.parent
    if outdir.is_relative_to(repository):
        parser.error(f"{options.outdir}: a folder outside the repository expected; workloads are never committed")
    made = {"pixels_version": PIXELS_VERSION, "size": options.size, "layout": options.layout, "seed": options.seed}
    note = outdir / "workload.json"
    if not outdir.exists():
        partial = outdir.with_name(outdir.name + ".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        write_rasters(partial, options.size, options.seed, options.layout, options.processes)
        (partial / "legend.csv").write_text(LEGEND, encoding="utf-8")
        (partial / note.name).write_text(json.dumps(made) + "\n", encoding="utf-8")
        partial.rename(outdir)
    elif not note.is_file() or json.loads(note.read_text(encoding="utf-8")) != made:
        parser.error(f"{options.outdir}: exists already and holds something else; name another folder")

    name = f"{options.zones}-fill" if options.zones_fill else f"{options.zones}"
    zones = outdir / f"zones-{name}.gpkg"
    audits = {outdir / f"audit-{name}{suffix}.toml": audit_toml(options, zones.name, filter_lines)
              for suffix, filter_lines in (("", ""), ("-patches", "min_area_ha = 0.5\n"))}
    if not all(path.is_file() and path.read_text(encoding="utf-8") == text for path, text in audits.items()):
        make_rings = filling_rings if options.zones_fill else separate_rings
        write_zones(zones, make_rings(options.size, options.zones, options.vertices, options.seed))
        for path, text in audits.items():
            path.write_text(text, encoding="utf-8")
    print(outdir / f"audit-{name}.toml")
    return 0


if __name__ == "__main__":
    gdal.UseExceptions()
    ogr.UseExceptions()
    sys.exit(main(sys.argv[1:]))
