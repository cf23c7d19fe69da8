#!/usr/bin/python3
"""scripts/benchmark: all answers agree on a tiny landscape, a wrong one stops it, and what is missing is said.

Usage: benchmark_test.py [REDDLINE_BINARY DECODE_FLOOR]

Nothing here asks how long anything took.
"""
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import numpy as np
from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "benchmark"
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
ONE_CASE = ("--layout", "lzw-strips", "--zones", "3", "--threads", "2", "--no-filter")
sys.dont_write_bytecode = True
sys.path[:0] = [str(SCRIPT.parent), str(ROOT / "tests" / "benchmarks")]
gdal.UseExceptions()

from loss_tables import differences  # noqa: E402  (the paths must stand first)
from make_workload import LAYERS, Landscape  # noqa: E402
from measured_runs import Program, as_markdown, ratios, rows_of  # noqa: E402
from touched_blocks import touched_blocks, write_blocks  # noqa: E402


def benchmark(work, *options, binary=None, path=None):
    """Runs the script on a tiny landscape."""
    return subprocess.run([SCRIPT, "--work", work, "--size", "900", "--runs", "1", "--binary", binary or BINARY,
                           "--floor", FLOOR, *options], capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **({"PATH": path} if path else {})})


def installed_peers():
    """The peers that this machine has; gdal-bin and python3-gdal are needed for the tests anyway."""
    return {"gdal": "GDAL programs", **({"grass": "GRASS r.stats"} if shutil.which("grass") else {}),
            **({"rasterio": "rasterio and numpy"} if importlib.util.find_spec("rasterio") else {})}


class Benchmark(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.work = pathlib.Path(self.folder.name) / "work"

    def test_every_program_gives_the_same_answer(self):
        peers = installed_peers()
        done = benchmark(self.work, "--layout", "zstd-512", "--zones", "3", "12-fill", "--json",
                         self.work.with_name("numbers.json"), "--markdown", "--peers", *peers)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("areas agree"), 2)
        self.assertIn("| Reddline with patch filter, 2 threads |", done.stdout)
        self.assertIn("| Reddline on a block index, 2 threads |", done.stdout)
        self.assertEqual(done.stdout.count("On a block index a run is "), 2)
        numbers = json.loads(self.work.with_name("numbers.json").read_text())
        for case in numbers["cases"]:
            self.assertGreater(case["areas"], 50)
            self.assertGreater(case["touched_blocks"], 0)
            for peer in peers.values():
                self.assertTrue(any(name.startswith(peer) for name in case["largest_difference"]), peer)
            self.assertLessEqual(max(case["largest_difference"].values()), 1.5e-7)
        self.assertEqual(sorted(path.name for path in self.work.iterdir()), ["zstd-512"])

    def test_a_landscape_that_is_there_is_used_again(self):
        self.assertEqual(benchmark(self.work, *ONE_CASE, "--peers").returncode, 0)
        kept = {path: path.stat().st_mtime_ns for path in (self.work / "lzw-strips").iterdir()}
        done = benchmark(self.work, *ONE_CASE, "--peers")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("no peer ran", done.stdout)
        self.assertEqual({path: path.stat().st_mtime_ns for path in (self.work / "lzw-strips").iterdir()}, kept)

    def test_a_wrong_answer_stops_before_any_time_is_shown(self):
        wrong = pathlib.Path(self.folder.name) / "reddline"
        wrong.write_text(f'#!/bin/sh\n"{BINARY}" "$@" &&\n[ "$1" = index ] ||\n'
                         'sed -i "2,\\$s/,evergreen forest,/,bamboo,/" "$4/crosstab.csv"\n')
        wrong.chmod(0o755)
        done = benchmark(self.work, *ONE_CASE, "--peers", "gdal", binary=wrong)
        self.assertEqual(done.returncode, 1)
        self.assertIn("GDAL programs, 1 process differs from Reddline in", done.stderr)
        self.assertRegex(done.stderr, r"zone 2, stratum 1, loss code 0: Reddline 0, the other \d{8,}")
        self.assertNotIn("decode", done.stdout)

    def test_a_peer_that_is_missing_is_skipped_with_the_reason(self):
        done = benchmark(self.work, *ONE_CASE, "--peers", "gdal", "grass", path="/nowhere")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("skipped: gdal: not on the PATH: gdal_rasterize, gdal_calc.py", done.stdout)
        self.assertIn("skipped: grass: grass is not on the PATH", done.stdout)

    def test_a_program_that_is_missing_is_named(self):
        done = benchmark(self.work, binary="/nowhere/reddline")
        self.assertEqual(done.returncode, 2)
        self.assertIn("expected a program at /nowhere/reddline", done.stderr)

    def test_a_folder_inside_the_repository_is_refused(self):
        done = benchmark(ROOT / "workloads")
        self.assertEqual(done.returncode, 2)
        self.assertIn("outside the repository", done.stderr)


class Parts(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.workload = pathlib.Path(self.folder.name) / "workload"
        subprocess.run([SCRIPT.parent / "make_workload.py", self.workload, "--size", "1000", "--layout", "deflate-400",
                        "--zones", "5", "--vertices", "60"], check=True, capture_output=True)
        self.rasters = [self.workload / f"{name}.tif" for name in LAYERS]
        self.list = pathlib.Path(self.folder.name) / "blocks.txt"

    def decoded(self, *arguments):
        """What decode_floor prints."""
        done = subprocess.run([FLOOR, *map(str, arguments)], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def expected(self, blocks):
        """The same by numpy, in blocks of 400 x 400 with zeros beyond the edge."""
        total = 0
        for values in Landscape(1000, seed=1).strip(0, 1000).values():
            padded = np.zeros((1200, 1200), np.uint8)
            padded[:1000, :1000] = values
            for row, column in blocks:
                block = np.ascontiguousarray(padded[400 * row:400 * row + 400, 400 * column:400 * column + 400])
                total += int(block.reshape(-1).view(np.uint64).sum(dtype=np.uint64))
        return {"blocks": 4 * len(blocks), "bytes": 4 * 160_000 * len(blocks), "sum": total % 2**64}

    def test_the_floor_decodes_every_block_once(self):
        everything = [(row, column) for row in range(3) for column in range(3)]
        for threads in (1, 2, 5):
            self.assertEqual(self.decoded(threads, *self.rasters), self.expected(everything))

    def test_the_floor_decodes_the_blocks_of_zones(self):
        touched = touched_blocks(self.rasters[0], self.workload / "zones-5.gpkg")
        write_blocks(self.list, touched, 4)
        # Zones 1 to 5 of a pattern of 3 x 3: the last cell of the second row, and the third row, are empty.
        self.assertEqual(touched.tolist(), [[True, True, True], [True, True, False], [False, False, False]])
        self.assertEqual(self.decoded(2, "--blocks", self.list, *self.rasters),
                         self.expected([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]))

    def test_the_floor_refuses_blocks_that_are_not_there(self):
        for text, reason in (("0 0 0\n0 3 0\n", "line 2 names a block"), ("0 0 zero\n", "three numbers in line 1")):
            self.list.write_text(text)
            done = subprocess.run([FLOOR, "1", "--blocks", self.list, self.rasters[0]], capture_output=True, text=True,
                                  check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(reason, done.stderr)

    def test_tables_differ_by_rows_that_are_missing_or_too_far_apart(self):
        ours = {(1, 1, 0): 10**10, (1, 1, 1): 500, (1, 2, 0): 7}
        theirs = {(1, 1, 0): 10**10 + 100, (1, 1, 1): 501, (2, 1, 0): 9}
        self.assertEqual(differences(ours, theirs), [((1, 1, 1), 500, 501), ((1, 2, 0), 7, 0), ((2, 1, 0), 0, 9)])

    def test_ratios_are_taken_round_by_round(self):
        floor = Program("floor", [], "", [1.0, 2.0, 4.0], [1, 1, 1], [10, 11, 12])
        reddline = Program("Reddline", [], "floor", [1.5, 2.5, 4.0], [1, 1, 1], [20, 20, 20])
        self.assertEqual(ratios(reddline, floor), [1.5, 1.25, 1.0])
        self.assertEqual(as_markdown(list(rows_of([floor, reddline], reddline))), (
            "|  | seconds | CPU s | peak MB | x floor | x Reddline |\n| --- | --- | --- | --- | --- | --- |\n"
            "| floor | 2.00 (1.00 to 4.00) | 1.00 | 12 |  | 0.80 (0.67 to 1.00) |\n"
            "| Reddline | 2.50 (1.50 to 4.00) | 1.00 | 20 | 1.25 (1.00 to 1.50) | 1 |"))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print("skipped: decode_floor is built with -DREDDLINE_BENCHMARKS=ON only")
        sys.exit(SKIPPED)
    BINARY, FLOOR = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
