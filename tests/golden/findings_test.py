#!/usr/bin/python3
"""What is doubted rather than refused: the run ends with results, the findings say where and how much.

Usage: findings_test.py REDDLINE_BINARY
"""
import numpy as np
from osgeo import gdal

from twin_case import PIXEL_DEG, TwinCase, main, square, unwrapped

LOSS_WEST = "gfc/synthetic_lossyear_west.tif"
MASK_WEST = "gfc/synthetic_datamask_west.tif"
WEST_X = 105.8
NORTH_Y = 13.3


class Findings(TwinCase):
    def test_a_zone_partly_outside_the_tiles_states_its_share(self):
        # 80 x 40 pixels; the western half lies west of the first column.
        self.write_zone(square(WEST_X - 40 * PIXEL_DEG, 13.25, 80 * PIXEL_DEG, 40 * PIXEL_DEG))
        evidence = self.findings()["zone_partly_outside", "warning", "project"]
        self.assertEqual(evidence, "1600 of 3200 pixels, 50.00 %")

    def test_loss_codes_beyond_the_last_year_state_their_share(self):
        # A project of columns 40..239 and rows 200..299 of the western tiles.
        self.write_zone(square(WEST_X + 40 * PIXEL_DEG, NORTH_Y - 200 * PIXEL_DEG, 200 * PIXEL_DEG, 100 * PIXEL_DEG))
        self.drop_claim()
        self.edit_audit("last_year     = 2020", "last_year     = 2019")
        self.edit_audit("end   = 2020-12-31", "end   = 2019-12-31")
        loss = gdal.Open(str(self.twin / LOSS_WEST)).ReadAsArray()[200:300, 40:240]
        land = gdal.Open(str(self.twin / MASK_WEST)).ReadAsArray()[200:300, 40:240]
        beyond = int(np.count_nonzero((loss == 20) & (land == 1)))
        self.assertGreater(beyond, 0)
        evidence = self.findings()["codes_beyond_last_year", "warning", "project"]
        self.assertEqual(evidence, f"{beyond} of 20000 pixels, {beyond / 200:.4f} %")

    def test_an_invalid_ring_is_repaired_and_said(self):
        # A bow tie: its two lobes are what an outline of the same points without the crossing would not be.
        west, north = WEST_X + 100 * PIXEL_DEG, NORTH_Y - 200 * PIXEL_DEG
        size = 100 * PIXEL_DEG
        self.write_zone([(west, north), (west + size, north - size), (west + size, north), (west, north - size)])
        evidence = self.findings()["geometry_repaired", "warning", "project"]
        self.assertIn("1 of 1 features", evidence)
        self.assertIn("Self-intersection", evidence)

    def test_pixels_without_data_are_counted(self):
        def with_gap(codes):
            codes = codes.copy()
            codes[250:255, 300:310] = 255
            return codes
        self.write_zone(square(WEST_X + 200 * PIXEL_DEG, NORTH_Y - 200 * PIXEL_DEG, 200 * PIXEL_DEG, 100 * PIXEL_DEG))
        self.rewrite(LOSS_WEST, with_gap, nodata=255)
        evidence = self.findings()["data_gap", "note", "project"]
        self.assertEqual(evidence, "no_data_loss: 50 pixels, 0.2500 %")

    def test_a_synthetic_input_with_demonstration_factors_says_so(self):
        findings = self.findings()
        self.assertIn(("labelled_input", "warning", "Prey Lang twin (synthetic landscape)"), findings)
        self.assertIn(("demonstration_factor", "warning", "carbon.csv"), findings)

    def test_a_baseline_map_of_the_future_is_doubted(self):
        self.edit_audit("year   = 2017", "year   = 2035")
        self.edit_audit("year   = 2020", "year   = 2036")
        self.assertEqual(self.findings()["map_beyond_loss_years", "warning", "strata-2017"],
                         "map of 2035, loss up to 2020")

    def test_national_transitions_within_the_monitoring_period_are_doubted(self):
        table = self.inputs / "cambodia" / "transitions.csv"
        table.write_text(table.read_text(encoding="utf-8").replace("2014,2016", "2016,2020"), encoding="utf-8")
        self.assertEqual(self.findings()["national_interval_in_monitoring", "warning", "transitions.csv"],
                         "interval 2016-2020, monitoring from 2018")

    def test_zones_that_overlap_state_their_shared_pixels_to_check_and_account_too(self):
        # Two projects of 100 x 100 pixels that share 30 columns, and a belt of 20 x 20 pixels in the first alone; the
        # region of reference holds them all, as it may.
        west, north = WEST_X + 100 * PIXEL_DEG, NORTH_Y - 100 * PIXEL_DEG
        zones = {"one": ("project", square(west, north, 100 * PIXEL_DEG, 100 * PIXEL_DEG)),
                 "two": ("project", square(west + 70 * PIXEL_DEG, north, 100 * PIXEL_DEG, 100 * PIXEL_DEG)),
                 "ring": ("displacement_belt\"\nproject = \"one",
                          square(west, north, 20 * PIXEL_DEG, 20 * PIXEL_DEG)),
                 "region": ("reference_region", square(west, north, 200 * PIXEL_DEG, 200 * PIXEL_DEG))}
        self.drop_claim()
        entries = ""
        for name, (role, ring) in zones.items():
            self.write_polygon(f"{name}.geojson", ring)
            entries += f'[[zones]]\nname = "{name}"\nrole = "{role}"\nsource = "{name}.geojson"\n\n'
        self.replace_in_audit("[[zones]]", "[carbon]", entries)
        expected = {"one and two": "3000 pixels, 30.00 % of the smaller zone",
                    "one and ring": "400 pixels, 100.00 % of the smaller zone"}
        counted = self.findings()
        overlaps = {subject: evidence for (code, _, subject), evidence in counted.items() if code == "zones_overlap"}
        self.assertEqual(overlaps, expected)
        again = self.run_command("account", self.audit_file, "--crosstab", self.out, "-o", self.results / "again")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual((self.results / "again" / "findings.csv").read_bytes(),
                         (self.out / "findings.csv").read_bytes())
        checked = self.run_command("check", self.audit_file)
        self.assertIn("zones_overlap (one and two)", checked.stdout)

    def test_a_demonstration_deduction_says_so_in_capitals_or_not(self):
        self.edit_audit("[monitoring]", '[deductions]\nbuffer = { fraction = 0.1, source = "Demonstration" }\n\n[monitoring]')
        self.assertEqual(self.findings()["demonstration_deduction", "warning", "deductions"], "buffer")
        self.assertIn("demonstration factors; demonstration deduction", (self.out / "report.md").read_text("utf-8"))

    def test_findings_do_not_name_the_folder_of_the_inputs(self):
        self.rewrite(LOSS_WEST, nodata=0)
        findings = self.findings()
        self.assertIn(("zero_declared_no_data", "note", "lossyear"), findings)
        for table in ("findings.csv", "layer_findings.csv", "report.md", "audit.json", "run.json"):
            self.assertNotIn(self.folder.name, (self.out / table).read_text(encoding="utf-8"), table)


class FailOn(TwinCase):
    def test_a_finding_that_reaches_the_level_ends_with_4_and_results(self):
        # Without its claim the twin has notes and warnings, and no contradiction.
        self.drop_claim()
        for level, exit_code in (("none", 0), ("note", 4), ("warning", 4), ("contradiction", 0)):
            out = self.results / level
            done = self.audit("--fail-on", level, out=out)
            self.assertEqual((done.returncode, done.stderr), (exit_code, ""), level)
            self.assertTrue((out / "report.md").is_file())
            self.assertIn("credits follow", unwrapped(done.stdout))

    def test_a_claim_beyond_every_reading_reaches_the_highest_level(self):
        text = self.audit_file.read_text(encoding="utf-8")  # where nothing restricts the readings, they are conclusive
        self.audit_file.write_text(text[:text.index("[readings]")], encoding="utf-8")
        done = self.audit("--fail-on", "contradiction")
        self.assertEqual((done.returncode, done.stderr), (4, ""))
        self.assertTrue((self.out / "report.md").is_file())

    def test_the_level_changes_no_result(self):
        self.audit("--fail-on", "warning")
        self.audit(out=self.results / "plain")
        for name in ("findings.csv", "audit.json", "run.json"):
            self.assertEqual((self.out / name).read_bytes(), (self.results / "plain" / name).read_bytes(), name)


if __name__ == "__main__":
    main()
