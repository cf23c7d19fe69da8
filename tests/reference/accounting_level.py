"""What was expected (Eq. 13-19): the reference level of a zone under a reading, per whole year of the monitoring period."""
import decimal
from collections import defaultdict
from fractions import Fraction

import numpy

import accounting_activity as happened
import accounting_case as inputs
from accounting_case import FOREST, Refused

EXACT = decimal.Context(prec=50)
ROOT_NOISE = 1e-9  # a root that misses its matrix, or lies below 0, by more than this is no root of transitions
ZERO_NOISE = 1e-12  # entries of a root below this are the noise of doubles around 0


# --- Yearly probabilities ------------------------------------------------------------------------------------------


def shares_by_source(arcs):
    """P_ij of Eq. 13: {from: {to: share}}."""
    sums = defaultdict(Fraction)
    for (source, _), hectares in arcs.items():
        sums[source] += hectares
    shares = defaultdict(dict)
    for (source, target), hectares in arcs.items():
        if sums[source] > 0:
            shares[source][target] = hectares / sums[source]
    return dict(shares)


def linear(shares, years):
    return {i: {j: p / years for j, p in row.items() if j != i} for i, row in shares.items()}


def compound(shares, years):
    result = {}
    for i, row in shares.items():
        leaves = sum((p for j, p in row.items() if j != i), Fraction(0))
        stays = EXACT.divide(decimal.Decimal((1 - leaves).numerator), decimal.Decimal((1 - leaves).denominator))
        yearly = 1 - Fraction(EXACT.power(stays, EXACT.divide(decimal.Decimal(1), decimal.Decimal(years)))) if stays else Fraction(1)
        result[i] = {j: yearly * p / leaves for j, p in row.items() if j != i} if leaves else {}
    return result


def matrix_root(shares, years):
    """The principal root of the whole matrix; a class that the table only leads to stays what it is."""
    names = sorted(shares.keys() | {j for row in shares.values() for j in row})
    matrix = numpy.array([[float(shares.get(i, {i: 1}).get(j, 0)) for j in names] for i in names])
    values, vectors = numpy.linalg.eig(matrix)
    if any(value.real < ROOT_NOISE and abs(value.imag) < ROOT_NOISE for value in values):
        raise Refused("the national matrix has no principal root")
    root = (vectors * values.astype(complex) ** (1 / years)) @ numpy.linalg.inv(vectors)
    if abs(numpy.linalg.matrix_power(root, years) - matrix).max() > ROOT_NOISE or abs(root.imag).max() > ROOT_NOISE:
        raise Refused("the root of the national matrix is complex")
    if root.real.min() < -ROOT_NOISE:
        raise Refused("the root of the national matrix has negative entries")
    return {i: {j: Fraction(float(root[a, b].real)) for b, j in enumerate(names) if a != b and root[a, b].real > ZERO_NOISE}
            for a, i in enumerate(names) if i in shares}


ANNUALISE = {"linear": linear, "compound": compound, "matrix-root": matrix_root}


def pooled(case, annualise):
    """Eq. 14: areas and hectare-years added up."""
    lengths = {years for years, _ in case.intervals}
    if len(lengths) > 1 and annualise != "linear":
        raise Refused("intervals of unequal length are pooled under linear alone")
    moved, hectare_years = defaultdict(Fraction), defaultdict(Fraction)
    for years, arcs in case.intervals:
        for arc, hectares in arcs.items():
            moved[arc] += hectares
            hectare_years[arc[0]] += years * hectares
    if annualise != "linear":
        return ANNUALISE[annualise](shares_by_source(moved), lengths.pop())
    result = {i: {} for i, sum_ in hectare_years.items() if sum_ > 0}
    for (i, j), hectares in moved.items():
        if i != j and i in result:
            result[i][j] = hectares / hectare_years[i]
    return result


def mean(case, annualise):
    """Eq. 14: the arithmetic mean over the intervals."""
    each = [ANNUALISE[annualise](shares_by_source(arcs), years) for years, arcs in case.intervals]
    result = {}
    for i in set.intersection(*(set(table) for table in each)):
        targets = {j for table in each for j in table[i]}
        result[i] = {j: sum((table[i].get(j, Fraction(0)) for table in each), Fraction(0)) / len(each) for j in targets}
    return result


@inputs.remembered
def yearly_probabilities(case, annualise, intervals):
    """p_ij of i to another j: {from: {to: share per year}}."""
    return (pooled if intervals == "pooled" else mean)(case, annualise)


# --- National transitions, per hectare -----------------------------------------------------------------------------


@inputs.remembered
def lost_per_ha(case, reading, stratum):
    """Eq. 15, 16: (ha, tCO2e) that a hectare of the stratum is expected to lose and emit per year, by what counts."""
    table = yearly_probabilities(case, reading.annualise, reading.intervals)
    if stratum not in table:
        raise Refused(f"the national table has no {stratum}")
    area, emitted = Fraction(0), Fraction(0)
    for target, p in table[stratum].items():
        if p > 0 and case.national_kinds.get(stratum) == FOREST:
            factor = happened.arc_factor(case, reading, stratum, target, case.national_kinds.get(target))
            area += p if factor > 0 else 0
            emitted += p * factor
    return area, emitted


def next_year(case, reading, areas):
    """Eq. 16, markov: the forest among the forest strata a year later."""
    table = yearly_probabilities(case, reading.annualise, reading.intervals)
    later = defaultdict(Fraction)
    for i, area in areas.items():
        if i not in table:
            raise Refused(f"the national table has no {i}")
        later[i] += area * (1 - sum(table[i].values()))
        for j, p in table[i].items():
            if case.national_kinds.get(j) == FOREST:
                later[j] += area * p
    return {stratum: area for stratum, area in later.items() if area > 0}


def only_the_level(reading):
    """The reading without what a national probability does not see."""
    return reading._replace(route="", strata="", canopy_pct=None, canopy_rule="", min_area_ha=None, reference="")


@inputs.remembered
def expected_of_unit(case, reading, stratum):
    """What a hectare of the stratum at the start of the period is expected to do: [{stratum: (ha, tCO2e)}], year by year."""
    areas, years = {stratum: Fraction(1)}, []
    for index, _ in enumerate(inputs.period(case)):
        if index > 0 and reading.areas == "markov":
            areas = next_year(case, reading, areas)
        rates = {i: lost_per_ha(case, reading, i) for i in areas}
        years.append({i: (areas[i] * area, areas[i] * emitted) for i, (area, emitted) in rates.items()})
    return years


@inputs.remembered
def emitted_of_unit(case, reading, stratum):
    return [sum((t for _, t in year.values()), Fraction(0)) for year in expected_of_unit(case, reading, stratum)]


# --- The kinds of reference level ----------------------------------------------------------------------------------


def by_transitions(case, zone, reading, _):
    """Eq. 16: [{stratum: (ha, tCO2e)}], whole years."""
    years = [defaultdict(lambda: (Fraction(0), Fraction(0))) for _ in inputs.period(case)]
    for start, area in happened.forest_at_start(case, zone, reading).items():
        for sums, unit in zip(years, expected_of_unit(case, only_the_level(reading), start) if area > 0 else []):
            for stratum, (ha, emitted) in unit.items():
                sums[stratum] = (sums[stratum][0] + area * ha, sums[stratum][1] + area * emitted)
    return years


def by_rate(case, zone, reading, rate):
    """Eq. 17."""
    forest = {s: ha for s, ha in happened.forest_at_start(case, zone, reading).items() if ha > 0}
    all_forest = sum(forest.values())
    base_ha = all_forest if rate["base"] == "forest" else case.zones[zone].area
    year = {}
    for stratum, area in forest.items():
        lost = Fraction(rate["value"]) * base_ha * area / all_forest
        year[stratum] = (lost, lost * happened.loss_factor(case, reading.factors, stratum))
    return [year] * len(inputs.period(case))


def history_zone(case, zone, rule):
    """Whose history is taken: the zone's own where none is named, and a belt's own where its project is named."""
    named = rule.get("zone", zone)
    own = case.zones[named].role == "project" and zone in inputs.belts_of(case, named)
    return zone if own else named


def years_of(rule):
    return tuple(range(rule["start"], rule["end"] + 1))


def history_scale(case, zone, source, reading, rule):
    """Eq. 19: from a sum over the rule's years in the source zone to a yearly mean in the zone."""
    scale = Fraction(1, len(years_of(rule)))
    if source != zone and rule.get("scale", "forest-area") == "forest-area":
        reference_ha = sum(happened.forest_left(case, source, reading, rule["start"]).values())
        if reference_ha == 0:
            raise Refused("the reference zone has no forest")
        scale *= sum(happened.forest_at_start(case, zone, reading).values()) / reference_ha
    return scale


def past_source(case, zone, reading, rule):
    """Whose past it is, where there is any."""
    if reading.route == "maps" or not inputs.has_pixels(case):
        raise Refused("a history is of the loss product, and that of the same route alone")
    return history_zone(case, zone, rule)


def past_emissions(case, zone, reading, rule):
    """Eq. 19: {stratum: (ha, tCO2e)} per year over the rule's years, carried over from another zone."""
    source = past_source(case, zone, reading, rule)
    scale = history_scale(case, zone, source, reading, rule)
    sums = defaultdict(lambda: (Fraction(0), Fraction(0)))
    for (stratum, _), (ha, emitted) in happened.emissions(case, source, happened.as_loss(reading), years_of(rule)).items():
        sums[stratum] = (sums[stratum][0] + scale * ha, sums[stratum][1] + scale * emitted)
    return sums


def past_lost_ha(case, zone, reading, rule):
    """The same of the forest that was lost, whatever carbon it held."""
    source = past_source(case, zone, reading, rule)
    kinds = inputs.kinds_of(case, reading.strata)
    _, lost = happened.loss_of(case, source, reading)
    cm2 = sum(area for (stratum, year), area in lost.items() if year in years_of(rule) and kinds.get(stratum) == FOREST)
    return history_scale(case, zone, source, reading, rule) * cm2 / inputs.CM2_PER_HA


def by_history(case, zone, reading, rule):
    return [past_emissions(case, zone, reading, rule)] * len(inputs.period(case))


def key_amount(case, zone, reading, national):
    """Eq. 18: what the zone has of the key."""
    key = national["key"]
    if key == "past-area-change":
        return past_lost_ha(case, zone, reading, national["history"])
    if key == "past-stock-change":
        sums = past_emissions(case, zone, reading, national["history"])
        return sum((emitted for _, emitted in sums.values()), Fraction(0))
    forest = happened.forest_at_start(case, zone, reading)
    if key == "forest-area":
        return sum(forest.values(), Fraction(0))
    return sum((ha * happened.stock_of(case, reading.factors, s) for s, ha in forest.items() if ha > 0), Fraction(0))


def nation_total(case, reading, national):
    """Eq. 18: the nation's total, as given or of the zone that is the nation, by its own history."""
    given = national.get(inputs.SHARE_KEYS[national["key"]])
    if given is not None:
        return Fraction(given)
    nation = national["jurisdiction"]
    own = national | {"history": national["history"] | {"zone": nation}} if "history" in national else national
    return key_amount(case, nation, reading, own)


def by_national(case, zone, reading, national):
    """Eq. 18: by no forest type, so under the stratum ""; its area is not known."""
    mine, total = key_amount(case, zone, reading, national), nation_total(case, reading, national)
    if total <= 0:
        raise Refused("the nation has none of what its level is shared by")
    if mine > total:
        raise Refused("the zone holds more than the nation")
    return [{"": (None, Fraction(national["value_tCO2e_per_year"]) * mine / total)}] * len(inputs.period(case))


KINDS = {"transitions": by_transitions, "rate": by_rate, "history": by_history, "national": by_national}


def expected(case, zone, reading):
    """[{stratum: (ha, tCO2e)}] of the whole years that the period touches."""
    if reading.reference not in case.references:
        raise Refused("no reference level")
    kind, rule = case.references[reading.reference]
    return KINDS[kind](case, zone, reading, rule)


def expected_emissions(case, zone, reading):
    """{year: tCO2e}, whole years."""
    years = list(inputs.period(case))
    if reading.reference in case.references and case.references[reading.reference][0] == "transitions":
        sums = [Fraction(0)] * len(years)  # the same sum as by_transitions, without its forest types
        for start, area in happened.forest_at_start(case, zone, reading).items():
            if area > 0:
                unit = emitted_of_unit(case, only_the_level(reading), start)
                sums = [before + area * emitted for before, emitted in zip(sums, unit)]
        return dict(zip(years, sums))
    return {year: sum((t for _, t in table.values()), Fraction(0))
            for year, table in zip(years, expected(case, zone, reading))}
