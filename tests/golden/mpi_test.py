#!/usr/bin/python3
"""Under an MPI launcher: however many ranks, whichever fails or is killed, the bytes are those of one process.

Skipped, with the reason, where mpirun is not installed or the program was built without MPI.

Usage: mpi_test.py REDDLINE_BINARY
"""
import os
import pathlib
import re
import signal
import subprocess
import sys

from landscape_case import AS_ROOT, UNIT, Landscape, digests
from slurm_cluster import program, wait_until
from twin_case import SKIPPED, TwinCase, main

# What a launcher tells, and nothing that the tests' own surroundings say.
PLAIN = {name: value for name, value in os.environ.items()
         if not name.startswith(("SLURM", "OMPI_", "PMI", "REDDLINE_MPI"))} | AS_ROOT


def module(binary):
    """Where the program's MPI module lies."""
    return pathlib.Path(binary).parent.parent / "lib" / "reddline" / "reddline_mpi.so"


class Mpirun(Landscape):
    """Runs of several ranks on this machine."""

    def command(self, ranks, *arguments, program=None):
        """The command line of a run of several ranks."""
        return ["mpirun", "--oversubscribe", "-n", str(ranks), str(program or self.binary), *map(str, arguments)]

    def mpirun(self, ranks, *arguments, environment=None):
        """Runs several ranks to their end."""
        return subprocess.run(self.command(ranks, *arguments), env=PLAIN | (environment or {}), capture_output=True,
                              text=True, check=False, timeout=120)

    def start(self, ranks, *arguments):
        """Starts several ranks, whose process numbers can be found."""
        process = subprocess.Popen(self.command(ranks, *arguments, program=self.wrapper), env=PLAIN, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.kill)
        return process

    def into_parts(self):
        """The arguments of a run whose ranks write parts."""
        return self.counting()[1:]

    def own_errors(self, done):
        """The lines that are ours among those of mpirun."""
        return [line for line in done.stderr.split("\n") if line.startswith("error: ")]

    def damage(self, name):
        """Cuts a tile off."""
        path = self.twin / name
        path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])

    def test_one_run_of_several_ranks_gives_the_bytes_of_one_process(self):
        for ranks in (2, 3, 5):
            with self.subTest(ranks):
                done = self.mpirun(ranks, "crosstab", self.audit_file, "-o", self.results / f"counted-{ranks}",
                                   "--unit", UNIT, "--threads", "1")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(digests(self.results / f"counted-{ranks}"), self.expected)
                self.assertEqual(done.stdout.count("Results: "), 1)
        alone = self.run_command("audit", self.audit_file, "-o", self.results / "audit", "--maps", "-q")
        self.assertEqual(alone.returncode, 0, alone.stderr)
        done = self.mpirun(3, "audit", self.audit_file, "-o", self.out, "--maps", "--threads", "2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(digests(self.out), digests(self.results / "audit"))

    def test_ranks_share_the_units_out_and_write_parts(self):
        done = self.mpirun(2, *self.into_parts())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_shards(done.stderr, 2, "Open MPI; MPI hands the units out")
        by_rank = re.findall(r"shard (\d)/2, unit (\d+): counted", done.stderr)
        self.assertEqual(sorted(int(unit) for _, unit in by_rank), list(range(self.units())))
        self.assertEqual({rank for rank, _ in by_rank}, {"0", "1"})
        self.assert_merged_as_alone()
        done = self.mpirun(3, *self.into_parts())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(re.findall(r", 0 counted now, 0 failed", done.stdout)), 3, done.stdout)

    def test_a_rank_that_is_held_up_leaves_its_units_to_the_other(self):
        process = self.start(2, *self.into_parts())
        self.hold(2, lambda: len(self.parts_there()) > 1, lambda: "")
        slow = self.running("1")
        self.signal(signal.SIGCONT, task="0")
        wait_until(lambda: len(self.parts_there()) >= self.units() - 1, "the other rank to count all but one unit")
        os.kill(slow[0], signal.SIGCONT)
        output, messages = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, messages)
        self.assertEqual(output.count("Parts: "), 2)
        self.assert_merged_as_alone()

    def test_a_rank_is_killed_and_the_same_command_goes_on(self):
        process = self.start(2, *self.into_parts())
        self.hold(2, lambda: len(self.parts_there()) > 1, lambda: "")
        before = self.parts_there()
        self.signal(signal.SIGKILL, task="1")
        self.signal(signal.SIGCONT)
        _, messages = process.communicate(timeout=120)
        self.assertNotEqual(process.returncode, 0, messages)
        self.assertEqual(self.running(), [])
        done = self.mpirun(2, *self.into_parts())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreaterEqual(sum(map(int, re.findall(r"(\d+) there already", done.stdout))), len(before))
        self.assert_merged_as_alone()

    def test_one_rank_is_told_to_stop_and_all_do(self):
        process = self.start(2, *self.into_parts())
        self.hold(2, lambda: len(self.parts_there()) > 1, lambda: "")
        self.signal(signal.SIGUSR1, task="1")
        wait_until(lambda: self.pending(self.running("1")[0], signal.SIGUSR1), "the signal to arrive")
        self.signal(signal.SIGCONT, task="1")
        wait_until(lambda: self.pending_none("1"), "the signal to be taken")
        self.signal(signal.SIGCONT)
        _, messages = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 75, messages)
        self.assertEqual(messages.count("error: stopped: "), 1, messages)  # before a unit, or while it still hashes
        self.assertLess(len(self.parts_there()), self.units())
        done = self.mpirun(2, *self.into_parts())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_merged_as_alone()

    def pending_none(self, task):
        """Whether a process has taken its signal, or is gone."""
        return not any(self.pending(process, signal.SIGUSR1) for process in self.running(task))

    def test_a_run_without_parts_that_is_told_to_stop_leaves_nothing(self):
        process = self.start(2, "audit", self.audit_file, "-o", self.out, "--threads", "1")
        wait_until(lambda: len(self.running()) == 2, "two ranks")
        self.signal(signal.SIGSTOP)
        self.signal(signal.SIGTERM)
        self.signal(signal.SIGCONT)
        _, messages = process.communicate(timeout=120)
        self.assertIn(process.returncode, (75, 143), messages)  # 143: before the program listened to signals
        self.assertFalse(self.out.exists())
        self.assertEqual([path.name for path in self.results.iterdir() if path.name.startswith(".")], [])

    def test_a_tile_that_cannot_be_read_ends_all_ranks(self):
        self.damage("gfc/synthetic_lossyear_south_east.tif")
        for arguments in (["audit", self.audit_file, "-o", self.results / "whole"], self.into_parts()):
            done = self.mpirun(3, *arguments)
            self.assertEqual(done.returncode, 65, done.stderr)
            errors = self.own_errors(done)
            self.assertGreaterEqual(len(errors), 1, done.stderr)
            for error in errors:
                self.assertIn("synthetic_lossyear_south_east.tif", error)
        self.assertFalse((self.results / "whole").exists())

    def test_ranks_go_on_where_a_unit_fails(self):
        self.damage("gfc/synthetic_lossyear_south_east.tif")
        done = self.mpirun(2, *self.into_parts(), "--keep-going")
        self.assertEqual(done.returncode, 3, done.stderr)
        failed = sum(map(int, re.findall(r"(\d+) failed\n", done.stdout)))
        self.assertGreater(failed, 0)
        self.assertEqual(len(self.parts_there()), self.units() - failed)

    def test_blocks_that_count_as_no_data_are_named_as_by_one_process(self):
        self.damage("gfc/synthetic_lossyear_south_east.tif")
        alone = self.run_command("crosstab", self.audit_file, "-o", self.results / "with-gaps", "--allow-missing-blocks")
        self.assertEqual(alone.returncode, 0, alone.stderr)
        done = self.mpirun(3, "crosstab", self.audit_file, "-o", self.out, "--allow-missing-blocks", "--unit", UNIT)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(digests(self.out), digests(self.results / "with-gaps"))


class MpiErrors(TwinCase):
    """What is refused; needs one process."""

    def run_as(self, *arguments, **environment):
        """Runs the command as a launcher with these variables would."""
        return self.run_command(*arguments, env=PLAIN | environment)

    def whole(self):
        """The arguments of a whole run."""
        return "audit", self.audit_file, "-o", self.out

    def shards(self):
        """The arguments of a run into parts."""
        return "crosstab", self.audit_file, "-o", self.out, "--shard", "auto"

    def test_the_program_itself_needs_no_mpi(self):
        needed = subprocess.run(["readelf", "-d", self.binary], capture_output=True, text=True, check=True).stdout
        self.assertIn("libgdal", needed)
        self.assertNotIn("libmpi", needed)

    def test_a_launcher_of_another_mpi_announces_more_ranks_than_there_are(self):
        for arguments in (self.whole(), self.shards()):
            done = self.run_as(*arguments, OMPI_COMM_WORLD_SIZE="2", OMPI_COMM_WORLD_RANK="0")
            self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
            self.assertIn("error: usage: MPI: expected rank 0 of 2 as the launcher announced (Open MPI), found rank 0 "
                          "of 1", done.stderr)
            self.assertIn("REDDLINE_MPI=none", done.stderr)
        self.assert_no_traces()

    def test_several_processes_without_mpi_do_not_all_do_the_whole_run(self):
        done = self.run_as(*self.whole(), SLURM_STEP_NUM_TASKS="2", SLURM_PROCID="1")
        self.assert_one_error(done, "usage", 2, "2 processes of one run (Slurm step)", "srun --mpi=pmix",
                              "crosstab --shard auto")
        done = self.run_as(*self.whole(), PMI_SIZE="4", PMI_RANK="1")
        self.assert_one_error(done, "usage", 2, "4 processes of one run (PMI)", "Open MPI, which does not speak PMI")
        self.assert_no_traces()

    def test_each_process_has_an_audit_of_its_own(self):
        done = self.run_as(*self.whole(), "-q", SLURM_STEP_NUM_TASKS="2", SLURM_PROCID="1", REDDLINE_MPI="none")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((self.out / "run.json").is_file())

    def test_without_mpi_parts_are_shared_out_by_number(self):
        for i in range(2):
            done = self.run_as(*self.shards(), OMPI_COMM_WORLD_SIZE="2", OMPI_COMM_WORLD_RANK=str(i),
                               REDDLINE_MPI="none")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"shard {i}/2: Open MPI; without MPI, since REDDLINE_MPI is none", done.stderr)

    def test_a_module_that_is_none(self):
        for path in ("/etc/passwd", "libm.so.6", str(self.twin)):
            done = self.run_as(*self.shards(), OMPI_COMM_WORLD_SIZE="2", OMPI_COMM_WORLD_RANK="0", REDDLINE_MPI=path)
            self.assert_one_error(done, "usage", 2, "REDDLINE_MPI: expected the path of an MPI module", path)
        self.assert_no_traces()

    def test_ranks_with_different_audits(self):
        other = self.twin / "other.toml"
        other.write_text(self.audit_file.read_text(encoding="utf-8").replace("min_area_ha  = 0.5", "min_area_ha  = 0.6"),
                         encoding="utf-8")
        self.assertNotEqual(other.read_bytes(), self.audit_file.read_bytes())
        done = subprocess.run(["mpirun", "--oversubscribe", "-n", "1", self.binary, *map(str, self.whole()), ":", "-n", "1",
                               self.binary, "audit", str(other), "-o", str(self.results / "other")],
                              env=PLAIN, capture_output=True, text=True, check=False, timeout=120)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("expected one audit for all ranks, found that rank 1 was given another one", done.stderr)
        self.assert_no_traces()

    def test_an_index_is_refused(self):
        done = subprocess.run(["mpirun", "--oversubscribe", "-n", "2", self.binary, *map(str, self.whole()), "--index", "x"],
                              env=PLAIN, capture_output=True, text=True, check=False, timeout=120)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("expected no --index under MPI", done.stderr)


if __name__ == "__main__":
    if program("mpirun") is None:
        print("skipped: not installed: mpirun")
        sys.exit(SKIPPED)
    if len(sys.argv) > 1 and not module(pathlib.Path(sys.argv[1]).resolve()).is_file():
        print("skipped: the program was built without MPI (libopenmpi-dev)")
        sys.exit(SKIPPED)
    main()
