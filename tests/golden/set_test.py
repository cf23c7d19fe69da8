#!/usr/bin/python3
"""`--set`: the same results as with the value in the file, the record of it, and mistakes.

Usage: set_test.py REDDLINE_BINARY
"""
import json
import re

from twin_case import TwinCase, contents, main

RECORDS = {"run.json", "report.html", "timing.json"}  # they name the command


class Set(TwinCase):
    def test_a_set_value_gives_the_bytes_of_an_edited_file(self):
        done = self.audit("--set", "forest.canopy_pct=25", "--set", 'zones.project.role="other"',
                          "--set", 'zones.1.role = "project"')
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        text = self.audit_file.read_text(encoding="utf-8")
        self.audit_file.write_text(re.sub(r"(?m)^canopy_pct *=.*$", "canopy_pct = 25", text, count=1), encoding="utf-8")
        self.assertEqual(self.audit(out=self.results / "edited").returncode, 0)
        self.assertTrue(contents(self.out, RECORDS) == contents(self.results / "edited", RECORDS))

    def test_every_command_that_reads_an_audit_file_takes_it(self):
        broken = ["--set", "forest.canopy_pct=250"]
        question = ["--zone", "project", "--stratum", "evergreen forest", "--year", "2019"]
        for command, arguments in (("check", []), ("plan", []), ("solve", []), ("explain", question),
                                   ("audit", ["-o", self.out]), ("crosstab", ["-o", self.out]),
                                   ("index", ["-o", self.out]), ("account", ["-o", self.out, "--crosstab", self.out]),
                                   ("crosstab", ["-o", self.out, "--shard", "0/2"])):
            done = self.run_command(command, self.audit_file, *arguments, *broken)
            self.assertEqual(done.returncode, 2, command)
            self.assertIn("audit_file: --set forest.canopy_pct=250: forest.canopy_pct: expected a number from 0 to 100",
                          done.stderr)

    def test_it_is_recorded_and_verify_repeats_it(self):
        setting = "title=\"it's\""
        self.assertEqual(self.audit("--set", setting, "--set", "forest.canopy_pct=20").returncode, 0)
        record = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual(record["command"], "reddline audit audit.toml --set 'title=\"it'\\''s\"' "
                                            "--set 'forest.canopy_pct=20'")
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_crosstab_counted_with_it_is_accounted_and_verified_with_it(self):
        setting = ["--set", "forest.min_area_ha=1"]
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted, *setting).returncode, 0)
        account = ["account", self.audit_file, "--crosstab", counted, "-o", self.out]
        self.assertIn("crosstab_mismatch", self.run_command(*account).stderr)
        self.assertEqual(self.run_command(*account, *setting).returncode, 0)
        self.assertEqual(self.run_command("verify", self.out, self.audit_file).returncode, 0)

    def test_shards_of_other_values_do_not_mix(self):
        parts = ["crosstab", self.audit_file, "-o", self.out, "--unit", "200kB"]
        self.assertEqual(self.run_command(*parts, "--shard", "0/2", "--set", "forest.min_area_ha=1").returncode, 0)
        self.assertEqual(self.run_command(*parts, "--shard", "1/2").returncode, 65)
        self.assertEqual(self.run_command(*parts, "--shard", "1/2", "--set", "forest.min_area_ha=1").returncode, 0)
        merged = self.results / "merged"
        self.assertEqual(self.run_command("merge", self.out, "-o", merged).returncode, 0)
        self.assertIn("--set 'forest.min_area_ha=1'", (merged / "run.json").read_text(encoding="utf-8"))

    def test_mistakes_are_told(self):
        for setting, code, words in (
                ("forest.canopy_pc=25", "audit_file", 'nearest known one is "canopy_pct"'),
                ("zones.projct.role=\"other\"", "audit_file", 'the nearest is "project"'),
                ("title=new", "audit_file", "write texts in quotes"),
                ("title", "usage", "expected key=value, found 'title'")):
            self.assert_one_error(self.run_command("check", self.audit_file, "--set", setting), code, 2, words)


if __name__ == "__main__":
    main()
