#!/usr/bin/python3
"""`reddline estimate` against the package survey of R: the same areas, accuracies and standard errors; skipped without either.

Usage: estimate_in_r_test.py REDDLINE_BINARY
"""
import csv
import io
import random
import subprocess

from twin_case import TwinCase, main, need_r

CLASSES, ZONES = ("forest", "loss", "other"), ("north", "south")
PIXELS = {"forest": 4000, "loss": 500, "other": 900}
DRAWN = {"forest": 120, "loss": 60, "other": 45}
# Every estimate as measure, zone, class, value and standard error; a domain of the survey, not a column of zeros.
SURVEY = """
suppressMessages(library(survey))
points <- read.csv("points.csv")
areas <- read.csv("areas.csv")
at <- match(points$stratum, areas$class)
points$pixels <- areas$pixels[at]
points$weight <- areas$area_ha[at] / as.vector(table(points$stratum)[points$stratum])
points$one <- 1
points$agrees <- as.numeric(points$map == points$ref)
whole <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~pixels, data = points)
say <- function(measure, zone, class, estimate) {
  cat(measure, zone, class, sprintf("%.17g", coef(estimate)[1]), sprintf("%.17g", SE(estimate)[1]), sep = ",")
  cat("\\n")
}
for (place in c("", "north", "south")) {
  design <- if (place == "") whole else subset(whole, zone == place)
  say("overall", place, "", svyratio(~agrees, ~one, design))
  for (class in sort(unique(points$map))) {
    domain <- update(design, is_ref = as.numeric(ref == class), is_map = as.numeric(map == class),
                     both = as.numeric(map == class & ref == class))
    say("area", place, class, svytotal(~is_ref, domain))
    say("users", place, class, svyratio(~both, ~is_map, domain))
    say("producers", place, class, svyratio(~both, ~is_ref, domain))
  }
}
"""


class InR(TwinCase):
    def write_sample(self, stratum_is_map):
        """Points of a made-up map, the same in every run."""
        draw = random.Random(7)
        folder = self.results
        with open(folder / "areas.csv", "w", encoding="utf-8") as text:
            text.write("class,area_ha,pixels\n" + "".join(f"{name},{0.09 * count},{count}\n" for name, count in PIXELS.items()))
        with open(folder / "points.csv", "w", encoding="utf-8") as text:
            text.write("stratum,map,ref,zone\n")
            for stratum, count in DRAWN.items():
                for _ in range(count):
                    mapped = stratum if stratum_is_map or draw.random() < 0.8 else draw.choice(CLASSES)
                    seen = mapped if draw.random() < 0.75 else draw.choice(CLASSES)
                    text.write(f"{stratum},{mapped},{seen},{draw.choice(ZONES)}\n")
        key = "" if stratum_is_map else ', stratum = "stratum"'
        (folder / "estimate.toml").write_text(
            'schema = 1\ntitle = "made-up points"\n[sample]\nareas = "areas.csv"\ndesign = "stratified"\nsource = "made up"\n'
            f'points = {{ file = "points.csv", map = "map", reference = "ref", zone = "zone"{key} }}\n', encoding="utf-8")

    def estimates(self):
        """(measure, zone, class) -> (value, standard error) as the command writes them."""
        done = self.run_command("estimate", self.results / "estimate.toml", "-o", self.out, "--quiet")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        found = {("area", row["zone"], row["class"]): (row["estimated_area_ha"], row["standard_error_ha"])
                 for row in self.rows("estimates.csv")}
        return found | {(row["measure"], row["zone"], row["class"]): (row["accuracy"], row["standard_error"])
                        for row in self.rows("accuracy.csv")}

    def check_against_survey(self):
        done = subprocess.run(["Rscript", "--vanilla", "-"], input=SURVEY, cwd=self.results, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        ours = self.estimates()
        theirs = list(csv.reader(io.StringIO(done.stdout)))
        self.assertEqual({tuple(row[:3]) for row in theirs}, set(ours))
        for measure, zone, name, value, error in theirs:
            with self.subTest(measure=measure, zone=zone, name=name):
                mine, my_error = map(float, ours[measure, zone, name])
                self.assertLess(abs(mine / float(value) - 1), 1e-9)
                self.assertLess(abs(my_error / float(error) - 1), 1e-9)

    def test_strata_that_are_the_classes_of_the_map(self):
        self.write_sample(stratum_is_map=True)
        self.check_against_survey()

    def test_strata_that_are_not(self):
        self.write_sample(stratum_is_map=False)
        self.check_against_survey()


if __name__ == "__main__":
    need_r("survey")
    main()
