#!/usr/bin/python3
"""The whole audit of the twin: its files, the same bytes every time, and what the commands promise of each other.

Usage: sample_run_test.py REDDLINE_BINARY
"""
import collections
import csv
import hashlib
import json
import os
import re
import shutil
import zipfile

from osgeo import gdal, osr

from twin_case import PIXEL_DEG, TwinCase, contents, listing, main, unwrapped

CROSSTAB_FILES = {"crosstab.csv", "pixels.csv", "zones.csv", "layer_findings.csv", "crosstab.json", "run.json", "datapackage.json",
                  "timing.json"}
RESULT_FILES = {"activity.csv", "emissions.csv", "factors.csv", "transitions.csv", "carbon_stock.csv", "canopy.csv", "readings.csv",
                "choices.csv", "ledger.csv", "claim_ledger.csv", "claim_split.csv", "loss_mix.csv", "stratum_shares.csv",
                "stratum_question.csv", "unit_reference.csv", "uncertainty.csv", "uncertainty_inputs.csv",
                "uncertainty_correlations.csv", "uncertainty_convergence.csv", "program_deductions.csv", "missing.csv", "findings.csv", "audit.json", "audit.xlsx", "report.md", "report.html"}
LABEL = "synthetic landscape"


class WholeAudit(TwinCase):
    def setUp(self):
        super().setUp()
        done = self.audit()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.answer = done.stdout

    def text(self, name):
        """The text of a result."""
        return (self.out / name).read_text(encoding="utf-8")

    def test_every_file_of_the_contract_is_there_and_no_other(self):
        self.assertEqual({path.name for path in self.out.iterdir()}, CROSSTAB_FILES | RESULT_FILES)
        for path in self.out.iterdir():
            self.assertGreater(path.stat().st_size, 0, path.name)

    def test_every_table_has_lines_of_equal_length_and_no_carriage_return(self):
        for path in self.out.glob("*.csv"):
            self.assertNotIn(b"\r", path.read_bytes(), path.name)
            with open(path, encoding="utf-8", newline="") as text:
                self.assertEqual(len({len(row) for row in csv.reader(text)}), 1, path.name)

    def test_every_result_carries_the_label(self):
        for name in RESULT_FILES | {"run.json"}:
            if name == "findings.csv":
                self.assertIn("labelled_input,warning,", self.text(name))
            elif name == "missing.csv":  # of documents, not of the landscape
                self.assertEqual(list(self.rows(name)[0]), ["input", "document", "decides"])
            elif name.endswith(".csv"):
                self.assertTrue(all(row["label"].startswith(LABEL) for row in self.rows(name)), name)
            elif name == "audit.xlsx":
                with zipfile.ZipFile(self.out / name) as parts:
                    self.assertIn(LABEL, parts.read("xl/sharedStrings.xml").decode("utf-8"))
            else:
                self.assertIn(LABEL, self.text(name), name)
        self.assertIn(LABEL, self.answer)

    def test_demonstration_factors_show_wherever_they_entered(self):
        for name in ("emissions.csv", "carbon_stock.csv", "readings.csv", "choices.csv", "ledger.csv", "claim_ledger.csv",
                     "claim_split.csv", "stratum_question.csv", "unit_reference.csv"):
            self.assertTrue(all("demonstration factors" in row["label"] for row in self.rows(name)), name)
        for name in ("report.md", "audit.json", "run.json"):
            self.assertIn("demonstration factors", self.text(name))

    def test_the_demonstration_claim_shows_only_where_it_entered(self):
        def is_named(row):
            return "demonstration claim" in row["label"]

        for name in ("carbon_stock.csv", "transitions.csv", "canopy.csv", "stratum_shares.csv", "unit_reference.csv", "ledger.csv"):
            self.assertFalse(any(map(is_named, self.rows(name))), name)
        for name in ("activity.csv", "emissions.csv", "readings.csv"):
            self.assertTrue(any(row["route"] == "reported" for row in self.rows(name)), name)
            self.assertTrue(all(is_named(row) == (row["route"] == "reported") for row in self.rows(name)), name)
        self.assertTrue(all(is_named(row) == (row["source"] == "reported") for row in self.rows("loss_mix.csv")))
        for name in ("choices.csv", "claim_ledger.csv", "claim_split.csv", "stratum_question.csv"):
            self.assertTrue(all(map(is_named, self.rows(name))), name)

    def test_the_default_reading_comes_first_and_is_the_answer(self):
        first = self.rows("readings.csv")[0]
        self.assertEqual((first["route"], first["strata"], first["arcs"], first["status"]),
                         ("loss", "strata-2017", "option-1", "computed"))
        self.assertIn(f"Under the default reading {int(first['credits']):,} credits", unwrapped(self.answer))
        run = json.loads(self.text("run.json"))
        for word in ("loss", "strata-2017", "> 10 %", "0.5 ha", "option-1", "zero", "linear", "pooled", "static"):
            self.assertIn(word, run["default_reading"])
        for name in ("activity.csv", "emissions.csv", "carbon_stock.csv", "ledger.csv"):
            self.assertTrue(all(row["reading"] for row in self.rows(name)), name)

    def test_the_report_starts_with_the_answer(self):
        lines = [line for line in self.text("report.md").split("\n") if line]
        self.assertEqual(lines[0], "# Prey Lang twin (synthetic landscape)")
        self.assertIn(LABEL, lines[1])
        self.assertEqual(lines[2], "## The answer")
        self.assertIn("216,868 credits", lines[3])  # the claim comes first, then what the evidence gives
        answer = lines[4:lines.index("## What is missing")]
        self.assertFalse(any(line.startswith("#") for line in answer))
        credits_text = f"{int(self.rows('readings.csv')[0]['credits']):,} credits"
        self.assertTrue(any(credits_text in line for line in answer), answer)

    def test_the_screen_has_less_than_forty_lines_of_120_columns(self):
        lines = self.answer.rstrip("\n").split("\n")
        self.assertLess(len(lines), 40)
        self.assertLessEqual(max(len(line) for line in lines if not line.startswith("Results: ")), 120)

    def test_the_first_lines_answer_what_an_auditor_asks(self):
        answer = self.answer.split("\n\n")[1]
        self.assertLessEqual(answer.count("\n"), 10)
        for piece in ("The claim: 216,868 credits", "readings of the rules", "The choice that matters most is strata",
                      "differ most in evergreen forest", "emit 43,770 tCO2e as labelled", "What would settle that:"):
            self.assertIn(piece, answer)

    def test_the_ledger_sums_to_nothing_in_every_zone_and_period(self):
        sums = collections.Counter()
        for row in self.rows("ledger.csv"):
            sums[row["zone"], row["period_start"], row["period_end"], row["reading"]] += int(row["amount_kgCO2e"])
        self.assertTrue(sums)
        self.assertEqual(set(sums.values()), {0})

    def test_the_bins_of_a_zone_add_up_to_its_counted_pixels(self):
        bins, counted = collections.Counter(), collections.Counter()
        for row in self.rows("crosstab.csv"):
            bins[row["min_area_ha"], row["zone"]] += int(row["pixels"])
        for row in self.rows("pixels.csv"):
            if row["zone"] and row["outcome"] == "counted":
                counted[row["min_area_ha"], row["zone"]] += int(row["pixels"])
        self.assertEqual(bins, counted)
        self.assertEqual(len(bins), 2 * 3)

    def test_the_hashes_of_all_inputs_are_those_of_the_files(self):
        inputs = json.loads(self.text("run.json"))["inputs"]
        for entry in inputs:
            data = (self.twin / entry["path"]).read_bytes()
            self.assertEqual((entry["bytes"], entry["sha256"]), (len(data), hashlib.sha256(data).hexdigest()))
        named = {os.path.normpath(entry["path"]) for entry in inputs}
        expected = {str(path.relative_to(self.twin)) for path in self.twin.rglob("*") if path.is_file()}
        expected -= {"README.md", "audit-disputed.toml"}
        expected = {name for name in expected if not name.startswith("disputed/")}
        expected |= {"../cambodia/transitions.csv", "../cambodia/classes.csv"}
        self.assertEqual(named, expected)
        self.assertEqual(len(named), len(inputs))

    def test_audit_json_is_json_with_the_tables_numbers(self):
        audit = json.loads(self.text("audit.json"))
        self.assertEqual(audit["title"], "Prey Lang twin (synthetic landscape)")
        credits_text = self.rows("readings.csv")[0]["credits"]
        self.assertIn(credits_text, json.dumps(audit))


class SameBytes(TwinCase):
    def test_any_number_of_threads_and_a_second_run_give_the_same_bytes(self):
        results = []
        for run, threads in enumerate((1, 2, 8, 1)):
            out = self.results / str(run)
            self.assertEqual(self.audit("--threads", threads, out=out).returncode, 0)
            results.append(contents(out, without={"timing.json"}))
        for other in results[1:]:
            self.assertEqual(results[0], other)

    def test_inputs_in_another_place_give_the_same_bytes(self):
        self.assertEqual(self.audit().returncode, 0)
        moved = self.inputs.rename(self.inputs.with_name("moved"))
        done = self.run_command("audit", "audit.toml", "-o", "../../results/again", cwd=moved / "prey-lang-twin")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(contents(self.out, without={"timing.json"}),
                         contents(self.results / "again", without={"timing.json"}))

    def test_a_crosstab_in_another_place_gives_the_same_bytes(self):
        counted, moved = self.results / "counted", self.inputs / "moved"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        results = []
        for place in (str(counted), f"{counted}/", str(moved)):
            if place == str(moved):
                counted.rename(moved)
            done = self.run_command("account", self.audit_file, "--crosstab", place, "-o", self.out, "--overwrite")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            results.append(contents(self.out, without={"timing.json"}))
        self.assertEqual(results[0], results[1])
        self.assertEqual(results[0], results[2])

    def test_crosstab_and_account_give_the_bytes_of_audit(self):
        counted = self.results / "counted"
        self.assertEqual(self.audit().returncode, 0)
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        self.assertEqual({path.name for path in counted.iterdir()}, CROSSTAB_FILES)
        done = self.run_command("account", self.audit_file, "--crosstab", counted, "-o", self.results / "accounted")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(contents(self.out, without={"timing.json", "run.json", "report.html"}),
                         contents(self.results / "accounted", without={"timing.json", "run.json", "report.html"}))
        audited, accounted = (json.loads((out / "run.json").read_text(encoding="utf-8"))
                              for out in (self.out, self.results / "accounted"))
        read = [entry for entry in accounted["inputs"] if entry["path"].startswith("CROSSTAB/")]
        self.assertEqual(len(read), 5)
        accounted["inputs"] = [entry for entry in accounted["inputs"] if entry not in read]
        self.assertEqual(audited | {"command": ""}, accounted | {"command": ""})


class Account(TwinCase):
    def setUp(self):
        super().setUp()
        self.counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", self.counted).returncode, 0)

    def account(self, *arguments):
        """Accounts from the crosstab."""
        return self.run_command("account", self.audit_file, "--crosstab", self.counted, *arguments)

    def test_no_raster_and_no_zone_is_opened(self):
        for path in [*self.twin.rglob("*.tif"), self.twin / "zones.geojson"]:
            path.unlink()
        done = self.account("-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((self.out / "report.md").is_file())

    def test_a_dry_run_opens_no_raster_and_writes_nothing(self):
        shutil.rmtree(self.twin / "gfc")
        done = self.account("--dry-run")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("nothing was written", done.stdout)
        self.assertEqual([path.name for path in self.results.iterdir()], ["counted"])

    def test_a_crosstab_of_other_strata_maps_is_refused(self):
        self.edit_audit('name   = "strata-2017"', 'name   = "strata-2016"')
        done = self.account("-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, "crosstab.json", "strata-2016", "strata-2017")
        self.assertFalse(self.out.exists())

    def test_a_crosstab_of_an_unknown_stratum_is_refused(self):
        self.edit("legend.csv", "4,bamboo,1,0", "4,bamboo groves,1,0")
        self.assert_one_error(self.account("-o", self.out), "crosstab_mismatch", 65, "crosstab.json", "legend[4]", "bamboo groves")

    def test_whatever_the_counts_depend_on_must_be_as_it_was_counted(self):
        original = self.audit_file.read_text(encoding="utf-8")
        for old, new, fact in (
                ("connectivity = 8", "connectivity = 4", "forest.connectivity = '4'"),
                ("min_area_ha  = 0.5", "min_area_ha  = 1", "forest.min_area_ha = '1'"),
                ('"SYNTHETIC-2020"', '"OTHER"', "loss.release = 'OTHER'"),
                ("first_year    = 2001", "first_year    = 2000", "loss.first_year = '2000'"),
                ('label  = "synthetic landscape"\n', "", "label = nothing"),
                ("year   = 2017", "year   = 2015", "strata[strata-2017].year = '2015'"),
                ('role   = "monitoring"', 'role   = "independent"', "strata[strata-2020].role = 'independent'"),
                ('role   = "reference_region"', 'role   = "donor"', "zones[reference].role = 'donor'"),
                ("name = 'belt'", "name = 'project'", "zones[belt].where = 'name = 'project''"),
                ('role   = "displacement_belt"\n', 'role   = "displacement_belt"\nproject = "project"\n',
                 "zones[belt].project = 'project'")):
            self.audit_file.write_text(original, encoding="utf-8")
            self.edit_audit(old, new)
            done = self.account("-o", self.out)
            self.assert_one_error(done, "crosstab_mismatch", 65, "crosstab.json", fact, "run crosstab again")

    def test_swapped_codes_and_changed_flags_of_a_legend_are_refused(self):
        original = (self.twin / "legend.csv").read_text(encoding="utf-8")
        self.edit("legend.csv", "4,bamboo,1,0", "4,bamboo,0,1")
        self.assert_one_error(self.account("-o", self.out), "crosstab_mismatch", 65, "legend[4] = 'bamboo, excluded'")
        swapped = original.replace("\n4,", "\nfour,").replace("\n1,", "\n4,").replace("\nfour,", "\n1,")
        (self.twin / "legend.csv").write_text(swapped, encoding="utf-8")
        self.assert_one_error(self.account("-o", self.out), "crosstab_mismatch", 65, "legend[1] = 'bamboo, forest'")

    def test_a_crosstab_with_a_bin_taken_out_is_refused(self):
        path = self.counted / "crosstab.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(lines[:5] + lines[6:]), encoding="utf-8")
        self.assert_one_error(self.account("-o", self.out), "crosstab_mismatch", 65, "crosstab.csv")

    def test_a_folder_without_crosstab_is_refused(self):
        self.counted = self.twin
        self.assert_one_error(self.account("-o", self.out), "missing_file", 65, "crosstab.csv")

    def test_a_new_question_needs_no_new_pass(self):
        self.edit_audit("canopy_pct   = 10", "canopy_pct   = 30")
        self.assertEqual(self.account("-o", self.out).returncode, 0)
        self.assertEqual(self.audit(out=self.results / "audited").returncode, 0)
        self.assertEqual(contents(self.out, without={"timing.json", "run.json", "report.html"}),
                         contents(self.results / "audited", without={"timing.json", "run.json", "report.html"}))


class NothingElse(TwinCase):
    def run_in_empty_folders(self, *arguments):
        """Runs the command where a stray file would show; what it printed."""
        folders = [self.inputs.with_name(name) for name in ("cwd", "tmp", "home")]
        for folder in folders:
            folder.mkdir(exist_ok=True)
        before = listing(self.inputs)
        environment = os.environ | {"TMPDIR": str(folders[1]), "HOME": str(folders[2])}
        done = self.run_command(*arguments, cwd=folders[0], env=environment)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual([list(folder.iterdir()) for folder in folders], [[], [], []])
        self.assertEqual(listing(self.inputs), before)
        return done.stdout

    def test_an_audit_writes_its_output_directory_and_nothing_else(self):
        self.run_in_empty_folders("audit", self.audit_file, "-o", self.out)
        self.assertEqual([path.name for path in self.results.iterdir()], ["out"])

    def test_read_only_inputs_are_enough(self):
        for path in [self.inputs, *self.inputs.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.run_in_empty_folders("audit", self.audit_file, "-o", self.out)
        for path in [self.inputs, *self.inputs.rglob("*")]:
            path.chmod(0o755)

    def test_check_says_what_would_be_read_and_writes_nothing(self):
        text = self.run_in_empty_folders("check", self.audit_file)
        # The highest blocks have 256 rows, and so have the three windows, but the last. The filter of half a hectare needs 7 rows
        # on both sides of the two places where windows meet: 800 x (640 + 2 x 2 x 7) pixels.
        for piece in ("800 x 640 pixels", "SYNTHETIC-2020", "3 windows, 534,400 pixels (22,400 of them around the windows",
                      "project", "belt", "reference", "nothing was written"):
            self.assertIn(piece, text)
        self.assert_no_traces()

    def test_the_check_counts_the_blocks_of_a_map_on_another_grid(self):
        def to_decode():
            text = self.run_in_empty_folders("check", self.audit_file)
            blocks, estimated = re.search(r"(?m)^To decode: ([\d,]+) blocks, about [\d.]+ MB stored, [\d.]+ MB decoded(.*)$",
                                          text).groups()
            return int(blocks.replace(",", "")), estimated

        before = to_decode()
        self.edit_audit('raster = ["strata-2017.tif"]', 'raster = ["strata-2017.tif"]\nresample = "nearest"')
        self.rewrite("strata-2017.tif", lambda codes: codes[::2, ::2],
                     transform=(105.8, 2 * PIXEL_DEG, 0.0, 13.3, 0.0, -2 * PIXEL_DEG),
                     options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"])
        # All of the landscape is read: instead of 640 / 64 strips, 400 x 320 pixels in 7 x 5 blocks.
        self.assertEqual(to_decode(), (before[0] - 10 + 7 * 5, ""))
        gdal.Warp(str(self.twin / "turned.tif"), str(self.twin / "strata-2017.tif"), dstSRS="EPSG:32648", dstNodata=0)
        self.edit_audit('raster = ["strata-2017.tif"]', 'raster = ["turned.tif"]')
        self.assertEqual(to_decode()[1], " (blocks of strata 'strata-2017' are estimated)")

    def test_the_check_says_in_which_unit_pixels_are_measured(self):
        def grid():
            text = self.run_in_empty_folders("check", self.audit_file)
            return re.search(r"(?m)^Grid: 800 x 640 pixels of ([^,]+), ", text).group(1)

        self.assertEqual(grid(), "0.00025 x 0.00025 degrees")
        first_column = {path.relative_to(self.twin): round((gdal.Open(str(path)).GetGeoTransform()[0] - 105.8) / PIXEL_DEG)
                        for path in sorted(self.twin.rglob("*.tif"))}
        for unit, side, text in (("m", 27, "27 x 27 metres"), ("us-ft", 90, "90 x 90 units of 0.30480060960121924 m")):
            reference = osr.SpatialReference()
            reference.ImportFromProj4(f"+proj=utm +zone=48 +datum=WGS84 +units={unit}")
            per_m = 1 / reference.GetLinearUnits()
            for path, column in first_column.items():
                self.rewrite(path, crs=reference.ExportToWkt(),
                             transform=(586600 * per_m + column * side, side, 0, 1470500 * per_m, 0, -side))
            self.assertEqual(grid(), text)

    def test_zones_that_are_no_project_show_their_loss_by_forest_type(self):
        # README.md of the twin works 217.0 and 28.0 ha by hand.
        self.drop_claim()
        for role in ("project", "displacement_belt", "reference_region"):
            self.edit_audit(f'"{role}"\nsource', '"other"\nsource')
        text = self.run_in_empty_folders("audit", self.audit_file, "-o", self.out)
        self.assertRegex(text, r"(?m)^  project +evergreen forest( +[\d,.]+){2} +217\.0\n +semi-evergreen forest( +[\d,.]+){2} "
                               r"+28\.0$")
        self.assertNotIn("reference level transitions", text)

    def test_a_dry_run_is_the_check(self):
        def without_time(text):
            # What a few windows took differs from run to run.
            self.assertRegex(text, r"(?m)^Time to count: (?:about|under) [\d.]+ s on \d+ threads?, judging by a few windows$")
            return [line for line in text.splitlines() if not line.startswith("Time to count")]

        text = without_time(self.run_in_empty_folders("check", self.audit_file))
        for command in ("audit", "crosstab"):
            dry = self.run_in_empty_folders(command, self.audit_file, "-o", self.out, "--dry-run")
            self.assertEqual(without_time(dry), text)
            self.assertEqual(without_time(self.run_in_empty_folders(command, self.audit_file, "--dry-run")), text)
        self.assert_no_traces()

    def test_a_quiet_check_prints_nothing(self):
        self.assertEqual(self.run_in_empty_folders("check", self.audit_file, "--quiet"), "")


if __name__ == "__main__":
    main()
