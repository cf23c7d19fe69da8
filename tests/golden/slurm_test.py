#!/usr/bin/python3
"""On a cluster: however tasks are started, killed, told to stop or lose their node, merging gives the bytes of one run.

A private Slurm cluster of two virtual nodes is raised for it (slurm_cluster.py). Skipped, with the reason, where Slurm,
munge or Open MPI are not installed.

Usage: slurm_test.py REDDLINE_BINARY
"""
import atexit
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import numpy as np
from osgeo import gdal

import slurm_cluster
from slurm_cluster import wait_until
from twin_case import PIXEL_DEG, SKIPPED, STRATA, TwinCase, main, square

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "slurm"
LAYERS = ("lossyear", "treecover2000", "datamask")
TIMES = 4  # in each direction: 3200 x 2560 pixels
AS_ROOT = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}  # Open MPI refuses root otherwise
UNIT = "1B"  # as small as blocks allow: a row of them
# Runs the program, and leaves its process number where the test can find it.
WRAPPER = """#!/bin/sh
echo $$ > "{folder}/$1-${{SLURM_ARRAY_TASK_ID:-${{SLURM_PROCID:-0}}}}-$$"
exec "{binary}" "$@"
"""


def digests(folder):
    """The SHA-256 of every result, but of the timing."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())
            if path.name != "timing.json"}


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


@unittest.skipIf(slurm_cluster.missing_programs(), "not installed: " + ", ".join(slurm_cluster.missing_programs()))
class Slurm(Landscape):
    """Runs under a cluster that all tests of the class share."""

    @classmethod
    def setUpClass(cls):
        # A short path: those of sockets may have 108 characters.
        folder = pathlib.Path(tempfile.mkdtemp(prefix="slurm-", dir="/tmp"))
        # At the exit, because an interrupt passes the cleanups of a class over; the last one registered runs first.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        cls.cluster = slurm_cluster.Cluster(folder)
        atexit.register(cls.cluster.stop)
        cls.cluster.start()

    def setUp(self):
        super().setUp()
        self.step_log = self.results / "step.log"
        self.addCleanup(self.end_what_runs)

    def end_what_runs(self):
        """Leaves the cluster as it was."""
        self.cluster.run("scancel", "--me")
        self.signal(signal.SIGKILL)
        wait_until(lambda: not self.cluster.run("squeue", "--noheader").stdout.strip(), "the queue to empty")
        for node, state in zip(slurm_cluster.NODES, self.cluster.node_states()):
            if state != "idle":
                self.cluster.resume(node)

    def submit(self, *options, sbatch=()):
        """Submits the audit with the script for it; the jobs that count and that merge."""
        done = self.cluster.run(SCRIPTS / "submit-audit", "--unit", UNIT, "--mem", "500M", *options, self.audit_file,
                                self.out, *sbatch, environment={"REDDLINE": str(self.wrapper)})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"{self.units()} units, ", done.stdout)
        return re.search(r"counting is job (\d+) .* is job (\d+),", done.stdout).groups()

    def running(self, task="*"):
        """The processes that count, or that of one task of an array."""
        found = [int(path.name.rsplit("-", 1)[1]) for path in self.processes.glob(f"crosstab-{task}-*")]
        return [process for process in found if self.is_ours(process)]

    def is_ours(self, process):
        """Whether a process runs and counts here; numbers are given again, so they alone say nothing."""
        try:
            return str(self.parts).encode() in pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False

    def signal(self, number, task="*"):
        """Sends a signal to the processes that count."""
        for process in self.running(task):
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def hold(self, tasks, shards):
        """Halts the processes that count, as soon as this many of them have counted something."""
        def caught():
            begun = {int(name[5:11]) % shards for name in self.parts_there()}
            return len(self.running()) == tasks and len(begun) >= tasks
        wait_until(caught, lambda: f"{tasks} processes that count\n{self.logs()}", pause=0.002)
        self.signal(signal.SIGSTOP)
        # Where the test itself is killed, its end of the pipe closes, and nothing stays halted.
        guard = subprocess.Popen(["/bin/sh", "-c", 'cat; kill -CONT "$@"', "guard", *map(str, self.running())],
                                 stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        self.addCleanup(guard.communicate)
        self.assertEqual(len(self.running()), tasks, self.logs())
        self.assertLess(len(self.parts_there()), self.units(), "all was counted before the processes could be halted")

    def logs(self):
        """What the jobs and the daemons said."""
        return "\n".join(f"--- {path.name}\n{path.read_text(encoding='utf-8')}" for path in sorted(
            (self.out / "logs").glob("*"))) + self.cluster.logs()

    def job_logs(self, job):
        """What the tasks of a job said."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted((self.out / "logs").glob(f"*-{job}*.log")))

    def assert_finished(self, count, merge, tasks):
        """Both jobs ended well, and what they wrote is what one run writes."""
        self.cluster.wait_for_states(count, {str(i): "COMPLETED" for i in range(tasks)})
        self.cluster.wait_for_states(merge, {"-": "COMPLETED"})
        self.assertEqual(digests(self.counted), self.expected)
        self.assertTrue((self.out / "audit" / "report.md").is_file())
        self.assertEqual(self.run_command("status", self.parts).returncode, 0)

    def test_an_array_and_the_merge_that_waits_for_it(self):
        count, merge = self.submit()
        self.assert_finished(count, merge, 4)
        self.assert_shards(self.job_logs(count), 4, "Slurm array task")
        self.assertGreater(self.units(), 20)
        # Once more: nothing is counted twice.
        count, merge = self.submit("--tasks", "2")
        self.assert_finished(count, merge, 2)
        self.assertEqual(len(re.findall(r"there already, 0 counted now, 0 failed", self.job_logs(count))), 2)

    def test_a_step_of_two_tasks_on_two_nodes(self):
        plugins = self.cluster.run("srun", "--mpi=list")
        for plugin, origin in (("none", "Slurm step"), ("pmix", "PMIx under Slurm"), ("pmi2", "PMI")):
            if plugin not in plugins.stdout + plugins.stderr:
                print(f"skipped: srun --mpi={plugin} (this Slurm is without)")
                continue
            with self.subTest(plugin):
                shutil.rmtree(self.parts, ignore_errors=True)
                done = self.cluster.run("srun", "-N2", "-n2", "--mem=500M", f"--mpi={plugin}", *self.counting())
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assert_shards(done.stderr, 2, origin)
                self.assert_merged_as_alone()

    @unittest.skipIf(slurm_cluster.program("mpirun") is None, "not installed: mpirun")
    def test_mpirun_within_an_allocation_of_two_nodes(self):
        done = self.cluster.run("salloc", "-N2", "-n2", "mpirun", *self.counting(), environment=AS_ROOT)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_shards(done.stderr, 2, "Open MPI")
        self.assert_merged_as_alone()

    def submit_step(self, program):
        """Submits the script for one job of two tasks on two nodes."""
        self.out.mkdir()
        done = self.cluster.run("sbatch", "--parsable", "-N2", "--mem-per-cpu=500M", "--output", self.step_log,
                                SCRIPTS / "crosstab-step.sbatch", environment={
                                    "AUDIT": str(self.audit_file), "OUT": str(self.out), "REDDLINE": str(program),
                                    "UNIT": UNIT})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.strip()

    def assert_step_finished(self, job):
        """The job ended well, and what it wrote is what one run writes."""
        self.cluster.wait_for_states(job, {"-": "COMPLETED"})
        self.assertEqual(digests(self.counted), self.expected)
        self.assertTrue((self.out / "audit" / "report.md").is_file())

    def test_the_script_for_a_step(self):
        job = self.submit_step(self.binary)
        self.assert_step_finished(job)
        self.assert_shards(self.step_log.read_text(encoding="utf-8"), 2, "Slurm step")

    def test_killed_tasks_go_on_when_the_same_is_submitted_again(self):
        count, merge = self.submit()
        self.hold(2, shards=4)
        self.cluster.run("scancel", "--signal=KILL", f"{count}_0")
        self.signal(signal.SIGKILL, task=1)
        wait_until(lambda: not self.running(0) and not self.running(1), "the tasks to be gone")
        wait_until(lambda: self.cluster.states(merge) == {"-": "CANCELLED"},
                   lambda: f"the merge to be cancelled; it is {self.cluster.states(merge)}")
        states = self.cluster.states(count)
        self.assertIn(states["0"], ("FAILED", "CANCELLED"))
        self.assertEqual(states["1"], "FAILED")
        self.cluster.wait_for_states(count, states | {"2": "COMPLETED", "3": "COMPLETED"})
        self.assertEqual(self.run_command("status", self.parts).returncode, 3)
        before = {name: (self.parts / name).stat().st_mtime_ns for name in self.parts_there()}
        self.assertLess(len(before), self.units())
        count, merge = self.submit()
        self.assert_finished(count, merge, 4)
        self.assertEqual({name: (self.parts / name).stat().st_mtime_ns for name in before}, before)

    def test_a_task_that_reaches_its_time_limit_is_queued_again_and_goes_on(self):
        # With a limit of a minute, Slurm warns at its next look at the clock, 30 s at most after the start.
        count, merge = self.submit("--tasks", "1", "--time", "1")
        self.hold(1, shards=1)
        wait_until(lambda: "The time is nearly up" in self.job_logs(count), lambda: f"the warning\n{self.logs()}")
        there = len(self.parts_there())
        self.signal(signal.SIGCONT)
        wait_until(lambda: self.cluster.job(count).get("Restarts") == "1",
                   lambda: f"the task to be queued again; {self.cluster.job(count)}\n{self.logs()}")
        log = self.job_logs(count)
        self.assertIn("the run was stopped before unit", log)
        self.assertLessEqual(len(self.parts_there()), there + 1)
        self.assertEqual(self.cluster.states(merge), {"-": "PENDING"})
        self.assert_finished(count, merge, 1)
        self.assertRegex(self.job_logs(count)[len(log):], r"Shard 0 of 1: \d+ units, [1-9]\d* there already, [1-9]")

    def test_tasks_of_a_step_are_told_to_stop_and_the_job_is_queued_again(self):
        job = self.submit_step(self.wrapper)
        self.hold(2, shards=2)
        self.cluster.run("scancel", "--signal=USR1", job)  # as --signal=USR1@120 does: to the tasks, not the script
        wait_until(lambda: all(self.pending(process, signal.SIGUSR1) for process in self.running()),
                   "the signals to arrive")
        self.signal(signal.SIGCONT)
        wait_until(lambda: self.cluster.job(job).get("Restarts") == "1",
                   lambda: self.step_log.read_text(encoding="utf-8") + self.cluster.logs())
        self.assert_step_finished(job)
        log = self.step_log.read_text(encoding="utf-8")
        self.assertEqual(log.count("the run was stopped before unit"), 2, log)
        self.assertEqual(len(re.findall(r"Shard \d of 2: \d+ units, [1-9]\d* there already", log)), 2, log)

    def pending(self, process, number):
        """Whether a signal waits for a process that is halted."""
        status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        return int(re.search(r"^ShdPnd:\s*(\w+)", status, re.MULTILINE).group(1), 16) >> (number - 1) & 1

    def test_a_node_that_goes_down(self):
        count, merge = self.submit("--tasks", "2")
        self.hold(2, shards=2)
        lost = next(task for task in "01" if self.cluster.job(f"{count}_{task}")["NodeList"] == "n2")
        done = self.cluster.run("scontrol", "update", "nodename=n2", "state=down", "reason=test")
        self.assertEqual(done.returncode, 0, done.stderr)
        # Slurm queues the task again by itself, and ends what still runs there.
        wait_until(lambda: self.cluster.job(f"{count}_{lost}").get("Restarts") == "1",
                   lambda: f"the task to be queued again; {self.cluster.job(f'{count}_{lost}')}")
        self.signal(signal.SIGKILL, task=lost)  # a node without power stops at once
        self.signal(signal.SIGCONT)
        self.cluster.resume("n2")
        self.assert_finished(count, merge, 2)


class SubmitAudit(TwinCase):
    """What the script says where it submits nothing; needs no cluster."""

    def submit(self, *arguments):
        return subprocess.run([SCRIPTS / "submit-audit", *map(str, arguments)], capture_output=True, text=True,
                              check=False, env=os.environ | {"REDDLINE": self.binary}, timeout=60)

    def test_it_shows_the_units_and_submits_nothing(self):
        done = self.submit("--plan", self.audit_file, self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("Nothing was written.", done.stdout)
        self.assert_no_traces()

    def test_mistakes_are_told(self):
        for arguments, words in (
                ([], "expected AUDIT.toml and OUT"),
                ([self.audit_file], "expected AUDIT.toml and OUT"),
                ([self.twin / "none.toml", self.out], "expected an audit file, found none at"),
                (["--tasks", "0", self.audit_file, self.out],
                 "expected a whole number from 1 on after --tasks, found '0'"),
                (["--threads"], "expected a value after --threads"),
                (["--partition=x", self.audit_file, self.out], "options of sbatch come after AUDIT and OUT")):
            done = self.submit(*arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
            self.assertTrue(done.stderr.startswith("submit-audit: "), done.stderr)
            self.assertIn(words, done.stderr)
        self.assertIn("--tasks N", self.submit("--help").stdout)
        broken = self.twin / "broken.toml"
        broken.write_text("schema = 1\n", encoding="utf-8")
        self.assertEqual(self.submit(broken, self.out).returncode, 2)
        self.assert_no_traces()


@unittest.skipIf(slurm_cluster.program("mpirun") is None, "not installed: mpirun")
class Mpirun(Landscape):
    def test_two_ranks(self):
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("SLURM", "OMPI_", "PMI"))}
        done = subprocess.run(["mpirun", "--oversubscribe", "-n", "2", *self.counting()], env=environment | AS_ROOT,
                              capture_output=True, text=True, check=False, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_shards(done.stderr, 2, "Open MPI")
        self.assert_merged_as_alone()


if __name__ == "__main__":
    lacking = slurm_cluster.missing_programs()
    no_mpirun = slurm_cluster.program("mpirun") is None
    if lacking or no_mpirun:
        print("skipped: not installed: " + ", ".join([*lacking, *["mpirun"] * no_mpirun]))
    if lacking and no_mpirun:
        sys.exit(SKIPPED)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the cluster is ended then too
    main()
