#!/usr/bin/python3
"""Without --threads a run takes the cores that it was given: by its affinity, or by the quota of a control group.

Usage: threads_test.py REDDLINE_BINARY
"""
import json
import os
import pathlib
import unittest

from twin_case import TwinCase, main

# Where the quota of cores of version 1 or 2 is set, and the text that grants half a core.
QUOTAS = ((pathlib.Path("/sys/fs/cgroup/cpu"), "cpu.cfs_quota_us", "50000"),
          (pathlib.Path("/sys/fs/cgroup"), "cpu.max", "50000 100000"))
CORES = sorted(os.sched_getaffinity(0))


class Threads(TwinCase):
    def threads(self, **options):
        """How many threads a run takes by itself."""
        done = self.run_command("crosstab", self.audit_file, "-o", self.out, "--overwrite", "--quiet", **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads((self.out / "timing.json").read_text(encoding="utf-8"))["threads"]

    @unittest.skipIf(len(CORES) < 2, "skipped: this machine grants one core only")
    def test_affinity(self):
        self.assertEqual(self.threads(preexec_fn=lambda: os.sched_setaffinity(0, CORES[:1])), 1)
        self.assertEqual(self.threads(preexec_fn=lambda: os.sched_setaffinity(0, CORES[:2])), 2)

    @unittest.skipIf(len(CORES) < 2, "skipped: this machine grants one core only")
    def test_quota_of_a_control_group(self):
        group = self.make_group()
        if group is None:
            self.skipTest("skipped: no control group with a quota of cores may be made here")
        self.assertEqual(self.threads(preexec_fn=lambda: (group / "cgroup.procs").write_text(str(os.getpid()))), 1)

    def make_group(self):
        """A control group that grants half a core; nothing where none may be made."""
        for place, file, quota in QUOTAS:
            group = place / f"reddline-test-{os.getpid()}"
            try:
                group.mkdir()
                self.addCleanup(group.rmdir)
                (group / file).write_text(quota)
                return group
            except OSError:
                continue
        return None


if __name__ == "__main__":
    main()
