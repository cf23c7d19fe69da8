#!/usr/bin/python3
"""Findings on the claim: each is provoked on the twin with the evidence counted a second time, and silent without dispute.

Usage: claim_findings_test.py REDDLINE_BINARY
"""
from twin_case import SAMPLES, TwinCase, main
from twin_count import FOREST, TwinAccount, TwinCount, table, tonnes

TWIN = SAMPLES / "prey-lang-twin"
OF_THE_CLAIM = {"claim_items_disagree", "claim_outside_readings", "project_area_differs", "claim_on_other_strata_map",
                "claimed_strata_differ", "loss_in_stratum_reported_as_none", "reported_beyond_forest",
                "strata_asymmetry"}


def shares(areas):
    """Shares of the forest strata in their sum."""
    whole = sum(area for stratum, area in areas.items() if stratum)
    return {stratum: areas.get(stratum, 0.0) / whole for stratum in FOREST}


def index(one, other):
    """Eq. 27 of two mixes in hectares."""
    return 0.5 * sum(abs(shares(one)[stratum] - shares(other)[stratum]) for stratum in FOREST)


def credit_range(rows):
    """`lowest to highest tCO2e` of readings."""
    credits = [int(row["credits"]) for row in rows]
    return f"{min(credits):,} to {max(credits):,} tCO2e"


class ClaimCase(TwinCase):
    @classmethod
    def setUpClass(cls):
        cls.count = TwinCount(TWIN / "audit.toml")
        cls.account = TwinAccount(cls.count, TWIN)
        cls.reported = {}
        for row in table(TWIN / "claimed_losses.csv"):
            if row["zone"] == "project":
                cls.reported[row["from"]] = cls.reported.get(row["from"], 0.0) + float(row["area_ha"])

    def state_credits(self, credits):
        """Lets the claim state credits and no other amount."""
        self.edit_audit('items   = "claimed_items.csv"\n', "")
        self.edit_audit("credits = 216868", f"credits = {credits}")

    def split_readings(self):
        """The readings of the last audit: (computed, consistent)."""
        rows = [row for row in self.rows("readings.csv") if row["status"] == "computed"]
        return rows, [row for row in rows if row["consistent"] == "yes"]


class AsShipped(ClaimCase):
    def setUp(self):
        super().setUp()
        self.found = self.findings()
        self.mapped = {strata: self.count.period_lost_ha("project", strata) for strata in self.count.maps}

    def test_a_claim_above_every_reading_of_a_restricted_set_is_doubted(self):
        computed, consistent = self.split_readings()
        self.assertEqual(self.found["claim_outside_readings", "warning", "project"],
                         f"216,868 tCO2e claimed; {len(computed):,} computed readings: {credit_range(computed)}; "
                         f"{len(consistent):,} consistent readings: {credit_range(consistent)}; [readings] leaves some out")

    def test_another_project_area_is_doubted(self):
        area_ha = self.count.zone_pixels_ha("project")
        self.assertEqual(self.found["project_area_differs", "warning", "project"],
                         f"claimed 12,600.0 ha, pixels of the zone {area_ha:,.1f} ha, difference {12600 - area_ha:+,.1f} ha "
                         f"({100 * (12600 - area_ha) / area_ha:.2f} %)")

    def test_baseline_and_monitoring_on_different_maps_are_doubted(self):
        own, ours = self.mapped["strata-2017-project"], self.mapped["strata-2017"]
        texts = [f"by {name} {sum(area for stratum, area in areas.items() if stratum):,.1f} ha of forest lost, "
                 f"{tonnes(areas, self.account.factor):,.0f} tCO2e"
                 for name, areas in (("strata-2017-project", own), ("strata-2017", ours))]
        self.assertEqual(self.found["claim_on_other_strata_map", "warning", "project"],
                         "claim: strata-2017-project; default reading: strata-2017; "
                         f"consistency index {index(own, ours):.3f}; {texts[0]}; {texts[1]}")

    def test_another_mix_of_forest_types_is_doubted(self):
        as_labelled = tonnes(self.reported, self.account.factor)
        pairs = self.count.period_pairs_ha("project", "strata-2017-project", "strata-2017")
        relabelled = 0.0
        for stratum, area in self.reported.items():
            labels = {target: part for (source, target), part in pairs.items() if source == stratum}
            relabelled += area * tonnes(shares(labels), self.account.factor)
        self.assertEqual(self.found["claimed_strata_differ", "warning", "project"],
                         f"consistency index {index(self.reported, self.mapped['strata-2017']):.3f} against strata-2017; the "
                         f"reported loss emits {as_labelled:,.0f} tCO2e as labelled, {relabelled:,.0f} tCO2e by the mapped "
                         f"forest types stratum by stratum: {relabelled - as_labelled:+,.0f} tCO2e")

    def test_each_forest_type_with_much_mapped_and_no_reported_loss_is_named(self):
        mapped, lines = self.mapped["strata-2017"], []
        for stratum, share in shares(mapped).items():
            if share >= 0.1 and stratum not in self.reported:
                lines.append(f"{stratum}: mapped {mapped[stratum]:,.1f} ha, {100 * share:.2f} % of the mapped forest loss by "
                             f"strata-2017; reported none; it emits {mapped[stratum] * self.account.factor[stratum]:,.0f} tCO2e")
        self.assertEqual(len(lines), 2)
        self.assertEqual(self.found["loss_in_stratum_reported_as_none", "warning", "project"].split("\n"), lines)

    def test_what_is_expected_in_one_forest_type_and_reported_in_another_is_doubted(self):
        mixes = {"expected": self.account.expected_ha, "reported": self.reported, "strata-2017": self.mapped["strata-2017"],
                 "strata-2016-independent": self.mapped["strata-2016-independent"]}
        self.assertEqual(self.found["strata_asymmetry", "warning", "project"], "; ".join(
            f"{name}: evergreen forest {100 * shares(areas)['evergreen forest']:.2f} %, "
            f"deciduous forest {100 * shares(areas)['deciduous forest']:.2f} %" for name, areas in mixes.items()))

    def test_a_break_even_share_above_one_is_noted_for_the_reading_and_for_the_claim(self):
        factor, lines = self.account.factor, []
        for room, areas in ((self.account.reference - self.account.displaced, self.account.mapped_ha),
                            (280000 - 20000, self.reported)):
            lost_ha, low, high = sum(areas.values()), factor["bamboo"], factor["evergreen forest"]
            share = (room - lost_ha * low) / (lost_ha * (high - low))
            lines.append(f"break-even share of evergreen forest {100 * share:.2f} % of {lost_ha:,.1f} ha lost")
        self.assertEqual(self.found["no_break_even", "note", "project"].split("\n"), lines)

    def test_a_made_up_claim_says_so(self):
        self.assertIn(("demonstration_claim", "warning", "claim"), self.found)


class Variants(ClaimCase):
    def expect_range(self, credits, severity):
        """The claim of these credits lies outside the readings, with this severity."""
        evidence = self.findings("--overwrite")["claim_outside_readings", severity, "project"]
        computed, consistent = self.split_readings()
        self.assertEqual(evidence, f"{credits:,} tCO2e claimed; {len(computed):,} computed readings: "
                                   f"{credit_range(computed)}; {len(consistent):,} consistent readings: "
                                   f"{credit_range(consistent)}")

    def test_a_claim_that_is_what_the_rasters_give_raises_none_of_these_findings(self):
        self.claim_the_recomputation(self.count, self.account)
        codes = {code for code, _, _ in self.findings()}
        self.assertEqual(codes & OF_THE_CLAIM, set())
        # What the landscape itself gives reason to doubt stays.
        self.assertLessEqual({"credits_while_loss_rises", "part_year", "national_shares_differ"}, codes)

    def test_without_a_claim_nothing_is_said_of_it(self):
        self.drop_claim()
        codes = {code for code, _, _ in self.findings()}
        self.assertEqual(codes & (OF_THE_CLAIM | {"demonstration_claim"}), set())

    def test_items_that_do_not_follow_from_each_other_are_a_contradiction(self):
        self.edit("claimed_items.csv", "reductions,216868", "reductions,226868")
        evidence = self.findings()["claim_items_disagree", "contradiction", "claim"]
        # 280,000 - 43,132 - 20,000 = 216,868
        for number in ("226,868", "280,000", "43,132", "20,000", "216,868", "+10,000"):
            self.assertIn(f"{number} tCO2e", evidence)

    def test_credits_above_the_reductions_are_a_contradiction(self):
        self.edit("claimed_items.csv", "credits,216868", "credits,216870")
        self.edit_audit("credits = 216868", "credits = 216870")
        evidence = self.findings()["claim_items_disagree", "contradiction", "claim"]
        self.assertIn("216,870", evidence)

    def test_a_claim_above_the_consistent_readings_or_below_all_of_them_is_a_warning(self):
        self.state_credits(200000)
        self.expect_range(200000, "warning")
        computed, consistent = self.split_readings()
        self.assertLess(max(int(row["credits"]) for row in consistent), 200000)
        self.assertLess(200000, max(int(row["credits"]) for row in computed))
        self.edit_audit("credits = 200000", "credits = 60000")
        self.expect_range(60000, "warning")

    def test_a_claim_below_the_consistent_readings_alone_is_a_note(self):
        # With carbon on every kind of land the readings that subtract it on one side only are too low.
        lands = {row["stratum"] for row in table(self.inputs / "cambodia" / "classes.csv") if row["forest"] == "0"}
        with open(self.twin / "carbon.csv", "a", encoding="utf-8") as text:
            text.writelines(f"{land},5,,test\n" for land in sorted(lands))
        self.edit_audit("[readings]", '[readings]\npost = ["zero", "post-stock"]')
        self.state_credits(63000)
        self.expect_range(63000, "note")

    def test_more_reported_loss_than_forest_is_doubted(self):
        (self.twin / "claimed_losses.csv").write_text("zone,from,to,year,area_ha\nproject,bamboo,,2019,5000\n",
                                                      encoding="utf-8")
        evidence = self.findings()["reported_beyond_forest", "warning", "project"]
        bamboo_ha = self.account.forest_ha["bamboo"]
        self.assertEqual(evidence, f"bamboo: reported 5,000.0 ha, forest at the start {bamboo_ha:,.1f} ha")

    def test_a_few_hectares_of_another_area_and_another_type_are_no_finding(self):
        self.claim_the_recomputation(self.count, self.account)
        area_ha = self.count.zone_pixels_ha("project")
        self.edit_audit(f"area_ha = {area_ha}", f"area_ha = {area_ha * 1.009}")
        # A twentieth of the evergreen loss is reported as deciduous.
        rows = table(self.twin / "claimed_losses.csv")
        lines = ["zone,from,to,year,area_ha"]
        for row in rows:
            area = float(row["area_ha"])
            if row["zone"] == "project" and row["from"] == "evergreen forest":
                lines.append(f"project,{row['from']},,{row['year']},{0.95 * area}")
                moved = 0.05 * area
            elif row["zone"] == "project" and row["from"] == "deciduous forest":
                lines.append(f"project,{row['from']},,{row['year']},{area + moved}")
            else:
                lines.append(",".join(row.values()))
        (self.twin / "claimed_losses.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.assertEqual({code for code, _, _ in self.findings()} & OF_THE_CLAIM, set())


if __name__ == "__main__":
    main()
