#!/usr/bin/python3
"""A stopped run ends soon, says so, and leaves either everything or nothing.

Usage: interrupt_test.py REDDLINE_BINARY
"""
import csv
import pathlib
import signal
import subprocess
import time

import numpy as np
from osgeo import gdal

from twin_case import PIXEL_DEG, STRATA, TwinCase, contents, listing, main, square

LOSS = ("gfc/synthetic_lossyear_west.tif", "gfc/synthetic_lossyear_east.tif")
COVER = ("gfc/synthetic_treecover2000_west.tif", "gfc/synthetic_treecover2000_east.tif")
MASK = ("gfc/synthetic_datamask_west.tif", "gfc/synthetic_datamask_east.tif")
TIMES = 6  # in each direction: 4800 x 3840 pixels
SLOWEST_STOP_S = 5.0  # a second is meant; a loaded machine may be slower


def take_default_signals():
    """Undoes what a background shell switches off; runs in the child."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def children_of(process):
    """The processes that a process has started and that still run."""
    return pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()


class Interrupt(TwinCase):
    def enlarge(self):
        """Sets the landscape many times side by side and draws one large project around it."""
        for names in (LOSS, COVER, MASK, *((name,) for name in STRATA)):
            rasters = [gdal.Open(str(self.twin / name)) for name in names]
            codes = np.concatenate([raster.ReadAsArray() for raster in rasters], axis=1)
            georeference = rasters[0].GetGeoTransform()
            del rasters
            self.rewrite(names[0], lambda _, codes=codes: np.tile(codes, (TIMES, TIMES)), transform=georeference,
                         options=["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"])
            for name in names[1:]:
                (self.twin / name).unlink()
        self.write_zone(square(105.8, 13.3, 800 * TIMES * PIXEL_DEG, 640 * TIMES * PIXEL_DEG))

    def start(self, *arguments):
        """Starts an audit in the background."""
        return subprocess.Popen([self.binary, "audit", self.audit_file, "-o", self.out, "--threads", "1", *arguments],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=take_default_signals, bufsize=0)

    def stop_while_reading(self, number, *arguments):
        """Starts a long audit and sends it the signal once pixels are being read."""
        with self.start("--progress", "always", *arguments) as process:
            self.assertEqual(process.stderr.read(8), b"\rreading")
            process.send_signal(number)
            begin = time.monotonic()
            output, messages = process.communicate(timeout=120)
            seconds = time.monotonic() - begin
        self.assertEqual((process.returncode, output), (75, b""), messages)
        self.assertRegex(messages.decode().split("\n")[-2], r"^error: stopped: [^:]+: .*nothing was written")
        self.assertLess(seconds, SLOWEST_STOP_S)

    def test_each_stop_signal_ends_a_long_run_with_nothing_left(self):
        self.enlarge()
        before = listing(self.inputs)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number.name):
                self.stop_while_reading(number)
                self.assert_no_traces()
        self.assertEqual(listing(self.inputs), before)
        done = self.audit(timeout=600)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((self.out / "report.md").is_file())

    def test_a_stopped_check_ends_as_one(self):
        self.enlarge()
        stopped = 0
        # The check takes well under a second; at some of these moments it counts a few windows.
        for step in range(1, 21):
            with subprocess.Popen([self.binary, "check", self.audit_file, "--threads", "1"], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, preexec_fn=take_default_signals) as process:
                time.sleep(step * 0.02)
                process.send_signal(signal.SIGTERM)
                _, messages = process.communicate(timeout=120)
            self.assertIn(process.returncode, (-signal.SIGTERM, 0, 75))
            if process.returncode == 75:
                stopped += 1
                self.assertRegex(messages.decode(), r"\Aerror: stopped: [^:]+: .*nothing was written\n\Z")
        self.assertGreater(stopped, 0, "no signal met a check that could be stopped")
        self.assert_no_traces()

    def test_a_stopped_overwrite_keeps_the_earlier_results(self):
        self.assertEqual(self.audit().returncode, 0)
        before = contents(self.out)
        self.enlarge()
        self.stop_while_reading(signal.SIGTERM, "--overwrite")
        self.assertEqual(contents(self.out), before)
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_at_every_moment_there_is_everything_or_nothing(self):
        self.assertEqual(self.audit(out=self.results / "whole").returncode, 0)
        files = {path.name for path in (self.results / "whole").iterdir()}
        outcomes = set()
        for step in range(40):
            with self.start() as process:
                time.sleep(step * 0.01)
                process.send_signal(signal.SIGTERM)
                process.communicate(timeout=120)
            # Before it watches for signals the process simply ends; after the last step it is too late to stop.
            self.assertIn(process.returncode, (-signal.SIGTERM, 0, 75))
            outcomes.add(process.returncode)
            names = {path.name for path in self.results.iterdir()}
            self.assertEqual(names, {"whole", "out"} if self.out.exists() else {"whole"})
            if self.out.exists():
                self.assertEqual({path.name for path in self.out.iterdir()}, files)
                for path in self.out.iterdir():
                    path.unlink()
                self.out.rmdir()
            else:
                self.assertNotEqual(process.returncode, 0)
        self.assertIn(75, outcomes, "no signal met a run that could be stopped")

    def wait_for(self, is_so, process):
        """Waits until something is so while the process runs."""
        deadline = time.monotonic() + 120
        while not is_so():
            self.assertIsNone(process.poll(), "it ended before")
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.002)

    def test_a_stopped_batch_stops_every_audit_and_goes_on_where_it_was(self):
        self.enlarge()
        second = self.twin / "second.toml"
        second.write_bytes(self.audit_file.read_bytes())
        batch = [self.binary, "audit", self.audit_file, self.twin / "audit-disputed.toml", second, "-o", self.out]
        finished = self.out / "audit-disputed"
        for number in (signal.SIGTERM, signal.SIGINT):
            with subprocess.Popen([*batch, "--jobs", "3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  preexec_fn=take_default_signals) as process:
                self.wait_for(lambda: len(list(self.out.glob(".*"))) == len(children_of(process)) == 2, process)
                process.send_signal(number)
                begin = time.monotonic()
                output, messages = process.communicate(timeout=120)
                self.assertLess(time.monotonic() - begin, SLOWEST_STOP_S)
            lines = messages.decode().splitlines()
            self.assertEqual((process.returncode, output), (75, b""), messages)
            self.assertEqual(sorted(line.split(": ")[1] for line in lines[:-1]), ["prey-lang-twin", "second"])
            self.assertRegex(lines[-1], "^error: stopped: signal: the batch was stopped with 1 of 3 audits done")
            self.assertEqual(set(self.out.iterdir()), {finished, self.out / "summary.csv"})
            with open(self.out / "summary.csv", encoding="utf-8", newline="") as file:
                codes = {row["audit"]: row["exit_code"] for row in csv.DictReader(file)}
            self.assertEqual(codes, {"audit-disputed": "0", "prey-lang-twin": "75", "second": "75"})
        before = finished.stat().st_ino
        done = self.run_command(*batch[1:], timeout=600)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(finished.stat().st_ino, before)
        self.assertEqual({path.name for path in self.out.iterdir()},
                         {"audit-disputed", "prey-lang-twin", "second", "summary.csv"})

    def test_a_signal_that_the_caller_switched_off_does_not_stop_the_run(self):
        def ignore_hangup():
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        self.enlarge()
        with subprocess.Popen([self.binary, "crosstab", self.audit_file, "-o", self.out, "--progress", "always"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=ignore_hangup,
                              bufsize=0) as process:
            self.assertEqual(process.stderr.read(8), b"\rreading")
            process.send_signal(signal.SIGHUP)
            process.communicate(timeout=600)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    main()
