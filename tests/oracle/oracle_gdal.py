#!/usr/bin/python3
"""Checks `reddline crosstab` against GDAL's own rasterizer, numpy counts, and an independent area and patch filter.

Usage: oracle_gdal.py REDDLINE_BINARY AUDIT_TOML

Compared: pixels of every bin and every outcome, exactly; areas to 1e-9; and, where the audit sets a minimum patch area,
the forest left by the filter at every threshold of the sweep, against patches found by joining runs of pixels.
"""
import math
import sys
from collections import Counter

from audit_inputs import Audit, Verdict, run_crosstab, skip

try:
    import numpy as np
    from osgeo import gdal, ogr
except ImportError as missing:
    skip(f"python3-numpy and python3-gdal are needed ({missing})")

NO_DATA = -1
AREA_TOLERANCE = 1e-9  # relative: what two formulas for a pixel's area may differ by
gdal.UseExceptions()


class Grid:
    """The lattice of the loss-year tiles."""

    def __init__(self, tiles):
        corners = []
        for path in tiles:
            tile = gdal.Open(path)
            west, self.width, _, north, _, minus_height = tile.GetGeoTransform()
            self.height = -minus_height
            self.crs = tile.GetSpatialRef()
            corners.append((west, north, west + tile.RasterXSize * self.width, north - tile.RasterYSize * self.height))
        if not self.crs.IsGeographic():
            skip("this oracle knows pixel areas of geographic grids only")
        self.west, self.north = min(box[0] for box in corners), max(box[1] for box in corners)
        self.columns = round((max(box[2] for box in corners) - self.west) / self.width)
        self.rows = round((self.north - min(box[3] for box in corners)) / self.height)

    def transform(self):
        """The georeference as GDAL wants it."""
        return (self.west, self.width, 0, self.north, 0, -self.height)

    def empty(self, data_type):
        """A raster in memory on this grid."""
        raster = gdal.GetDriverByName("MEM").Create("", self.columns, self.rows, 1, data_type)
        raster.SetGeoTransform(self.transform())
        raster.SetSpatialRef(self.crs)
        return raster


def pixel_areas_cm2(grid):
    """Area of a pixel of each row in cm2, not rounded: Gauss-Legendre quadrature of the ellipsoid's area element.

    The command uses the closed form of Eq. 1; this integrates cos p / (1 - e2 sin2 p)^2 between the row's edges.
    """
    semi_major_m, semi_minor_m = grid.crs.GetSemiMajor(), grid.crs.GetSemiMinor()
    e2 = 1 - (semi_minor_m / semi_major_m) ** 2
    nodes, weights = np.polynomial.legendre.leggauss(8)
    areas = []
    for row in range(grid.rows):
        north = math.radians(grid.north - row * grid.height)
        south = math.radians(grid.north - (row + 1) * grid.height)
        latitude = (north + south) / 2 + (north - south) / 2 * nodes
        element = np.cos(latitude) / (1 - e2 * np.sin(latitude) ** 2) ** 2
        integral = float(np.sum(weights * element)) * (north - south) / 2
        areas.append(1e4 * semi_major_m**2 * (1 - e2) * integral * math.radians(grid.width))
    return np.array(areas)


def mosaic(grid, tiles, codes):
    """The tiles on the grid as whole numbers; NO_DATA where there is no tile or no value.

    A value in `codes` means what it says, even where a file declares it as no data.
    """
    canvas = np.full((grid.rows, grid.columns), NO_DATA, dtype=np.int32)
    for path in tiles:
        tile = gdal.Open(path)
        west, _, _, north, _, _ = tile.GetGeoTransform()
        column, row = round((west - grid.west) / grid.width), round((grid.north - north) / grid.height)
        values = tile.ReadAsArray().astype(np.float64)
        nodata = tile.GetRasterBand(1).GetNoDataValue()
        missing = np.isnan(values)
        if nodata is not None and nodata not in codes:
            missing |= values == nodata
        values[missing] = NO_DATA
        # Tiles may reach beyond the grid of the loss years.
        top, left = max(0, -row), max(0, -column)
        bottom, right = min(values.shape[0], grid.rows - row), min(values.shape[1], grid.columns - column)
        if top < bottom and left < right:
            canvas[row + top:row + bottom, column + left:column + right] = values[top:bottom, left:right]
    return canvas


def polygon_codes(grid, path, attribute):
    """Codes of polygons on the grid; where several lie on a pixel, that of the first."""
    source = gdal.OpenEx(path, gdal.OF_VECTOR)
    layer = source.GetLayer(0)
    raster = grid.empty(gdal.GDT_Int32)
    raster.GetRasterBand(1).Fill(NO_DATA)
    for feature in reversed([feature.GetFID() for feature in layer]):
        layer.SetAttributeFilter(f"FID = {feature}")
        gdal.RasterizeLayer(raster, [1], layer, options=[f"ATTRIBUTE={attribute}"])
    return raster.ReadAsArray()


def strata_codes(grid, audit, strata, legend):
    """A strata map's codes on the grid."""
    if "vector" in strata:
        return polygon_codes(grid, audit.file(strata["vector"]), strata["attribute"])
    files = audit.files(strata["raster"])
    if strata.get("resample") == "nearest":
        raster = grid.empty(gdal.GDT_Int32)
        raster.GetRasterBand(1).SetNoDataValue(NO_DATA)
        raster.GetRasterBand(1).Fill(NO_DATA)
        first = gdal.Open(files[0])
        listed = first.GetRasterBand(1).GetNoDataValue() in legend
        gdal.Warp(raster, files, resampleAlg="near", errorThreshold=0, srcNodata="none" if listed else None)
        return raster.ReadAsArray()
    return mosaic(grid, files, legend)


def zone_masks(grid, audit):
    """Pixels of each zone by gdal_rasterize's rule: the centre lies inside."""
    for entry in audit.entries["zones"]:
        source = gdal.OpenEx(audit.file(entry["source"]), gdal.OF_VECTOR)
        name = entry.get("layer") or source.GetLayer(0).GetName()
        where = entry.get("where")
        parts = [(entry["name"], where)]
        if "split_by" in entry:
            layer = source.GetLayerByName(name)
            layer.SetAttributeFilter(where)
            values = {feature.GetFieldAsString(entry["split_by"]) for feature in layer}
            column = layer.GetLayerDefn().GetFieldDefn(layer.FindFieldIndex(entry["split_by"], 1))
            numeric = column.GetType() in (ogr.OFTInteger, ogr.OFTReal, ogr.OFTInteger64)
            quote = "" if numeric else "'"
            parts = [(f"{entry['name']}/{value}", " AND ".join(filter(None, [
                where and f"({where})", f"\"{entry['split_by']}\" = {quote}{value}{quote}"]))) for value in values]
        for zone, condition in parts:
            projected = gdal.VectorTranslate("", source, format="Memory", layers=[name], where=condition,
                                             dstSRS=grid.crs.ExportToWkt(), reproject=True)
            raster = grid.empty(gdal.GDT_Byte)
            gdal.RasterizeLayer(raster, [1], projected.GetLayer(0), burn_values=[1])
            yield zone, raster.ReadAsArray() == 1


def outcomes_of(audit, loss, cover_pct, mask):
    """The outcome of every pixel, in the order in which the reasons decide."""
    conditions = [] if mask is None else [((mask != 1) & (mask != 2), "no_data_mask"), (mask == 2, "water")]
    conditions += [(loss == NO_DATA, "no_data_loss"), (cover_pct == NO_DATA, "no_data_cover"),
                   (loss > audit.last_year - audit.first_year + 1, "beyond_last_year"),
                   (cover_pct > 100, "cover_out_of_range")]
    return np.select([condition for condition, _ in conditions], [name for _, name in conditions], "counted")


def tally(keys, areas_cm2):
    """Pixels and area by key, for arrays of the pixels' keys and areas."""
    found, places, pixels = np.unique(keys, return_inverse=True, return_counts=True)
    area_cm2 = np.zeros(len(found), dtype=np.int64)
    np.add.at(area_cm2, places, areas_cm2)
    return {int(key): (int(count), int(area)) for key, count, area in zip(found, pixels, area_cm2)}


class Landscape:
    """All layers of the audit on the grid."""

    def __init__(self, audit):
        self.audit = audit
        self.grid = Grid(audit.loss_layer("lossyear"))
        self.row_area_cm2 = np.rint(pixel_areas_cm2(self.grid)).astype(np.int64)
        self.loss = mosaic(self.grid, audit.loss_layer("lossyear"), {0})
        self.cover_pct = mosaic(self.grid, audit.loss_layer("treecover2000"), {0})
        masks = audit.loss_layer("datamask")
        self.outcome = outcomes_of(audit, self.loss, self.cover_pct,
                                   mosaic(self.grid, masks, {0}) if masks else None)
        self.zones = dict(zone_masks(self.grid, audit))
        self.names, self.strata = [], []  # of each map: stratum names, and their index per pixel
        self.excluded = np.zeros(self.loss.shape, dtype=bool)
        baselines = [entry["name"] for entry in audit.strata() if entry.get("role", "baseline") == "baseline"]
        for entry in audit.strata():
            legend = audit.legend(entry)
            codes = strata_codes(self.grid, audit, entry, legend)
            names = sorted({name for name, _ in legend.values()})
            index = np.full(codes.shape, len(names), dtype=np.int64)  # one past the last: no data
            for code, (name, excluded) in legend.items():
                index[codes == code] = names.index(name)
                if excluded and entry["name"] == (baselines + [audit.strata()[0]["name"]])[0]:
                    self.excluded |= codes == code
            self.names.append([*names, ""])
            self.strata.append(index)

    def keys(self, with_cover):
        """One number per pixel for its strata, cover and loss year; `names_of` reads it back."""
        key = np.zeros(self.loss.shape, dtype=np.int64)
        for names, index in zip(self.names, self.strata):
            key = key * len(names) + index
        return (key * 101 + (np.clip(self.cover_pct, 0, 100) if with_cover else 0)) * 256 + np.clip(self.loss, 0, 255)

    def names_of(self, key):
        """Strata names, cover and loss year of a key."""
        key, code = divmod(key, 256)
        key, cover = divmod(key, 101)
        strata = []
        for names in reversed(self.names):
            key, place = divmod(key, len(names))
            strata.insert(0, names[place])
        return (*strata, cover, self.audit.first_year + code - 1 if code else 0)

    def areas(self, where):
        """Areas of the pixels of a mask."""
        return np.broadcast_to(self.row_area_cm2[:, None], where.shape)[where]


def joined_patches(forest, row_area_cm2, reach, min_area_cm2):
    """The mask without patches below the minimum area; neighbours are found by joining runs of pixels row by row.

    `reach` is 1 where diagonal neighbours count, else 0.
    """
    runs, parent, area = [], [], []

    def root(run):
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    above = []
    for row in range(forest.shape[0]):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], forest[row].view(np.int8), [0]))))
        here, place = [], 0
        for first, end in zip(edges[::2].tolist(), edges[1::2].tolist()):
            run = len(runs)
            runs.append((row, first, end))
            parent.append(run)
            area.append((end - first) * int(row_area_cm2[row]))
            here.append(run)
            while place < len(above) and runs[above[place]][2] + reach <= first:
                place += 1
            touching = place
            while touching < len(above) and runs[above[touching]][1] < end + reach:
                one, other = root(run), root(above[touching])
                if one != other:
                    parent[other] = one
                    area[one] += area[other]
                touching += 1
        above = here
    kept = np.zeros(forest.shape, dtype=bool)
    for run, (row, first, end) in enumerate(runs):
        if area[root(run)] >= min_area_cm2:
            kept[row, first:end] = True
    return kept


def compare_bins(verdict, landscape, tables):
    """Every bin and outcome without a patch filter: counts exactly, areas to the tolerance."""
    keys = landscape.keys(with_cover=True)
    for zone, inside in landscape.zones.items():
        counted = inside & (landscape.outcome == "counted")
        theirs = {(zone, *landscape.names_of(key)): value
                  for key, value in tally(keys[counted], landscape.areas(counted)).items()}
        ours = {key: value for key, value in tables.bins[0.0].items() if key[0] == zone}
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            our, their = ours.get(key, (0, 0)), theirs.get(key, (0, 0))
            verdict.expect_equal(f"pixels of {key}", our[0], their[0])
            verdict.expect_close(f"area of {key}", our[1], their[1], AREA_TOLERANCE * their[1])
        counts = Counter(landscape.outcome[inside].tolist())
        reported = {outcome: pixels for (name, outcome), (pixels, _) in tables.outcomes[0.0].items() if name == zone}
        for outcome in (counts.keys() | reported.keys()) - {"outside_zones"}:
            verdict.expect_equal(f"outcome {outcome} of {zone}", reported.get(outcome, 0), counts.get(outcome, 0))


def compare_patches(verdict, landscape, tables, min_area_ha):
    """Forest that the patch filter leaves, at every threshold of the sweep."""
    forest_rule = landscape.audit.entries["forest"]
    thresholds = sorted({forest_rule["canopy_pct"], *forest_rule.get("canopy_sweep", [])})
    reach = 1 if forest_rule.get("connectivity", 8) == 8 else 0
    counted = landscape.outcome == "counted"
    cover_pct = np.where(counted & ~landscape.excluded, landscape.cover_pct, 0)
    keys = landscape.keys(with_cover=False)
    for threshold in thresholds:
        kept = joined_patches(cover_pct > threshold, landscape.row_area_cm2, reach, round(min_area_ha * 1e8))
        what = f"forest above {threshold} % in patches of {min_area_ha} ha:"
        ours, our_area_cm2, theirs = Counter(), Counter(), {}
        for (zone, *strata, cover, year), (pixels, area_cm2) in tables.bins[min_area_ha].items():
            if cover > threshold:
                ours[zone, *strata, year] += pixels
                our_area_cm2[zone, *strata, year] += area_cm2
        for zone, inside in landscape.zones.items():
            for key, (pixels, area_cm2) in tally(keys[inside & kept], landscape.areas(inside & kept)).items():
                *strata, _, year = landscape.names_of(key)
                theirs[zone, *strata, year] = pixels
                verdict.expect_close(f"area of {what} {(zone, *strata, year)}", our_area_cm2[zone, *strata, year],
                                     area_cm2, AREA_TOLERANCE * area_cm2)
        verdict.expect_same_counts(f"pixels of {what}", ours, theirs)


def main(arguments):
    """Runs the command line."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    audit = Audit(arguments[1])
    tables = run_crosstab(arguments[0], arguments[1])
    landscape = Landscape(audit)
    verdict = Verdict("GDAL and numpy")
    verdict.expect_equal("zones", {key[0] for key in tables.bins[0.0]}, set(landscape.zones))
    compare_bins(verdict, landscape, tables)
    min_area_ha = float(audit.entries["forest"].get("min_area_ha", 0))
    verdict.expect_equal("minimum areas", sorted(tables.bins), sorted({0.0, min_area_ha}))
    if min_area_ha > 0:
        compare_patches(verdict, landscape, tables, min_area_ha)
    return verdict.conclude()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
