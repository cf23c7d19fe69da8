#!/usr/bin/python3
"""Every command of README.md, docs and the samples' READMEs runs, page by page, and prints what the page shows.

Usage: docs_commands_test.py REDDLINE_BINARY

Each page has its own scratch copy of the project, with the program that is tested as `reddline`. `scripts/build` puts that program in
place and compiles nothing. A local server stands in for the public bucket of the loss product: it holds the sample's pixels, under the
names of the release and the tile. Blocks that cannot run are printed with the reason that the page gives; docs_blocks.py has the marks.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from osgeo import gdal

from docs_blocks import COMMANDS, ROOT, blocks_of, pages, prose_of
from twin_case import SAMPLES, TwinCase, main

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from range_server import RangeServer  # noqa: E402

RELEASES = ("GFC-2020-v1.8", "GFC-2025-v1.13")
LAYERS = ("lossyear", "treecover2000", "datamask")
SHELL = ["bash", "-e", "-u", "-o", "pipefail", "-c"]
# Pages whose sentences speak of what was printed.
GUIDED = ("docs/tutorial.md", "docs/for-researchers.md", "docs/for-validators.md", "docs/for-analysts.md")
NUMBER = re.compile(r"\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+")  # with a decimal point or a separator of thousands
RUN_WITH = {"sh": SHELL, "python": ["/usr/bin/python3", "-c"]}
BUILD = """#!/bin/sh
cd "$(dirname "$0")/.." && mkdir -p "$1/src/cli" && ln -sf "$(command -v reddline)" "$1/src/cli/reddline"
"""


def write_bucket(folder):
    """The sample's pixels as the files of releases of the loss product for tile 20N_100E."""
    for layer in LAYERS:
        sides = [str(SAMPLES / f"prey-lang-twin/gfc/synthetic_{layer}_{side}.tif") for side in ("west", "east")]
        mosaic = gdal.BuildVRT("", sides)
        for release in RELEASES:
            path = folder / release / f"Hansen_{release}_{layer}_20N_100E.tif"
            path.parent.mkdir(exist_ok=True)
            gdal.Translate(str(path), mosaic, creationOptions=["TILED=YES", "COMPRESS=DEFLATE"])


def pattern(printed):
    """What the page shows, as an expression: `...` is anything within a line, alone on a line any lines."""
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*?") + r"\n"
             for line in printed.splitlines()]
    return re.compile("".join(lines))


class Rules(unittest.TestCase):
    def page(self, text):
        """The blocks and offences of a page with this text."""
        with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            return blocks_of(file.name)

    def test_a_block_of_another_form_is_an_offence(self):
        for text in ("```\nls\n```\n", "```bash\nls\n```\n", "text\n\n    ls\n", "~~~sh\nls\n", "  ```sh\n  ls\n",
                     "<!-- not tried: no time -->\n```sh\nls\n```\n", "```sh\ncd out\nls\n```\n", "```sh\nls\n"):
            self.assertEqual(len(self.page(text)[1]), 1, text)
        self.assertEqual(self.page("- list\n  goes on\n\n```sh\n(cd out && ls)\n```\n")[1], [])

    def test_marks_and_what_is_printed_belong_to_their_block(self):
        blocks, offences = self.page("<!-- exit code: 4 -->\n<!-- run instead: true -->\n```sh\nfalse\n```\n\n```text\nno\n```\n"
                                     "\nwords\n\n```text\nelsewhere\n```\n")
        self.assertEqual(offences, [])
        self.assertEqual((blocks[0].marks, blocks[0].printed), ({"run instead": "true", "exit code": "4"}, "no\n"))

    def test_dots_stand_for_what_was_left_out(self):
        shown = pattern("first\n...\nin ... s\n")
        self.assertTrue(shown.fullmatch("first\nin 3 s\n"))
        self.assertTrue(shown.fullmatch("first\nsecond\nthird\nin 3 s\n"))
        self.assertFalse(shown.fullmatch("first\nin 3 s\nmore\n"))
        self.assertFalse(shown.fullmatch("first\nin 3\n s\n"))


class DocsCommands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        bucket = tempfile.TemporaryDirectory()
        cls.addClassCleanup(bucket.cleanup)
        write_bucket(pathlib.Path(bucket.name))
        cls.server = RangeServer(bucket.name)
        cls.addClassCleanup(cls.server.close)

    def scratch(self):
        """A scratch copy of what commands need of the project, and the environment that they run in."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        place = pathlib.Path(folder.name)
        project = place / "reddline"
        for name in ("data-samples", "scripts"):
            shutil.copytree(ROOT / name, project / name)
        (project / "scripts/build").write_text(BUILD, encoding="utf-8")
        (place / "bin").mkdir()
        (place / "bin/reddline").symlink_to(TwinCase.binary)
        environment = {**os.environ, "HOME": str(place), "PATH": f"{place}/bin:{os.environ['PATH']}", "NO_COLOR": "1",
                       "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1", "GFC_STAND_IN": self.server.url}
        return project, environment

    def run_block(self, block, project, environment):
        """Runs a block as its marks say, compares the exit code and what is printed, and gives what is printed."""
        commands = block.marks.get("run instead", block.text)
        done = subprocess.run([*RUN_WITH[block.language], commands], cwd=project, env=environment, text=True, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        self.assertEqual(done.returncode, int(block.marks.get("exit code", 0)), f"{block.place}\n{commands}\n{done.stdout}")
        if block.printed is not None and not pattern(block.printed).fullmatch(done.stdout):
            self.assertEqual(done.stdout, block.printed, block.place)
        return done.stdout

    def test_every_block_is_written_by_the_rules(self):
        offences = [offence for page in pages() for offence in blocks_of(page)[1]]
        self.assertEqual(offences, [])

    def test_every_command_runs_and_prints_what_its_page_shows(self):
        for page in pages():
            blocks = [block for block in blocks_of(page)[0] if block.language in COMMANDS]
            if not blocks:
                continue
            with self.subTest(page=str(page)):
                project, environment = self.scratch()
                printed = ""
                for block in blocks:
                    if "not run" in block.marks:
                        print(f"not run: {block.place}: {block.marks['not run']}")
                    else:
                        printed += self.run_block(block, project, environment)
                if str(page) in GUIDED:
                    self.assertEqual(set(NUMBER.findall(prose_of(page))) - set(NUMBER.findall(printed)), set())


if __name__ == "__main__":
    main()
