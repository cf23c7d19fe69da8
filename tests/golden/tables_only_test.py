#!/usr/bin/python3
"""An audit of tables alone: the public numbers of Prey Lang, what a report adds to them, and mistakes in the tables.

Usage: tables_only_test.py REDDLINE_BINARY
"""
import fractions
import re

from twin_case import SAMPLES, TwinCase, contents, listing, main
from twin_count import YEARS_IN_PERIOD, factors, table

PAGE = SAMPLES.parent / "docs" / "prey-lang.md"
FILES = {"readings.csv", "unit_reference.csv", "choices.csv", "activity.csv", "emissions.csv", "factors.csv",
         "ledger.csv", "claim_ledger.csv", "claim_split.csv", "loss_mix.csv", "stratum_question.csv", "uncertainty.csv",
         "uncertainty_inputs.csv", "uncertainty_correlations.csv", "uncertainty_convergence.csv", "program_deductions.csv",
         "missing.csv", "findings.csv", "solve.csv", "audit.json", "audit.xlsx", "datapackage.json", "report.md", "report.html",
         "run.json", "timing.json"}
WITH_FACTOR = ("evergreen forest", "semi-evergreen forest", "deciduous forest")
LATEST, EARLIER = "carbon-2000-2001.csv", "carbon-1998.csv"
FOREST_LOST_HA = fractions.Fraction(10_451_912 - 8_518_173, 4)  # per year, 2010-2014
OTHERS = "| reading | evergreen | semi-evergreen | deciduous |"  # heads the page's table of other readings


def national_areas(folder):
    """Exact hectares of each forest stratum: (all, left for what is no forest, left the class at all)."""
    classes = {row["class"]: row for row in table(folder / "classes.csv")}
    areas = {}
    for row in table(folder / "transitions.csv"):
        if classes[row["from"]]["forest"] == "0":
            continue
        area = fractions.Fraction(row["area_ha"])
        whole, lost, left = areas.get(classes[row["from"]]["stratum"], (0, 0, 0))
        areas[classes[row["from"]]["stratum"]] = (
            whole + area, lost + area * (classes[row["to"]]["forest"] == "0"), left + area * (row["to"] != row["from"]))
    return areas


def yearly_share(areas, annualise):
    """Share lost per year of an interval of two years (Eq. 13)."""
    whole, lost, left = areas
    if annualise == "linear":
        return float(lost / whole / 2)
    return (1 - (1 - float(left / whole)) ** 0.5) * float(lost / left)


class TablesCase(TwinCase):
    def setUp(self):
        super().setUp()
        self.twin = self.inputs / "prey-lang"
        self.audit_file = self.twin / "audit.toml"

    def account(self, *arguments, out=None):
        """Accounts the tables."""
        return self.run_command("account", self.audit_file, "-o", out or self.out, *arguments)

    def run_account(self):
        """The same where it must succeed; what it printed."""
        done = self.account()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def write(self, name, *lines):
        """Writes a table beside the audit file."""
        (self.twin / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def claim(self, text):
        """Puts another claim into the audit file."""
        whole, _, _ = self.audit_file.read_text(encoding="utf-8").partition("[claim]")
        self.audit_file.write_text(whole + "[claim]\n" + text + '\nsource = "test"\n', encoding="utf-8")


class PreyLang(TablesCase):
    def setUp(self):
        super().setUp()
        self.answer = self.run_account()
        self.national = national_areas(self.inputs / "cambodia")
        self.page = PAGE.read_text(encoding="utf-8")

    def period_t(self, stratum, factor_set, annualise="linear"):
        """Expected of 1,000 ha in the period under `option-1`, `static`, `zero`."""
        factor = factors(self.twin / factor_set)[stratum]
        return 1000 * yearly_share(self.national[stratum], annualise) * factor * YEARS_IN_PERIOD

    def test_1000_ha_of_each_forest_type_are_worked_from_the_national_table(self):
        rows = self.rows("unit_reference.csv")
        computed = [row for row in rows if row["status"] == "computed"]
        self.assertEqual({(row["stratum"], row["factors"], row["annualise"]) for row in computed if row["stratum"] in WITH_FACTOR},
                         {(stratum, factor_set, annualise) for stratum in WITH_FACTOR for factor_set in (LATEST, EARLIER)
                          for annualise in ("linear", "compound")})
        for row in computed:
            self.assertEqual((row["intervals"], row["post"]), ("pooled", "zero"))
            if row["stratum"] not in WITH_FACTOR:
                # Nothing of it was lost, so no factor is needed.
                self.assertEqual((self.national[row["stratum"]][1], float(row["period_tCO2e"])), (0, 0.0), row)
                continue
            self.assertEqual((row["arcs"], row["areas"]), ("option-1", "static"))
            lost_ha = 1000 * yearly_share(self.national[row["stratum"]], row["annualise"])
            period_t = self.period_t(row["stratum"], row["factors"], row["annualise"])
            self.assertAlmostEqual(float(row["lost_first_year_ha"]), lost_ha, delta=1e-9)
            self.assertAlmostEqual(float(row["first_year_tCO2e"]), period_t / YEARS_IN_PERIOD, delta=1e-8)
            self.assertAlmostEqual(float(row["period_tCO2e"]), period_t, delta=1e-8)

    def test_what_lacks_a_factor_or_a_root_is_refused_by_name(self):
        for row in self.rows("unit_reference.csv"):
            if row["status"] == "computed":
                continue
            self.assertEqual((row["status"], row["period_tCO2e"]), ("refused", ""))
            if row["annualise"] == "matrix-root":
                self.assertIn("complex or negative", row["reason"])
            else:
                self.assertRegex(row["reason"], rf"no carbon factor for '[a-z ]+' in {re.escape(row['factors'])}")

    def test_the_page_shows_what_the_run_gives(self):
        found = {(row["stratum"], row["factors"], row["annualise"]): row for row in self.rows("unit_reference.csv")
                 if row["status"] == "computed"}
        lines = dict(re.findall(r"(?m)^\| (\S+ forest) \| ([\d,.]+(?: \| [\d,.]+){5}) \|$", self.page))
        self.assertEqual(set(lines), set(WITH_FACTOR))
        for stratum, line in lines.items():
            whole, lost, _ = self.national[stratum]
            row = found[stratum, LATEST, "linear"]
            ha, year_t, period_t = (float(row[column]) for column in
                                    ("lost_first_year_ha", "first_year_tCO2e", "period_tCO2e"))
            self.assertEqual(line, f"{float(lost):,.2f} | {float(whole):,.2f} | {ha / 1000:.6f} | {ha:.3f} | "
                                   f"{year_t:,.1f} | {period_t:,.1f}")

    def test_the_page_shows_the_other_readings(self):
        yearly = {}
        for row in self.rows("readings.csv"):
            if row["reference_level_tCO2e"]:
                key = (row["reference"], row["annualise"], row["factors"])
                stratum = row["zone"].removeprefix("1,000 ha of ")
                yearly.setdefault(key, {})[stratum] = float(row["reference_level_tCO2e"]) / YEARS_IN_PERIOD
        lines = re.findall(r"(?m)^\| .* \| ([\d,.]+) \| ([\d,.]+) \| ([\d,.]+) \|$", self.page.partition(OTHERS)[2])[:6]
        keys = [("transitions", "linear", LATEST), ("transitions", "compound", LATEST), ("transitions", "linear", EARLIER),
                ("rate-of-forest", "", LATEST), ("rate-of-territory", "", LATEST), ("national-by-forest-area", "", LATEST)]
        self.assertEqual(len(lines), len(keys))
        for line, key in zip(lines, keys):
            self.assertEqual(list(line), [f"{yearly[key][stratum]:,.1f}" for stratum in WITH_FACTOR], key)

    def test_rates_and_the_national_level_are_worked_from_published_areas(self):
        per_ha = {"rate-of-forest": FOREST_LOST_HA / 10_451_912, "rate-of-territory": FOREST_LOST_HA / 18_160_674}
        seen = set()
        for row in self.rows("readings.csv"):
            stratum = row["zone"].removeprefix("1,000 ha of ")
            if row["reference"] in per_ha:
                level_t = 1000 * float(per_ha[row["reference"]]) * factors(self.twin / row["factors"])[stratum]
            elif row["reference"] == "national-by-forest-area":
                level_t = 79_245_643 * 1000 / 8_518_173
            else:
                continue
            seen.add((row["reference"], stratum))
            self.assertAlmostEqual(float(row["reference_level_tCO2e"]), level_t * YEARS_IN_PERIOD, delta=1e-6, msg=row)
        self.assertEqual(len(seen), 3 * 3)

    def test_no_loss_is_public_so_no_reading_is_computed_and_the_documents_are_named(self):
        rows = self.rows("readings.csv")
        self.assertEqual({(row["route"], row["status"], row["credits"]) for row in rows}, {("reported", "refused", "")})
        self.assertIn("600,000 credits", self.answer)
        self.assertIn("public numbers only", self.answer)
        missing = " ".join(row["input"] for row in self.rows("missing.csv"))
        for key in ("[loss]", "[[zones]]", "[[strata]]", "[claim] losses", "[claim] items"):
            self.assertIn(key, missing)
        self.assertNotIn("contradiction", {row["severity"] for row in self.rows("findings.csv")})

    def test_only_files_that_mean_something_are_written(self):
        self.assertEqual({path.name for path in self.out.iterdir()}, FILES)

    def test_any_threads_and_the_command_audit_give_the_same_bytes(self):
        before = contents(self.out, without={"timing.json", "run.json", "report.html"})
        for threads in (1, 2):
            self.assertEqual(self.account("--threads", threads, "--overwrite").returncode, 0)
            self.assertEqual(contents(self.out, without={"timing.json", "run.json", "report.html"}), before)
        audited = self.results / "audited"
        self.assertEqual(self.audit(out=audited).returncode, 0)
        self.assertEqual(contents(audited, without={"timing.json", "run.json", "report.html"}), before)

    def test_check_and_dry_run_say_that_the_tables_fit_and_write_nothing(self):
        before = listing(self.results)
        texts = [self.run_command("check", self.audit_file), self.account("--dry-run", out=self.results / "new")]
        for done in texts:
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("nothing was written", done.stdout)
        self.assertEqual(texts[0].stdout, texts[1].stdout)
        self.assertEqual(listing(self.results), before)


class WithAReport(TablesCase):
    """15,000 ha of evergreen and 10,000 ha of deciduous forest, with reported losses: credits by hand."""

    def setUp(self):
        super().setUp()
        self.write("areas.csv", "zone,stratum,area_ha,role", "project,evergreen forest,15000,",
                   "project,deciduous forest,10000,project", "belt,evergreen forest,1000,displacement_belt")
        self.claim('credits = 600000\nzone = "project"\nlosses = "losses.csv"')
        national = national_areas(self.inputs / "cambodia")
        share = {stratum: yearly_share(national[stratum], "linear") for stratum in WITH_FACTOR}
        self.factor = factors(self.twin / LATEST)
        evergreen_t, deciduous_t = (share[stratum] * self.factor[stratum] for stratum in WITH_FACTOR[::2])
        self.reference = (15000 * evergreen_t + 10000 * deciduous_t) * YEARS_IN_PERIOD
        self.belt_per_year = 1000 * evergreen_t

    def test_the_reported_losses_give_credits(self):
        self.write("losses.csv", "zone,from,year,area_ha", "project,deciduous forest,2018,300", "project,bamboo,2019,0",
                   "project,evergreen forest,2020,50", "belt,evergreen forest,2019,100")
        self.write(LATEST, *(self.twin / LATEST).read_text(encoding="utf-8").splitlines(), "bamboo,40,,2001,test")
        self.run_account()
        row = self.rows("readings.csv")[0]
        emitted = 300 * self.factor["deciduous forest"] + 50 * self.factor["evergreen forest"]
        displaced = 100 * self.factor["evergreen forest"] - self.belt_per_year
        self.assertEqual((row["status"], row["consistent"]), ("computed", "yes"))
        for column, amount in (("reference_level", self.reference), ("project_emissions", emitted), ("displaced", displaced),
                               ("reduction", self.reference - emitted - displaced)):
            self.assertAlmostEqual(float(row[f"{column}_tCO2e"]), amount, delta=1e-6, msg=column)
        self.assertEqual(int(row["credits"]), int(self.reference - emitted - displaced))
        kg = [int(posting["amount_kgCO2e"]) for posting in self.rows("ledger.csv")]
        self.assertTrue(kg)
        self.assertEqual(sum(kg), 0)

    def test_without_a_report_of_the_belt_the_credits_are_an_upper_bound(self):
        self.write("losses.csv", "zone,from,year,area_ha", "project,deciduous forest,2018,300")
        self.run_account()
        row = self.rows("readings.csv")[0]
        self.assertEqual((row["status"], row["displaced_tCO2e"]), ("upper-bound", ""))
        self.assertEqual(int(row["credits"]), int(self.reference - 300 * self.factor["deciduous forest"]))

    def test_the_ledger_of_the_claim_has_no_mapped_side(self):
        self.write("losses.csv", "zone,from,year,area_ha", "project,deciduous forest,2018,300")
        self.run_account()
        (row,) = self.rows("claim_ledger.csv")
        self.assertEqual((float(row["reported_ha"]), row["mapped_ha"], row["difference_ha"]), (300.0, "", ""))
        self.assertAlmostEqual(float(row["reported_tCO2e"]), 300 * self.factor["deciduous forest"], delta=1e-6)
        split = {row["part"]: int(row["amount_kgCO2e"]) for row in self.rows("claim_split.csv")}
        self.assertEqual(split.pop("claimed"), sum(split.values()))
        bounds = {row["quantity"]: row for row in self.rows("stratum_question.csv")}
        self.assertAlmostEqual(float(bounds["highest_emission"]["value"]), 300 * self.factor["evergreen forest"], delta=1e-6)


class Mistakes(TablesCase):
    def expect_error(self, code, exit_code, *words, seen_by_check=True):
        """The account stops with this one error, writes nothing, and check says the same where it can."""
        before = listing(self.inputs)
        done = self.account()
        self.assert_one_error(done, code, exit_code, *words)
        self.assert_no_traces()
        checked = self.run_command("check", self.audit_file)
        if seen_by_check:
            self.assertEqual((checked.returncode, checked.stdout, checked.stderr), (exit_code, "", done.stderr))
        self.assertEqual(listing(self.inputs), before)

    def test_neither_loss_nor_project_asks_for_one_of_them(self):
        self.edit_audit('[project]\nareas = "areas.csv"', "")
        # What check looks for first is the loss product.
        self.expect_error("audit_file", 2, "audit.toml", "[loss]", "[project] areas", "found neither", seen_by_check=False)
        checked = self.run_command("check", self.audit_file)
        self.assert_one_error(checked, "audit_file", 2, "[loss]", "[project] areas")

    def test_a_declared_forest_type_without_factor_is_refused(self):
        self.write("areas.csv", "zone,stratum,area_ha", "project,bamboo,20")
        self.expect_error("factor_missing", 65, "'bamboo'", "'project' holds 20.0 ha")

    def test_project_beside_loss_is_refused(self):
        self.edit_audit("[project]", '[forest]\ncanopy_pct = 10\ncanopy_rule = "greater"\n\n'
                        '[loss]\nlossyear = ["l.tif"]\ntreecover2000 = ["c.tif"]\nrelease = "R"\nfirst_year = 2001\n'
                        "last_year = 2020\n\n[project]")
        self.expect_error("audit_file", 2, "audit.toml:", "no [project] beside loss")

    def test_pixels_are_not_counted_where_there_are_none(self):
        for arguments in (["crosstab"], ["account", "--crosstab", self.inputs]):
            done = self.run_command(*arguments, self.audit_file, "-o", self.out)
            self.assert_one_error(done, "audit_file", 2, "[loss]", "[project] areas, which hold nothing to count")
            self.assert_no_traces()

    def test_national_classes_and_a_monitoring_period_are_needed(self):
        original = self.audit_file.read_text(encoding="utf-8")
        self.edit_audit('classes     = "../cambodia/classes.csv"\n', "")
        self.expect_error("audit_file", 2, "transitions and classes", "add both")
        self.audit_file.write_text(original, encoding="utf-8")
        self.replace_in_audit("[monitoring]", "[claim]")
        self.expect_error("audit_file", 2, "[monitoring]", "add it")

    def test_mistakes_in_the_areas_are_numbered(self):
        original = (self.twin / "areas.csv").read_text(encoding="utf-8")
        for old, new, words in (
                (",deciduous forest,1000", ",decidous forest,1000", ("areas.csv:4: ", '"deciduous forest"')),
                (",evergreen forest,1000", ",evergreen forest,-1", ("areas.csv:2: ", "at least 0 ha", "-1")),
                (",1000,project", ",1000,projekt", ("areas.csv:2: ", "displacement_belt", "nearest is project")),
                ('"1,000 ha of semi-evergreen forest",semi-', '"1,000 ha of evergreen forest",', ("areas.csv:3: ", "again")),
                (",1000,project\n", ",1000,displacement_belt\n", ("areas.csv", "one zone of role project"))):
            self.edit("areas.csv", old, new)
            self.expect_error("table_malformed", 65, *words)
            (self.twin / "areas.csv").write_text(original, encoding="utf-8")

    def test_mistakes_in_the_reported_losses_are_numbered(self):
        self.claim('zone = "1,000 ha of evergreen forest"\nlosses = "losses.csv"')
        row = ["1,000 ha of evergreen forest", "evergreen forest", "", "2019", "5"]
        for column, value, words in ((0, "nowhere", ("nowhere", "evergreen")), (1, "everygreen", ("from", '"evergreen forest"')),
                                     (2, "feeld crops", ("to", '"field crops"')),
                                     (3, "2017", ("year", "2018 to 2020", "2017")), (4, "-5", ("area_ha", "-5"))):
            fields = row[:column] + [value] + row[column + 1:]
            self.write("losses.csv", "zone,from,to,year,area_ha", ",".join(f'"{field}"' for field in fields))
            if column == 0:
                self.expect_error("zone_unknown", 65, *words)
            else:
                self.expect_error("table_malformed", 65, "losses.csv:2: ", *words)

    def test_mistakes_in_the_items_are_numbered(self):
        self.claim('credits = 600000\nitems = "items.csv"')
        for lines, words in ((["credit,600000,tCO2e"], ("items.csv:2: ", "nearest is credits")),
                             (["reductions,600000,tC"], ("items.csv:2: ", "tCO2e")),
                             (["reductions,1,tCO2e", "reductions,2,tCO2e"], ("items.csv:3: ", "once")),
                             (["credits,500000,tCO2e"], ("items.csv:2: ", "tCO2e of credits as [claim] says"))):
            self.write("items.csv", "item,value,unit", *lines)
            self.expect_error("table_malformed", 65, *words)

    def test_a_claim_of_an_unknown_zone_or_map_is_refused(self):
        self.claim('zone = "1,000 ha of bamboo"')
        self.expect_error("zone_unknown", 65, '"1,000 ha of bamboo"', "nearest")
        self.claim('strata = "strata-2017"')
        self.expect_error("audit_file", 2, "audit.toml:", "there is none, so remove the key")


if __name__ == "__main__":
    main()
