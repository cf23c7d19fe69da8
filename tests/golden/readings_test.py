#!/usr/bin/python3
"""Every reading of the twin: which choices are crossed, what [readings] does, and amounts worked from the rasters.

Usage: readings_test.py REDDLINE_BINARY
"""
import statistics

from twin_case import SAMPLES, TwinCase, contents, main, unwrapped
from twin_count import CO2_PER_C, PERIOD, YEARS_IN_PERIOD, TwinAccount, TwinCount, table, tonnes

TWIN = SAMPLES / "prey-lang-twin"
CHOICES = ("route", "strata", "canopy_pct", "canopy_rule", "min_area_ha", "factors", "annualise", "intervals", "arcs",
           "areas", "post", "reference")
NATIONAL_T = 79_245_643
NATIONAL_FOREST_HA = 8_518_173
USUAL = {"route": "loss", "strata": "strata-2017", "canopy_pct": "10", "canopy_rule": "greater", "min_area_ha": "0.5",
         "factors": "carbon.csv", "annualise": "linear", "intervals": "pooled", "arcs": "option-1", "areas": "static",
         "post": "zero"}


class ReadingsCase(TwinCase):
    @classmethod
    def setUpClass(cls):
        cls.count = TwinCount(TWIN / "audit.toml")
        cls.account = TwinAccount(cls.count, TWIN)

    def readings(self, out=None, **options):
        """Runs the audit; the rows of readings.csv."""
        done = self.audit(out=out, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.answer = done.stdout
        return self.rows("readings.csv", out)

    def restrict(self, text):
        """Puts other limits into [readings]."""
        whole, _, _ = self.audit_file.read_text(encoding="utf-8").partition("[readings]")
        self.audit_file.write_text(whole + text, encoding="utf-8")

    def set_reference(self, text):
        """Puts other reference levels behind the national transitions."""
        self.replace_in_audit("national    =", "[monitoring]", text + "\n\n")

    def one(self, rows, **choices):
        """The reading with these choices, the others as in the default reading or without a part in it."""
        wanted = USUAL | choices
        found = [row for row in rows if all(row[choice] in (value, "") for choice, value in wanted.items())]
        self.assertEqual(len(found), 1, (wanted, len(found)))
        return found[0]

    def expect_reference(self, row, level_t, status="computed"):
        """The reference level is the expected one but for the order of sums."""
        self.assertEqual(row["status"], status, row["reason"])
        self.assertGreater(level_t, 0)
        self.assertAlmostEqual(float(row["reference_level_tCO2e"]), level_t, delta=1e-9 * level_t, msg=row)

    def history_t(self, zone, strata, first, last):
        """Mean emission per year of a zone's loss."""
        lost = [self.count.lost_ha(zone, strata, year) for year in range(first, last + 1)]
        return sum(tonnes(areas, self.account.factor) for areas in lost) / len(lost)


class Limits(ReadingsCase):
    def test_limits_leave_the_readings_that_they_name_in_the_same_order_and_no_other(self):
        self.restrict("")
        every = self.readings()
        self.assertNotIn("reading_limits_set", {row["code"] for row in self.rows("findings.csv")})
        self.restrict('[readings]\nroute = ["loss"]\ncanopy_pct = [10, 30]\nareas = ["static"]\n'
                      'reference = ["transitions", "national-by-forest-area"]\n')
        kept = self.readings(out=self.results / "kept")
        self.assertEqual(kept, [row for row in every if row["route"] == "loss" and row["canopy_pct"] in ("10", "30")
                                and row["areas"] in ("static", "")])
        self.assertTrue(0 < len(kept) < len(every))

    def test_a_restriction_is_on_record(self):
        self.restrict('[readings]\nroute = ["loss"]\ncanopy_pct = [10, 30]\n')
        self.readings()
        (finding,) = [row for row in self.rows("findings.csv") if row["code"] == "reading_limits_set"]
        self.assertIn("route: loss", finding["evidence"])
        self.assertIn("canopy_pct: 10, 30", finding["evidence"])
        self.assertIn("reading_limits_set", (self.out / "report.md").read_text(encoding="utf-8"))

    def test_the_first_value_of_a_list_is_the_default(self):
        self.restrict('[readings]\nannualise = ["compound", "linear"]\n')
        self.assertEqual(self.readings()[0]["annualise"], "compound")

    def test_the_value_of_the_forest_rule_is_the_default_wherever_it_is_listed(self):
        self.restrict('[readings]\ncanopy_pct = [10, 30]\n')
        self.edit_audit("canopy_pct   = 10", "canopy_pct   = 30")
        self.assertEqual(self.readings()[0]["canopy_pct"], "30")
        self.assertIn("canopy cover > 30 %", self.answer)

    def test_a_forest_rule_that_is_not_listed_is_an_error(self):
        for choice, listed, of_forest in (("canopy_pct", "[25, 30]", "10"), ("canopy_rule", '["at-least"]', "greater"),
                                          ("min_area_ha", "[0]", "0.5")):
            self.restrict(f"[readings]\n{choice} = {listed}\n")
            self.assert_one_error(self.audit(), "audit_file", 2, f"readings.{choice}: expected the value of [forest], "
                                  f"{of_forest}, among the values")

    def test_a_value_that_the_inputs_do_not_allow_lists_the_known_ones_before_anything_is_counted(self):
        known = {"route": ('["sample"]', "loss", "maps", "reported"),
                 "strata": ('["strata-2020"]', "strata-2017", "strata-2017-project", "strata-2016-independent"),
                 "canopy_pct": ("[10, 12]", "10, 15, 20, 25, 30, 50, 75"),
                 "canopy_rule": ('["above"]', "greater", "at-least"), "min_area_ha": ("[1]", "0.5, 0"),
                 "factors": ('["carbon-1998.csv"]', "carbon.csv"),
                 "annualise": ('["cubic"]', "linear", "compound", "matrix-root"), "intervals": ('["mean"]', "pooled"),
                 "arcs": ('["option-3"]', "option-1", "option-2"), "areas": ('["moving"]', "static", "markov"),
                 "post": ('["post-stock"]', "zero"),
                 "reference": ('["history-of-reference"]', "transitions", "national-by-forest-area")}
        self.assertEqual(set(known), set(CHOICES))
        for choice, (values, *words) in known.items():
            with self.subTest(choice):
                self.restrict(f"[readings]\n{choice} = {values}\n")
                line = self.audit_file.read_text().splitlines().index(f"{choice} = {values}") + 1
                self.expect_error("audit_file", 2, f"audit.toml:{line}:", f"readings.{choice}", *words)

    def test_a_list_without_values_and_an_unknown_choice_are_refused(self):
        self.restrict("[readings]\nroute = []\n")
        self.expect_error("audit_file", 2, "readings.route")
        self.restrict('[readings]\ncanopy = [10]\n')
        self.expect_error("audit_file", 2, '"canopy"; the nearest known one is "canopy_pct"')


class Crossed(ReadingsCase):
    def test_every_reading_stands_once_with_its_status_and_the_reason_of_a_refusal(self):
        rows = self.readings()
        self.assertEqual(len({tuple(row[choice] for choice in CHOICES) for row in rows}), len(rows))
        for row in rows:
            self.assertIn(row["status"], ("computed", "refused"))  # there is a belt, and a report of it
            self.assertEqual(row["consistent"] == "", row["status"] == "refused")
            self.assertEqual(row["credits"] == "", row["status"] == "refused")
            self.assertTrue(row["status"] == "computed" or row["reason"], row)
        self.assertEqual({row["route"] for row in rows}, {"loss", "maps", "reported"})
        # Nothing but the root that the national matrix does not have is refused.
        self.assertEqual({row["annualise"] for row in rows if row["status"] == "refused"}, {"matrix-root"})
        self.assertNotIn("matrix-root", {row["annualise"] for row in rows if row["status"] == "computed"})

    def test_doubled_factors_double_every_amount(self):
        lines = table(self.twin / "carbon.csv")
        (self.twin / "doubled.csv").write_text("stratum,carbon_tC_per_ha,source\n" + "".join(
            f"{row['stratum']},{2 * float(row['carbon_tC_per_ha'])},demonstration\n" for row in lines), encoding="utf-8")
        self.edit_audit('factors = "carbon.csv"', 'factors = ["carbon.csv", "doubled.csv"]')
        self.restrict('[readings]\ncanopy_pct = [10]\nreference = ["transitions"]\n')
        rows = self.readings()
        self.assertEqual(rows[0]["factors"], "carbon.csv")
        others = {tuple(row[choice] for choice in CHOICES if choice != "factors"): row
                  for row in rows if row["factors"] == "doubled.csv"}
        plain = [row for row in rows if row["factors"] == "carbon.csv"]
        self.assertEqual(len(plain), len(others))
        for row in plain:
            other = others[tuple(row[choice] for choice in CHOICES if choice != "factors")]
            self.assertEqual((row["status"], row["consistent"]), (other["status"], other["consistent"]))
            for column in ("reference_level_tCO2e", "project_emissions_tCO2e", "displaced_tCO2e", "reduction_tCO2e"):
                if row[column]:
                    self.assertAlmostEqual(2 * float(row[column]), float(other[column]), delta=1e-6, msg=column)

    def test_two_rates_keep_their_bases_apart(self):
        self.set_reference('rate = [{ value = 0.04, base = "forest", source = "test" },\n'
                           '        { value = 0.03, base = "territory", source = "test" }]')
        rows = self.readings()
        forest_ha = self.account.forest_ha
        level_t = 0.04 * tonnes(forest_ha, self.account.factor) * YEARS_IN_PERIOD
        self.expect_reference(self.one(rows, reference="rate-of-forest"), level_t)
        # All pixels of the zone are territory, those that were not counted too; loss is shared out as the forest is.
        territory_ha = self.count.zone_pixels_ha("project")
        level_t *= 0.03 / 0.04 * territory_ha / sum(forest_ha.values())
        self.expect_reference(self.one(rows, reference="rate-of-territory"), level_t)

    def test_a_national_level_is_shared_out_by_each_key_that_is_given(self):
        self.set_reference(
            f'national = {{ value_tCO2e_per_year = {NATIONAL_T}, forest_area_ha = {NATIONAL_FOREST_HA}, '
            'carbon_stock_tC = 9e8, area_change_ha_per_year = 4e5, stock_change_tCO2e_per_year = 2e8, '
            'history = { zone = "reference", start = 2017, end = 2017 }, source = "test" }')
        rows = self.readings()
        strata = "strata-2016-independent"
        forest_ha = self.count.forest_ha("project", strata, 2018)
        scale = sum(forest_ha.values()) / sum(self.count.forest_ha("reference", strata, 2017).values())
        lost_ha = sum(area for stratum, area in self.count.lost_ha("reference", strata, 2017).items() if stratum)
        shares = {"forest-area": sum(forest_ha.values()) / NATIONAL_FOREST_HA,
                  "carbon-stock": tonnes(forest_ha, self.account.factor) / CO2_PER_C / 9e8,
                  "past-area-change": scale * lost_ha / 4e5,
                  "past-stock-change": scale * self.history_t("reference", strata, 2017, 2017) / 2e8}
        for key, share in shares.items():
            row = self.one(rows, reference=f"national-by-{key}", strata=strata)
            self.expect_reference(row, NATIONAL_T * share * YEARS_IN_PERIOD)
            self.assertEqual(row["consistent"], "yes")
            # A map of 2017 does not show what was lost in 2017 as forest: a history read from it is too low.
            self.assertEqual(self.one(rows, reference=f"national-by-{key}")["consistent"],
                             "no" if key.startswith("past") else "yes", key)

    def test_histories_of_the_zone_itself_and_of_the_region_of_reference(self):
        self.set_reference('history = [{ start = 2017, end = 2017 },\n'
                           '           { zone = "reference", start = 2007, end = 2010, scale = "forest-area" }]')
        rows = self.readings()
        row = self.one(rows, reference="history-of-own-zone", strata="strata-2016-independent")
        self.expect_reference(row, self.history_t("project", "strata-2016-independent", 2017, 2017) * YEARS_IN_PERIOD)
        self.assertEqual(row["consistent"], "yes")
        row = self.one(rows, reference="history-of-reference")
        scale = sum(self.account.forest_ha.values()) / sum(
            self.count.forest_ha("reference", "strata-2017", 2007).values())
        self.expect_reference(row, scale * self.history_t("reference", "strata-2017", 2007, 2010) * YEARS_IN_PERIOD)
        self.assertEqual(row["consistent"], "no")  # the map is younger than the loss that it should tell apart
        maps = [row for row in rows if row["route"] == "maps" and row["reference"].startswith("history")]
        self.assertEqual({row["status"] for row in maps}, {"refused"})

    def test_the_reported_route_takes_the_losses_of_the_claim(self):
        row = self.one(self.readings(), route="reported", reference="transitions")
        losses = table(TWIN / "claimed_losses.csv")
        emitted = {zone: {year: sum(float(loss["area_ha"]) * self.account.factor[loss["from"]] for loss in losses
                                    if loss["zone"] == zone and int(loss["year"]) == year) for year in PERIOD}
                   for zone in ("project", "belt")}
        belt_ha = self.count.forest_ha("belt", "strata-2017", 2018)
        belt_t = sum(area * self.account.rate[stratum] * self.account.factor[stratum] for stratum, area in belt_ha.items())
        displaced = sum(max(0.0, emitted["belt"][year] - share * belt_t) for year, share in PERIOD.items())
        self.expect_reference(row, self.account.reference)
        self.assertAlmostEqual(float(row["project_emissions_tCO2e"]), sum(emitted["project"].values()), delta=1e-6)
        self.assertAlmostEqual(float(row["displaced_tCO2e"]), displaced, delta=1e-6)
        self.assertEqual(int(row["credits"]),
                         int(self.account.reference - sum(emitted["project"].values()) - displaced))


class Summary(ReadingsCase):
    def test_the_screen_and_the_report_sum_up_the_table(self):
        rows = self.readings()
        computed = [int(row["credits"]) for row in rows if row["status"] == "computed"]
        consistent = [int(row["credits"]) for row in rows if row["consistent"] == "yes"]
        spread = "{0:,} to {1:,} credits (median {2:,.0f})"
        screen, report = unwrapped(self.answer), (self.out / "report.md").read_text(encoding="utf-8")
        for text in (f"The {len(consistent):,} readings of the rules that treat",
                     spread.format(min(consistent), max(consistent), statistics.median(consistent)),
                     "None of them reaches the claim"):
            self.assertIn(text, screen)
            self.assertIn(text, report)
        self.assertLess(max(computed), 216868)
        nearest = min(consistent, key=lambda credits: abs(credits - 216868))
        for text in (f"{len(computed):,} readings can be computed and give " + spread.format(
                         min(computed), max(computed), statistics.median(computed)),
                     f"{len(rows) - len(computed):,} more are refused", f"nearest to the claim gives {nearest:,} credits"):
            self.assertIn(text, report)

    def test_the_effect_of_each_choice_follows_from_the_table(self):
        rows = self.readings()
        usual = rows[0]
        consistent = []
        for row in rows:
            if row["consistent"] == "yes":
                # A choice without a part in a reading stands at its usual value.
                meant = {choice: row[choice] or usual[choice] for choice in CHOICES}
                if row["route"] == "maps":
                    meant["strata"] = usual["strata"]
                consistent.append((meant, int(row["credits"])))
        expected = {}
        for choice in CHOICES:
            groups = {}
            for meant, credits in consistent:
                groups.setdefault(tuple(meant[other] for other in CHOICES if other != choice), []).append(credits)
            ranges = [max(group) - min(group) for group in groups.values() if len(group) > 1]
            if ranges:
                expected[choice] = (len(ranges), statistics.fmean(ranges), max(ranges))
        found = {row["choice"]: row for row in self.rows("choices.csv")}
        self.assertEqual(set(found), set(expected))
        for choice, (groups, mean, largest) in expected.items():
            self.assertEqual((int(found[choice]["groups"]), float(found[choice]["largest_range_tCO2e"])), (groups, largest))
            self.assertAlmostEqual(float(found[choice]["mean_range_tCO2e"]), mean, delta=1e-6, msg=choice)
        self.assertEqual(list(found), sorted(found, key=lambda choice: -expected[choice][1]))
        first = next(iter(found))
        self.assertRegex(unwrapped(self.answer), rf"The choice that matters most is {first} \([^)]+\): changing it alone moves "
                         f"the credits by {expected[first][1]:,.0f} on average, at most {expected[first][2]:,}\\.")


class SameBytes(ReadingsCase):
    def test_readings_of_every_kind_have_the_same_bytes_however_they_are_run(self):
        (self.twin / "again.csv").write_bytes((self.twin / "carbon.csv").read_bytes())
        self.edit_audit('factors = "carbon.csv"', 'factors = ["carbon.csv", "again.csv"]')
        self.set_reference('rate = { value = 0.03, base = "territory", source = "test" }\n'
                           f'national = {{ value_tCO2e_per_year = {NATIONAL_T}, forest_area_ha = {NATIONAL_FOREST_HA}, '
                           'source = "test" }\nhistory = { start = 2011, end = 2016 }')
        for threads in (1, 2):
            done = self.audit("--threads", threads, out=self.results / str(threads))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        done = self.run_command("account", self.audit_file, "--crosstab", counted, "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        one, two, apart = (contents(folder, without={"run.json", "report.html", "timing.json"})
                           for folder in (self.results / "1", self.results / "2", self.out))
        self.assertEqual({row["reference"] for row in self.rows("readings.csv")},
                         {"transitions", "rate-of-territory", "national-by-forest-area", "history-of-own-zone"})
        self.assertTrue(one == two, "threads")
        self.assertTrue(one == apart, "crosstab and account")


if __name__ == "__main__":
    main()
