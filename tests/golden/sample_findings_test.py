#!/usr/bin/python3
"""The two audit files of the twin raise every finding that inputs can raise; the numbers of the annex are counted a second time,
and what the sample's README works by hand is what the command says.

Usage: sample_findings_test.py REDDLINE_BINARY
"""
import functools
import pathlib
import re
import sys

import numpy as np

from twin_case import SAMPLES, TwinCase, main
from twin_count import FOREST, TwinCount, factors, table, tonnes

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "reference"))
import accounting_case  # noqa: E402
import accounting_twin  # noqa: E402

TWIN = SAMPLES / "prey-lang-twin"
PAGES = SAMPLES.parent / "docs" / "findings"
AUDITS = ("audit.toml", "audit-disputed.toml")
NOT_RAISED = {
    "demonstration_sample": "needs reference points, which the twin has not",
    "sample_area_differs": "needs reference points",
    "sampled_beyond_forest": "needs reference points",
    "sample_interval_below_zero": "needs reference points",
    "sample_subset": "needs reference points",
    "sample_systematic": "needs reference points",
    "blocks_missing": "needs a damaged file, which stops every run without --allow-missing-blocks",
    "count_partial": "needs a count with missing units, which merge refuses without --allow-partial",
    "ledger_balance": "a fault of the program, which no input raises",
    "pixel_conservation": "a fault of the program or of a changed table, which no input raises",
}

# 2015-07-01 to 2016-12-31: 184 of 365 days, then a whole year (Eq. 6).
PERIOD = {2015: 184 / 365, 2016: 1.0}
YEARS = sum(PERIOD.values())
EVERGREEN, DECIDUOUS = "evergreen forest", "deciduous forest"
RATES = {"forest": 0.04, "territory": 0.03}
KEPT = 0.9  # a tenth is held back
CLAIMED = {"reference": 3000, "emitted": 600, "displaced": 0, "reductions": 2500, "credits": 2250}
REPORTED_HA = {DECIDUOUS: 2.5, "bamboo": 0.5}

# A row of the README: codes, cause, and by hand, where `expression` = result can be worked with a calculator; what is in bold is
# evidence.
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \| ([^|]+) \|$", re.M)
WORKED = re.compile(r"`([\d.,+\-x/() ]+)` = (?:\*\*)?([+-]?[\d,]+(?:\.\d+)?)")


def per_cent(share):
    """A share as evidence shows it."""
    return f"{100 * share:.2f} %"


def nation(folder):
    """National area of each forest type, and what a hectare of it is expected to emit per year, `linear` and `option-2`."""
    classes = {row["class"]: row for row in table(folder.parent / "cambodia" / "classes.csv")}
    factor, area_ha, emitted = factors(folder / "carbon.csv"), {}, {}
    for row in table(folder.parent / "cambodia" / "transitions.csv"):
        source, target = classes[row["from"]], classes[row["to"]]
        if source["forest"] != "1":
            continue
        stratum, area = source["stratum"], float(row["area_ha"])
        left = factor[target["stratum"]] if target["forest"] == "1" else 0.0
        area_ha[stratum] = area_ha.get(stratum, 0.0) + area
        emitted[stratum] = emitted.get(stratum, 0.0) + area * max(0.0, factor[stratum] - left)
    return area_ha, {stratum: emitted[stratum] / area_ha[stratum] / 2 for stratum in area_ha}


class AnnexAccount:
    """The default reading of the annex: loss years by the map of 2021, national transitions under option 2."""

    def __init__(self):
        self.count = TwinCount(TWIN / "audit-disputed.toml")
        self.factor = factors(TWIN / "carbon.csv")
        self.nation_ha, self.expected_per_ha = nation(TWIN)
        self.forest_ha = {zone: self.count.forest_ha(zone, "types-2021", 2015)
                          for zone in ("park", "belt of the park", "concession")}
        self.reference = {zone: YEARS * self.expected_of(zone) for zone in self.forest_ha}
        self.lost_ha = {zone: self.period_ha(zone, "types-2021") for zone in self.forest_ha}
        self.emitted = {zone: tonnes(areas, self.factor) for zone, areas in self.lost_ha.items()}
        belt = "belt of the park"
        self.belt_difference = {
            year: share * (tonnes(self.count.lost_ha(belt, "types-2021", year), self.factor) - self.expected_of(belt))
            for year, share in PERIOD.items()}
        self.displaced = sum(max(0.0, difference) for difference in self.belt_difference.values())

    def expected_of(self, zone):
        """Emissions expected per year."""
        return sum(area * self.expected_per_ha[stratum] for stratum, area in self.forest_ha[zone].items())

    def period_ha(self, zone, strata):
        """Area lost in the period by forest type."""
        return {stratum: sum(share * self.count.lost_ha(zone, strata, year)[stratum] for year, share in PERIOD.items())
                for stratum in FOREST}

    def zone(self, name):
        """The pixels of a zone."""
        return self.count.landscape.zones[name]

    def yearly_ha(self, zone, years):
        """Mean loss of some years."""
        return sum(self.count.hectares(self.count.lost(zone, year)) for year in years) / len(years)


def break_even(room, areas, factor):
    """Eq. 26: the share of evergreen forest in the loss, the rest deciduous, at which nothing is left of `room`."""
    lost_ha, low, high = sum(areas.values()), factor[DECIDUOUS], factor[EVERGREEN]
    return (room - lost_ha * low) / (lost_ha * (high - low))


def worked(expression):
    """What an expression of the README gives on a calculator; it holds nothing but numbers and their operations."""
    return eval(expression.replace(",", "").replace("x", "*"), {"__builtins__": {}})


def lost_row(count, strata, forest_type):
    """The end of a row of the README: pixels of forest of a type lost in the project in 2018, 2019 and 2020."""
    of_map = count.maps[strata]
    name = forest_type if forest_type == "bamboo" else f"{forest_type} forest"
    of_type = ~np.isin(of_map, FOREST) if forest_type == "no forest" else of_map == name
    counts = [np.count_nonzero(count.lost("project", year) & of_type) for year in (2018, 2019, 2020)]
    return f" | {forest_type} | " + " | ".join(f"{number:,}" for number in counts) + " |\n"


class SampleCase(TwinCase):
    def findings_of(self, name):
        """The findings of an audit file of the twin: (code, severity, subject) -> evidence, and by code alone."""
        self.audit_file = self.twin / name
        found = self.findings("--overwrite")
        by_code = {}
        for (code, _, _), evidence in found.items():
            by_code[code] = f"{by_code[code]}\n{evidence}" if code in by_code else evidence
        return found, by_code


class EveryFinding(SampleCase):
    def test_the_two_audit_files_raise_every_finding_that_inputs_can_raise(self):
        raised = {code for name in AUDITS for code in self.findings_of(name)[1]}
        pages = {page.stem for page in PAGES.glob("*.md")} - {"README"}
        self.assertEqual(raised & NOT_RAISED.keys(), set())
        self.assertEqual(pages - raised, NOT_RAISED.keys())

    def test_the_readme_names_the_cause_of_every_finding_and_works_its_numbers(self):
        readme = (TWIN / "README.md").read_text(encoding="utf-8")
        for name in AUDITS:
            by_code = self.findings_of(name)[1]
            section = readme[readme.index(f"### What `{name}` gives to doubt"):]
            section = section[:section.find("\n#", 1)]
            listed = []
            for codes, cause, by_hand in ROW.findall(section):
                codes = re.findall(r"\w+", codes)
                listed += codes
                evidence = "\n".join(by_code[code] for code in codes)
                for result in re.findall(r"\*\*([^*]+)\*\*", by_hand):
                    self.assertIn(result, evidence, (name, codes))
                for expression, result in WORKED.findall(cause + by_hand):
                    # One area stands for all pixels, and factors are shown rounded: half a digit, and 0.05 %.
                    shown = float(result.replace(",", ""))
                    half_a_digit = 0.5 * 10.0 ** -len(result.partition(".")[2])
                    self.assertAlmostEqual(worked(expression), shown, delta=half_a_digit + 0.0005 * abs(shown),
                                           msg=(name, codes, expression))
            self.assertEqual(sorted(listed), sorted(by_code), name)

    def test_the_pixels_that_the_readme_works_with_are_those_of_the_rasters(self):
        twin, annex = (TwinCount(TWIN / name) for name in AUDITS)
        rows = [lost_row(twin, "strata-2017", forest_type)
                for forest_type in ("evergreen", "semi-evergreen", "deciduous", "bamboo", "no forest")]
        rows += [lost_row(twin, "strata-2017-project", forest_type) for forest_type in ("deciduous", "bamboo")]
        for zone in ("park", "belt of the park", "concession"):
            counts = [np.count_nonzero(annex.lost(zone, year)) for year in range(2013, 2017)]
            rows.append(" | ".join(map(str, counts)) + " |\n")
            left = annex.landscape.zones[zone] & ((annex.loss_year == 0) | (annex.loss_year >= 2015))
            counts = [np.count_nonzero(left & (annex.maps["types-2021"] == stratum)) for stratum in (EVERGREEN, DECIDUOUS)]
            rows.append(f" | {np.count_nonzero(annex.landscape.zones[zone]):,} | {counts[0]:,} and {counts[1]:,} |\n")
        for year in range(2006, 2015):
            self.assertEqual(np.count_nonzero(annex.lost("reference strip", year)), 16)
        readme = (TWIN / "README.md").read_text(encoding="utf-8")
        for row in rows:
            self.assertIn(row, readme)


class OfTheAnnex(SampleCase):
    @classmethod
    def setUpClass(cls):
        cls.account = AnnexAccount()
        cls.count = cls.account.count

    def setUp(self):
        super().setUp()
        self.found, _ = self.findings_of("audit-disputed.toml")

    def expect(self, code, severity, subject, evidence):
        """A finding with exactly this evidence."""
        self.assertEqual(self.found[code, severity, subject], evidence, code)

    def pixels(self, where):
        """Pixels of a mask."""
        return int(np.count_nonzero(where))

    @functools.cached_property
    def case(self):
        """What the second implementation of the accounting reads."""
        return accounting_case.read_case(self.out, self.audit_file)

    def computed(self, zone):
        """The readings of a zone that can be computed, by the second implementation of the accounting."""
        return accounting_twin.given(accounting_twin.all_results(self.case, zone))

    def credits_text(self, results):
        """`lowest to highest tCO2e` of readings."""
        credits = [result.credits for result in results]
        return f"{min(credits):,} to {max(credits):,} tCO2e"

    def test_pixels_that_the_zones_share_or_lack(self):
        zone = self.account.zone
        for one, other in (("park", "concession"), ("belt of the park", "concession")):
            shared = self.pixels(zone(one) & zone(other))
            smaller = min(self.pixels(zone(one)), self.pixels(zone(other)))
            self.expect("zones_overlap", "warning", f"{one} and {other}",
                        f"{shared} pixels, {per_cent(shared / smaller)} of the smaller zone")
        edge = self.pixels(zone("edge"))
        self.expect("zone_partly_outside", "warning", "edge", f"{edge // 2} of {edge + edge // 2} pixels, 33.33 %")
        self.assertEqual(edge, 60 * 20)  # of 60 rows and 30 columns, ten of them beyond the last one
        self.assertIn("1 of 1 features", self.found["geometry_repaired", "warning", "sketch"])

    def test_pixels_that_cannot_be_used(self):
        landscape, edge = self.count.landscape, self.account.zone("edge")
        whole = self.pixels(edge)
        for code, outcome in (("codes_beyond_last_year", "beyond_last_year"), ("cover_out_of_range", "cover_out_of_range")):
            pixels = self.pixels(edge & (landscape.outcome == outcome))
            self.assertGreater(pixels, 0)
            self.expect(code, "warning", "edge", f"{pixels} of {whole} pixels, {100 * pixels / whole:.4f} %")
        pixels = self.pixels(edge & (landscape.outcome == "no_data_mask"))
        self.expect("data_gap", "note", "edge", f"no_data_mask: {pixels} pixels, {100 * pixels / whole:.4f} %")
        self.expect("zero_declared_no_data", "note", "lossyear", "1 of 1 files; the first: lossyear.tif")
        shared_row = np.zeros(edge.shape, dtype=bool)
        shared_row[30] = True  # of both polygons of 2014
        in_zones = np.logical_or.reduce(list(landscape.zones.values()))
        self.expect("strata_polygons_overlap", "warning", "types-2014.geojson",
                    f"{self.pixels(shared_row & in_zones)} pixels inside zones")

    def test_loss_that_falls_in_the_park_and_rises_in_its_belt(self):
        before, during = (2013, 2014), (2015, 2016)
        texts = []
        for zone in ("belt of the park", "park"):
            texts.append(f"{self.account.yearly_ha(zone, before):.1f} ha per year in 2013-2014, "
                         f"{self.account.yearly_ha(zone, during):.1f} ha per year in 2015-2016")
        self.expect("belt_loss_rises", "warning", "belt of the park",
                    f"belt: {texts[0]}; project: {texts[1]}; counted as displaced: {self.account.displaced:,.0f} tCO2e")
        self.expect("belt_below_reference", "note", "park", f"2015: {self.account.belt_difference[2015]:,.0f} tCO2e")
        self.assertGreater(self.account.belt_difference[2016], 0.0)
        self.expect("credits_while_loss_rises", "warning", "concession",
                    f"{self.account.yearly_ha('concession', before):.1f} ha per year in 2013-2014, "
                    f"{self.account.yearly_ha('concession', during):.1f} ha per year in 2015-2016")
        self.expect("displacement_not_counted", "warning", "concession", "no zone of role displacement_belt")

    def test_amounts_of_the_claim_that_do_not_follow_from_each_other(self):
        left = CLAIMED["reference"] - CLAIMED["emitted"] - CLAIMED["displaced"]
        self.expect("claim_items_disagree", "contradiction", "claim",
                    f"reductions {CLAIMED['reductions']:,} tCO2e; 3,000 tCO2e - 600 tCO2e - 0 tCO2e = {left:,} tCO2e; "
                    f"difference {CLAIMED['reductions'] - left:+,} tCO2e")

    def test_the_claim_against_the_maps(self):
        factor = self.account.factor
        area_ha = self.count.zone_pixels_ha("park")
        self.expect("project_area_differs", "warning", "park",
                    f"claimed 130.0 ha, pixels of the zone {area_ha:.1f} ha, difference {130 - area_ha:+.1f} ha "
                    f"({100 * (130 - area_ha) / area_ha:.2f} %)")
        held_ha = self.account.forest_ha["park"]["bamboo"]
        self.expect("reported_beyond_forest", "warning", "park",
                    f"bamboo: reported {REPORTED_HA['bamboo']} ha, forest at the start {held_ha:.1f} ha")
        own, ours = (self.account.period_ha("park", strata) for strata in ("types-2014", "types-2021"))
        self.expect("claim_on_other_strata_map", "warning", "park",
                    "claim: types-2014; default reading: types-2021; consistency index 1.000; "
                    f"by types-2014 {own[EVERGREEN]:.1f} ha of forest lost, {own[EVERGREEN] * factor[EVERGREEN]:,.0f} tCO2e; "
                    f"by types-2021 {ours[DECIDUOUS]:.1f} ha of forest lost, {ours[DECIDUOUS] * factor[DECIDUOUS]:,.0f} tCO2e")
        # All that was lost is deciduous in the map of 2021, so every reported hectare becomes deciduous.
        as_labelled, reported_ha = tonnes(REPORTED_HA, factor), sum(REPORTED_HA.values())
        relabelled = reported_ha * factor[DECIDUOUS]
        self.expect("claimed_strata_differ", "warning", "park",
                    f"consistency index {REPORTED_HA['bamboo'] / reported_ha:.3f} against types-2021; the reported loss emits "
                    f"{as_labelled:,.0f} tCO2e as labelled, {relabelled:,.0f} tCO2e by the mapped forest types stratum by "
                    f"stratum: {relabelled - as_labelled:+,.0f} tCO2e")

    def test_the_share_of_evergreen_forest_at_which_credits_vanish(self):
        account = self.account
        share = break_even(account.reference["park"] - account.displaced, account.lost_ha["park"], account.factor)
        self.expect("break_even", "note", "park", f"{per_cent(share)} of {sum(account.lost_ha['park'].values()):.1f} ha lost; "
                                                  "types-2021 shows 0.00 %; the claim reports 0.00 %")
        share = break_even(account.reference["concession"], account.lost_ha["concession"], account.factor)
        mapped = account.lost_ha["concession"][EVERGREEN] / sum(account.lost_ha["concession"].values())
        self.expect("break_even", "note", "concession",
                    f"{per_cent(share)} of {sum(account.lost_ha['concession'].values()):.1f} ha lost; "
                    f"types-2021 shows {per_cent(mapped)}")
        share = break_even(CLAIMED["reference"] - CLAIMED["displaced"], REPORTED_HA, account.factor)
        self.expect("no_break_even", "note", "park", f"break-even share of evergreen forest {per_cent(share)} of 3.0 ha lost")

    def test_a_default_reading_that_is_biased(self):
        account = self.account
        for zone, displaced in (("park", account.displaced), ("concession", 0.0)):
            credits = int(KEPT * (account.reference[zone] - account.emitted[zone] - displaced))
            evidence = self.found["inconsistent_default_reading", "warning", zone]
            self.assertIn("change among forest types is expected", evidence)
            self.assertIn("not dated before the loss", evidence)
            self.assertTrue(evidence.endswith(f"its credits: {credits:,} tCO2e"), evidence)
            raising = self.found["carbon_raising_arc", "note", zone].split("; ")
            for arc in raising:
                source, target = arc.split(" > ")
                self.assertGreaterEqual(account.factor[target], account.factor[source])

    def test_rates_of_two_bases(self):
        levels, ratios = {}, []
        for zone in ("park", "concession"):
            forest_ha = self.account.forest_ha[zone]
            share = sum(forest_ha.values()) / self.count.zone_pixels_ha(zone)
            of_forest = RATES["forest"] * tonnes(forest_ha, self.account.factor) * YEARS
            of_territory = RATES["territory"] / share * tonnes(forest_ha, self.account.factor) * YEARS
            levels[zone] = (of_forest, of_territory)
            ratios.append(f"{zone}: {RATES['forest'] * share / RATES['territory']:.2f} "
                          f"({of_forest:,.0f} tCO2e against {of_territory:,.0f} tCO2e)")
            evidence = self.found["base_of_rate", "note", zone]
            self.assertIn(f"4.000 % per year of forest is {100 * RATES['forest'] * share:.3f} % per year of territory, since "
                          f"{per_cent(share)} of the zone is forest; taken for a share of territory it gives {1 / share:.2f} "
                          f"times as much: {of_forest / share:,.0f} tCO2e instead of {of_forest:,.0f} tCO2e", evidence)
            self.assertIn(f"{of_territory * share:,.0f} tCO2e instead of {of_territory:,.0f} tCO2e", evidence)
        self.assertTrue(self.found["base_of_rate", "note", "rate-of-forest and rate-of-territory"].endswith("; ".join(ratios)))

    def test_forest_whose_type_is_not_known(self):
        unknown = self.count.maps["types-2021"] == ""
        lost = [self.count.lost("park", year) for year in PERIOD]
        lost_ha = self.count.hectares(lost[0] | lost[1])
        unknown_ha = self.count.hectares((lost[0] | lost[1]) & unknown)
        self.expect("stratum_unknown", "warning", "park",
                    f"{unknown_ha:.1f} ha in 2015-2016, {per_cent(unknown_ha / lost_ha)} of the forest lost in these years")
        forest = self.account.zone("park") & np.isin(self.count.maps["types-2021"], FOREST)
        gap_ha = self.count.hectares(forest & (self.count.maps["types-2022"] == ""))
        self.expect("later_map_gap", "warning", "park",
                    f"{gap_ha:.1f} ha, {per_cent(gap_ha / self.count.hectares(forest))} of that forest")
        history = [self.count.lost("reference strip", year) for year in range(2006, 2015)]
        lost_ha = self.count.hectares(np.logical_or.reduce(history))
        self.expect("loss_in_non_forest_stratum", "warning", "reference strip",
                    f"{lost_ha:.1f} ha in 2006-2014, 100.00 % of the forest lost in these years")

    def test_forest_of_another_mix_than_the_nations(self):
        nation_ha = self.account.nation_ha
        for zone in ("park", "concession"):
            forest_ha, whole = self.account.forest_ha[zone], sum(self.account.forest_ha[zone].values())
            differences = {stratum: forest_ha.get(stratum, 0.0) / whole - area / sum(nation_ha.values())
                           for stratum, area in nation_ha.items()}
            most = max(differences, key=lambda stratum, of=differences: abs(of[stratum]))
            self.expect("national_shares_differ", "note", zone,
                        f"index {0.5 * sum(map(abs, differences.values())):.3f}; {most} is "
                        f"{per_cent(nation_ha[most] / sum(nation_ha.values()))} of national forest, "
                        f"{per_cent(forest_ha[most] / whole)} of the zone's")

    def test_dates_that_do_not_fit(self):
        self.expect("map_beyond_loss_years", "warning", "types-2021", "map of 2021, loss up to 2020")
        self.expect("map_newer_than_loss", "warning", "types-2021",
                    "\n".join(f"map of 2021, loss from {year}" for year in (2015, 2006, 2012)))
        self.expect("reference_period_break", "warning", "history-of-reference strip", "2006-2014")
        self.expect("reference_before_2015", "warning", "history-of-reference strip", "2006-2014")
        self.expect("reference_before_2015", "warning", "history-of-own-zone", "2012-2014")
        self.expect("national_interval_in_monitoring", "warning", "transitions.csv",
                    "interval 2014-2016, monitoring from 2015")
        self.expect("part_year", "note", "monitoring period", "2015: 184 of 365 days")

    def test_ranges_over_the_readings_are_those_of_the_second_implementation(self):
        park = self.computed("park")
        consistent = [result for result in park if result.consistent]
        self.expect("claim_outside_readings", "warning", "park",
                    f"2,250 tCO2e claimed; {len(park)} computed readings: {self.credits_text(park)}; "
                    f"{len(consistent)} consistent readings: {self.credits_text(consistent)}; [readings] leaves some out")
        some = [result for result in consistent if result.credits > 0]
        none = [result for result in consistent if result.credits == 0]
        lowest = min(result.reduction for result in none)
        self.expect("credits_under_some_readings", "warning", "park",
                    f"{len(some)} readings with {self.credits_text(some)} of credits; {len(none)} readings without, with "
                    f"reductions down to {float(lowest):,.0f} tCO2e")
        for zone in ("park", "concession"):
            results = self.computed(zone)
            for code, caveat in (("option_2_unseen_by_loss", "degradation_unseen"),
                                 ("post_stock_unseen_by_loss", "regrowth_unseen")):
                unseen = [result for result in results
                          if caveat in accounting_twin.caveats(self.case, zone, result.reading)]
                self.expect(code, "note", zone, f"{len(unseen)} of {len(results)} computed readings; their credits: "
                                                f"{self.credits_text(unseen)}")

    def test_the_reading_nearest_the_claim_by_hand(self):
        # A rate of forest on the older map, and what the claim reports; nothing is known of the belt.
        forest_ha = self.count.forest_ha("park", "types-2014", 2015)
        level = RATES["forest"] * tonnes(forest_ha, self.account.factor) * YEARS
        credits = int(KEPT * (level - tonnes(REPORTED_HA, self.account.factor)))
        self.assertEqual(max(result.credits for result in self.computed("park") if result.consistent), credits)
        self.assertIn(f"to {credits:,} tCO2e", self.found["credits_under_some_readings", "warning", "park"])


if __name__ == "__main__":
    main()
