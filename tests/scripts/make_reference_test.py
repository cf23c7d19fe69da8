#!/usr/bin/python3
"""scripts/make_reference.py makes the committed answers from the points that the command draws, and as its page says.

Usage: make_reference_test.py REDDLINE_BINARY
"""
import collections
import csv
import math
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

from osgeo import gdal

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data-samples" / "prey-lang-sample"
SCRIPT = ROOT / "scripts" / "make_reference.py"
FOREST_TYPES = {1: "evergreen forest", 2: "semi-evergreen forest", 3: "deciduous forest", 4: "bamboo"}  # legend.csv
gdal.UseExceptions()


def rows_of(path):
    """The rows of a table."""
    with open(path, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


class MakeReference(unittest.TestCase):
    binary = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.drawn = pathlib.Path(cls.folder.name) / "drawn"
        subprocess.run([cls.binary, "sample", SAMPLE / "audit.toml", "-o", cls.drawn, "--quiet"], check=True)
        cls.points = {row["id"]: row for row in rows_of(cls.drawn / "points.csv")}
        cls.answers = rows_of(SAMPLE / "reference.csv")

    def made(self, points):
        """The bytes that the script makes of a table of points."""
        out = pathlib.Path(self.folder.name) / "made.csv"
        subprocess.run([SCRIPT, points, out], check=True)
        return out.read_bytes()

    def test_the_committed_tables_are_those_of_the_design_and_the_script(self):
        self.assertEqual((self.drawn / "sample_areas.csv").read_bytes(), (SAMPLE / "sample_areas.csv").read_bytes())
        self.assertEqual(self.made(self.drawn / "points.csv"), (SAMPLE / "reference.csv").read_bytes())

    def test_the_answer_at_a_point_depends_on_no_other_point(self):
        header, *lines = (self.drawn / "points.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        some = pathlib.Path(self.folder.name) / "some.csv"
        some.write_text("".join([header, *lines[::-3]]), encoding="utf-8")
        header, *committed = (SAMPLE / "reference.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        self.assertEqual(self.made(some).decode(), "".join([header, *committed[::-3]]))

    def test_a_loss_has_the_forest_type_that_the_map_shows_at_its_coordinates(self):
        strata = gdal.Open(str(SAMPLE.parent / "prey-lang-twin" / "strata-2017.tif"))
        west, pixel_deg, _, north, _, _ = strata.GetGeoTransform()
        codes = strata.ReadAsArray()
        for answer in self.answers:
            point = self.points[answer["id"]]
            column = math.floor((float(point["longitude_deg"]) - west) / pixel_deg)
            row = math.floor((north - float(point["latitude_deg"])) / pixel_deg)
            is_loss = answer["reference"] == "loss"
            expected = f"loss of {FOREST_TYPES[codes[row, column]]}" if is_loss else answer["reference"]
            self.assertEqual(answer["change"], expected, answer["id"])

    def test_answers_are_as_frequent_as_the_design_expects(self):
        shares = tomllib.loads((SAMPLE / "audit.toml").read_text(encoding="utf-8"))["sample_design"]["expected"]
        seen = collections.defaultdict(collections.Counter)
        for answer in self.answers:
            seen[answer["stratum"].split(",")[0]][answer["reference"]] += 1
        self.assertEqual(seen.keys(), shares.keys())
        for stratum, expected in shares.items():
            points = seen[stratum].total()
            for name, share in expected.items():
                # Three and a half standard deviations of a binomial count: exceeded in one of 2,000 draws.
                reach = 3.5 * math.sqrt(points * share * (1 - share))
                self.assertLessEqual(abs(seen[stratum][name] - points * share), reach, f"{stratum}: {name}")

    def test_everything_says_that_it_is_made_up(self):
        for name in ("audit.toml", "credits.toml"):
            audit = tomllib.loads((SAMPLE / name).read_text(encoding="utf-8"))
            self.assertIn("synthetic", audit["title"])
            self.assertIn("synthetic", audit["label"])
        self.assertTrue(audit["sample"]["source"].startswith("demonstration: made-up answers"))
        readme = (SAMPLE / "README.md").read_text(encoding="utf-8").lower()
        for words in ("synthetic", "made-up answers", f"its {len(self.answers)} points"):
            self.assertIn(words, readme)

    def test_other_arguments_are_answered_with_the_usage(self):
        done = subprocess.run([SCRIPT], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("Usage: scripts/make_reference.py POINTS_CSV OUT_CSV", done.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} REDDLINE_BINARY")
    MakeReference.binary = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
