#!/usr/bin/python3
"""Weighted plots against the R package survey, a second opinion; skipped without it.

Usage: plots_in_r_test.py REDDLINE_BINARY
"""
import subprocess

from twin_case import TwinCase, main, need_r
from twin_count import FOREST

SCRIPT = """
suppressMessages(library(survey))
plots <- read.csv("plots.csv", check.names = FALSE)
for (name in unique(plots$stratum)) {
  wide <- reshape(plots[plots$stratum == name, c("plot", "pool", "carbon_tC_per_ha", "weight")], direction = "wide",
                  idvar = c("plot", "weight"), timevar = "pool")
  design <- svydesign(ids = ~1, weights = ~weight, data = wide)
  total <- svymean(~I(carbon_tC_per_ha.above_ground + carbon_tC_per_ha.below_ground), design)
  above <- svymean(~carbon_tC_per_ha.above_ground, design)
  cat(sprintf("%s,%.12g,%.12g,%.12g,%.12g\\n", name, coef(above), SE(above), coef(total), SE(total)))
}
"""


class InR(TwinCase):
    def test_weighted_means(self):
        lines = ["stratum,plot,pool,carbon_tC_per_ha,weight,source\n"]
        for number, stratum in enumerate(FOREST):
            for plot in range(9):
                weight = 1 + (plot * 7 + number) % 5 / 2
                for pool, value in (("above_ground", 100 + (plot * 37 + number * 11) % 60), ("below_ground", 20 + plot * 13 % 9)):
                    lines.append(f"{stratum},{plot},{pool},{value},{weight},x\n")
        (self.twin / "plots.csv").write_text("".join(lines), encoding="utf-8")
        self.edit_audit('factors = "carbon.csv"', 'factors = "plots.csv"')
        self.take_inputs_as_independent()
        self.assertEqual(self.audit("--quiet").stderr, "")
        rows = {(row["stratum"], row["pool"]): row for row in self.rows("factors.csv")}
        done = subprocess.run(["Rscript", "--vanilla", "-"], input=SCRIPT, cwd=self.twin, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), len(FOREST))
        for line in done.stdout.splitlines():
            stratum, *numbers = line.split(",")
            found = [float(rows[stratum, pool][column]) for pool in ("above_ground", "all")
                     for column in ("carbon_tC_per_ha", "standard_error_tC_per_ha")]
            for one, other in zip(found, map(float, numbers)):
                self.assertLess(abs(one / other - 1), 1e-10)


if __name__ == "__main__":
    need_r("survey")
    main()
