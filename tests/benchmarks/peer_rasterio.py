#!/usr/bin/python3
"""The task of scripts/benchmark by rasterio and numpy: windows of zones and layers, counted by numpy.bincount.

Usage: peer_rasterio.py FOLDER ZONES TABLE [PROCESSES]

Zones are rasterized once per window of about 2,000 rows, because rasterio takes their points over one by one; pixels
are read and counted in slices of it that suit the processor's cache, and not at all where there is no zone.
"""
import json
import multiprocessing
import resource
import sys

import numpy as np
import rasterio
from osgeo import gdal
from rasterio.features import rasterize
from rasterio.windows import Window

from peer_task import CANOPY_PCT, LAND, LOSS_CODES, STRATA, Task

WINDOW_PX = 2000
SLICE_PX = 2_000_000


def read_zones(path):
    """Code, box in degrees and shape of every zone."""
    zones = []
    source = gdal.OpenEx(path)
    for feature in source.GetLayer(0):
        polygon = feature.GetGeometryRef()
        rings = [polygon.GetGeometryRef(place).GetPoints(2) for place in range(polygon.GetGeometryCount())]
        zones.append((feature["code"], polygon.GetEnvelope(), {"type": "Polygon", "coordinates": rings}))
    return zones


def windows(task):
    """Windows along the blocks of the files; where those are strips, a window is as wide as the file."""
    with rasterio.open(task.cover) as layer:
        block_rows, block_columns = layer.block_shapes[0]
    high = -(-WINDOW_PX // block_rows) * block_rows
    wide = -(-WINDOW_PX // block_columns) * block_columns
    return [Window(column, row, min(wide, task.columns - column), min(high, task.rows - row))
            for row in range(0, task.rows, high) for column in range(0, task.columns, wide)]


class Reader:
    """One process's files and zones."""

    def __init__(self, task):
        self.task = task
        self.layers = [rasterio.open(path) for path in (task.cover, task.land, task.strata, task.loss)]
        self.zones = read_zones(task.zones)
        self.row_area_cm2 = task.row_area_cm2()
        self.block_rows = self.layers[0].block_shapes[0][0]

    def zones_in(self, window):
        """The zone codes of a window's pixels, or None where it has none."""
        west, south, east, north = rasterio.windows.bounds(window, self.layers[0].transform)
        near = [(shape, code) for code, (left, right, bottom, top), shape in self.zones
                if left < east and right > west and bottom < north and top > south]
        if not near:
            return None
        return rasterize(near, out_shape=(window.height, window.width), dtype=np.uint16,
                         transform=rasterio.windows.transform(window, self.layers[0].transform))

    def areas_of(self, window):
        """Area of every key in a window."""
        sums = np.zeros(self.task.bins)
        zones = self.zones_in(window)
        if zones is None:
            return sums
        step = max(1, SLICE_PX // window.width // self.block_rows) * self.block_rows
        for first in range(0, window.height, step):
            zone = zones[first:first + step]
            if not zone.any():
                continue
            part = Window(window.col_off, window.row_off + first, window.width, len(zone))
            cover, land, stratum, loss = (layer.read(1, window=part) for layer in self.layers)
            counted = (zone > 0) & (cover > CANOPY_PCT) & (land == LAND)
            key = (zone[counted].astype(np.intp) * STRATA + stratum[counted]) * LOSS_CODES + loss[counted]
            area_cm2 = self.row_area_cm2[part.row_off:part.row_off + len(zone), None]
            sums += np.bincount(key, np.broadcast_to(area_cm2, zone.shape)[counted], len(sums))
        return sums


def start(task):
    """Opens the files of a worker process."""
    global reader  # an initializer has no other way to hand something to the tasks
    reader = Reader(task)


def areas_of(window):
    """What a worker process does, and the most memory it has held."""
    return reader.areas_of(window), multiprocessing.current_process().pid, peak_kib()


def peak_kib():
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(arguments):
    """Runs the command line."""
    task = Task(arguments)
    sums = np.zeros(task.bins)
    peaks = {}
    if task.processes == 1:
        single = Reader(task)
        for window in windows(task):
            sums += single.areas_of(window)
    else:
        with multiprocessing.Pool(task.processes, start, (task,)) as pool:
            for areas, process, peak in pool.imap_unordered(areas_of, windows(task)):
                sums += areas
                peaks[process] = peak
    task.write(sums)
    print(json.dumps({"peak_kib": peak_kib() + sum(peaks.values())}))


if __name__ == "__main__":
    main(sys.argv)
