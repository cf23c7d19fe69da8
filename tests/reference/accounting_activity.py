"""What happened (Eq. 3, 4, 11, 12, 15, 20): forest, loss and emissions of a zone under a reading, in exact fractions."""
from collections import defaultdict
from fractions import Fraction

import accounting_case as inputs
from accounting_case import CM2_PER_HA, CO2_PER_C, EXCLUDED, FOREST, Refused


# --- Factors -------------------------------------------------------------------------------------------------------


def stock_of(case, factors, stratum):
    found = case.factor_sets.get(factors, {})
    if stratum not in found:
        raise Refused(f"no carbon stock of {stratum} in {factors}")
    return found[stratum]


def loss_factor(case, factors, stratum):
    """Eq. 11 where what stands afterwards is not known: tCO2e/ha."""
    return stock_of(case, factors, stratum) * CO2_PER_C


def arc_factor(case, reading, source, target, target_kind):
    """Eq. 11 and 15: tCO2e/ha of a transition, 0 where it does not count; target "" = not forest, nothing stands on it."""
    if source == target or (target_kind == FOREST and reading.arcs == "option-1"):
        return Fraction(0)
    stands = target and (target_kind == FOREST or reading.post == "post-stock")
    left = stock_of(case, reading.factors, target) if stands else 0
    return max(Fraction(0), (stock_of(case, reading.factors, source) - left) * CO2_PER_C)


# --- Forest and loss, by pixels ------------------------------------------------------------------------------------


def is_forest_cover(cover, canopy_pct, canopy_rule):
    return cover > canopy_pct if canopy_rule == "greater" else cover >= canopy_pct


@inputs.remembered
def mapped_loss(case, zone, strata, canopy_pct, canopy_rule, min_area):
    """Eq. 3, 4: ({stratum: cm2 of forest in 2000}, {(stratum, year): cm2 lost})."""
    kinds = inputs.kinds_of(case, strata)
    forest, lost = defaultdict(int), defaultdict(int)
    for classes, cover, year, _, cm2 in case.bins.get((zone, min_area), []):
        stratum = classes[strata] if strata else inputs.UNSTRATIFIED
        if is_forest_cover(cover, canopy_pct, canopy_rule) and kinds.get(stratum) != EXCLUDED:
            forest[stratum] += cm2
            if year:
                lost[stratum, year] += cm2
    return dict(forest), dict(lost)


def loss_of(case, zone, reading):
    return mapped_loss(case, zone, reading.strata, reading.canopy_pct, reading.canopy_rule, reading.min_area_ha)


def forest_left(case, zone, reading, year):
    """Eq. 4, strata that are forest: {stratum: ha at the start of the year}."""
    forest, lost = loss_of(case, zone, reading)
    gone = defaultdict(int)
    for (stratum, lost_in), cm2 in lost.items():
        gone[stratum] += cm2 if lost_in < year else 0
    kinds = inputs.kinds_of(case, reading.strata)
    return {stratum: Fraction(cm2 - gone[stratum], CM2_PER_HA) for stratum, cm2 in forest.items() if kinds.get(stratum) == FOREST}


# --- Change between two maps ---------------------------------------------------------------------------------------


@inputs.remembered
def map_changes(case, zone, first, second):
    """{(from, to): [pixels, cm2]} between two maps, all pixels, no patch filter."""
    changes = defaultdict(lambda: [0, 0])
    for classes, _, _, pixels, cm2 in case.bins.get((zone, Fraction(0)), []):
        cell = changes[classes[first], classes[second]]
        cell[0] += pixels
        cell[1] += cm2
    return dict(changes)


def pair_changes(case, zone):
    first, second = inputs.map_pair(case)
    return map_changes(case, zone, first["name"], second["name"])


def pair_kinds(case):
    first, second = inputs.map_pair(case)
    return case.kinds[first["name"]], case.kinds[second["name"]]


# --- Both, by the reading's route ----------------------------------------------------------------------------------


def forest_at_start(case, zone, reading):
    """Eq. 16: {stratum: ha}; the reported route takes the forest of the loss route, or what is declared."""
    if not inputs.has_pixels(case):
        return {s: ha for s, ha in case.declared[zone].items() if inputs.kind_anywhere(case, s) == FOREST}
    if reading.route != "maps":
        return forest_left(case, zone, reading, min(inputs.period(case)))
    areas = defaultdict(Fraction)
    for (source, target), (_, cm2) in pair_changes(case, zone).items():
        if pair_kinds(case)[0].get(source) == FOREST and target:  # both maps must know the pixel
            areas[source] += Fraction(cm2, CM2_PER_HA)
    return areas


def activity(case, zone, reading):
    """Eq. 20: {(from, to or None, whole year): ha}, by pixels."""
    if reading.route == "loss":
        _, lost = loss_of(case, zone, reading)
        return {(stratum, None, year): Fraction(cm2, CM2_PER_HA) for (stratum, year), cm2 in lost.items()}
    first, second = inputs.map_pair(case)
    span = second["year"] - first["year"]
    return {(source, to, year): Fraction(cm2, CM2_PER_HA) / span
            for (source, to), (_, cm2) in pair_changes(case, zone).items()
            if pair_kinds(case)[0].get(source) == FOREST and to and source != to  # both maps must know the pixel
            for year in range(first["year"] + 1, second["year"] + 1)}


def loss_emissions(case, zone, reading, years):
    """Eq. 20, loss route: {(stratum, year): (ha, tCO2e)} of strata that are forest."""
    kinds = inputs.kinds_of(case, reading.strata)
    _, lost = loss_of(case, zone, reading)
    result = {}
    for (stratum, year), cm2 in lost.items():
        if year in years and kinds.get(stratum) == FOREST:
            area = Fraction(cm2, CM2_PER_HA)
            factor = loss_factor(case, reading.factors, stratum)
            if factor > 0:
                result[stratum, year] = (area, area * factor)
    return result


def map_emissions(case, zone, reading, years):
    """Eq. 20, maps route: the same, of transitions that count."""
    later_kinds = pair_kinds(case)[1]
    result = {}
    for (source, target, year), area in activity(case, zone, reading).items():
        if year in years and area > 0:
            factor = arc_factor(case, reading, source, target, later_kinds.get(target))
            if factor > 0:
                ha, emitted = result.get((source, year), (0, 0))
                result[source, year] = (ha + area, emitted + area * factor)
    return result


@inputs.remembered
def emissions(case, zone, reading, years):
    """Eq. 20: {(stratum, year): (ha, tCO2e)} of whole years, by pixels, only what emits."""
    by_route = loss_emissions if reading.route == "loss" else map_emissions
    return by_route(case, zone, reading, years)


def as_loss(reading):
    """The loss route with the reading's forest, map and factors; nothing else has a part in mapped emissions."""
    return reading._replace(route="loss", annualise="", intervals="", arcs="", areas="", post="", reference="")


# --- What the claim reports ----------------------------------------------------------------------------------------


def reported_share(case, year):
    """What part of a reported area lies in the monitoring period."""
    return inputs.period(case)[year] if case.claim.calendar else Fraction(1)


def reported_emissions(case, zone, reading):
    """Eq. 20, reported route: {(stratum, year): (ha, tCO2e)} within the period, only what emits."""
    result = {}
    for loss in case.claim.losses:
        if loss.zone != zone or inputs.kind_anywhere(case, loss.source) != FOREST or loss.area == 0:
            continue
        factor = arc_factor(case, reading, loss.source, loss.target, inputs.kind_anywhere(case, loss.target))
        if factor > 0:
            area = loss.area * reported_share(case, loss.year)
            ha, emitted = result.get((loss.source, loss.year), (0, 0))
            result[loss.source, loss.year] = (ha + area, emitted + area * factor)
    return result


def observed(case, zone, reading):
    """{(stratum, year): (ha, tCO2e)} within the period, years weighted (Eq. 6), by the reading's route."""
    if reading.route == "reported":
        return reported_emissions(case, zone, reading)
    fractions = inputs.period(case)
    if reading.route == "loss":
        reading = as_loss(reading)
    else:
        reading = reading._replace(annualise="", intervals="", areas="", reference="")
    table = emissions(case, zone, reading, tuple(fractions))
    return {(stratum, year): (fractions[year] * ha, fractions[year] * t) for (stratum, year), (ha, t) in table.items()}


def sum_of_year(table, year):
    return sum((amount for (_, y), (_, amount) in table.items() if y == year), Fraction(0))
