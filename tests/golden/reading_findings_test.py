#!/usr/bin/python3
"""Findings on readings, reference level, maps and loss: each is provoked on a variant of the twin, the evidence counted again.

Usage: reading_findings_test.py REDDLINE_BINARY
"""
import json
import pathlib
import re

import numpy as np

from twin_case import PIXEL_DEG, SAMPLES, TwinCase, main, square
from twin_count import FOREST, YEARS_IN_PERIOD, TwinAccount, TwinCount, factors, table, tonnes

TWIN = SAMPLES / "prey-lang-twin"
PAGES = SAMPLES.parent / "docs" / "findings"
WEST_COLUMNS = 416  # of the 800 columns, those of the western tiles
HOLE = np.s_[250:400, 300:400]  # rows and columns in the project


def per_cent(share):
    """A share as evidence shows it."""
    return f"{100 * share:.2f} %"


class FindingCase(TwinCase):
    @classmethod
    def setUpClass(cls):
        cls.count = TwinCount(TWIN / "audit.toml")
        cls.account = TwinAccount(cls.count, TWIN)
        cls.project = cls.count.landscape.zones["project"]
        cls.baseline = cls.count.maps["strata-2017"]

    def set_reference(self, text):
        """Puts other reference levels in the place of those of the twin."""
        self.replace_in_audit("transitions =", "[monitoring]", text + "\n\n")

    def credits(self, **choices):
        """Credits of the computed readings with these values."""
        return [int(row["credits"]) for row in self.rows("readings.csv")
                if row["status"] != "refused" and all(row[choice] == value for choice, value in choices.items())]

    def add_stocks(self, stock_tC):
        """Gives all land that is not forest a carbon stock."""
        lands = {row["stratum"] for row in table(self.inputs / "cambodia" / "classes.csv") if row["forest"] == "0"}
        with open(self.twin / "carbon.csv", "a", encoding="utf-8") as text:
            text.writelines(f"{land},{stock_tC},,test\n" for land in sorted(lands))

    def cut_hole(self, name):
        """Takes the data out of a part of a strata map; where."""
        def without_data(codes):
            codes = codes.copy()
            codes[HOLE] = 255
            return codes
        self.rewrite(name, without_data, nodata=255)
        where = np.zeros(self.project.shape, dtype=bool)
        where[HOLE] = True
        self.assertTrue(self.project[where].all())
        return where

    def lost_ha(self, where, first, last):
        """Loss of forest on the pixels of a mask in some years, whole years."""
        years = (self.count.loss_year >= first) & (self.count.loss_year <= last)
        return self.count.hectares(where & self.count.forest & years)


class AsShipped(FindingCase):
    def setUp(self):
        super().setUp()
        self.found = self.findings()

    def test_credits_although_loss_rises(self):
        before, during = (self.lost_ha(self.project, *years) / 3 for years in ((2015, 2017), (2018, 2020)))
        self.assertEqual(self.found["credits_while_loss_rises", "warning", "project"],
                         f"{before:.1f} ha per year in 2015-2017, {during:.1f} ha per year in 2018-2020")

    def test_the_part_of_a_year(self):
        self.assertEqual(self.found["part_year", "note", "monitoring period"], "2018: 295 of 365 days")

    def test_loss_where_the_map_shows_no_forest(self):
        lost_ha = self.lost_ha(self.project & ~np.isin(self.baseline, FOREST), 2018, 2020)
        self.assertEqual(self.found["loss_in_non_forest_stratum", "warning", "project"],
                         f"{lost_ha:.1f} ha in 2018-2020, {per_cent(lost_ha / self.lost_ha(self.project, 2018, 2020))} of the "
                         "forest lost in these years")

    def test_loss_outside_forest(self):
        for zone, inside in self.count.landscape.zones.items():
            lost = inside & (self.count.landscape.outcome == "counted") & (self.count.loss_year > 0)
            outside_ha, all_ha = self.count.hectares(lost & ~self.count.forest), self.count.hectares(lost)
            self.assertGreater(outside_ha / all_ha, 0.1)
            self.assertEqual(self.found["loss_outside_forest", "warning", zone],
                             f"{outside_ha:.1f} ha, {per_cent(outside_ha / all_ha)} of all mapped loss")

    def test_forest_of_another_mix_than_the_nations(self):
        classes = {row["class"]: row for row in table(self.inputs / "cambodia" / "classes.csv")}
        nation = {}
        for row in table(self.inputs / "cambodia" / "transitions.csv"):
            if classes[row["from"]]["forest"] == "1":
                stratum = classes[row["from"]]["stratum"]
                nation[stratum] = nation.get(stratum, 0.0) + float(row["area_ha"])
        zone_ha, nation_ha = sum(self.account.forest_ha.values()), sum(nation.values())
        differences = {stratum: self.account.forest_ha.get(stratum, 0.0) / zone_ha - area / nation_ha
                       for stratum, area in nation.items()}
        most = max(differences, key=lambda stratum: abs(differences[stratum]))
        self.assertEqual(self.found["national_shares_differ", "note", "project"],
                         f"index {0.5 * sum(map(abs, differences.values())):.3f}; {most} is "
                         f"{per_cent(nation[most] / nation_ha)} of national forest, "
                         f"{per_cent(self.account.forest_ha[most] / zone_ha)} of the zone's")

    def test_a_matrix_without_a_yearly_root(self):
        refused = [row for row in self.rows("readings.csv") if row["annualise"] == "matrix-root"]
        self.assertEqual({row["status"] for row in refused}, {"refused"})
        self.assertTrue(self.found["matrix_root_refused", "note", "transitions.csv"].startswith(
            f"{len(refused)} readings refused: {refused[0]['reason']}"))

    def test_option_2_where_change_among_forest_types_is_not_seen(self):
        unseen = [credits for route in ("loss", "reported")
                  for credits in self.credits(route=route, arcs="option-2", reference="transitions")]
        self.assertEqual(self.found["option_2_unseen_by_loss", "note", "project"],
                         f"{len(unseen)} of {len(self.credits()):,} computed readings; their credits: "
                         f"{min(unseen):,} to {max(unseen):,} tCO2e")

    def test_forest_of_another_type_in_a_later_map_without_loss(self):
        later = self.count.maps["strata-2020"]
        counted = self.project & (self.count.landscape.outcome == "counted")
        both = counted & np.isin(self.baseline, FOREST) & np.isin(later, FOREST)
        both_ha = self.count.hectares(both)
        seen_as_lost = (self.count.loss_year > 2017) & (self.count.loss_year <= 2020)
        changed_ha = self.count.hectares(both & (self.baseline != later) & ~seen_as_lost)
        evidence = self.found["forest_relabelled", "note", "project"]
        self.assertIn(f"{changed_ha:.1f} ha, {per_cent(changed_ha / both_ha)} of the forest in both maps", evidence)
        pairs = {f"{one} > {other}": self.count.hectares(both & (self.baseline == one) & (later == other) & ~seen_as_lost)
                 for one in FOREST for other in FOREST if one != other}
        most = max(pairs, key=pairs.get)
        self.assertIn(f"most of it {most}, {pairs[most]:.1f} ha", evidence)


class OfReadings(FindingCase):
    def test_option_2_as_the_default_is_biased_and_names_what_raises_carbon(self):
        self.edit_audit("[readings]", '[readings]\narcs = ["option-2", "option-1"]')
        found = self.findings()
        evidence = found["inconsistent_default_reading", "warning", "project"]
        self.assertIn("biased upwards", evidence)
        self.assertIn(f"{int(self.rows('readings.csv')[0]['credits']):,} tCO2e", evidence)
        raising = found["carbon_raising_arc", "note", "project"].split("; ")
        self.assertIn("deciduous forest > evergreen forest", raising)
        factor = factors(self.twin / "carbon.csv")
        for arc in raising:
            source, target = arc.split(" > ")
            self.assertGreaterEqual(factor[target], factor[source])

    def test_stocks_on_cleared_land_are_not_seen_by_a_loss_year(self):
        self.add_stocks(45)
        found = self.findings()
        unseen = [credits for route in ("loss", "reported")
                  for credits in self.credits(route=route, post="post-stock", reference="transitions")]
        self.assertEqual(found["post_stock_unseen_by_loss", "note", "project"],
                         f"{len(unseen)} of {len(self.credits()):,} computed readings; their credits: "
                         f"{min(unseen):,} to {max(unseen):,} tCO2e")
        self.assertIn("biased downwards", found["inconsistent_default_reading", "warning", "project"])
        # Bamboo holds 40 tC/ha, less than any of the land that is not forest now.
        self.assertIn("bamboo > field crops", found["carbon_raising_arc", "note", "project"].split("; "))

    def test_a_reference_level_between_the_bounds_makes_the_forest_type_decide(self):
        # Without a belt: 100,000 tCO2e are expected, more than all loss in bamboo would emit and less than all in
        # evergreen forest.
        self.keep_only_the_project()
        forest_ha, factor = self.account.forest_ha, self.account.factor
        whole_ha, forest_sum = self.count.zone_pixels_ha("project"), sum(forest_ha.values())
        of_forest = 100_000 / (tonnes(forest_ha, factor) * YEARS_IN_PERIOD)
        self.set_reference(f'rate = {{ value = {of_forest * forest_sum / whole_ha}, base = "territory", '
                           'source = "Demonstration" }')
        found = self.findings()
        lost_ha = sum(self.account.mapped_ha.values())
        low, high = factor["bamboo"], factor["evergreen forest"]
        share = (100_000 - lost_ha * low) / (lost_ha * (high - low))
        mapped = self.account.mapped_ha["evergreen forest"] / lost_ha
        evidence = found["break_even", "note", "project"]
        self.assertIn(f"{per_cent(share)} of {lost_ha:.1f} ha lost; strata-2017 shows {per_cent(mapped)}", evidence)
        consistent = self.credits(consistent="yes")
        some = [credits for credits in consistent if credits > 0]
        self.assertTrue(0 < len(some) < len(consistent))
        self.assertIn(f"{len(some)} readings with {min(some):,} to {max(some):,} tCO2e of credits; "
                      f"{len(consistent) - len(some)} readings without",
                      found["credits_under_some_readings", "warning", "project"])
        # The rate is one of territory; taken for one of the forest it expects less.
        self.assertIn(f"{100 * of_forest:.3f} % per year of forest, since {per_cent(forest_sum / whole_ha)} of the zone is",
                      found["base_of_rate", "note", "project"])
        self.assertIn(("demonstration_rate", "warning", "rate-of-territory"), found)
        self.assertIn(("displacement_not_counted", "warning", "project"), found)

    def test_two_rates_of_different_bases_are_put_on_one(self):
        self.set_reference('rate = [{ value = 0.03, base = "forest", source = "test" },\n'
                           '        { value = 0.02, base = "territory", source = "test" }]')
        found = self.findings()
        self.assertIn("base_of_rate", {code for code, _, subject in found if "rate-of-territory" in subject})

    def test_a_national_level_without_a_source_is_one_finding_however_it_is_shared_out(self):
        self.set_reference('national = { value_tCO2e_per_year = 1000000, forest_area_ha = 100000, carbon_stock_tC = 1e7, '
                           'source = "demonstration" }')
        found = [key for key in self.findings() if key[0] == "demonstration_reference"]
        self.assertEqual(len(found), 1)
        self.assertEqual(len([row for row in self.rows("findings.csv") if row["code"] == "demonstration_reference"]), 1)


class OfTheReferencePeriod(FindingCase):
    def test_a_history_across_the_break_of_the_product_and_before_2015(self):
        self.set_reference('history = { zone = "reference", start = 2006, end = 2014, scale = "forest-area" }')
        found = self.findings()
        self.assertEqual(found["reference_period_break", "warning", "history-of-reference"], "2006-2014")
        self.assertEqual(found["reference_before_2015", "warning", "history-of-reference"], "2006-2014")
        self.assertEqual(found["map_newer_than_loss", "warning", "strata-2017"], "map of 2017, loss from 2006")

    def test_a_history_of_one_regime_by_an_older_map_is_silent(self):
        self.set_reference('history = { zone = "reference", start = 2017, end = 2017, scale = "forest-area" }')
        self.edit_audit("[readings]", '[readings]\nstrata = ["strata-2016-independent"]')
        codes = {code for code, _, _ in self.findings()}
        self.assertEqual(codes & {"reference_period_break", "reference_before_2015", "map_newer_than_loss",
                                  "inconsistent_default_reading"}, set())


class OfPlaceAndTime(FindingCase):
    def test_loss_that_falls_in_the_project_and_rises_in_the_belt(self):
        gone = self.project & (self.count.landscape.loss >= 18)
        for side, columns in (("west", np.s_[:, :WEST_COLUMNS]), ("east", np.s_[:, WEST_COLUMNS:])):
            self.rewrite(f"gfc/synthetic_lossyear_{side}.tif",
                         lambda codes, columns=columns: np.where(gone[columns], 0, codes))
        belt = self.count.landscape.zones["belt"]
        before, during = (self.lost_ha(belt, *years) / 3 for years in ((2015, 2017), (2018, 2020)))
        self.assertEqual(self.findings()["belt_loss_rises", "warning", "belt"],
                         f"belt: {before:.1f} ha per year in 2015-2017, {during:.1f} ha per year in 2018-2020; project: "
                         f"{self.lost_ha(self.project, 2015, 2017) / 3:.1f} ha per year in 2015-2017, 0.0 ha per year in "
                         f"2018-2020; counted as displaced: {self.account.displaced:,.0f} tCO2e")

    def test_a_belt_that_emits_less_than_its_reference(self):
        # A tenth of the belt's forest per year is far more than was lost there.
        self.set_reference('rate = { value = 0.1, base = "forest", source = "test" }')
        belt_ha = self.count.forest_ha("belt", "strata-2017", 2018)
        years = []
        for year, share in ((2018, 295 / 365), (2019, 1.0), (2020, 1.0)):
            observed = tonnes(self.count.lost_ha("belt", "strata-2017", year), self.account.factor)
            years.append(f"{year}: {share * (observed - 0.1 * tonnes(belt_ha, self.account.factor)):,.0f} tCO2e")
        self.assertEqual(self.findings()["belt_below_reference", "note", "project"].split("\n"), years)

    def test_loss_where_the_map_has_no_data(self):
        where = self.cut_hole("strata-2017.tif")
        lost_ha = self.lost_ha(where, 2018, 2020)
        self.assertEqual(self.findings()["stratum_unknown", "warning", "project"],
                         f"{lost_ha:.1f} ha in 2018-2020, {per_cent(lost_ha / self.lost_ha(self.project, 2018, 2020))} of the "
                         "forest lost in these years")

    def test_forest_where_the_later_map_has_no_data(self):
        where = self.cut_hole("strata-2020.tif") & (self.count.landscape.outcome == "counted")
        counted = self.project & (self.count.landscape.outcome == "counted")
        gap_ha, forest_ha = (self.count.hectares(mask & np.isin(self.baseline, FOREST)) for mask in (where, counted))
        self.assertEqual(self.findings()["later_map_gap", "warning", "project"],
                         f"{gap_ha:,.1f} ha, {per_cent(gap_ha / forest_ha)} of that forest")

    def test_a_map_that_is_not_dated_before_the_loss(self):
        self.edit_audit("year   = 2017", "year   = 2019")
        found = self.findings()
        self.assertEqual(found["map_newer_than_loss", "warning", "strata-2017"], "map of 2019, loss from 2018")
        self.assertIn("not dated before the loss", found["inconsistent_default_reading", "warning", "project"])

    def test_polygons_of_two_strata_on_the_same_pixels(self):
        # Two squares of 100 x 100 pixels in the project that share 30 columns.
        features = [{"type": "Feature", "properties": {"code": code}, "geometry": {
            "type": "Polygon", "coordinates": [[*ring, ring[0]]]}} for code, ring in (
                (1, square(105.86, 13.24, 100 * PIXEL_DEG, 100 * PIXEL_DEG)),
                (3, square(105.86 + 70 * PIXEL_DEG, 13.24, 100 * PIXEL_DEG, 100 * PIXEL_DEG)))]
        (self.twin / "types.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}),
                                                 encoding="utf-8")
        self.edit_audit('raster = ["strata-2016-independent.tif"]', 'vector = "types.geojson"\nattribute = "code"')
        self.assertEqual(self.findings()["strata_polygons_overlap", "warning", "types.geojson"],
                         "3000 pixels inside zones")

    def test_a_cover_above_100(self):
        def with_nonsense(codes):
            codes = codes.copy()
            codes[300, 310:315] = 150
            return codes
        self.rewrite("gfc/synthetic_treecover2000_west.tif", with_nonsense)
        pixels = np.count_nonzero(self.project)
        self.assertEqual(self.findings()["cover_out_of_range", "warning", "project"],
                         f"5 of {pixels} pixels, {100 * 5 / pixels:.4f} %")

    def test_a_table_of_pixels_that_somebody_edited(self):
        counted = self.results / "counted"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", counted).returncode, 0)
        pixels = np.count_nonzero(self.project)
        text = (counted / "pixels.csv").read_text(encoding="utf-8")
        water = re.search(r"(?m)^0,project,water,(\d+),", text).group(1)
        (counted / "pixels.csv").write_text(text.replace(f"0,project,water,{water},", f"0,project,water,{int(water) + 1},", 1),
                                            encoding="utf-8")
        done = self.run_command("account", self.audit_file, "--crosstab", counted, "-o", self.out)
        self.assertEqual(done.returncode, 0, done.stderr)
        (finding,) = [row for row in self.rows("findings.csv") if row["code"] == "pixel_conservation"]
        self.assertEqual((finding["severity"], finding["subject"]), ("contradiction", "project"))
        self.assertEqual(finding["evidence"], f"expected {pixels} pixels, found {pixels + 1}")


class Pages(TwinCase):
    def test_every_code_is_provoked_by_the_tests_of_this_folder(self):
        pages = {page.stem for page in PAGES.glob("*.md")} - {"README"}
        tests = "".join(path.read_text(encoding="utf-8") for path in pathlib.Path(__file__).parent.glob("*_test.py"))
        provoked = set(re.findall(r'"(\w+)", "(?:note|warning|contradiction)"', tests))
        provoked |= set(re.findall(r'code(?:"\])? == "(\w+)"', tests)) | set(re.findall(r"\^(\w+),warning,", tests))
        # A ledger that does not balance is a fault of the program, which no input provokes.
        self.assertEqual(pages - provoked, {"ledger_balance"})


if __name__ == "__main__":
    main()
