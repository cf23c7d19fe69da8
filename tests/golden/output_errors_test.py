#!/usr/bin/python3
"""Output that cannot be written or must not be replaced: the old results stay, nothing half-written is left.

Usage: output_errors_test.py REDDLINE_BINARY
"""
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile

from twin_case import TwinCase, contents, listing, main

NOBODY = 65534
SMALLER_THAN_THE_CROSSTAB = 100_000  # bytes; crosstab.csv of the twin has more than three times as many


def limit_file_size():
    """Lets no file of the process grow beyond the limit; runs in the child."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALLER_THAN_THE_CROSSTAB, SMALLER_THAN_THE_CROSSTAB))


def become_nobody():
    """Gives up all rights; runs in the child."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


class ExistingOutput(TwinCase):
    def test_an_existing_directory_is_not_touched(self):
        self.assertEqual(self.audit().returncode, 0)
        before = listing(self.results)
        self.assert_one_error(self.audit(), "output_exists", 2, str(self.out), "--overwrite")
        self.assertEqual(listing(self.results), before)

    def test_an_existing_file_or_link_is_not_touched(self):
        for make in (lambda: self.out.write_text("mine", encoding="utf-8"), lambda: self.out.symlink_to("nowhere")):
            make()
            self.assert_one_error(self.audit(), "output_exists", 2, str(self.out))
            self.assertEqual([path.name for path in self.results.iterdir()], ["out"])
            self.out.unlink()

    def test_overwrite_replaces_earlier_results(self):
        self.assertEqual(self.audit().returncode, 0)
        (self.out / "report.md").write_text("old", encoding="utf-8")
        self.assertEqual(self.audit("--overwrite").returncode, 0)
        self.assertNotEqual((self.out / "report.md").read_text(encoding="utf-8"), "old")
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_overwrite_writes_where_nothing_was(self):
        self.assertEqual(self.audit("--overwrite").returncode, 0)
        self.assertTrue((self.out / "run.json").is_file())

    def test_overwrite_never_replaces_anything_but_results(self):
        before = listing(self.inputs)
        done = self.audit("--overwrite", out=self.twin)
        self.assert_one_error(done, "output_exists", 2, str(self.twin), "run.json")
        self.assert_one_error(self.audit("--overwrite", out=".", cwd=self.twin), "output_exists", 2, "run.json")
        self.assertEqual(listing(self.inputs), before)

    def test_an_overwrite_that_fails_keeps_the_earlier_results(self):
        self.assertEqual(self.audit().returncode, 0)
        before = contents(self.out)
        (self.twin / "strata-2020.tif").write_bytes(b"")
        self.assert_one_error(self.audit("--overwrite"), "unreadable_file", 65, "strata-2020.tif")
        self.assertEqual(contents(self.out), before)
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_folders_made_for_the_output_go_with_a_failed_run(self):
        (self.twin / "strata-2020.tif").write_bytes(b"")
        self.audit(out=self.results / "a" / "b" / "out")
        self.assert_no_traces()

    def test_folders_on_the_way_are_made(self):
        self.assertEqual(self.audit(out=self.results / "a" / "b" / "out/").returncode, 0)
        self.assertTrue((self.results / "a" / "b" / "out" / "report.md").is_file())


class FailedOutput(TwinCase):
    def test_a_file_on_the_way_to_the_output_is_named(self):
        (self.results / "file").write_text("", encoding="utf-8")
        self.assert_one_error(self.audit(out=self.results / "file" / "out"), "output_failed", 74, "file")
        self.assertEqual([path.name for path in self.results.iterdir()], ["file"])

    def test_a_folder_without_write_permission_is_named(self):
        options = {}
        if os.geteuid() == 0:
            os.chmod(self.folder.name, 0o755)
            if not self.others_may_reach_the_command():
                self.skipTest("another user cannot reach the command here")
            options["preexec_fn"] = become_nobody
        self.results.chmod(0o555)
        self.addCleanup(self.results.chmod, 0o755)
        self.assert_one_error(self.audit(**options), "output_failed", 74, str(self.out), "Permission denied")
        self.assert_no_traces()

    def others_may_reach_the_command(self):
        """Whether every folder above the command lets others pass."""
        return all(folder.stat().st_mode & 0o001 for folder in pathlib.Path(self.binary).parents)

    def test_a_table_that_meets_a_limit_is_named_and_nothing_stays(self):
        done = self.audit(preexec_fn=limit_file_size)
        self.assert_one_error(done, "output_failed", 74, f"{self.out}/crosstab.csv", "File too large")
        self.assert_no_traces()

    def test_an_overwrite_that_meets_a_limit_keeps_the_earlier_results(self):
        self.assertEqual(self.audit().returncode, 0)
        before = contents(self.out)
        done = self.audit("--overwrite", preexec_fn=limit_file_size)
        self.assert_one_error(done, "output_failed", 74, "crosstab.csv")
        self.assertEqual(contents(self.out), before)
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_a_full_disk_is_told_and_nothing_stays(self):
        disk = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, disk, ignore_errors=True)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk], check=False, capture_output=True).returncode == 0
        if not mounted:
            self.skipTest("no right to mount a small disk")
        try:
            done = self.audit(out=f"{disk}/out")
            self.assert_one_error(done, "output_failed", 74, f"{disk}/out/", "No space left on device", "free space")
            self.assertEqual(os.listdir(disk), [])
        finally:
            subprocess.run(["umount", disk], check=True)

    def test_an_answer_that_cannot_be_printed_is_told(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([self.binary, "check", self.audit_file], stdout=full, stderr=subprocess.PIPE, text=True,
                                  check=False)
        self.assertEqual(done.returncode, 74)
        self.assertRegex(done.stderr, r"\Aerror: output_failed: stdout: .*\n\Z")


if __name__ == "__main__":
    main()
