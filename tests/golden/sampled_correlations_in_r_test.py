#!/usr/bin/python3
"""The correlations of areas that one sample estimated against the package survey of R; skipped without either.

Usage: sampled_correlations_in_r_test.py REDDLINE_BINARY
"""
import csv
import io
import pathlib
import subprocess
import sys

from twin_case import TwinCase, main, need_r

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "reference"))
from sampled_uncertainty_twin_test import FOREST, LOSSES, input_name, write_audit  # noqa: E402

# One total per zone and loss, and the correlations of all of them; a point in two zones counts for both.
SURVEY = """
suppressMessages(library(survey))
points <- read.csv("points.csv")
strata <- read.csv("strata.csv")
at <- match(points$map, strata$class)
points$pixels <- strata$pixels[at]
points$weight <- strata$area_ha[at] / as.vector(table(points$map)[points$map])
names <- c()
for (zone in c("project", "belt")) for (loss in c("to crops", "to rubber", "opened")) {
  name <- paste0("y", length(names))
  points[[name]] <- as.numeric(grepl(zone, points$zone, fixed = TRUE) & points$seen == loss)
  names <- c(names, name)
}
design <- svydesign(ids = ~1, strata = ~map, weights = ~weight, fpc = ~pixels, data = points)
rho <- cov2cor(vcov(svytotal(as.formula(paste("~", paste(names, collapse = "+"))), design)))
for (one in seq_along(names)) cat(sprintf("%.17g", rho[one, ]), sep = ",", fill = 10000)
"""


class InR(TwinCase):
    def test_areas_of_two_zones_that_overlap(self):
        write_audit(self.results)
        done = self.run_command("account", self.results / "audit.toml", "-o", self.out, "--quiet")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        survey = subprocess.run(["Rscript", "--vanilla", "-"], input=SURVEY, cwd=self.results, capture_output=True, text=True,
                                check=False)
        self.assertEqual(survey.returncode, 0, survey.stderr)
        theirs = [[float(field) for field in row if field.strip()] for row in csv.reader(io.StringIO(survey.stdout))]
        ours = {frozenset((row["input_a"], row["input_b"])): float(row["rho"])
                for row in self.rows("uncertainty_correlations.csv")}
        names = [input_name(zone, loss) for zone in FOREST for loss in LOSSES]
        self.assertEqual([len(row) for row in theirs], [len(names)] * len(names))
        for one, name in enumerate(names):
            for other in range(one):
                with self.subTest(one=name, other=names[other]):
                    self.assertAlmostEqual(ours.pop(frozenset((name, names[other]))), theirs[one][other], delta=1e-12)
        self.assertEqual(ours, {})


if __name__ == "__main__":
    need_r("survey")
    main()
