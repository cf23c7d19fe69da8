#!/usr/bin/python3
"""On a cluster: however tasks are started, killed, told to stop or lose their node, merging gives the bytes of one run.

A private Slurm cluster of two virtual nodes is raised for it (slurm_cluster.py). Skipped, with the reason, where Slurm,
munge or Open MPI are not installed.

Usage: slurm_test.py REDDLINE_BINARY
"""
import atexit
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

import slurm_cluster
from landscape_case import AS_ROOT, UNIT, Landscape, digests
from slurm_cluster import wait_until
from twin_case import TwinCase, main

# How Slurm starts several tasks, and what they find.
PLUGINS = (("none", "Slurm step"), ("pmix", "PMIx under Slurm; MPI hands the units out"),
           ("pmi2", "PMI; without MPI, since the MPI module is for Open MPI, which does not speak PMI"))
NEEDS_MPI = unittest.skipIf(slurm_cluster.program("mpirun") is None, "not installed: mpirun")
SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "slurm"


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

    def hold_shards(self, tasks, shards):
        """Halts the tasks as soon as this many of the shards have counted something."""
        self.hold(tasks, lambda: len({int(name[5:11]) % shards for name in self.parts_there()}) >= tasks, self.logs)

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
        for plugin, origin in PLUGINS:
            if plugin not in plugins.stdout + plugins.stderr:
                print(f"skipped: srun --mpi={plugin} (this Slurm is without)")
                continue
            with self.subTest(plugin):
                shutil.rmtree(self.parts, ignore_errors=True)
                done = self.cluster.run("srun", "-N2", "-n2", "--mem=500M", f"--mpi={plugin}", *self.counting())
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assert_shards(done.stderr, 2, origin)
                self.assert_merged_as_alone()

    @NEEDS_MPI
    def test_one_run_of_two_ranks_on_two_nodes(self):
        done = self.cluster.run("srun", "-N2", "-n2", "--mem=500M", "--mpi=pmix", self.binary, "crosstab", self.audit_file,
                                "-o", self.counted, "--threads", "1", "--unit", UNIT)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("Results: "), 1)
        self.assertEqual(digests(self.counted), self.expected)

    @NEEDS_MPI
    def test_a_rank_that_is_killed_ends_the_job_and_the_same_goes_on(self):
        job = self.submit_step(self.wrapper, "pmix")
        self.hold(2, lambda: len(self.parts_there()) > 1, self.logs)
        before = self.parts_there()
        self.signal(signal.SIGKILL, task=1)
        self.signal(signal.SIGCONT)
        self.cluster.wait_for_states(job, {"-": "FAILED"})
        job = self.submit_step(self.binary, "pmix")
        self.assert_step_finished(job)
        self.assertTrue(set(before) <= set(self.parts_there()))
        self.assert_shards(self.step_log.read_text(encoding="utf-8"), 2, "PMIx under Slurm; MPI hands the units out")

    @NEEDS_MPI
    def test_mpirun_within_an_allocation_of_two_nodes(self):
        done = self.cluster.run("salloc", "-N2", "-n2", "mpirun", *self.counting(), environment=AS_ROOT)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_shards(done.stderr, 2, "Open MPI; MPI hands the units out")
        self.assert_merged_as_alone()

    def submit_step(self, program, mpi=""):
        """Submits the script for one job of two tasks on two nodes."""
        self.out.mkdir(exist_ok=True)
        self.step_log.unlink(missing_ok=True)
        done = self.cluster.run("sbatch", "--parsable", "-N2", "--mem-per-cpu=500M", "--output", self.step_log,
                                SCRIPTS / "crosstab-step.sbatch", environment={
                                    "AUDIT": str(self.audit_file), "OUT": str(self.out), "REDDLINE": str(program),
                                    "UNIT": UNIT, "MPI": mpi})
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
        self.hold_shards(2, shards=4)
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
        self.hold_shards(1, shards=1)
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
        self.hold_shards(2, shards=2)
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

    def test_a_node_that_goes_down(self):
        count, merge = self.submit("--tasks", "2")
        self.hold_shards(2, shards=2)
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


if __name__ == "__main__":
    lacking = slurm_cluster.missing_programs()
    if lacking:
        print("skipped, but for what needs no cluster: not installed: " + ", ".join(lacking))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the cluster is ended then too
    main()
