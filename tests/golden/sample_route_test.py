#!/usr/bin/python3
"""The route `sample` in an audit: areas, standard errors and credits worked anew from the points, and what it refuses.

Usage: sample_route_test.py REDDLINE_BINARY
"""
import json
import math

from twin_case import TwinCase, main

CO2_PER_C = 44 / 12
EVERGREEN, DECIDUOUS = 163.8 * CO2_PER_C, 56.2 * CO2_PER_C  # tCO2e/ha, carbon.csv
SHARES = {2018: 295 / 365, 2019: 1.0, 2020: 1.0}  # of the years in the period
AREAS = {"cleared": 600.0, "forest": 9000.0, "open": 3000.0}  # ha of the map's classes
# Points by class of the map and of the reference: two classes of it are loss of evergreen forest.
COUNTS = {"cleared": {"evergreen to crops": 20, "evergreen to rubber": 12, "deciduous loss": 18, "stable": 10},
          "forest": {"evergreen to crops": 2, "evergreen to rubber": 0, "deciduous loss": 3, "stable": 145},
          "open": {"evergreen to crops": 0, "evergreen to rubber": 0, "deciduous loss": 1, "stable": 59}}
EVERGREEN_CLASSES = ("evergreen to crops", "evergreen to rubber")
CHANGES = "class,from,to\nevergreen to crops,evergreen forest,\nevergreen to rubber,evergreen forest,\ndeciduous loss,deciduous forest,\n"
SAMPLE = """
[sample]
areas      = "sampled_areas.csv"
matrix     = "matrix.csv"
design     = "stratified"
source     = "demonstration: made-up points"
zone       = "project"
first_year = 2018
last_year  = 2020
changes    = "changes.csv"

"""
POINTS = 'points = { file = "points.csv", map = "map", reference = "seen", zone = "zone" }'


def estimated(classes):
    """Area and standard error of classes together, by Eq. 7."""
    area = variance = 0.0
    for stratum, size in AREAS.items():
        points = sum(COUNTS[stratum].values())
        share = sum(COUNTS[stratum][name] for name in classes) / points
        area += size * share
        variance += size ** 2 * share * (1 - share) / (points - 1)
    return area, math.sqrt(variance)


class SampleCase(TwinCase):
    def setUp(self):
        super().setUp()
        self.write("sampled_areas.csv", "class,area_ha\n" + "".join(f"{name},{area}\n" for name, area in AREAS.items()))
        seen = list(COUNTS["forest"])
        self.write("matrix.csv", "map," + ",".join(seen) + "\n" + "".join(
            f"{name}," + ",".join(str(counts[s]) for s in seen) + "\n" for name, counts in COUNTS.items()))
        self.write("changes.csv", CHANGES)
        self.edit_audit("[readings]", SAMPLE + "[readings]")

    def write(self, name, text):
        (self.twin / name).write_text(text, encoding="utf-8")

    def write_points(self, zone_of):
        """The matrix as points, each with a zone by its number."""
        rows = [(name, seen) for name, counts in COUNTS.items() for seen, count in counts.items() for _ in range(count)]
        self.write("points.csv", "map,seen,zone\n" + "".join(f"{name},{seen},{zone_of(i)}\n" for i, (name, seen) in enumerate(rows)))
        self.edit_audit('matrix     = "matrix.csv"', POINTS)
        self.edit_audit('zone       = "project"\n', "")

    def run_audit(self, *arguments):
        done = self.audit(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def of_sample(self, name, zone="project"):
        """Rows of the route; without the matrix root, which the national table refuses on every route."""
        return [row for row in self.rows(name)
                if row["zone"] == zone and row["route"] == "sample" and row.get("annualise") != "matrix-root"]

    def near(self, text, value):
        self.assertAlmostEqual(float(text), value, delta=1e-9 * abs(value))


class Route(SampleCase):
    def test_activity_has_the_estimates_and_their_errors_by_forest_type(self):
        self.run_audit("--quiet")
        rows = {(row["stratum"], int(row["year"])): row for row in self.of_sample("activity.csv")}
        self.assertEqual(set(rows), {(s, y) for s in ("evergreen forest", "deciduous forest") for y in (2018, 2019, 2020)})
        for stratum, classes in (("evergreen forest", EVERGREEN_CLASSES), ("deciduous forest", ("deciduous loss",))):
            area, error = estimated(classes)
            for year in SHARES:
                self.near(rows[stratum, year]["area_ha"], area / 3)
                self.near(rows[stratum, year]["standard_error_ha"], error / 3)
                self.assertIn("demonstration sample", rows[stratum, year]["label"])

    def test_an_error_of_two_destinations_is_that_of_their_sum(self):
        self.write("changes.csv", CHANGES.replace("evergreen to rubber,evergreen forest,", "evergreen to rubber,evergreen forest,rubber plantation"))
        self.run_audit("--quiet")
        area, error = estimated(EVERGREEN_CLASSES)
        for row in self.of_sample("activity.csv"):
            if row["stratum"] == "evergreen forest":
                self.near(row["area_ha"], area / 3)
                self.near(row["standard_error_ha"], error / 3)

    def test_the_ledger_of_the_claim_has_the_estimated_column(self):
        self.run_audit("--quiet")
        rows = {(row["stratum"], int(row["year"])): row for row in self.rows("claim_ledger.csv") if row["zone"] == "project"}
        area, _ = estimated(("deciduous loss",))
        for year, share in SHARES.items():
            self.near(rows["deciduous forest", year]["estimated_ha"], share * area / 3)
            self.assertEqual(rows["bamboo", year]["estimated_ha"], "")  # no class of the sample is loss of it
        belt = [row for row in self.rows("claim_ledger.csv") if row["zone"] == "belt"]
        self.assertEqual({row["estimated_ha"] for row in belt}, {""})

    def test_readings_cross_the_route_and_the_default_stays(self):
        self.run_audit("--quiet")
        emitted = (estimated(EVERGREEN_CLASSES)[0] * EVERGREEN + estimated(("deciduous loss",))[0] * DECIDUOUS) / 3 * sum(SHARES.values())
        rows = self.of_sample("readings.csv")
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row["status"], "upper-bound", row["reason"])  # the sample says nothing of the belt
            self.assertIn("the route says nothing about 1 belt", row["reason"])
            self.near(row["project_emissions_tCO2e"], emitted)
        self.assertEqual(self.rows("readings.csv")[0]["route"], "loss")

    def test_it_can_be_the_default(self):
        self.edit_audit("[readings]", '[readings]\nroute = ["sample"]')
        self.assertIn("the sample estimates", " ".join(self.run_audit().split()))
        self.assertEqual({row["route"] for row in self.rows("readings.csv")}, {"sample"})
        self.assertEqual(sum(int(row["amount_kgCO2e"]) for row in self.rows("ledger.csv")), 0)
        self.assertIn("route sample", (self.out / "report.md").read_text(encoding="utf-8"))

    def test_points_name_the_zones(self):
        self.write_points(lambda i: ("project", "belt")[i % 2])
        self.run_audit("--quiet")
        in_project = float(self.of_sample("activity.csv")[0]["area_ha"])
        in_belt = float(self.of_sample("activity.csv", "belt")[0]["area_ha"])
        stratum = self.of_sample("activity.csv")[0]["stratum"]
        classes = EVERGREEN_CLASSES if stratum == "evergreen forest" else ("deciduous loss",)
        self.near(in_project + in_belt, estimated(classes)[0] / 3)
        self.assertEqual({row["status"] for row in self.of_sample("readings.csv")}, {"computed"})

    def test_tables_alone_take_it(self):
        self.audit_file = self.inputs / "prey-lang" / "audit.toml"
        zone = "1,000 ha of evergreen forest"
        for name in ("sampled_areas.csv", "matrix.csv", "changes.csv"):
            (self.audit_file.parent / name).write_bytes((self.twin / name).read_bytes())
        with open(self.audit_file, "a", encoding="utf-8") as text:
            text.write(SAMPLE.replace('"project"', f'"{zone}"'))
        self.run_audit("--quiet")
        self.assertEqual({row["route"] for row in self.rows("readings.csv")}, {"sample"})
        status = {row["zone"]: row["status"] for row in self.rows("readings.csv")}
        self.assertEqual(status.pop(zone), "upper-bound")
        self.assertEqual(set(status.values()), {"refused"})


class TogetherInOneSample(SampleCase):
    """Two losses that one sample estimated are drawn with the correlation that it gives (Eq. 8)."""

    def setUp(self):
        super().setUp()
        self.edit_audit("[readings]", '[readings]\nroute = ["sample"]')

    def test_losses_of_different_classes_go_together(self):
        self.run_audit("--quiet")
        rows = {(row["input_a"], row["input_b"]): row for row in self.rows("uncertainty_correlations.csv")}
        stated = rows.pop(("evergreen forest/total", "semi-evergreen forest/total"))
        self.assertEqual((stated["rho"], stated["origin"]), ("1", "correlation.csv:2"))
        (pair, row), = rows.items()
        self.assertEqual(set(pair), {"project: evergreen forest", "project: deciduous forest"})
        self.assertEqual((row["zone"], row["origin"]), ("project", "sample"))
        covariance = 0.0
        for stratum, size in AREAS.items():
            points = sum(COUNTS[stratum].values())
            one = sum(COUNTS[stratum][name] for name in EVERGREEN_CLASSES) / points
            covariance -= size ** 2 * one * COUNTS[stratum]["deciduous loss"] / points / (points - 1)
        self.near(row["rho"], covariance / estimated(EVERGREEN_CLASSES)[1] / estimated(("deciduous loss",))[1])

    def refused(self, *words):
        done = self.audit()
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (65, 1), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertFalse(self.out.exists())

    def test_a_correlation_of_ones_own_is_refused(self):
        with open(self.twin / "correlation.csv", "a", encoding="utf-8") as text:
            text.write("project: deciduous forest,project: evergreen forest,-0.1\n")
        self.refused("error: table_malformed: correlation.csv:3: ", "because the sample gives it", "leave the line out")

    def test_a_bootstrap_of_one_is_refused(self):
        self.write("inputs.csv", "input,distribution\nproject: evergreen forest,bootstrap\n")
        self.write("plots.csv", "input,value\nproject: evergreen forest,1\nproject: evergreen forest,2\n")
        self.edit_audit("[uncertainty]", '[uncertainty]\ninputs = "inputs.csv"\nplots = "plots.csv"')
        self.refused("error: table_malformed: inputs.csv:2: ", "found bootstrap; choose another")

    def test_another_distribution_keeps_the_correlation(self):
        self.write("inputs.csv", "input,distribution\nproject: evergreen forest,log-normal\n")
        self.edit_audit("[uncertainty]", '[uncertainty]\ninputs = "inputs.csv"')
        self.run_audit("--quiet")
        self.assertIn("sample", [row["origin"] for row in self.rows("uncertainty_correlations.csv")])
        families = {row["input"]: row["distribution"] for row in self.rows("uncertainty_inputs.csv")}
        self.assertEqual(families["project: evergreen forest"], "log-normal")


class Doubts(SampleCase):
    def codes(self):
        """(code, severity) -> evidence of what is found about the sample."""
        return {(row["code"], row["severity"]): row["evidence"] for row in self.rows("findings.csv") if row["subject"] == "sample"}

    def test_what_is_to_doubt_is_found(self):
        self.run_audit("--quiet")
        self.assertEqual(set(self.codes()), {("demonstration_sample", "warning")})
        self.edit_audit('"stratified"', '"systematic"')
        self.edit_audit("demonstration: made-up points", "a report")
        self.write_points(lambda i: "project")
        self.edit_audit('zone = "zone" }', """zone = "zone", where = "zone = 'project'" }""")
        self.run_audit("--quiet", "--overwrite")
        self.assertEqual(set(self.codes()), {("sample_systematic", "note"), ("sample_subset", "warning")})
        self.assertEqual(self.codes()["sample_subset", "warning"], "zone = 'project'")
        self.assertIn("Only points with zone = 'project' were taken", (self.out / "report.md").read_text(encoding="utf-8"))

    def test_an_interval_below_zero(self):
        self.write("changes.csv", "class,from,to\nbare,evergreen forest,\n")
        self.write("matrix.csv", "map,bare,stable\ncleared,0,60\nforest,1,149\nopen,0,60\n")
        self.run_audit("--quiet")
        area, error = 9000 / 150, 9000 * math.sqrt(1 / 150 * 149 / 150 / 149)
        self.assertEqual(self.codes()["sample_interval_below_zero", "note"],
                         f"evergreen forest in project, {area - 1.96 * error:,.1f} ha to {area + 1.96 * error:,.1f} ha")


class SampleAndMaps(SampleCase):
    """What is found where the sample does not fit the zone."""

    def test_strata_of_another_area_than_the_zone(self):
        self.write("sampled_areas.csv", "class,area_ha\ncleared,600\nforest,7000\nopen,3000\n")
        self.run_audit("--quiet")
        counted = sum(float(row["area_ha"]) for row in self.rows("pixels.csv")
                      if row["zone"] == "project" and row["outcome"] == "counted" and float(row["min_area_ha"]) == 0)
        whole = sum(float(row["area_ha"]) for row in self.rows("pixels.csv")
                    if row["zone"] == "project" and float(row["min_area_ha"]) == 0)
        found = [row for row in self.rows("findings.csv") if row["code"] == "sample_area_differs"]
        self.assertEqual([(row["severity"], row["subject"]) for row in found], [("warning", "project")])
        self.assertEqual(found[0]["evidence"], f"strata of the sample 10,600.0 ha, counted pixels of the zone {counted:,.1f} ha, "
                                               f"with water and gaps {whole:,.1f} ha")

    def test_more_loss_than_forest(self):
        # There is less bamboo in the zone than the sample says of all loss.
        self.write("changes.csv", CHANGES.replace("evergreen forest", "bamboo").replace("deciduous forest", "bamboo"))
        self.run_audit("--quiet")
        area, error = (amount / 3 * sum(SHARES.values()) for amount in estimated((*EVERGREEN_CLASSES, "deciduous loss")))
        statement, = json.loads((self.out / "audit.json").read_text(encoding="utf-8"))["statements"]
        held, = (row["forest_at_start_ha"] for row in statement["strata"] if row["stratum"] == "bamboo")
        found = [row["evidence"] for row in self.rows("findings.csv") if row["code"] == "sampled_beyond_forest"]
        self.assertEqual(found, [f"bamboo: estimated {area:,.1f} ha (standard error {error:,.1f} ha), forest at the start {held:,.1f} ha"])


class Refused(SampleCase):
    def test_years_that_do_not_hold_the_period(self):
        self.edit_audit("first_year = 2018", "first_year = 2019")
        self.run_audit("--quiet")
        rows = self.of_sample("readings.csv")
        self.assertEqual({(row["status"], row["reason"]) for row in rows},
                         {("refused", "the sample speaks of 2019 to 2020, not of the whole monitoring period")})
        self.assertEqual(self.of_sample("activity.csv"), [])

    def test_a_history_of_mapped_loss_is_not_set_against_it(self):
        self.replace_in_audit("national    =", "[monitoring]", "history = { start = 2005, end = 2014 }\n\n")
        self.run_audit("--quiet")
        rows = [row for row in self.of_sample("readings.csv") if row["reference"].startswith("history")]
        self.assertTrue(rows)
        for row in rows:
            self.assertIn("estimated loss is not set against mapped loss", row["reason"])

    def test_without_changes_there_is_no_such_route(self):
        self.edit_audit('changes    = "changes.csv"\n', "")
        self.run_audit("--quiet")
        self.assertEqual(self.of_sample("readings.csv"), [])
        self.edit_audit("[readings]", '[readings]\nroute = ["sample"]')
        done = self.audit("--overwrite")
        self.assertEqual(done.returncode, 2)
        self.assertIn("expected values that the inputs allow (loss, maps, reported)", done.stderr)

    def expect(self, code, exit_code, *words):
        done = self.audit()
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (exit_code, 1), done.stderr)
        self.assertTrue(done.stderr.startswith(f"error: {code}: "), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr.replace('"', "'"))

    def test_changes_that_do_not_fit(self):
        for old, new, words in (("evergreen to crops,", "evergreen to crop,", ("changes.csv:2", "the nearest is 'evergreen to crops'")),
                                ("evergreen to rubber,", "evergreen to crops,", ("changes.csv:3", "'evergreen to crops' again")),
                                ("deciduous forest,", "deciduous,", ("changes.csv:4", "the nearest is 'deciduous forest'")),
                                ("deciduous forest,", "water,", ("changes.csv:4", "a stratum that is forest"))):
            self.write("changes.csv", CHANGES.replace(old, new, 1))
            self.expect("table_malformed", 65, *words)
        self.write("changes.csv", "class,from\n")
        self.expect("table_malformed", 65, "at least one line")

    def test_zones_that_are_none(self):
        self.edit_audit('zone       = "project"', 'zone       = "projekt"')
        self.expect("audit_file", 2, "the nearest is 'project'")
        self.edit_audit('zone       = "projekt"', 'zone       = "project"')
        self.write_points(lambda i: "elsewhere")
        self.expect("zone_unknown", 65, "at some point")

    def test_years_and_zones_that_do_not_go_together(self):
        self.edit_audit("first_year = 2018\n", "")
        self.expect("audit_file", 2, "both of first_year and last_year")
        self.edit_audit("last_year  = 2020\nchanges", "first_year = 2021\nlast_year  = 2020\nchanges")
        self.expect("audit_file", 2, "a year not before first_year")
        self.edit_audit("first_year = 2021\n", "first_year = 2018\n")
        self.edit_audit('matrix     = "matrix.csv"', POINTS)
        self.expect("audit_file", 2, "points.zone")


if __name__ == "__main__":
    main()
