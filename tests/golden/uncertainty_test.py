#!/usr/bin/python3
"""The uncertainty of credits from the command line: what is written, what is repeated, what is refused.

Usage: uncertainty_test.py REDDLINE_BINARY
"""
import json
import re

from twin_case import TwinCase, main, unwrapped

CSVS = ("uncertainty.csv", "uncertainty_inputs.csv", "uncertainty_correlations.csv", "uncertainty_convergence.csv",
        "program_deductions.csv")


class Uncertainty(TwinCase):
    def section(self, text):
        """Gives the twin this [uncertainty] instead of its own."""
        self.replace_in_audit("[uncertainty]", "[claim]", text)

    def table(self, name, text):
        (self.twin / name).write_text(text, encoding="utf-8")

    def default_row(self, out=None):
        return self.rows("uncertainty.csv", out or self.out)[0]

    def test_the_answer_says_the_interval_and_what_would_be_deducted(self):
        done = self.audit()
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = " ".join(done.stdout.split())
        found = re.search(r"83,199 credits follow \(tCO2e\)\. (The 90 % interval is ([\d,]+) to ([\d,]+) credits; VCS would deduct "
                          r"([\d.]+) %, TREES ([\d.]+) %, FCPF ([\d.]+) %\.)", answer)
        self.assertIsNotNone(found, answer)
        self.assertEqual(answer.split("default reading 83,199")[1].count("83,199"), 0)  # the credits are said once
        row = self.default_row()
        low, high, vcs, trees, fcpf = (float(text.replace(",", "")) for text in found.groups()[1:])
        self.assertAlmostEqual(low, float(row["q05_tCO2e"]), delta=0.5)
        self.assertAlmostEqual(high, float(row["q95_tCO2e"]), delta=0.5)
        half_width = 50 * (float(row["q95_tCO2e"]) - float(row["q05_tCO2e"])) / float(row["median_tCO2e"])
        self.assertAlmostEqual(half_width, float(row["half_width_pct"]), places=9)
        self.assertAlmostEqual(vcs, half_width / 1.6449 * 0.4307 if half_width > 10 else 0.0, delta=0.05)
        self.assertAlmostEqual(trees, half_width / 1.645006 * 0.524417, delta=0.05)
        self.assertIn(fcpf, (0.0, 4.0, 8.0, 12.0, 15.0))
        for name in ("report.md", "report.html"):
            self.assertIn(found[1], (self.out / name).read_text(encoding="utf-8"))

    def test_every_reading_has_its_interval(self):
        self.audit("--quiet")
        readings, spreads = self.rows("readings.csv"), self.rows("uncertainty.csv")
        self.assertEqual(len(readings), len(spreads))
        for reading, spread in zip(readings, spreads):
            self.assertEqual(reading["status"] == "refused", spread["status"] == "refused")
            if spread["status"] == "computed":
                self.assertAlmostEqual(float(reading["reduction_tCO2e"]), float(spread["central_tCO2e"]), delta=1e-3)
                self.assertLess(float(spread["q05_tCO2e"]), float(spread["q95_tCO2e"]))
        self.assertGreater(sum(spread["status"] == "computed" for spread in spreads), 100)

    def test_inputs_are_covered_or_named_as_fixed(self):
        self.audit("--quiet")
        parts = {row["input"]: row["part"] for row in self.rows("uncertainty_inputs.csv")}
        self.assertEqual(parts["evergreen forest/total"], "covered")
        self.assertEqual(parts["bamboo/total"], "fixed")
        self.assertEqual(parts["mapped loss in project"], "fixed")
        self.assertEqual(parts["of no input alone"], "remainder")

    def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_numbers(self):
        self.audit("--quiet", "--threads", "1")
        other = self.results / "other"
        self.audit("--quiet", "--threads", "2", out=other)
        for name in CSVS:
            self.assertEqual((self.out / name).read_bytes(), (other / name).read_bytes(), name)
        changed = self.results / "changed"
        self.audit("--quiet", "--set", "uncertainty.seed=2", out=changed)
        one, two = self.default_row(), self.default_row(changed)
        self.assertNotEqual(one["median_tCO2e"], two["median_tCO2e"])
        # Two medians of 100,000 draws differ by 1.25 sqrt(2) deviations by the root of the draws; five of those are allowed.
        self.assertAlmostEqual(float(one["median_tCO2e"]), float(two["median_tCO2e"]),
                               delta=5 * 1.7725 * float(one["sd_tCO2e"]) / 100_000 ** 0.5)

    def test_rules_and_plots_are_followed(self):
        self.table("inputs.csv", "input,distribution,standard_error,lower,mode,upper\n"
                                 "evergreen forest/total,log-normal,30,,,\n"
                                 "deciduous forest/total,bootstrap,,,,\nbamboo/total,triangular,,20,40,60\n")
        self.table("plots.csv", "input,value\n" + "".join(f"deciduous forest/total,{value}\n" for value in (46.2, 51.2, 56.2, 61.2, 66.2)))
        self.section('[uncertainty]\ndraws = 20000\nconfidence = [0.8]\ninputs = "inputs.csv"\nplots = "plots.csv"\n\n'
                     '[buffer]\nfraction = 0.1\nsource = "a test"\n\n')
        done = self.audit("--quiet")
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = {row["input"]: row for row in self.rows("uncertainty_inputs.csv")}
        self.assertEqual(rows["evergreen forest/total"]["distribution"], "log-normal")
        self.assertEqual(float(rows["evergreen forest/total"]["standard_error"]), 30)
        self.assertAlmostEqual(float(rows["deciduous forest/total"]["standard_error"]), (250 / 25) ** 0.5)
        self.assertEqual(rows["bamboo/total"]["part"], "covered")
        deductions = {row["programme"]: row for row in self.rows("program_deductions.csv")}
        self.assertIn("confidence 0.8", deductions)
        self.assertEqual(deductions["none"]["credits"], "83199")
        self.assertEqual(deductions["none"]["buffered_credits"], "8320")

    def test_a_density_whose_rule_says_0_is_taken_as_exact(self):
        self.table("inputs.csv", "input,distribution,standard_error\ndeciduous forest/total,normal,0\n")
        self.section('[uncertainty]\ninputs = "inputs.csv"\n\n')
        self.audit("--quiet")
        row, = [row for row in self.rows("uncertainty_inputs.csv") if row["input"] == "deciduous forest/total"]
        self.assertEqual((row["part"], row["value"], row["reason"]), ("fixed", "56.2", "standard_error is 0 in inputs.csv:2"))

    def test_impossible_input_is_refused_before_anything_is_counted(self):
        cases = (("inputs.csv", "input,distribution\nevergreen forest/total,lognormal\n", "the nearest is log-normal"),
                 ("inputs.csv", "input,distribution\nevergreen forest/total,beta\n", "expected lower and upper"),
                 ("correlation.csv", "input_a,input_b,rho\nevergreen forest/total,semi-evergreen forest/total,0.9\n"
                                     "semi-evergreen forest/total,deciduous forest/total,0.9\n"
                                     "evergreen forest/total,deciduous forest/total,-0.9\n", "eigenvalue"))
        for name, text, complaint in cases:
            with self.subTest(complaint):
                self.table(name, text)
                self.section(f'[uncertainty]\n{name[:-4]} = "{name}"\n\n')
                done = self.audit("--quiet")
                self.assertEqual(done.returncode, 65)
                self.assertRegex(done.stderr, f"^error: table_malformed: {name}")
                self.assertIn(complaint, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1)

    def test_an_unknown_input_is_refused_by_name_before_anything_is_counted(self):
        self.section('[uncertainty]\ninputs = "inputs.csv"\n\n')
        self.table("inputs.csv", "input,distribution\nevergren forest/total,normal\n")
        self.expect_error("table_malformed", 65, "inputs.csv:2: expected the name of an input, found 'evergren forest/total'")
        self.section('[uncertainty]\ncorrelation = "correlation.csv"\n\n')
        self.table("correlation.csv", "input_a,input_b,rho\nevergreen forest/total,semi-evergreen/total,1\n")
        self.expect_error("table_malformed", 65, "correlation.csv:2: expected the name of an input, found 'semi-evergreen/total'")

    def test_plots_that_no_rule_asks_for_are_refused(self):
        self.section('[uncertainty]\ninputs = "inputs.csv"\nplots = "plots.csv"\n\n')
        self.table("inputs.csv", "input,distribution\nevergreen forest/total,normal\n")
        self.table("plots.csv", "input,value\nevergreen forest/total,160\nevergreen forest/total,170\n")
        self.expect_error("table_malformed", 65, "plots.csv: ", '"evergreen forest/total"', "name it there as bootstrap")

    def test_the_buffer_account_is_closed(self):
        self.section('[buffer]\nfraction = 0.1\nsource = "a test"\nledger = "buffer.csv"\n\n')
        lines = "entry,credits,source\nopening,2000,a report\nrelease,500,a decision\nreversal,1500,a fire\n"
        self.table("buffer.csv", lines)
        done = self.audit()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        rows = {row["programme"]: row for row in self.rows("program_deductions.csv")}
        # 0.1 of 83,199 rounded up is 8,320; 2,000 + 8,320 - 500 - 1,500 = 8,320.
        self.assertEqual([rows["none"][name] for name in ("buffered_credits", "buffer_balance", "buffer_shortfall")],
                         ["8320", "8320", "0"])
        for programme in ("VCS", "TREES", "FCPF"):
            self.assertEqual(int(rows[programme]["buffered_credits"]), -(-int(rows[programme]["credits"]) // 10))
            self.assertEqual(int(rows[programme]["buffer_balance"]), int(rows[programme]["buffered_credits"]))
        self.assertEqual((rows["confidence 0.9"]["buffer_balance"], rows["confidence 0.9"]["buffer_shortfall"]), ("", ""))
        sentence = ("The buffer account then holds 8,320 credits: 2,000 at the opening, and 8,320 added; 500 released, and 1,500 "
                    "lost to reversals.")
        self.assertIn(sentence, unwrapped(done.stdout))
        for name in ("report.md", "report.html"):
            self.assertIn(sentence, (self.out / name).read_text(encoding="utf-8"))
        buffer = json.loads((self.out / "audit.json").read_text(encoding="utf-8"))["uncertainty"]["buffer"]
        self.assertEqual(buffer["ledger"][2], {"zone": "project", "entry": "reversal", "credits": 1500, "source": "a fire"})
        inputs = json.loads((self.out / "run.json").read_text(encoding="utf-8"))["inputs"]
        self.assertTrue(any(entry["path"].endswith("buffer.csv") for entry in inputs))
        verified = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

        self.table("buffer.csv", lines.replace("1500", "12000"))  # 2,000 + 8,320 - 500 - 12,000 = -2,180
        short = self.results / "short"
        done = self.audit(out=short)
        rows = {row["programme"]: row for row in self.rows("program_deductions.csv", short)}
        self.assertEqual((rows["none"]["buffer_balance"], rows["none"]["buffer_shortfall"]), ("0", "2180"))
        self.assertIn("The buffer account is then 2,180 credits short, which would have to be replaced", unwrapped(done.stdout))

    def test_a_ledger_that_cannot_be_is_refused_before_anything_is_counted(self):
        self.section('[buffer]\nfraction = 0.1\nsource = "a test"\nledger = "buffer.csv"\n\n')
        for line, words in (("open,1,a", "entry: expected one of opening, release, reversal"),
                            ("opening,-1,a", "credits: expected a whole number from 0"),
                            ("release,0.5,a", "credits: expected a whole number"), ("reversal,1,", "source"),
                            ("opening,1,a\nopening,1,a", "expected at most one opening")):
            with self.subTest(line):
                self.table("buffer.csv", f"entry,credits,source\n{line}\n")
                self.expect_error("table_malformed", 65, "buffer.csv:", words)
        self.table("buffer.csv", "zone,entry,credits,source\nbelt,opening,1,a\n")
        self.expect_error("zone_unknown", 65, 'buffer.csv:2: expected the name of a zone of role project, found "belt"')

    def test_without_a_standard_error_the_report_says_so(self):
        factors = (self.twin / "carbon.csv").read_text(encoding="utf-8")
        self.table("carbon.csv", re.sub(r"(?m)^([^,]+,[\d.]+),[\d.]+,", r"\1,,", factors))
        self.section("")
        self.audit("--quiet")
        self.assertEqual(self.rows("uncertainty_convergence.csv"), [])
        self.assertEqual({row["status"] for row in self.rows("uncertainty.csv")}, {"no-standard-error", "refused"})
        self.assertEqual([row["programme"] for row in self.rows("program_deductions.csv")], ["none"])
        self.assertTrue(any("standard errors" in row["input"] for row in self.rows("missing.csv")))
        self.assertIn("No input has a standard error", (self.out / "report.md").read_text(encoding="utf-8"))

    def test_an_audit_of_tables_alone_has_its_interval(self):
        self.assertEqual(self.run_command("account", self.inputs / "prey-lang" / "audit.toml", "-o", self.out, "--quiet").stderr, "")
        results = json.loads((self.out / "audit.json").read_text(encoding="utf-8"))
        statements = [s for s in results["statements"] if s.get("status") != "refused"]
        self.assertEqual(len(results["uncertainty"]["zones"]) > 0, len(statements) > 0)

    def test_verify_repeats_it(self):
        self.audit("--quiet")
        done = self.run_command("verify", self.out, self.audit_file)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    main()
