#!/usr/bin/python3
"""The claim against the evidence on the twin: ledger, split and mixes, held against numpy counts of the same rasters.

Usage: claim_test.py REDDLINE_BINARY
"""
import re

from twin_case import SAMPLES, TwinCase, main, unwrapped
from twin_count import FOREST, PERIOD, TwinAccount, TwinCount, table, tonnes

TWIN = SAMPLES / "prey-lang-twin"
CLOSE = 1e-9  # relative: two orders of the same sums
PARTS = ["reference_level", "hectares", "strata", "factors", "displaced", "deductions", "not_itemised"]
EVIDENCE = ("strata-2017", "strata-2017-project", "strata-2016-independent")  # dated before the first monitoring year


def reported(zone="project"):
    """What the claim reports: (stratum, year) -> ha."""
    return {(row["from"], int(row["year"])): float(row["area_ha"])
            for row in table(TWIN / "claimed_losses.csv") if row["zone"] == zone}


def by_stratum(areas):
    """Sums over the years."""
    sums = {}
    for (stratum, _), area in areas.items():
        sums[stratum] = sums.get(stratum, 0.0) + area
    return sums


def shares(areas):
    """Shares of the forest strata in their sum."""
    forest = {stratum: area for stratum, area in areas.items() if stratum and area > 0}
    return {stratum: area / sum(forest.values()) for stratum, area in forest.items()}


def index(one, other):
    """Eq. 27."""
    return 0.5 * sum(abs(one.get(stratum, 0.0) - other.get(stratum, 0.0)) for stratum in FOREST)


class ClaimCase(TwinCase):
    """An audit of the twin, and the twin counted a second time."""

    @classmethod
    def setUpClass(cls):
        cls.count = TwinCount(TWIN / "audit.toml")
        cls.account = TwinAccount(cls.count, TWIN)

    def run_audit(self):
        """Runs the audit."""
        done = self.audit()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def assert_close(self, text, expected, what=""):
        """A number of a table is the expected one but for the order of sums."""
        self.assertAlmostEqual(float(text), expected, delta=CLOSE * max(1.0, abs(expected)), msg=str(what))

    def split(self):
        """The claim split: part -> kg; its sum is exact."""
        amounts = {row["part"]: int(row["amount_kgCO2e"]) for row in self.rows("claim_split.csv")}
        self.assertEqual(amounts["claimed"],
                         sum(amount for part, amount in amounts.items() if part != "claimed"))
        return amounts

    def expect_parts(self, amounts, expected_t):
        """Parts in kg are the expected tonnes; two kg for rounding."""
        for part, amount_t in expected_t.items():
            self.assertAlmostEqual(amounts[part], 1000 * amount_t, delta=2, msg=part)


class Split(ClaimCase):
    def test_the_parts_sum_exactly_and_are_those_worked_from_the_rasters(self):
        self.run_audit()
        amounts = self.split()
        self.assertEqual(list(amounts), ["recomputed", *PARTS, "claimed"])
        account, claimed_ha = self.account, by_stratum(reported())
        lost_ha, mapped_ha = sum(claimed_ha.values()), sum(account.mapped_ha.values())
        mapped_mean, as_labelled = account.emitted / mapped_ha, tonnes(claimed_ha, account.factor)
        reduction = account.reference - account.emitted - account.displaced
        self.expect_parts(amounts, {
            "claimed": 216868, "recomputed": int(reduction), "reference_level": 280000 - account.reference,
            "hectares": (mapped_ha - lost_ha) * mapped_mean, "strata": lost_ha * mapped_mean - as_labelled,
            "factors": as_labelled - 43132, "displaced": account.displaced - 20000,
            "deductions": reduction - int(reduction), "not_itemised": 0})

    def test_the_parts_are_those_that_the_readme_of_the_twin_works_by_hand(self):
        self.run_audit()
        amounts = self.split()
        amounts["together"] = amounts["claimed"] - amounts["recomputed"]
        text = (TWIN / "README.md").read_text(encoding="utf-8")
        by_hand = dict(re.findall(r"(?m)^\| (reference level|hectares|strata|factors|displaced|together): .*"
                                  r" \| ([\d,]+) \|$", text))
        self.assertEqual(len(by_hand), 6)
        for part, amount_t in by_hand.items():
            self.assertAlmostEqual(amounts[part.replace(" ", "_")] / 1000, int(amount_t.replace(",", "")), delta=0.5,
                                   msg=part)

    def test_what_the_claim_does_not_state_is_not_split_and_named(self):
        (self.twin / "claimed_items.csv").write_text("item,value,unit\nreference_level,280000,tCO2e\n", encoding="utf-8")
        self.run_audit()
        amounts = self.split()
        self.assertEqual(list(amounts), ["recomputed", "reference_level", "hectares", "strata", "not_itemised", "claimed"])
        self.expect_parts(amounts, {"reference_level": 280000 - self.account.reference})
        text = {row["part"]: row["text"] for row in self.rows("claim_split.csv")}["not_itemised"]
        for item in ("project_emissions", "displaced_emissions", "reductions"):
            self.assertIn(item, text)

    def test_a_claim_equal_to_the_recomputation_leaves_nothing_but_rounding(self):
        self.claim_the_recomputation(self.count, self.account)
        self.run_audit()
        amounts = self.split()
        self.assertEqual(amounts["claimed"], amounts["recomputed"])
        self.assertTrue(all(abs(amounts[part]) <= 2 for part in PARTS), amounts)
        for row in self.rows("claim_ledger.csv"):
            self.assert_close(row["difference_tCO2e"], 0.0, row)


class Ledger(ClaimCase):
    def expect_ledger(self, claimed_ha):
        """The claim ledger sets these areas of each zone beside the counted ones."""
        expected = {}
        for zone, claimed in claimed_ha.items():
            for year, share in PERIOD.items():
                for stratum, area in self.count.lost_ha(zone, "strata-2017", year).items():
                    if stratum and (area or (stratum, year) in claimed):
                        expected[zone, stratum, year] = (claimed.get((stratum, year), 0.0), share * area)
        rows = self.rows("claim_ledger.csv")
        self.assertEqual({(row["zone"], row["stratum"], int(row["year"])) for row in rows}, set(expected))
        self.assertEqual(len(rows), len(expected))
        for row in rows:
            claimed, mapped = expected[row["zone"], row["stratum"], int(row["year"])]
            factor = self.account.factor[row["stratum"]]
            self.assertEqual(row["estimated_ha"], "")
            for column, value in (("reported_ha", claimed), ("mapped_ha", mapped), ("difference_ha", claimed - mapped)):
                self.assert_close(row[column], value, (row, column))
                self.assert_close(row[column.replace("_ha", "_tCO2e")], value * factor, (row, column))

    def test_reported_and_mapped_loss_stand_side_by_side(self):
        self.run_audit()
        self.expect_ledger({zone: reported(zone) for zone in ("project", "belt")})
        differences = sum(float(row["difference_tCO2e"]) for row in self.rows("claim_ledger.csv")
                          if row["zone"] == "project")
        amounts = self.split()
        # Fewer tonnes reported than mapped is what the claim gains by hectares and strata together.
        self.assertAlmostEqual(-1000 * differences, amounts["hectares"] + amounts["strata"], delta=2)

    def test_reports_of_whole_calendar_years_are_taken_by_days(self):
        self.edit_audit('losses  = "claimed_losses.csv"', 'losses  = "claimed_losses.csv"\nyears   = "calendar"')
        self.run_audit()
        self.expect_ledger({zone: {(stratum, year): PERIOD[year] * area for (stratum, year), area in reported(zone).items()}
                            for zone in ("project", "belt")})


    def test_forest_that_became_another_type_is_named_everywhere_and_counts_nowhere(self):
        losses = self.twin / "claimed_losses.csv"
        losses.write_text(losses.read_text(encoding="utf-8") + "project,evergreen forest,deciduous forest,2019,12.5\n",
                          encoding="utf-8")
        self.run_audit()
        (row,) = (row for row in self.rows("claim_ledger.csv")
                  if (row["zone"], row["stratum"], row["year"]) == ("project", "evergreen forest", "2019"))
        self.assertEqual((row["reported_ha"], row["reported_uncounted_ha"], row["reported_tCO2e"]), ("12.5", "12.5", "0"))
        (row,) = (row for row in self.rows("loss_mix.csv")
                  if row["source"] == "reported" and row["stratum"] == "evergreen forest")
        self.assertEqual((row["area_ha"], row["became_forest_ha"]), ("12.5", "12.5"))
        text = {row["part"]: row["text"] for row in self.rows("claim_split.csv")}
        self.assertIn("; reported and not counted: 12.5 ha that became another forest type (option-1)", text["hectares"])
        amounts = self.split()
        for part, as_in_readme_t in (("hectares", 14918), ("strata", 90159), ("factors", 638)):
            self.assertAlmostEqual(amounts[part] / 1000, as_in_readme_t, delta=0.5, msg=part)
        labelled = [row["text"] for row in self.rows("stratum_question.csv") if row["quantity"] == "reported_emission"]
        self.assertEqual(set(labelled), {"as labelled, 12.5 ha of it to another forest type"})


class StratumQuestion(ClaimCase):
    def setUp(self):
        super().setUp()
        self.answer = self.run_audit()
        self.mixes = {"expected": self.account.expected_ha, "reported": by_stratum(reported())}
        self.mixes |= {strata: self.count.period_lost_ha("project", strata) for strata in EVIDENCE}

    def question(self, quantity):
        """Rows of one quantity: (map, text) -> value."""
        return {(row["strata"], row["text"]): row["value"] for row in self.rows("stratum_question.csv")
                if row["quantity"] == quantity}

    def test_the_mixes_are_those_counted_and_their_shares_sum_to_one(self):
        found = {}
        for row in self.rows("loss_mix.csv"):
            self.assertEqual(row["source"] == "mapped", row["strata"] != "")
            found.setdefault(row["strata"] or row["source"], {})[row["stratum"]] = row
        self.assertEqual(set(found), set(self.mixes))
        for name, areas in self.mixes.items():
            self.assertEqual(set(found[name]), {stratum for stratum, area in areas.items() if area > 0}, name)
            for stratum, row in found[name].items():
                self.assert_close(row["area_ha"], areas[stratum], (name, stratum))
                self.assertEqual(row["share"] == "", stratum == "")
                if stratum:
                    self.assert_close(row["share"], shares(areas)[stratum], (name, stratum))

    def test_the_shares_of_one_map_in_another_are_those_counted(self):
        found = {}
        for row in self.rows("stratum_shares.csv"):
            found.setdefault((row["from_strata"], row["to_strata"]), {})[row["from"], row["to"]] = row
        self.assertEqual(set(found), {(one, other) for one in EVIDENCE for other in EVIDENCE if one != other})
        for (one, other), rows in found.items():
            pairs = self.count.period_pairs_ha("project", one, other)
            self.assertEqual(set(rows), set(pairs), (one, other))
            for (source, target), row in rows.items():
                whole = sum(area for (stratum, _), area in pairs.items() if stratum == source)
                self.assert_close(row["area_ha"], pairs[source, target], row)
                self.assert_close(row["share"], pairs[source, target] / whole, row)

    def test_the_consistency_index_of_every_two_mixes(self):
        found = self.question("consistency_index")
        names = list(self.mixes)
        expected = {("", f"{one} against {other}"): index(shares(self.mixes[one]), shares(self.mixes[other]))
                    for place, one in enumerate(names) for other in names[place + 1:]}
        self.assertEqual(set(found), set(expected))
        for key, value in expected.items():
            self.assert_close(found[key], value, key)

    def test_the_reported_hectares_as_each_map_labels_them(self):
        claimed_ha, factor = self.mixes["reported"], self.account.factor
        as_labelled = tonnes(claimed_ha, factor)
        for strata in EVIDENCE:
            if strata == "strata-2017-project":  # the claim's own map says no more than its mix
                text, relabelled = "mix of all loss", sum(claimed_ha.values()) * tonnes(shares(self.mixes[strata]), factor)
            else:
                pairs = self.count.period_pairs_ha("project", "strata-2017-project", strata)
                text, relabelled = "type by type", 0.0
                for source, area in claimed_ha.items():
                    labels = {target: part for (stratum, target), part in pairs.items() if stratum == source}
                    relabelled += area * tonnes(shares(labels), factor)
            self.assert_close(self.question("reported_emission")[strata, "as labelled"], as_labelled, strata)
            self.assert_close(self.question("relabelled_emission")[strata, text], relabelled, strata)
            self.assert_close(self.question("relabelling_difference")[strata, text], relabelled - as_labelled, strata)

    def test_bounds_and_break_even_are_worked_from_the_highest_and_the_lowest_factor(self):
        account, factor = self.account, self.account.factor
        high, low, lost_ha = factor["evergreen forest"], factor["bamboo"], sum(self.mixes["reported"].values())
        mapped_ha = sum(account.mapped_ha.values())
        expected = {
            "lowest_emission": lost_ha * low, "highest_emission": lost_ha * high,
            "break_even_share": (account.reference - account.displaced - mapped_ha * low) / (mapped_ha * (high - low)),
            "claimed_break_even_share": (280000 - 20000 - lost_ha * low) / (lost_ha * (high - low))}
        for quantity, value in expected.items():
            (found,) = self.question(quantity).values()
            self.assert_close(found, value, quantity)

    def test_the_answer_says_where_they_part_what_it_is_worth_and_what_would_settle_it(self):
        answer = unwrapped(self.answer)
        evergreen_t = self.account.mapped_ha["evergreen forest"] * self.account.factor["evergreen forest"]
        self.assertIn("differ most in evergreen forest: 0.0 ha reported, 217.0 ha mapped: "
                      f"{evergreen_t:,.0f} tCO2e more", answer)
        self.assertIn("The claim: 216,868 credits", answer)
        strata_t = round(self.split()["strata"] / 1000)
        self.assertIn(f"the largest part is {strata_t:,} by which forest types were lost", answer)
        self.assertIn("What would settle that: the forest-type map", answer)


if __name__ == "__main__":
    main()
