#!/usr/bin/python3
"""The examples of docs/outputs.md in Python and with GDAL run on the sample and print what the page shows.

Usage: outputs_page_test.py REDDLINE_BINARY
"""
import pathlib
import subprocess

from outputs_examples import example
from twin_case import TwinCase, main


class Examples(TwinCase):
    def setUp(self):
        super().setUp()
        self.root = pathlib.Path(self.folder.name)
        (self.root / "data-samples").symlink_to(self.inputs)
        self.assertEqual(self.audit("--quiet", out=self.root / "out").stderr, "")

    def printed(self, *command, text):
        done = subprocess.run(command, input=text, cwd=self.root, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_python(self):
        code, expected = example("python")
        self.assertEqual(self.printed("/usr/bin/python3", "-", text=code), expected)

    def test_gdal(self):
        code, expected = example("sh")
        self.assertEqual(self.printed("sh", "-e", text=code), expected)


if __name__ == "__main__":
    main()
