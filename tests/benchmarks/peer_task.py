"""What every peer of scripts/benchmark must work out, and what they share: the task, pixel areas, and how to answer.

The task: area by zone, stratum and loss year of the pixels with canopy cover above 30 % on land. A pixel belongs to the
zone that its centre lies in, and has the area of its row on the ellipsoid in whole square centimetres.
"""
import csv
import pathlib
import sys

import numpy as np
from osgeo import gdal

CANOPY_PCT = 30
LAND = 1
STRATA = 9   # codes 0 to 8
LOSS_CODES = 24  # 0 to 23
MAJOR_M, MINOR_M = 6378137.0, 6356752.314245179  # WGS 84


class Task:
    """Where the layers of a workload lie, its zones, and where the answer goes."""

    def __init__(self, arguments):
        if len(arguments) not in (4, 5):
            sys.exit(f"usage: {pathlib.Path(arguments[0]).name} FOLDER ZONES TABLE [PROCESSES]")
        folder = pathlib.Path(arguments[1])
        self.loss, self.cover, self.land, self.strata = (
            str(folder / f"{name}.tif") for name in ("lossyear", "treecover2000", "datamask", "strata"))
        self.zones = arguments[2]
        self.table = pathlib.Path(arguments[3])
        self.processes = int(arguments[4]) if len(arguments) == 5 else 1
        zones = gdal.OpenEx(self.zones)
        self.zone_count = zones.GetLayer(0).GetFeatureCount()
        raster = gdal.Open(self.loss)
        self.columns, self.rows = raster.RasterXSize, raster.RasterYSize
        self.west, self.step, _, self.north, _, _ = raster.GetGeoTransform()

    def row_area_cm2(self):
        """Area of one pixel of every row."""
        # Long doubles, so that hardly a row's area lies on the other side of a half than in an exact calculation.
        edges = np.radians(self.north - np.longdouble(self.step) * np.arange(self.rows + 1))
        north, south = edges[:-1], edges[1:]
        squared = 1 - (np.longdouble(MINOR_M) / MAJOR_M) ** 2
        eccentricity = np.sqrt(squared)
        # q(north) - q(south) of the authalic latitude as one small number: subtracting two large ones loses digits.
        sines = np.sin(north) * np.sin(south)
        step = 2 * np.cos((north + south) / 2) * np.sin((north - south) / 2)
        narrowing = (1 - squared * np.sin(north) ** 2) * (1 - squared * np.sin(south) ** 2)
        difference = (step * (1 + squared * sines) / narrowing
                      + np.arctanh(eccentricity * step / (1 - squared * sines)) / eccentricity)
        return np.rint(np.pi * MINOR_M**2 * difference * self.step / 360 * 1e4).astype(np.float64)

    @property
    def bins(self):
        """How many keys there are; the key of a pixel is (zone x strata + stratum) x loss codes + loss code."""
        return (self.zone_count + 1) * STRATA * LOSS_CODES

    def write(self, area_cm2):
        """Writes the areas of all keys. Sums of whole cm2 in doubles are exact below 2^53, which no zone reaches."""
        keys = np.flatnonzero(area_cm2)
        self.write_rows(zip(keys // (STRATA * LOSS_CODES), keys // LOSS_CODES % STRATA, keys % LOSS_CODES,
                            area_cm2[keys]))

    def write_rows(self, rows):
        """Writes rows of zone, stratum and loss code, and area in cm2."""
        with open(self.table, "w", encoding="utf-8", newline="") as text:
            writer = csv.writer(text)
            writer.writerow(["zone", "stratum", "loss_code", "area_cm2"])
            writer.writerows(rows)
