#!/usr/bin/python3
"""The examples of docs/outputs.md in R run on the sample and print what the page shows; skipped without R.

Usage: outputs_in_r_test.py REDDLINE_BINARY
"""
import subprocess

from docs_blocks import blocks_of
from twin_case import TwinCase, main, need_r


class InR(TwinCase):
    def test_the_examples(self):
        self.out = self.results / "out"
        self.assertEqual(self.audit("--quiet").stderr, "")
        examples = [block for block in blocks_of("docs/outputs.md")[0] if block.language == "r"]
        self.assertTrue(examples)
        for block in examples:
            done = subprocess.run(["Rscript", "--vanilla", "-"], input=block.text, cwd=self.results, capture_output=True,
                                  text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(done.stdout, block.printed)


if __name__ == "__main__":
    need_r()
    main()
