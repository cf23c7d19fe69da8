"""The claim beside the evidence, and the stratum question (Eq. 25-27), under the default reading."""
from collections import defaultdict
from fractions import Fraction

import accounting_activity as happened
import accounting_case as inputs
import accounting_choices as choices
import accounting_level as level
import accounting_twin as twin
from accounting_case import CM2_PER_HA, FOREST, Refused


def default_result(case, zone):
    """The default reading of the zone where it gives anything."""
    result = twin.evaluate(case, zone, choices.default_reading(case))
    return result if result.status != "refused" else None


def by_loss(case):
    """The default reading's forest, map and factors on the loss route."""
    return happened.as_loss(choices.default_reading(case))


# --- The claim ledger ----------------------------------------------------------------------------------------------


def reported_loss(case, zone):
    """{(stratum, year): [ha, tCO2e]} within the period as the claim labels it, at the default reading's factors."""
    reading = choices.default_reading(case)
    table = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for loss in case.claim.losses:
        if loss.zone == zone:
            area = loss.area * happened.reported_share(case, loss.year)
            row = table[loss.source, loss.year]
            row[0] += area
            if inputs.kind_anywhere(case, loss.source) == FOREST:
                target_kind = inputs.kind_anywhere(case, loss.target)
                row[1] += area * happened.arc_factor(case, reading, loss.source, loss.target, target_kind)
    return dict(table)


def uncounted_loss(case, zone):
    """{(stratum, year): ha} within the period that is reported and emits nothing under the default reading."""
    reading = choices.default_reading(case)
    table = defaultdict(Fraction)
    for loss in case.claim.losses:
        if loss.zone == zone:
            counts = inputs.kind_anywhere(case, loss.source) == FOREST and happened.arc_factor(
                case, reading, loss.source, loss.target, inputs.kind_anywhere(case, loss.target)) > 0
            table[loss.source, loss.year] += 0 if counts else loss.area * happened.reported_share(case, loss.year)
    return dict(table)


def mapped_loss(case, zone):
    """The same by pixels, of strata that are forest."""
    if not inputs.has_pixels(case):
        return {}
    return {key: list(row) for key, row in happened.observed(case, zone, by_loss(case)).items()}


def total(table):
    return [sum((row[index] for row in table.values()), Fraction(0)) for index in (0, 1)]


# --- The split of the difference -----------------------------------------------------------------------------------


def area_parts(case, zone, result):
    """Hectares and strata, in tonnes: how much was lost that counts, and which forest types."""
    reported_ha, reported_t = total(happened.reported_emissions(case, zone, result.reading))
    mapped_ha, mapped_t = total(happened.observed(case, zone, result.reading))
    if not choices.reports(case, zone):
        return None
    # Without mapped loss there are no mapped forest types to differ from.
    hectares = -(reported_ha - mapped_ha) * mapped_t / mapped_ha if mapped_ha else -reported_t
    return {"hectares": hectares, "strata": -(reported_t - mapped_t) - hectares, "reported_t": reported_t}


def claim_split(case, zone):
    """{part: tCO2e} with claimed and recomputed; what cannot be told apart is not_itemised."""
    result, items = default_result(case, zone), case.claim.items
    if result is None or "credits" not in items:
        return None
    parts = {}
    if "reference_level" in items:
        parts["reference_level"] = items["reference_level"] - result.reference
    areas = area_parts(case, zone, result)
    if areas:
        parts |= {"hectares": areas["hectares"], "strata": areas["strata"]}
        if "project_emissions" in items:
            parts["factors"] = -(items["project_emissions"] - areas["reported_t"])
    if "displaced_emissions" in items and result.status == "computed":  # else what was displaced is not known
        parts["displaced"] = -(items["displaced_emissions"] - result.displaced)
    if "reductions" in items:
        parts["deductions"] = (items["credits"] - items["reductions"]) - (result.credits - max(0, result.reduction))
        if result.reduction < 0:  # what was emitted above the level earns nothing, and costs nothing
            parts["excess_emissions"] = result.reduction
    parts["not_itemised"] = items["credits"] - result.credits - sum(parts.values())
    return {"claimed": items["credits"], "recomputed": Fraction(result.credits)} | parts


# --- Who says which forest types were lost -------------------------------------------------------------------------


def crossed_maps(case):
    """The maps that are open, and the one that the maps route takes: these may witness what was lost."""
    found = choices.options(case)
    crossed = found["strata"] + (choices.strata_of(case, "maps") if "maps" in found["route"] else [])
    return list(dict.fromkeys(strata for strata in crossed if strata))


def asked_maps(case):
    """The same, and the claim's own map whatever its date."""
    claimed = [case.claim.strata] if case.claim and case.claim.strata else []
    return list(dict.fromkeys(crossed_maps(case) + claimed))


def expected_mix(case, zone):
    """{stratum: ha} that the default reading expects in the period; nothing where its level knows no forest types."""
    sums = defaultdict(Fraction)
    try:
        years = level.expected(case, zone, choices.default_reading(case))
    except Refused:
        return None
    for share, year in zip(inputs.period(case).values(), years):
        for stratum, (ha, _) in year.items():
            if ha is None:
                return None
            sums[stratum] += share * ha
    return dict(sums)


def reported_mix(case, zone):
    """({stratum: ha}, ha elsewhere) of the loss that the claim reports."""
    sums, elsewhere = defaultdict(Fraction), Fraction(0)
    for (stratum, _), (ha, _) in (reported_loss(case, zone) if choices.reports(case, zone) else {}).items():
        if inputs.kind_anywhere(case, stratum) == FOREST:
            sums[stratum] += ha
        else:
            elsewhere += ha
    return dict(sums), elsewhere


def became_forest(case, zone):
    """{stratum: ha} of the reported mix that the claim says became another forest type."""
    sums = defaultdict(Fraction)
    for loss in case.claim.losses if choices.reports(case, zone) else []:
        if loss.zone == zone and inputs.kind_anywhere(case, loss.source) == FOREST == inputs.kind_anywhere(case, loss.target):
            sums[loss.source] += loss.area * happened.reported_share(case, loss.year)
    return dict(sums)


def mapped_mix(case, zone, strata):
    """({stratum: ha}, ha elsewhere) of the mapped loss in the period."""
    _, lost = happened.loss_of(case, zone, by_loss(case)._replace(strata=strata))
    sums, elsewhere = defaultdict(Fraction), Fraction(0)
    for (stratum, year), cm2 in lost.items():
        area = inputs.period(case).get(year, 0) * Fraction(cm2, CM2_PER_HA)
        if case.kinds[strata].get(stratum) == FOREST:
            sums[stratum] += area
        else:
            elsewhere += area
    return dict(sums), elsewhere


def mixes(case, zone):
    """{(source, strata): {stratum: ha}}, only sources that show loss."""
    found = {("expected", ""): expected_mix(case, zone), ("reported", ""): reported_mix(case, zone)[0]}
    if inputs.has_pixels(case):
        found |= {("mapped", strata): mapped_mix(case, zone, strata)[0] for strata in asked_maps(case)}
    return {key: {s: ha for s, ha in mix.items() if ha > 0} for key, mix in found.items() if mix and sum(mix.values()) > 0}


def shares(mix):
    return {stratum: ha / sum(mix.values()) for stratum, ha in mix.items()}


def distance(first, second):
    """Eq. 27."""
    one, other = shares(first), shares(second)
    return sum(abs(one.get(s, 0) - other.get(s, 0)) for s in one.keys() | other.keys()) / 2


def share_matrix(case, zone, first, second):
    """{(from, to): (ha, share of the row)}: where the lost forest of one map lies among the forest of another."""
    reading = by_loss(case)
    sums = defaultdict(Fraction)
    for classes, cover, year, _, cm2 in case.bins[zone, reading.min_area_ha]:
        source, target = classes[first], classes[second]
        forest = case.kinds[first].get(source) == FOREST and case.kinds[second].get(target) == FOREST
        if forest and year in inputs.period(case) and happened.is_forest_cover(cover, reading.canopy_pct, reading.canopy_rule):
            sums[source, target] += inputs.period(case)[year] * Fraction(cm2, CM2_PER_HA)
    rows = defaultdict(Fraction)
    for (source, _), ha in sums.items():
        rows[source] += ha
    return {arc: (ha, ha / rows[arc[0]]) for arc, ha in sums.items() if ha > 0}


# --- What that decides ---------------------------------------------------------------------------------------------


def labelled_emission(case, mix):
    """What the hectares emit under their labels, at the default factors."""
    factors = choices.default_reading(case).factors
    return sum((ha * happened.loss_factor(case, factors, s) for s, ha in mix.items()), Fraction(0))


def relabelled_by_mix(case, mix, evidence):
    """Eq. 25 where every reported stratum gets the mix of all mapped loss."""
    return sum(mix.values()) * labelled_emission(case, shares(evidence))


def relabelled_by_stratum(case, mix, matrix, evidence):
    """Eq. 25, row by row; a stratum that is nowhere forest in the evidence gets the mix of all mapped loss."""
    audited = Fraction(0)
    for stratum, ha in mix.items():
        row = {to: share for (source, to), (_, share) in matrix.items() if source == stratum}
        audited += ha * labelled_emission(case, row or shares(evidence))
    return audited


def extreme_factors(case, zone, shown=()):
    """(lowest, highest) tCO2e/ha among the zone's forest strata at the start, and among those that mixes show."""
    reading = choices.default_reading(case)
    forest = {s for s, ha in happened.forest_at_start(case, zone, reading).items() if ha > 0} | set(shown)
    found = [happened.loss_factor(case, reading.factors, s) for s in forest]
    return (min(found), max(found)) if found else None


def break_even_share(reference_less_displaced, target, lost_ha, extremes):
    """Eq. 26: the share of the loss at the highest factor that brings about a reduction of `target`."""
    low, high = extremes
    if lost_ha == 0 or high == low:
        return None
    return (reference_less_displaced - target - lost_ha * low) / (lost_ha * (high - low))


def break_even(case, zone):
    """Of the default reading: where its reduction is 0."""
    result, extremes = default_result(case, zone), extreme_factors(case, zone)
    if result is None or extremes is None:
        return None
    lost_ha = total(happened.observed(case, zone, result.reading))[0]
    return break_even_share(result.reference - (result.displaced or 0), 0, lost_ha, extremes)


def stated_loss(case, zone):
    """The hectares that the claim reports, else states; nothing where it does neither."""
    if case.claim is None or zone != case.claim.zone:
        return None
    return sum(reported_mix(case, zone)[0].values()) if choices.reports(case, zone) else case.claim.lost_area


def claimed_break_even(case, zone):
    """Of the claim alone, by its own amounts; what it does not state is taken as low as it can be."""
    lost_ha, extremes = stated_loss(case, zone), extreme_factors(case, zone)
    if lost_ha is None or extremes is None:
        return None
    items = case.claim.items
    displaced = items.get("displaced_emissions", Fraction(0))
    if "reference_level" in items:
        return break_even_share(items["reference_level"] - displaced, 0, lost_ha, extremes)
    reduction = items.get("reductions", items.get("credits"))
    if reduction is None:
        return None
    mix = reported_mix(case, zone)[0]  # by forest type where the claim reports them, else all at the lowest factor
    try:
        emitted = labelled_emission(case, mix) if mix else lost_ha * extremes[0]
    except Refused:
        emitted = lost_ha * extremes[0]
    return break_even_share(reduction + items.get("project_emissions", emitted), 0, lost_ha, extremes)


def bounds(case, zone):
    """Eq. 25 without evidence: what the reported, else the mapped loss can emit at all."""
    shown = mixes(case, zone)
    extremes = extreme_factors(case, zone, {stratum for mix in shown.values() for stratum in mix})
    lost_ha = sum(shown.get(("reported", ""), {}).values()) or total(mapped_loss(case, zone))[0]
    return (lost_ha * extremes[0], lost_ha * extremes[1]) if lost_ha and extremes else None


# --- 1,000 ha of one forest type -----------------------------------------------------------------------------------


def unit_reference(case, stratum, reading):
    """(ha lost in the first year, tCO2e of the first whole year, tCO2e of the period) of 1,000 ha."""
    years = level.expected_of_unit(case, level.only_the_level(reading), stratum)
    emitted = level.emitted_of_unit(case, level.only_the_level(reading), stratum)
    lost = sum(ha for ha, _ in years[0].values())
    fractions = inputs.period(case).values()
    return 1000 * lost, 1000 * emitted[0], 1000 * sum(share * t for share, t in zip(fractions, emitted))
