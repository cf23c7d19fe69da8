#!/usr/bin/python3
"""What a build says of its commit where the source was unpacked from an archive, without git.

Usage: unpacked_source_test.py REDDLINE_BINARY
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from twin_case import SAMPLES, SKIPPED, main

SOURCE = SAMPLES.parent
GIT = ("git", "-c", "user.name=nobody", "-c", "user.email=nobody@localhost")


class UnpackedSource(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = pathlib.Path(self.folder.name)
        self.source = self.place / "source"
        self.source.mkdir()
        shutil.copy(SOURCE / "CMakeLists.txt", self.source)
        for name in ("kernels", "src", "scripts"):
            shutil.copytree(SOURCE / name, self.source / name)

    def configure(self, *options):
        """Runs cmake on the unpacked source."""
        command = ["cmake", "-S", self.source, "-B", self.place / "build", "-DREDDLINE_TESTS=OFF", *options]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    def commit(self, *options):
        """The commit that a build would tell."""
        done = self.configure(*options)
        self.assertEqual(done.returncode, 0, done.stderr)
        header = (self.place / "build/src/cli/generated/cli/version.hpp").read_text(encoding="utf-8")
        return re.search(r'commit = "(.*)"', header).group(1)

    def test_the_commit_of_another_repository_around_it_is_not_taken_for_its_own(self):
        for command in (("init", "--quiet"), ("commit", "--quiet", "--allow-empty", "--message=other")):
            subprocess.run([*GIT, *command], check=True, cwd=self.place)
        self.assertEqual(self.commit(), "unknown")

    def test_the_commit_can_be_given(self):
        self.assertEqual(self.commit("-DREDDLINE_COMMIT=v1.2-3_a"), "v1.2-3_a")

    def test_a_commit_that_would_not_fit_between_quotes_is_refused(self):
        done = self.configure('-DREDDLINE_COMMIT=a"b')
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("""REDDLINE_COMMIT: letters, digits, '.', '_' and '-' expected, 'a"b' found""",
                      " ".join(done.stderr.split()))


if __name__ == "__main__":
    missing = [tool for tool in ("cmake", "git") if not shutil.which(tool)]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed")
        sys.exit(SKIPPED)
    main()
