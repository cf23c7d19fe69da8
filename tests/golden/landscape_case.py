"""What the tests of many processes share: a large landscape, what one run gives of it, and processes that are caught at work."""
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess

import numpy as np
from osgeo import gdal

from slurm_cluster import wait_until
from twin_case import PIXEL_DEG, STRATA, TwinCase, square

LAYERS = ("lossyear", "treecover2000", "datamask")
TIMES = 4  # in each direction: 3200 x 2560 pixels
AS_ROOT = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}  # Open MPI refuses root otherwise
UNIT = "1B"  # as small as blocks allow: a row of them
# Runs the program, and leaves its process number where the test can find it.
WRAPPER = """#!/bin/sh
echo $$ > "{folder}/$1-${{SLURM_ARRAY_TASK_ID:-${{SLURM_PROCID:-${{OMPI_COMM_WORLD_RANK:-0}}}}}}-$$"
exec "{binary}" "$@"
"""


def digests(folder):
    """The SHA-256 of every result, but of the timing."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != "timing.json"}


class Landscape(TwinCase):
    """A large landscape of four tiles, what one run gives of it, and runs of it in pieces."""

    def setUp(self):
        super().setUp()
        for layer in LAYERS:
            sides = [gdal.Open(str(self.twin / f"gfc/synthetic_{layer}_{side}.tif")) for side in ("west", "east")]
            codes = np.tile(np.concatenate([side.ReadAsArray() for side in sides], axis=1), (TIMES, TIMES))
            west, width, _, north, _, height = sides[0].GetGeoTransform()
            del sides
            rows, columns = codes.shape[0] // 2, codes.shape[1] // 2
            for i, name in enumerate(("west", "east", "south_west", "south_east")):
                row, column = i // 2 * rows, i % 2 * columns
                self.store(f"gfc/synthetic_{layer}_{name}.tif", codes[row:row + rows, column:column + columns],
                           (west + column * width, width, 0, north + row * height, 0, height),
                           like=f"gfc/synthetic_{layer}_west.tif")
        for name in STRATA:
            raster = gdal.Open(str(self.twin / name))
            codes, transform = np.tile(raster.ReadAsArray(), (TIMES, TIMES)), raster.GetGeoTransform()
            del raster
            self.store(name, codes, transform, like=name)
        self.write_zone(square(105.8, 13.3, 800 * TIMES * PIXEL_DEG, 640 * TIMES * PIXEL_DEG))
        self.edit_audit("min_area_ha  = 0.5\nconnectivity = 8\n", "")  # the filter's margins make units larger
        self.drop_claim()
        self.parts = self.out / "parts"
        self.counted = self.out / "counted"
        alone = self.results / "alone"
        done = self.run_command("crosstab", self.audit_file, "-o", alone)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.expected = digests(alone)
        self.processes = self.results / "processes"
        self.processes.mkdir()
        self.wrapper = self.results / "reddline"
        self.wrapper.write_text(WRAPPER.format(folder=self.processes, binary=self.binary), encoding="utf-8")
        self.wrapper.chmod(0o755)

    def store(self, name, codes, transform, like):
        """Writes a raster in square blocks, so that there are many small units."""
        self.rewrite(like, lambda _: codes, to=name, transform=transform,
                     options=("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=DEFLATE", "ZLEVEL=1"))

    def counting(self):
        """The command line of one task."""
        return [self.binary, "crosstab", str(self.audit_file), "-o", str(self.parts), "--unit", UNIT, "--shard", "auto",
                "--threads", "1"]

    def units(self):
        """How many units there are."""
        done = self.run_command("plan", self.audit_file, "--unit", UNIT)
        self.assertEqual(done.returncode, 0, done.stderr)
        return int(re.search(r"^(\d+) units, ", done.stdout, re.MULTILINE).group(1))

    def parts_there(self):
        """The names of the parts."""
        return sorted(path.name for path in self.parts.glob("*.part")) if self.parts.exists() else []

    def assert_merged_as_alone(self):
        """Merging what is there gives what one run gives."""
        shutil.rmtree(self.counted, ignore_errors=True)
        done = self.run_command("merge", self.parts, "-o", self.counted)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(digests(self.counted), self.expected)

    def assert_shards(self, messages, count, origin):
        """Every one of the shards was counted once, by processes that found their number in this way."""
        self.assertEqual(sorted(re.findall(r"note: shard (\d+/\d+): (.*)", messages)),
                         [(f"{i}/{count}", origin) for i in range(count)], messages)

    def running(self, task="*"):
        """The processes that count, or that of one task of an array."""
        found = [int(path.name.rsplit("-", 1)[1]) for path in self.processes.glob(f"*-{task}-*")]
        return [process for process in found if self.is_ours(process)]

    def is_ours(self, process):
        """Whether a process runs and counts here; numbers are given again, so they alone say nothing."""
        try:
            return str(self.audit_file).encode() in pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False

    def signal(self, number, task="*"):
        """Sends a signal to the processes that count."""
        for process in self.running(task):
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def hold(self, tasks, is_begun, logs):
        """Halts the processes that count, as soon as there are so many of them and their work has begun."""
        wait_until(lambda: len(self.running()) == tasks and is_begun(),
                   lambda: f"{tasks} processes that count\n{logs()}", pause=0.002)
        self.signal(signal.SIGSTOP)
        # Where the test itself is killed, its end of the pipe closes, and nothing stays halted.
        guard = subprocess.Popen(["/bin/sh", "-c", 'cat; kill -CONT "$@"', "guard", *map(str, self.running())],
                                 stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        self.addCleanup(guard.communicate)
        self.assertEqual(len(self.running()), tasks, logs())
        self.assertLess(len(self.parts_there()), self.units(), "all was counted before the processes could be halted")

    def pending(self, process, number):
        """Whether a signal waits for a process that is halted."""
        status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        return int(re.search(r"^ShdPnd:\s*(\w+)", status, re.MULTILINE).group(1), 16) >> (number - 1) & 1
