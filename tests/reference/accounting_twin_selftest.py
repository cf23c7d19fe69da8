#!/usr/bin/python3
"""Holds the accounting's twin to the worked examples of docs/equations.md and docs/prey-lang.md, and to identities."""
import datetime
import pathlib
import unittest
from fractions import Fraction

import accounting_activity as happened
import accounting_case as inputs
import accounting_choices as choices
import accounting_claim as claims
import accounting_level as level
import accounting_twin as twin
from accounting_case import FOREST, NON_FOREST

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data-samples"
PERIOD = {"start": datetime.date(2018, 3, 12), "end": datetime.date(2020, 12, 31)}
EVERGREEN, DECIDUOUS, CROPS = "evergreen forest", "deciduous forest", "field crops"
STOCKS = {EVERGREEN: Fraction("163.8"), DECIDUOUS: Fraction("56.2")}
KINDS = {EVERGREEN: FOREST, DECIDUOUS: FOREST, CROPS: NON_FOREST}


def in_ha(hectares):
    return int(Fraction(hectares) * inputs.CM2_PER_HA)


def pixels_case(bins, references, monitoring=PERIOD, roles=None, **more):
    """A case of one map of 2017; bins: {zone: [(stratum, loss year, ha)]}, all of full canopy cover."""
    audit = {"strata": [{"name": "map", "role": "baseline", "year": 2017}], "monitoring": monitoring,
             "forest": {"canopy_pct": 10, "canopy_rule": "greater"}, **more}
    roles = roles or {"project": "project"}
    zones = {zone: inputs.Zone(role, zone, "", Fraction(sum(ha for *_, ha in bins[zone]))) for zone, role in roles.items()}
    table = {(zone, Fraction(0)): [({"map": stratum}, 100, year, 1, in_ha(ha)) for stratum, year, ha in rows]
             for zone, rows in bins.items()}
    return inputs.Case(audit, zones, table, {"map": KINDS}, {"plots": STOCKS}, [], {}, references)


def tables_case(areas, references, intervals=(), stocks=None, losses=(), items=None, **more):
    """A case of declared areas, {stratum: ha} of one project."""
    claim = inputs.Claim("project", items or {}, [inputs.Loss("project", *loss) for loss in losses], False, "", None)
    zones = {"project": inputs.Zone("project", "project", "", Fraction(sum(areas.values())))}
    return inputs.Case({"monitoring": PERIOD, **more}, zones, {}, {}, {"plots": stocks or STOCKS}, list(intervals), KINDS,
                       references, claim, {"project": areas})


def rate_of(value, base="forest"):
    return {"rate": ("rate", {"value": Fraction(value), "base": base})}


def by_transitions(case, **changed):
    reading = choices.default_reading(case)._replace(**changed)
    return level.only_the_level(reading)


def national_case():
    """The shipped national table, applied to 1,000 ha of one forest type each."""
    return inputs.read_case(pathlib.Path(), SAMPLES / "prey-lang" / "audit.toml")


class FromPixelsToCarbon(unittest.TestCase):
    def test_a_year_counts_with_its_days_inside_the_period(self):
        case = pixels_case({"project": [(EVERGREEN, 0, 1)]}, {})
        self.assertEqual(inputs.period(case), {2018: Fraction(295, 365), 2019: 1, 2020: 1})

    def test_forest_left_is_what_was_not_lost_before(self):
        case = pixels_case({"project": [(EVERGREEN, 0, 988), (EVERGREEN, 2001, 5), (EVERGREEN, 2002, 7)]}, rate_of("0.01"))
        reading = choices.default_reading(case)
        self.assertEqual(happened.forest_left(case, "project", reading, 2003), {EVERGREEN: 988})

    def test_the_threshold_itself_is_forest_only_under_at_least(self):
        self.assertFalse(happened.is_forest_cover(10, 10, "greater"))
        self.assertTrue(happened.is_forest_cover(10, 10, "at-least"))

    def test_a_hectare_emits_its_carbon_as_CO2(self):
        case = pixels_case({"project": [(EVERGREEN, 0, 1)]}, rate_of("0.01"))
        self.assertEqual(happened.loss_factor(case, "plots", EVERGREEN), Fraction("600.6"))
        self.assertAlmostEqual(float(happened.loss_factor(case, "plots", DECIDUOUS)), 206.07, 2)

    def test_forest_to_forest_counts_under_option_2_and_never_upwards(self):
        case = pixels_case({"project": [(EVERGREEN, 0, 1)]}, rate_of("0.01"))
        option_2 = choices.default_reading(case)._replace(arcs="option-2")
        self.assertEqual(round(happened.arc_factor(case, option_2, EVERGREEN, DECIDUOUS, FOREST), 2), Fraction("394.53"))
        self.assertEqual(happened.arc_factor(case, option_2, DECIDUOUS, EVERGREEN, FOREST), 0)
        self.assertEqual(happened.arc_factor(case, option_2._replace(arcs="option-1"), EVERGREEN, DECIDUOUS, FOREST), 0)

    def test_loss_emits_by_its_strata(self):
        case = pixels_case({"project": [(EVERGREEN, 2019, 60), (DECIDUOUS, 2019, 10)]}, rate_of("0.01"))
        did = happened.observed(case, "project", choices.default_reading(case))
        self.assertAlmostEqual(float(happened.sum_of_year(did, 2019)), 38096.7, 1)


class Expected(unittest.TestCase):
    TWO = [(2, {("a", "a"): Fraction(980), ("a", "b"): Fraction(20)}), (4, {("a", "a"): Fraction(940), ("a", "b"): Fraction(60)})]

    def test_pooled_weighs_intervals_by_hectare_years_and_mean_does_not(self):
        case = inputs.Case({}, {}, intervals=self.TWO)
        self.assertEqual(level.yearly_probabilities(case, "linear", "pooled")["a"]["b"], Fraction(80, 6000))
        self.assertEqual(level.yearly_probabilities(case, "linear", "mean")["a"]["b"], Fraction("0.0125"))

    def test_intervals_of_unequal_length_are_pooled_under_linear_alone(self):
        case = inputs.Case({}, {}, intervals=self.TWO)
        with self.assertRaises(inputs.Refused):
            level.yearly_probabilities(case, "compound", "pooled")

    def test_the_national_table_gives_the_published_probabilities(self):
        case = national_case()
        linear = level.yearly_probabilities(case, "linear", "pooled")[EVERGREEN]
        compound = level.yearly_probabilities(case, "compound", "pooled")[EVERGREEN]
        lost = [sum(p for j, p in row.items() if case.national_kinds[j] != FOREST) for row in (linear, compound)]
        self.assertAlmostEqual(float(lost[0]), 0.019064, 6)
        self.assertAlmostEqual(float(sum(compound.values())), 0.019387, 6)
        self.assertAlmostEqual(float(lost[1]), 0.019251, 6)

    def test_the_root_of_the_national_table_has_negative_entries(self):
        with self.assertRaises(inputs.Refused):
            level.yearly_probabilities(national_case(), "matrix-root", "pooled")

    def test_the_root_of_a_square_is_what_was_squared(self):
        # Q = [[.9, .1], [.04, .96]], Q Q = [[.814, .186], [.0744, .9256]]
        arcs = {("a", "a"): Fraction(814), ("a", "b"): Fraction(186), ("b", "a"): Fraction("74.4"), ("b", "b"): Fraction("925.6")}
        table = level.yearly_probabilities(inputs.Case({}, {}, intervals=[(2, arcs)]), "matrix-root", "pooled")
        self.assertAlmostEqual(float(table["a"]["b"]), 0.1, 12)
        self.assertAlmostEqual(float(table["b"]["a"]), 0.04, 12)

    def test_a_thousand_hectares_emit_what_the_worked_example_says(self):
        case = national_case()
        worked = {EVERGREEN: (19.064, 11449.8, 32153.6), "semi-evergreen forest": (16.522, 9923.0, 27866.1),
                  DECIDUOUS: (21.373, 4404.3, 12368.1)}
        for stratum, numbers in worked.items():
            found = claims.unit_reference(case, stratum, choices.default_reading(case))
            for value, number, places in zip(found, numbers, (3, 1, 1)):
                self.assertAlmostEqual(float(value), number, places)

    def test_other_readings_of_a_thousand_hectares(self):
        case = national_case()
        zone = "1,000 ha of evergreen forest"
        reading = choices.default_reading(case)
        for changed, tonnes in (({"annualise": "compound"}, 11561.9), ({"factors": "carbon-1998.csv"}, 11100.3),
                                ({"reference": "rate-of-forest"}, 27779.7), ({"reference": "rate-of-territory"}, 15987.9),
                                ({"reference": "national-by-forest-area"}, 9303.1)):
            years = level.expected_emissions(case, zone, reading._replace(**changed))
            self.assertAlmostEqual(float(years[2019]), tonnes, 1, changed)

    def test_markov_moves_forest_among_its_types_and_lets_none_return(self):
        # 10 % of evergreen turn deciduous, 20 % fields, and fields turn evergreen: 1,000 ha are 700 and 100 ha a year later.
        arcs = {(EVERGREEN, EVERGREEN): 700, (EVERGREEN, DECIDUOUS): 100, (EVERGREEN, CROPS): 200, (DECIDUOUS, DECIDUOUS): 1000,
                (CROPS, EVERGREEN): 500, (CROPS, CROPS): 500}
        case = tables_case({EVERGREEN: Fraction(1000)}, {"transitions": ("transitions", None)},
                           [(1, {arc: Fraction(ha) for arc, ha in arcs.items()})])
        years = level.by_transitions(case, "project", choices.default_reading(case)._replace(areas="markov"), None)
        self.assertEqual([year[EVERGREEN][0] for year in years], [200, 140, 98])
        self.assertEqual([year[DECIDUOUS][0] for year in years], [0, 0, 0])
        self.assertEqual(years[1][EVERGREEN][1], 140 * Fraction("600.6"))

    def test_a_history_carries_over_by_forest_area(self):
        # 5,000 ha emitted 30,000 t in a year, 6 per hectare; 8,000 ha are expected to emit 48,000.
        lost = 30000 / Fraction("600.6")
        bins = {"project": [(EVERGREEN, 0, 8000)], "past": [(EVERGREEN, 0, 5000 - lost), (EVERGREEN, 2014, lost)]}
        rule = {"zone": "past", "start": 2014, "end": 2014}
        case = pixels_case(bins, {"h": ("history", rule)}, roles={"project": "project", "past": "reference_region"})
        years = level.expected_emissions(case, "project", choices.default_reading(case))
        self.assertAlmostEqual(float(years[2018]), 48000, 3)

    def test_a_national_level_is_shared_by_each_key(self):
        # The zone has 100 of 400 ha of forest in 2018, and lost 10 of 20 ha in two years; the nation is a zone too.
        bins = {"project": [(EVERGREEN, 0, 100), (EVERGREEN, 2010, 10)],
                "nation": [(EVERGREEN, 0, 200), (DECIDUOUS, 0, 200), (EVERGREEN, 2010, 10), (DECIDUOUS, 2010, 10)]}
        roles = {"project": "project", "nation": "jurisdiction"}
        nation = {"value_tCO2e_per_year": 1000, "jurisdiction": "nation", "history": {"start": 2009, "end": 2010}}
        a, b = STOCKS[EVERGREEN], STOCKS[DECIDUOUS]
        for key, share in (("forest-area", Fraction(1, 4)), ("carbon-stock", 100 * a / (200 * a + 200 * b)),
                           ("past-area-change", Fraction(1, 2)), ("past-stock-change", 10 * a / (10 * a + 10 * b))):
            case = pixels_case(bins, {"n": ("national", nation | {"key": key})}, roles=roles)
            years = level.expected_emissions(case, "project", choices.default_reading(case))
            self.assertEqual(years[2019], 1000 * share, key)

    def test_option_2_never_expects_less_than_option_1(self):
        case = national_case()
        case.factor_sets = {"all": {s: Fraction(40 + 7 * i) for i, s in enumerate(sorted(case.national_kinds))}}
        for stratum in (EVERGREEN, DECIDUOUS, "bamboo"):
            one, two = (level.lost_per_ha(case, by_transitions(case, arcs=arcs), stratum) for arcs in ("option-1", "option-2"))
            self.assertGreaterEqual(two[1], one[1])


class Credits(unittest.TestCase):
    def test_a_belt_is_displaced_into_only_above_its_own_reference(self):
        for lost, displaced in ((Fraction(36000), 8000), (Fraction(20000), 0)):
            bins = {"project": [(EVERGREEN, 0, 1)], "belt": [(EVERGREEN, 2019, lost / Fraction("600.6")), (EVERGREEN, 0, 28000)]}
            case = pixels_case(bins, {}, {"start": datetime.date(2019, 1, 1), "end": datetime.date(2019, 12, 31)},
                               {"project": "project", "belt": "displacement_belt"})
            forest = 28000 + lost / Fraction("600.6")
            case.references = rate_of(28000 / (forest * Fraction("600.6")))
            found = twin.displaced_by_year(case, "project", choices.default_reading(case))
            self.assertAlmostEqual(float(found[2019]), displaced, 3)

    def test_the_ledger_of_the_worked_example_balances_and_gives_its_credits(self):
        # 100,000 t expected and 60,000 emitted in every year, 10 % deducted.
        stocks = {EVERGREEN: Fraction(3, 44) * 4}  # one tonne of CO2 per hectare
        losses = [(EVERGREEN, "", year, 60000 * share) for year, share in {2018: Fraction(295, 365), 2019: 1, 2020: 1}.items()]
        case = tables_case({EVERGREEN: Fraction(1000000)}, rate_of("0.1"), stocks=stocks, losses=losses,
                           deductions={"buffer": {"fraction": Fraction("0.1")}})
        result = twin.evaluate(case, "project", choices.default_reading(case))
        self.assertEqual(result.ledger["reference_emissions", 2018], 80821917)
        self.assertEqual(result.ledger["project_emissions", 2018], -48493151)
        self.assertEqual(result.ledger["deduction", None], -11232877)
        self.assertEqual((result.credits, result.ledger["rounding_remainder", None]), (101095, -889))
        self.assertEqual(result.status, "upper-bound")

    def test_observed_as_expected_gives_no_credits(self):
        losses = [(EVERGREEN, "", 2018, 10 * Fraction(295, 365)), (EVERGREEN, "", 2019, 10), (EVERGREEN, "", 2020, 10)]
        case = tables_case({EVERGREEN: Fraction(1000)}, rate_of("0.01"), losses=losses)
        result = twin.evaluate(case, "project", choices.default_reading(case))
        self.assertEqual((result.reduction, result.credits), (0, 0))

    def test_a_hectare_of_another_type_moves_emissions_by_the_difference_of_factors(self):
        emitted = [twin.evaluate(case, "project", choices.default_reading(case)).project
                   for case in (tables_case({EVERGREEN: Fraction(1000)}, rate_of("0.01"), losses=[(stratum, "", 2019, Fraction(7))])
                                for stratum in (EVERGREEN, DECIDUOUS))]
        self.assertEqual(emitted[0] - emitted[1], 7 * (STOCKS[EVERGREEN] - STOCKS[DECIDUOUS]) * Fraction(44, 12))

    def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(self):
        case = tables_case({EVERGREEN: Fraction(1000)}, rate_of("0.01") | {"b": ("rate", {"value": Fraction("0.03"), "base": "forest"})},
                           losses=[(DECIDUOUS, "", 2019, Fraction(1))])
        results = twin.all_results(case, "project")
        credits = sorted(result.credits for result in results)
        self.assertEqual(twin.spread(results, credits[1]),
                         {"readings": 2, "lowest": credits[0], "median": Fraction(sum(credits), 2), "highest": credits[1],
                          "at_or_above_claim": 1})
        self.assertEqual(twin.effects(case, "project")["reference"]["largest_range"], credits[1] - credits[0])


class StratumQuestion(unittest.TestCase):
    STOCKS = {DECIDUOUS: Fraction(120 * 12, 44), EVERGREEN: Fraction(300 * 12, 44)}

    def test_ninety_per_cent_elsewhere_is_worth_162_000_tonnes(self):
        case = tables_case({EVERGREEN: Fraction(1), DECIDUOUS: Fraction(1)}, rate_of("0.01"), stocks=self.STOCKS)
        mix = {DECIDUOUS: Fraction(1000)}
        evidence = {EVERGREEN: Fraction(9, 10), DECIDUOUS: Fraction(1, 10)}
        matrix = {(DECIDUOUS, stratum): (1000 * share, share) for stratum, share in evidence.items()}
        self.assertEqual(claims.labelled_emission(case, mix), 120000)
        self.assertEqual(claims.relabelled_by_mix(case, mix, evidence), 282000)
        self.assertEqual(claims.relabelled_by_stratum(case, mix, matrix, evidence), 282000)

    def test_the_break_even_share_of_the_public_numbers(self):
        extremes = tuple(STOCKS[stratum] * Fraction(44, 12) for stratum in (DECIDUOUS, EVERGREEN))
        for lost, share in ((4000, 0.3802), (1690, 0.8999), (1000, 1.5208)):
            found = claims.break_even_share(600000 + lost * extremes[0], 0, lost, extremes)
            self.assertAlmostEqual(float(found), share, 4)

    def test_the_index_is_0_for_the_same_mix_and_1_for_disjoint_ones(self):
        mix = {EVERGREEN: Fraction(3), DECIDUOUS: Fraction(1)}
        self.assertEqual(claims.distance(mix, {s: 5 * ha for s, ha in mix.items()}), 0)
        self.assertEqual(claims.distance({EVERGREEN: Fraction(3)}, {DECIDUOUS: Fraction(1)}), 1)

    def test_the_split_makes_up_the_difference(self):
        losses = [(DECIDUOUS, "", 2019, Fraction(100))]
        items = {"reference_level": Fraction(30000), "project_emissions": Fraction(20000), "reductions": Fraction(10000),
                 "credits": Fraction(9000)}
        case = tables_case({EVERGREEN: Fraction(1000), DECIDUOUS: Fraction(1000)}, rate_of("0.01"), losses=losses, items=items)
        split = claims.claim_split(case, "project")
        parts = sum(amount for part, amount in split.items() if part not in ("claimed", "recomputed"))
        self.assertEqual(split["claimed"], split["recomputed"] + parts)
        self.assertEqual((split["hectares"], split["strata"]), (0, 0))  # the default reading takes the claim's own losses


if __name__ == "__main__":
    unittest.main()
