#!/usr/bin/python3
"""Makes data-samples/prey-lang-twin: a small synthetic landscape, the same pixels on every run.

Usage: scripts/make_samples.py [OUTDIR]     (default: data-samples/prey-lang-twin of this repository)

It writes the rasters, the zones and the reported losses of the made-up claim, and the rasters, zones and polygons of the
annex (disputed_annex.py); the other tables, the audit files and the README beside them are written by hand.
"""
import datetime
import json
import math
import pathlib
import sys

import numpy as np
from osgeo import gdal, ogr, osr

import disputed_annex
from noise_fields import blurred, smooth_noise, uniform

COLUMNS, ROWS, SEAM_COLUMN = 800, 640, 416
PIXEL_DEG = 0.00025
WEST_DEG, NORTH_DEG = 105.80, 13.30
SHAPE = (ROWS, COLUMNS)
SEED = 2012
DESCRIPTION = "SYNTHETIC landscape made by scripts/make_samples.py of Reddline; not a real place"

# Codes of legend.csv.
EVERGREEN, SEMI_EVERGREEN, DECIDUOUS, BAMBOO, CROPS, RUBBER, GRASSLAND, WATER = range(1, 9)
FOREST_TYPES = (EVERGREEN, SEMI_EVERGREEN, DECIDUOUS, BAMBOO)
FOREST_NAMES = ("evergreen forest", "semi-evergreen forest", "deciduous forest", "bamboo")
FIRST_YEAR, LAST_YEAR, BASELINE_YEAR, INDEPENDENT_YEAR = 2001, 2020, 2017, 2016
PERIOD_START = datetime.date(2018, 3, 12)
CANOPY_PCT = 10
REPORTED_SHARE = 0.9  # of the mapped hectares: a monitoring report usually finds fewer

# Mean and spread of canopy cover in 2000, with its lowest and highest value, by land class.
COVER_PCT = {EVERGREEN: (88, 8, 70, 100), SEMI_EVERGREEN: (73, 7, 55, 90), DECIDUOUS: (40, 11, 20, 60),
             BAMBOO: (50, 9, 30, 70), CROPS: (1, 3, 0, 8), RUBBER: (42, 14, 0, 75), GRASSLAND: (4, 5, 0, 14),
             WATER: (0, 0, 0, 0)}


def seed_of(purpose):
    """A seed of its own for each field, named by its purpose."""
    return SEED * 1_000_003 + sum(ord(letter) * 31**place for place, letter in enumerate(purpose)) % (2**40)


def noise(purpose, sigma_px):
    """A smooth field of its own for the purpose."""
    return smooth_noise(seed_of(purpose), SHAPE, sigma_px)


def highest(field, candidates, count):
    """The `count` candidate pixels with the highest values, as a mask."""
    places = np.flatnonzero(candidates)
    order = np.argsort(-field.ravel()[places], kind="stable")
    chosen = np.zeros(field.size, dtype=bool)
    chosen[places[order[:count]]] = True
    return chosen.reshape(field.shape)


def share_of(field, candidates, share):
    """The share of the candidate pixels with the highest values, as a mask."""
    return highest(field, candidates, int(round(share * np.count_nonzero(candidates))))


# --- zones -----------------------------------------------------------------------------------------------------


def outline(centre_column, centre_row, radius_column, radius_row, wobble, points=96):
    """A closed irregular ring, in longitude and latitude."""
    ring = []
    for point in range(points):
        angle = 2 * math.pi * point / points
        bend = 1 + sum(size * math.sin(times * angle + shift) for times, size, shift in wobble)
        ring.append([round(WEST_DEG + PIXEL_DEG * (centre_column + radius_column * bend * math.cos(angle)), 6),
                     round(NORTH_DEG - PIXEL_DEG * (centre_row - radius_row * bend * math.sin(angle)), 6)])
    return ring + ring[:1]


def zone_rings():
    """The rings of each zone: the outer one, then holes."""
    wobble = [(2, 0.07, 0.4), (3, 0.06, 2.0), (5, 0.035, 1.1), (9, 0.02, 0.3)]
    project = outline(312, 330, 243, 208, wobble)
    belt = outline(312, 330, 288, 254, wobble)
    reference = outline(714, 322, 66, 262, [(2, 0.05, 1.0), (4, 0.05, 0.2), (7, 0.03, 2.2)])
    return {"project": [project], "belt": [belt, project[::-1]], "reference": [reference]}


def zones_geojson():
    """The zones as GeoJSON text."""
    features = [{"type": "Feature", "properties": {"name": name, "made": "synthetic"},
                 "geometry": {"type": "Polygon", "coordinates": rings}} for name, rings in zone_rings().items()]
    lines = ",\n".join(json.dumps(feature) for feature in features)
    return '{"type": "FeatureCollection", "name": "zones", "features": [\n' + lines + "\n]}\n"


def zone_mask(rings):
    """Pixels whose centre lies in the zone; only used to say how much is lost where."""
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for longitude, latitude in points:
            ring.AddPoint_2D(longitude, latitude)
        polygon.AddGeometry(ring)
    source = ogr.GetDriverByName("Memory").CreateDataSource("zone")
    layer = source.CreateLayer("zone", crs(), ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(polygon)
    layer.CreateFeature(feature)
    target = gdal.GetDriverByName("MEM").Create("", COLUMNS, ROWS, 1, gdal.GDT_Byte)
    target.SetGeoTransform((WEST_DEG, PIXEL_DEG, 0, NORTH_DEG, 0, -PIXEL_DEG))
    target.SetProjection(crs().ExportToWkt())
    gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
    return target.ReadAsArray() == 1


# --- the landscape in 2000 ----------------------------------------------------------------------------------------


def curves():
    """Masks of the river and of the roads."""
    row, column = np.mgrid[0:ROWS, 0:COLUMNS]
    middle = 545 + 38 * np.sin(row / 83.0) + 14 * np.sin(row / 29.0 + 1)
    river = np.abs(column - middle) < 3.5 + 1.5 * np.sin(row / 47.0)
    main_road = np.abs(row - (545 + 34 * np.sin(column / 118.0) + 9 * np.sin(column / 37.0))) < 1.5
    side_road = (np.abs(column - (178 + 26 * np.sin(row / 96.0))) < 1.5) & (row > 170)
    east_road = np.abs(column - (742 + 12 * np.sin(row / 75.0))) < 1.5
    return river, main_road | side_road | east_road


def land_classes(river, roads):
    """Land class of every pixel in 2000, and the field that tells wet hills (high) from dry plains (low)."""
    row, column = np.mgrid[0:ROWS, 0:COLUMNS]
    core = np.exp(-(((column - 335) / 210.0) ** 2 + ((row - 290) / 170.0) ** 2))
    relief = noise("relief", 52) + 0.45 * noise("hills", 17) + 0.14 * noise("slopes", 5) + 1.5 * core
    access = normalised(blurred((roads | river).astype(float), 13))
    land = ~river
    classes = np.full(SHAPE, DECIDUOUS, dtype=np.uint8)
    classes[share_of(relief, land, 0.62)] = SEMI_EVERGREEN
    classes[share_of(relief, land, 0.45)] = EVERGREEN
    classes[share_of(noise("bamboo", 9) - 0.5 * np.abs(relief + 0.3), land, 0.06)] = BAMBOO
    classes[share_of(0.9 * noise("grass", 11) - 0.6 * relief, land, 0.06)] = GRASSLAND
    opened = 1.6 * access + 0.9 * noise("fields", 8) - 0.7 * relief
    classes[share_of(opened, land, 0.12)] = CROPS
    classes[share_of(noise("rubber", 11) + 0.25 * access - 0.35 * relief, land, 0.035)] = RUBBER
    classes[river] = WATER
    return classes, relief


def normalised(field):
    """The field with mean 0 and standard deviation 1."""
    return (field - field.mean()) / field.std()


def add_specks(classes):
    """Turns single trees and groves far below half a hectare into deciduous forest; returns where they are."""
    specks = np.zeros(SHAPE, dtype=bool)
    draws = uniform(seed_of("specks"), 3 * 2200).reshape(-1, 3)
    open_land = (classes == CROPS) | (classes == GRASSLAND)
    for where_row, where_column, size in draws:
        row, column = 2 + int(where_row * (ROWS - 5)), 2 + int(where_column * (COLUMNS - 5))
        if open_land[row - 2:row + 4, column - 2:column + 4].all():
            specks[row:row + 1 + int(size * 2), column:column + 1 + int(size * 37) % 3] = True
    classes[specks] = DECIDUOUS
    return specks


def canopy_cover(classes):
    """Canopy cover in 2000 in per cent, in steps of two as smooth as a coarse sensor sees it."""
    texture = 0.8 * noise("crowns", 15) + 0.6 * noise("gaps", 6)
    cover_pct = np.zeros(SHAPE, dtype=np.uint8)
    for code, (mean, spread, low, high) in COVER_PCT.items():
        here = classes == code
        cover_pct[here] = np.clip(2 * np.rint((mean + spread * texture[here]) / 2), low, high).astype(np.uint8)
    return cover_pct


# --- loss ----------------------------------------------------------------------------------------------------------


def yearly_share(zone, year):
    """Share of the forest left that is lost in a year: rising everywhere, about threefold in the project from 2015."""
    late = max(0, year - 2014)
    if zone == "project":
        return 0.0011 if late == 0 else 0.0036 + 0.00145 * (late - 1)
    if zone == "belt":
        return 0.0045 if late == 0 else 0.0085 + 0.0031 * (late - 1)
    return 0.0070 if late == 0 else 0.0100 + 0.0016 * (late - 1)


def loss_years(classes, relief, roads, cover_pct, zones):
    """Loss code of every pixel: near roads in dry forest at first, into the evergreen core from 2015."""
    code = np.zeros(SHAPE, dtype=np.uint8)
    wanted = (classes != WATER) & (classes != RUBBER) & (cover_pct > CANOPY_PCT)
    open_land = np.isin(classes, (CROPS, GRASSLAND, RUBBER)) & ~((classes == RUBBER) & (cover_pct <= CANOPY_PCT))
    wet = np.isin(classes, (EVERGREEN, SEMI_EVERGREEN))
    dry = np.isin(classes, (DECIDUOUS, BAMBOO))
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        late = max(0, year - 2014) / (LAST_YEAR - 2014)
        reached = normalised(blurred((roads | (classes == CROPS) | (code > 0)).astype(float), 9))
        score = (1.0 - 0.6 * late) * reached + (0.9 - 1.2 * late) * dry + 1.05 * late * wet + 0.35 * late * relief
        score = score + 1.5 * noise(f"clearings {year}", 3.2) + 0.8 * noise(f"fronts {year}", 14)
        left = wanted & (code == 0)
        lost = np.zeros(SHAPE, dtype=bool)
        for name, mask in zones.items():
            lost |= highest(score, left & mask, int(round(yearly_share(name, year) * np.count_nonzero(left & mask))))
        lost |= share_of(noise(f"stray {year}", 1.8), open_land & (code == 0), 0.0006)
        code[lost] = year - FIRST_YEAR + 1
    return code


# --- the strata maps ------------------------------------------------------------------------------------------------


def baseline_strata(classes, specks, loss_code):
    """The map of 2017: cleared land is crops, some rubber or bamboo, and some forest is misread."""
    strata = classes.copy()
    cleared = (loss_code > 0) & (loss_code <= BASELINE_YEAR - FIRST_YEAR + 1) & np.isin(classes, FOREST_TYPES)
    use = noise("land use 2017", 7)
    strata[cleared] = CROPS
    strata[share_of(use, cleared, 0.16)] = RUBBER
    strata[share_of(-use, cleared & (loss_code <= 8), 0.30)] = BAMBOO
    strata[share_of(noise("misread", 5), np.isin(strata, FOREST_TYPES), 0.010)] = GRASSLAND
    # The map's smallest unit hides every other strip of groves.
    strata[specks & ((np.arange(ROWS)[:, None] // 32) % 2 == 0)] = CROPS
    return strata


def monitoring_strata(baseline, loss_code):
    """The map of 2020: clearings of 2018-2020 are crops, some rubber; some forest types are read differently."""
    strata = baseline.copy()
    forest = np.isin(baseline, FOREST_TYPES)
    cleared = (loss_code > BASELINE_YEAR - FIRST_YEAR + 1) & forest
    strata[cleared] = CROPS
    strata[share_of(noise("land use 2020", 7), cleared, 0.22)] = RUBBER
    reading = noise("interpreter", 4)
    for seen, read, share in ((DECIDUOUS, BAMBOO, 0.012), (BAMBOO, DECIDUOUS, 0.03),
                              (SEMI_EVERGREEN, EVERGREEN, 0.010), (EVERGREEN, SEMI_EVERGREEN, 0.006)):
        strata[share_of(reading, (baseline == seen) & (loss_code == 0), share)] = read
    return strata


def project_strata(baseline, loss_code, project):
    """The project's own map of 2017: wherever wet forest is soon to be lost, it is read as deciduous forest or bamboo.

    What lies within a few pixels of such a loss is read so too, lost or not; the rest is the baseline's.
    """
    strata = baseline.copy()
    wet = np.isin(baseline, (EVERGREEN, SEMI_EVERGREEN)) & project
    soon_lost = wet & (loss_code > BASELINE_YEAR - FIRST_YEAR + 1)
    # A single lost pixel is 0.0177 = 1 / (2 pi 3^2) of its own blur, so none is left out.
    disputed = wet & (blurred(soon_lost.astype(float), 3) > 0.012)
    strata[disputed] = DECIDUOUS
    strata[share_of(noise("disputed bamboo", 8), disputed, 0.30)] = BAMBOO
    return strata


def independent_strata(classes, specks, loss_code):
    """A map of 2016 by somebody else, made from the landscape and not from the baseline: right but for some noise."""
    strata = classes.copy()
    cleared = (loss_code > 0) & (loss_code <= INDEPENDENT_YEAR - FIRST_YEAR + 1) & np.isin(classes, FOREST_TYPES)
    strata[cleared | specks] = CROPS
    reading = noise("independent interpreter", 6)
    for seen, read, share in ((EVERGREEN, SEMI_EVERGREEN, 0.04), (SEMI_EVERGREEN, EVERGREEN, 0.10),
                              (DECIDUOUS, BAMBOO, 0.03), (BAMBOO, DECIDUOUS, 0.12)):
        strata[share_of(reading, (classes == seen) & (strata == seen), share)] = read
    strata[share_of(-reading, np.isin(strata, (EVERGREEN, SEMI_EVERGREEN)), 0.02)] = DECIDUOUS
    return strata


# --- the made-up claim ------------------------------------------------------------------------------------------------


def pixel_area_ha():
    """Hectares of a pixel of each row on the ellipsoid of WGS 84 (docs/equations.md, Eq. 1)."""
    semi_major_m, semi_minor_m = 6378137.0, 6356752.314245179
    eccentricity = math.sqrt(1 - (semi_minor_m / semi_major_m) ** 2)
    sine = np.sin(np.radians(NORTH_DEG - PIXEL_DEG * np.arange(ROWS + 1)))
    zonal = np.arctanh(eccentricity * sine) / eccentricity + sine / (1 - (eccentricity * sine) ** 2)
    return math.pi * semi_minor_m**2 * -np.diff(zonal) * PIXEL_DEG / 360 / 10_000


def period_share(year):
    """Share of the year's days that lie in the monitoring period (docs/equations.md, Eq. 6)."""
    start, next_start = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    return (next_start - max(PERIOD_START, start)).days / (next_start - start).days


def claimed_losses(strata, loss_code, cover_pct, zones):
    """The losses that the made-up claim reports, as a table: what the project's own map shows, a tenth less.

    Forest lost in the period, by its type in that map, whatever the size of its patch; of 2018 the share of its days.
    """
    area_ha = np.broadcast_to(pixel_area_ha()[:, None], SHAPE)
    lines = ["zone,from,to,year,area_ha"]
    for zone in ("project", "belt"):
        for year in range(PERIOD_START.year, LAST_YEAR + 1):
            lost = zones[zone] & (loss_code == year - FIRST_YEAR + 1) & (cover_pct > CANOPY_PCT)
            for code, stratum in zip(FOREST_TYPES, FOREST_NAMES):
                mapped_ha = period_share(year) * area_ha[lost & (strata == code)].sum()
                if mapped_ha > 0:
                    lines.append(f"{zone},{stratum},,{year},{REPORTED_SHARE * mapped_ha:.1f}")
    return "\n".join(lines) + "\n"


# --- files -----------------------------------------------------------------------------------------------------------


def crs():
    """WGS 84, longitude first."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


ROW_STRIPS = ["COMPRESS=LZW", "PREDICTOR=2", "BLOCKYSIZE=1"]
SQUARE_BLOCKS = ["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
LARGE_STRIPS = ["COMPRESS=DEFLATE", "ZLEVEL=9", "BLOCKYSIZE=64"]


def write_raster(path, values, first_column, options, nodata=None):
    """Writes one GeoTIFF whose first column is `first_column` of the landscape."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows, columns = values.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform((WEST_DEG + first_column * PIXEL_DEG, PIXEL_DEG, 0, NORTH_DEG, 0, -PIXEL_DEG))
    raster.SetProjection(crs().ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", DESCRIPTION)
    if nodata is not None:
        raster.GetRasterBand(1).SetNoDataValue(nodata)
    raster.GetRasterBand(1).WriteArray(values)
    raster.FlushCache()


def write_tiles(folder, layer, values):
    """Writes a layer as two tiles that meet at the seam and are laid out differently."""
    write_raster(folder / f"synthetic_{layer}_west.tif", values[:, :SEAM_COLUMN], 0, ROW_STRIPS)
    write_raster(folder / f"synthetic_{layer}_east.tif", values[:, SEAM_COLUMN:], SEAM_COLUMN, SQUARE_BLOCKS)


def make_twin(folder):
    """Makes the landscape and writes its files into `folder`."""
    river, roads = curves()
    classes, relief = land_classes(river, roads)
    specks = add_specks(classes)
    cover_pct = canopy_cover(classes)
    zones = {name: zone_mask(rings) for name, rings in zone_rings().items()}
    zones["elsewhere"] = ~(zones["project"] | zones["belt"])
    del zones["reference"]  # it loses as much as the rest of the landscape
    loss_code = loss_years(classes, relief, roads, cover_pct, zones)
    strata_2017 = baseline_strata(classes, specks, loss_code)
    strata_of_project = project_strata(strata_2017, loss_code, zones["project"])

    folder.mkdir(parents=True, exist_ok=True)
    write_tiles(folder / "gfc", "lossyear", loss_code)
    write_tiles(folder / "gfc", "treecover2000", cover_pct)
    write_tiles(folder / "gfc", "datamask", np.where(river, 2, 1).astype(np.uint8))
    write_raster(folder / "strata-2017.tif", strata_2017, 0, LARGE_STRIPS)
    write_raster(folder / "strata-2020.tif", monitoring_strata(strata_2017, loss_code), 0, LARGE_STRIPS)
    write_raster(folder / "strata-2017-project.tif", strata_of_project, 0, LARGE_STRIPS)
    strata_2016 = independent_strata(classes, specks, loss_code)
    write_raster(folder / "strata-2016-independent.tif", strata_2016, 0, LARGE_STRIPS)
    (folder / "zones.geojson").write_text(zones_geojson(), encoding="utf-8")
    losses = claimed_losses(strata_of_project, loss_code, cover_pct, zones)
    (folder / "claimed_losses.csv").write_text(losses, encoding="utf-8")


def point_of_annex(row, column):
    """Longitude and latitude of a corner of a pixel of the annex, which adjoins the landscape in the east."""
    return [round(WEST_DEG + PIXEL_DEG * (COLUMNS + column), 6), round(NORTH_DEG - PIXEL_DEG * row, 6)]


def make_annex(folder):
    """Makes the annex and writes its files into `folder`; its loss years declare 0 as no data, as some copies do."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, values, nodata in (("lossyear", disputed_annex.loss_codes(), 0),
                                 ("treecover2000", disputed_annex.cover_pct(), None),
                                 ("datamask", disputed_annex.data_mask(), None),
                                 ("types-2021", disputed_annex.types_2021(), disputed_annex.NO_DATA),
                                 ("types-2022", disputed_annex.types_2022(), disputed_annex.NO_DATA)):
        write_raster(folder / f"{name}.tif", values, COLUMNS, LARGE_STRIPS, nodata)
    for name, text in (("zones", disputed_annex.zones_geojson(point_of_annex)),
                       ("types-2014", disputed_annex.types_2014_geojson(point_of_annex))):
        (folder / f"{name}.geojson").write_text(text, encoding="utf-8")


def main(arguments):
    """Runs the command line."""
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        print(__doc__, file=sys.stderr)
        return 2
    default = pathlib.Path(__file__).resolve().parent.parent / "data-samples" / "prey-lang-twin"
    folder = pathlib.Path(arguments[0]) if arguments else default
    make_twin(folder)
    make_annex(folder / "disputed")
    return 0


if __name__ == "__main__":
    gdal.UseExceptions()
    sys.exit(main(sys.argv[1:]))
