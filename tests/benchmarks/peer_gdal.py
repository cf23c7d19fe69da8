#!/usr/bin/python3
"""The task of scripts/benchmark by GDAL's programs: gdal_rasterize, gdal_calc.py, and a count of the combined layer.

Usage: peer_gdal.py FOLDER ZONES TABLE [1]

GDAL before 3.13 has no program that counts by zone, so numpy counts the layer that gdal_calc.py has combined.
"""
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from osgeo import gdal

from peer_task import CANOPY_PCT, LAND, LOSS_CODES, STRATA, Task

SLICE_PX = 2_000_000
PACKED = ("-co", "TILED=YES", "-co", "COMPRESS=LZW")


def run(*command):
    """Runs a program that must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr.strip()}")


def combined(task, folder):
    """Makes the layer of keys; 0 where a pixel does not count."""
    zones, keys = folder / "zones.tif", folder / "keys.tif"
    south, east = task.north - task.step * task.rows, task.west + task.step * task.columns
    run("gdal_rasterize", "-q", "-a", "code", "-ot", "UInt16", "-te", repr(task.west), repr(south), repr(east),
        repr(task.north), "-ts", task.columns, task.rows, *PACKED, task.zones, zones)
    counted = f"(A>0)&(B>{CANOPY_PCT})&(C=={LAND})"
    run("gdal_calc.py", "--quiet", "-A", zones, "-B", task.cover, "-C", task.land, "-D", task.strata, "-E", task.loss,
        f"--calc=where({counted},(A.astype(uint32)*{STRATA}+D)*{LOSS_CODES}+E,0)", "--type=UInt32", f"--co={PACKED[1]}",
        f"--co={PACKED[3]}", f"--outfile={keys}")
    return keys


def main(arguments):
    """Runs the command line."""
    task = Task(arguments)
    row_area_cm2 = task.row_area_cm2()
    sums = np.zeros(task.bins)
    with tempfile.TemporaryDirectory(dir=task.table.parent) as folder:
        keys = gdal.Open(str(combined(task, pathlib.Path(folder))))
        block_rows = keys.GetRasterBand(1).GetBlockSize()[1]
        step = max(1, SLICE_PX // task.columns // block_rows) * block_rows
        for first in range(0, task.rows, step):
            key = keys.ReadAsArray(0, first, task.columns, min(step, task.rows - first))
            areas = np.broadcast_to(row_area_cm2[first:first + len(key), None], key.shape)
            sums += np.bincount(key.ravel(), areas.ravel(), len(sums))
    sums[0] = 0
    task.write(sums)


if __name__ == "__main__":
    gdal.UseExceptions()
    main(sys.argv)
