#!/usr/bin/python3
"""The example of docs/outputs.md in R runs on the sample and prints what the page shows; skipped without R.

Usage: outputs_in_r_test.py REDDLINE_BINARY
"""
import shutil
import subprocess
import sys

from outputs_examples import example
from twin_case import SKIPPED, TwinCase, main


class InR(TwinCase):
    def test_the_example(self):
        self.out = self.results / "out"
        self.assertEqual(self.audit("--quiet").stderr, "")
        code, expected = example("r")
        done = subprocess.run(["Rscript", "--vanilla", "-"], input=code, cwd=self.results, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, expected)


if __name__ == "__main__":
    if shutil.which("Rscript") is None:
        print("skipped: no R; apt install r-base-core")
        sys.exit(SKIPPED)
    main()
