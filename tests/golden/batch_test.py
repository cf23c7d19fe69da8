#!/usr/bin/python3
"""Several audits at once: directories, names, the summary, failures and resuming; interrupt_test.py stops them.

Usage: batch_test.py REDDLINE_BINARY
"""
import csv
import json
import shutil

import outputs_page
from twin_case import TwinCase, contents, main


class Batch(TwinCase):
    def setUp(self):
        super().setUp()
        self.disputed = self.twin / "audit-disputed.toml"
        self.names = ("prey-lang-twin", "audit-disputed")

    def batch(self, *arguments, files=None, **options):
        """Audits the two audit files of the twin, or others."""
        files = files or (self.audit_file, self.disputed)
        return self.run_command("audit", *files, "-o", self.out, *arguments, **options)

    def summary(self):
        """The rows of summary.csv."""
        with open(self.out / "summary.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def break_disputed(self):
        """Lets the second audit file name a legend that is not there."""
        text = self.disputed.read_text(encoding="utf-8")
        self.disputed.write_text(text.replace('"legend.csv"', '"gone.csv"'), encoding="utf-8")

    def test_each_audit_gives_the_bytes_that_it_gives_alone(self):
        done = self.batch("--jobs", "2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual({path.name for path in self.out.iterdir()}, {*self.names, "summary.csv"})
        for name, file in zip(self.names, (self.audit_file, self.disputed)):
            alone = self.results / name
            self.assertEqual(self.run_command("audit", file, "-o", alone).returncode, 0)
            self.assertTrue(contents(self.out / name, {"timing.json"}) == contents(alone, {"timing.json"}))

    def test_progress_says_how_each_ended(self):
        self.break_disputed()
        done = self.batch("--progress", "always", "--keep-going", "--jobs", "1")
        lines = [line for line in done.stderr.splitlines() if " of 2: " in line]
        self.assertEqual(len(lines), 2, done.stderr)
        self.assertRegex(lines[0], rf"1 of 2: {self.names[0]} done(, \d+ s)?$")
        self.assertRegex(lines[1], rf"2 of 2: {self.names[1]} failed \(exit code 65\)(, \d+ s)?$")

    def test_one_of_them_is_verified_by_its_own_audit_file(self):
        settings = ["--set", "forest.canopy_pct=20", "--allow-missing-blocks"]
        self.assertEqual(self.batch("--quiet", *settings).returncode, 0)
        for name, file in zip(self.names, (self.audit_file, self.disputed)):
            record = json.loads((self.out / name / "run.json").read_text(encoding="utf-8"))
            self.assertEqual(record["command"], f"reddline audit {file.name} --allow-missing-blocks "
                                                "--set 'forest.canopy_pct=20'")
            done = self.run_command("verify", self.out / name, file)
            self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
            self.assertTrue(done.stdout.startswith("The same bits: "), done.stdout)
        done = self.run_command("verify", self.out / self.names[1], self.audit_file)
        self.assert_one_error(done, "usage", 2, '"audit-disputed.toml"')

    def test_the_summary_holds_what_the_audits_say(self):
        done = self.batch()
        rows = self.summary()
        self.assertEqual(list(rows[0]), [column for column, _, _ in outputs_page.tables()["summary.csv"]])
        self.assertEqual(list(dict.fromkeys(row["audit"] for row in rows)), list(self.names))
        for row in rows:
            self.assertEqual((row["exit_code"], row["error"]), ("0", ""))
            with open(self.out / row["audit"] / "readings.csv", newline="", encoding="utf-8") as file:
                readings = [line for line in csv.DictReader(file) if line["zone"] == row["zone"]]
            credits = [int(line["credits"]) for line in readings
                       if line["status"] != "refused" and line["consistent"] in ("1", "true", "yes")]
            self.assertTrue(credits)
            self.assertEqual((int(row["lowest_credits"]), int(row["highest_credits"])), (min(credits), max(credits)))
            with open(self.out / row["audit"] / "findings.csv", newline="", encoding="utf-8") as file:
                severities = [line["severity"] for line in csv.DictReader(file)]
            for column in ("contradictions", "warnings", "notes"):
                self.assertEqual(int(row[column]), severities.count(column[:-1]))
        self.assertEqual((rows[0]["claimed_credits"], rows[0]["default_credits"]), ("216868", "83199"))
        for row in rows:
            self.assertRegex(done.stdout, rf"(?m)^{row['audit']} ")
        self.assertIn(f"Summary: {self.out}/summary.csv", done.stdout)

    def test_one_file_is_a_batch_where_jobs_are_given(self):
        self.assertEqual(self.batch("--jobs", "1", "--quiet", files=[self.audit_file]).returncode, 0)
        self.assertTrue((self.out / "prey-lang-twin" / "report.md").is_file())

    def test_audits_of_one_name_are_refused(self):
        other = self.inputs / "other" / "prey-lang-twin"
        shutil.copytree(self.twin, other)
        done = self.batch(files=[self.audit_file, other / "audit.toml"])
        self.assert_one_error(done, "usage", 2, "'prey-lang-twin'", "rename one")
        self.assertFalse(self.out.exists())

    def test_the_first_failure_ends_the_batch(self):
        self.break_disputed()
        done = self.batch(files=[self.disputed, self.audit_file])
        self.assertEqual(done.returncode, 65)
        self.assertRegex(done.stderr, r"\Aerror: audit-disputed: missing_file: [^\n]*gone.csv[^\n]*\n\Z")
        self.assertEqual([(row["audit"], row["exit_code"]) for row in self.summary()],
                         [("audit-disputed", "65"), ("prey-lang-twin", "")])
        self.assertFalse((self.out / "prey-lang-twin").exists())

    def test_keep_going_does_the_rest_and_says_that_some_are_missing(self):
        self.break_disputed()
        done = self.batch("--keep-going", files=[self.disputed, self.audit_file])
        self.assertEqual(done.returncode, 3)
        rows = self.summary()
        self.assertEqual([row["exit_code"] for row in rows], ["65", "0"])
        self.assertIn("gone.csv", rows[0]["error"])

    def test_the_error_is_json_where_asked(self):
        self.break_disputed()
        done = self.batch("--json", files=[self.disputed, self.audit_file])
        message = json.loads(done.stderr)
        self.assertEqual((message["level"], message["audit"], message["code"], message["exit_code"]),
                         ("error", "audit-disputed", "missing_file", 65))
        self.assertTrue(message["subject"].endswith("gone.csv"), message)
        (row,) = [row for row in self.summary() if row["audit"] == "audit-disputed"]
        self.assertTrue(row["error"].startswith("missing_file: "), row)

    def test_tonnes_have_no_exponent(self):
        path = self.twin / "claimed_items.csv"
        text = path.read_text(encoding="utf-8")
        self.assertIn("credits,216868", text)
        path.write_text(text.replace("credits,216868", "credits,1000000"), encoding="utf-8")
        self.edit_audit("credits = 216868", "credits = 1000000")
        self.assertEqual(self.batch().returncode, 0)
        self.assertIn("1000000", {row["claimed_credits"] for row in self.summary()})

    def test_results_that_were_damaged_are_a_row_with_their_error(self):
        self.assertEqual(self.batch().returncode, 0)
        (self.out / "audit-disputed/audit.json").write_text("{}", encoding="utf-8")
        self.assertEqual(self.batch("--keep-going").returncode, 3)
        errors = {row["audit"]: row["error"] for row in self.summary()}
        self.assertEqual(errors["prey-lang-twin"], "")
        self.assertTrue(errors["audit-disputed"].startswith("table_malformed: "), errors)

    def test_a_file_may_look_like_an_option(self):
        odd = self.twin / "-odd.toml"
        odd.write_bytes(self.audit_file.read_bytes())
        done = self.run_command("audit", "-o", self.out, "--", "-odd.toml", "audit.toml", cwd=self.twin)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_finding_reaches_the_exit_code(self):
        self.assertEqual(self.batch("--fail-on", "warning").returncode, 4)
        self.assertEqual(self.batch("--fail-on", "warning").returncode, 4, "resumed")

    def test_the_same_command_again_leaves_alone_what_is_done(self):
        self.assertEqual(self.batch().returncode, 0)
        before = {name: (self.out / name).stat().st_ino for name in self.names}
        done = self.batch()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual({name: (self.out / name).stat().st_ino for name in self.names}, before)

    def test_results_of_other_inputs_are_not_taken_for_done(self):
        self.assertEqual(self.batch().returncode, 0)
        self.edit("carbon.csv", "demonstration", "Demonstration")
        done = self.batch()
        self.assertEqual(done.returncode, 2)
        self.assertIn("found those of other inputs, of which carbon.csv is the first", done.stderr)
        self.assertEqual(self.batch("--overwrite").returncode, 0)
        done = self.batch("--set", "forest.canopy_pct=30")
        self.assertEqual(done.returncode, 2)
        self.assertIn("found those of the command 'reddline audit audit.toml'", done.stderr)

    def test_options_that_do_not_go_together(self):
        for arguments, words in ((["--dry-run"], "reddline check"), (["--resume", "--overwrite"], "leave one")):
            self.assert_one_error(self.batch(*arguments), "usage", 2, words)
        self.assert_one_error(self.batch("--keep-going", files=[self.audit_file]), "usage", 2, "several files")


class Resume(TwinCase):
    def test_a_single_audit_is_left_alone_as_well(self):
        self.assertEqual(self.audit("--resume").returncode, 0)
        done = self.audit("--resume")
        self.assertEqual(done.returncode, 0)
        self.assertIn("left as they are", done.stdout)


if __name__ == "__main__":
    main()
