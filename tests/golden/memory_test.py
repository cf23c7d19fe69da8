#!/usr/bin/python3
"""With --memory a run takes as many threads as fit, stays within it, and counts the same.

Usage: memory_test.py REDDLINE_BINARY
"""
import json
import pathlib
import re
import subprocess
import sys

from twin_case import PIXEL_DEG, TwinCase, contents, main

START_ONE = pathlib.Path(__file__).resolve().parents[1] / "benchmarks" / "start_one.py"
MIB = 1024  # KiB


class Memory(TwinCase):
    def write_overlapping_zones(self):
        """Puts 300 squares of 160 x 160 pixels over the landscape, each half over the next, in the place of the twin's zones."""
        def feature(number):
            west = 105.8 + number % 10 * 64 * PIXEL_DEG
            north = 13.3 - number // 10 * 16 * PIXEL_DEG
            east, south = west + 160 * PIXEL_DEG, north - 160 * PIXEL_DEG
            ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
            return {"type": "Feature", "properties": {"name": f"{number:03}"},
                    "geometry": {"type": "Polygon", "coordinates": [ring]}}

        (self.twin / "squares.geojson").write_text(json.dumps(
            {"type": "FeatureCollection", "features": [feature(number) for number in range(300)]}), encoding="utf-8")
        self.replace_in_audit("[[zones]]", "[carbon]", '[[zones]]\nname = "square"\nrole = "other"\n'
                              'source = "squares.geojson"\nsplit_by = "name"\n\n')
        self.drop_claim()

    def count(self, *arguments):
        """Counts on up to eight threads: how many were taken, the peak in MiB, and the results."""
        usage = self.results / "usage.json"
        command = [sys.executable, "-S", "-E", START_ONE, usage, self.binary, "crosstab", self.audit_file, "-o", self.out,
                   "--overwrite", "--threads", "8", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        threads = json.loads((self.out / "timing.json").read_text(encoding="utf-8"))["threads"]
        peak_mib = json.loads(usage.read_text(encoding="utf-8"))["peak_kib"] / MIB
        return threads, peak_mib, contents(self.out, without={"timing.json"})

    def least_mib(self):
        """What the command says that one thread needs."""
        done = self.run_command("crosstab", self.audit_file, "-o", self.results / "none", "--memory", "1MiB")
        self.assert_one_error(done, "usage", 2, "--memory", "found 1;")
        return int(re.search(r"at least (\d+) MiB for one thread", done.stderr).group(1))

    def expect_threads_within_memory(self):
        """What one thread needs is enough for it and not for eight; ample memory is."""
        threads, _, results = self.count()
        self.assertEqual(threads, 8)
        # The system counts a run's memory in steps that differ from run to run by less than these.
        least = self.least_mib() + 8
        threads, peak_mib, with_little = self.count("--memory", f"{least}MiB")
        self.assertEqual(threads, 1)
        self.assertLess(peak_mib, least)
        self.assertTrue(with_little == results)
        threads, peak_mib, with_more = self.count("--memory", f"{2 * least}MiB")
        self.assertGreater(threads, 1)
        self.assertLess(threads, 8)
        self.assertLess(peak_mib, 2 * least)
        self.assertTrue(with_more == results)
        threads, _, with_ample = self.count("--memory", "64GiB")
        self.assertEqual(threads, 8)
        self.assertTrue(with_ample == results)

    def test_few_zones(self):
        self.expect_threads_within_memory()

    def test_many_zones_that_overlap_need_more(self):
        least_of_few = self.least_mib()
        self.write_overlapping_zones()
        self.assertGreater(self.least_mib(), least_of_few)
        self.expect_threads_within_memory()

    def test_the_check_names_the_threads_that_fit(self):
        done = self.run_command("check", self.audit_file, "--threads", "8", "--memory", f"{self.least_mib() + 8}MiB")
        self.assertRegex(done.stdout, r"(?m)^Time to count: (?:about|under) [\d.]+ s on 1 thread, judging by a few windows$")


if __name__ == "__main__":
    main()
