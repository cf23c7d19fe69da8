#!/usr/bin/python3
"""A second implementation of the accounting, to check the command's tables against.

    accounting_twin.py OUT_DIR AUDIT_TOML

It follows docs/equations.md and knows nothing of the program. It starts from the tool's crosstab.csv and zones.csv, or from declared
areas, and from the tables that the audit file names; computes every reading and the claim beside it in exact fractions; and
compares. A root is taken in doubles or with 50 digits. Exit code 0: the tables agree; 1: they differ, and it says where.
"""
import math
import pathlib
import sys
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import accounting_activity as happened
import accounting_case as inputs
import accounting_choices as choices
import accounting_level as level
from accounting_case import FOREST, Refused

TOLERANCE = 1e-9  # of the larger of both values: the tool sums in doubles


@dataclass
class Result:
    """What a reading gives. Amounts in tCO2e, of the monitoring period."""
    reading: choices.Reading
    status: str             # computed, upper-bound or refused
    reason: str = ""
    reference: Fraction | None = None  # where that much is known
    project: Fraction | None = None
    displaced: Fraction | None = None  # None: not known
    ledger: dict | None = None  # (account, year or None) -> kg
    consistent: bool | None = None

    @property
    def reduction(self):
        return self.reference - self.project - (self.displaced or 0)

    @property
    def credits(self):
        return -self.ledger["credits", None] // 1000

    @property
    def deducted(self):
        return Fraction(-self.ledger["deduction", None], 1000)


def whole_kg(tonnes, rounding):
    """Eq. 22: rounded after the noise of doubles is snapped."""
    kg = tonnes * 1000
    noise = max(Fraction(1, 10**6), abs(kg) / 10**12)
    return round(kg) if abs(kg - round(kg)) <= noise else rounding(kg)


def counted_belts(case, zone, reading):
    """The belts whose displaced emissions are known; a claim may not speak of all."""
    belts = inputs.belts_of(case, zone)
    if reading.route == "reported":
        belts = [belt for belt in belts if choices.reports(case, belt)]
    return belts


def refuse_route(case, zone, reading):
    """The maps route answers only for the years between its maps (Eq. 20), the reported one where something is reported."""
    if reading.route == "reported" and not choices.reports(case, zone):
        raise Refused("the claim reports no loss of the zone")
    if reading.route == "maps":
        first, second = inputs.map_pair(case)
        years = inputs.period(case)
        if not (first["year"] < min(years) and max(years) <= second["year"]):
            raise Refused("the period reaches outside the two maps")


def displaced_by_year(case, zone, reading):
    """Eq. 21: {year: tCO2e}, weighted; nothing where it is not known."""
    belts = counted_belts(case, zone, reading)
    if not belts:
        return None
    sums = defaultdict(Fraction)
    for belt in belts:
        should = level.expected_emissions(case, belt, reading)
        did = happened.observed(case, belt, reading)
        for year, share in inputs.period(case).items():
            sums[year] += max(Fraction(0), happened.sum_of_year(did, year) - share * should[year])
    return sums


def close(case, ledger):
    """Eq. 23."""
    balance = sum(ledger.values())
    if balance < 0:
        ledger["excess_emissions", None] = -balance
        balance = 0
    for deduction in case.audit.get("deductions", {}).values():
        held_back = whole_kg(Fraction(deduction["fraction"]) * balance / 1000, math.ceil)
        ledger["deduction", None] -= held_back
        balance -= held_back
    ledger["credits", None] = -(balance // 1000 * 1000)
    ledger["rounding_remainder", None] = -(balance % 1000)
    assert sum(ledger.values()) == 0


def complete(case, zone, reading, result):
    """Eq. 20-23 into the result, whose reference level is known."""
    refuse_route(case, zone, reading)
    should = level.expected_emissions(case, zone, reading)
    did = happened.observed(case, zone, reading)
    displaced = displaced_by_year(case, zone, reading)
    ledger = defaultdict(int)
    for year, share in inputs.period(case).items():
        ledger["reference_emissions", year] = whole_kg(share * should[year], math.floor)
        ledger["project_emissions", year] = -whole_kg(happened.sum_of_year(did, year), math.ceil)
        if displaced is not None:
            ledger["displaced_emissions", year] = -whole_kg(displaced[year], math.ceil)
    close(case, ledger)
    result.project = sum((t for _, t in did.values()), Fraction(0))
    result.displaced = None if displaced is None else sum(displaced.values(), Fraction(0))
    result.ledger = ledger
    every_belt = displaced is not None and counted_belts(case, zone, reading) == inputs.belts_of(case, zone)
    result.status = "computed" if every_belt else "upper-bound"
    result.consistent = not caveats(case, zone, reading)


def evaluate(case, zone, reading):
    """One reading of one project zone."""
    result = Result(reading, "refused")
    if not case.factor_sets or reading.reference == "" or not inputs.period(case):
        return result
    try:
        should = level.expected_emissions(case, zone, reading)
        result.reference = sum((share * should[year] for year, share in inputs.period(case).items()), Fraction(0))
        complete(case, zone, reading, result)
    except Refused as refusal:
        result.reason = str(refusal)
    return result


# --- What treats the two sides unalike -----------------------------------------------------------------------------


def expects_degradation(case, zone, reading):
    """True when change from forest to forest is part of what is expected in the zone."""
    with_, without = (level.expected_emissions(case, zone, reading._replace(arcs=arcs)) for arcs in ("option-2", "option-1"))
    return sum(with_.values()) > sum(without.values())


def arc_caveats(case, zone, reading):
    """About what land becomes: expected and not seen, or the other way about."""
    by_transitions = case.references[reading.reference][0] == "transitions"
    targets = {loss.target for loss in case.claim.losses} - {""} if reading.route == "reported" else set()
    sees_forest = reading.route == "maps" or any(inputs.kind_anywhere(case, target) == FOREST for target in targets)
    sees_after = reading.route == "maps" or bool(targets)
    found = []
    if by_transitions and reading.arcs == "option-2" and not sees_forest and expects_degradation(case, zone, reading):
        found.append("degradation_unseen")
    if not by_transitions and reading.arcs == "option-2" and sees_forest:
        found.append("degradation_unexpected")
    if by_transitions and reading.post == "post-stock" and not sees_after:
        found.append("regrowth_unseen")
    if not by_transitions and reading.post == "post-stock" and sees_after:
        found.append("regrowth_unexpected")
    return found


def map_caveats(case, reading):
    """About the date of the map that the forest types are read from, and whether both sides read the same."""
    years = {m["name"]: m["year"] for m in case.audit.get("strata", [])}
    if reading.route == "maps":
        return []
    if not reading.strata:  # forest types are reported, and the reference level knows none
        return ["other_strata"] if reading.route == "reported" and inputs.has_pixels(case) else []
    kind, rule = case.references[reading.reference]
    history = rule if kind == "history" else rule["history"] if kind == "national" and rule["key"].startswith("past") else None
    found = []
    is_late = years[reading.strata] >= min(inputs.period(case))
    if history and years[reading.strata] >= history["start"]:
        found.append("history_hidden")
    elif reading.route == "reported" and is_late:
        found.append("forest_hidden")
    if reading.route == "reported" and case.claim.strata != reading.strata:
        found.append("other_strata")
    if reading.route == "loss" and is_late:
        found.append("strata_after_loss")
    return found


def caveats(case, zone, reading):
    return arc_caveats(case, zone, reading) + map_caveats(case, reading)


# --- All readings (Eq. 24) -----------------------------------------------------------------------------------------


@inputs.remembered
def all_results(case, zone):
    return [evaluate(case, zone, reading) for reading in choices.open_readings(case, zone)]


def given(results):
    return [result for result in results if result.status != "refused"]


def spread(results, claimed):
    """Lowest, median, highest, and how many give at least what is claimed."""
    credits = sorted(result.credits for result in results)
    if not credits:
        return None
    half = len(credits) // 2
    median = Fraction(credits[half]) if len(credits) % 2 else Fraction(credits[half - 1] + credits[half], 2)
    found = {"readings": len(credits), "lowest": credits[0], "median": median, "highest": credits[-1]}
    if claimed is not None:
        found["at_or_above_claim"] = sum(1 for amount in credits if amount >= claimed)
    return found


def claimed_credits(case, zone):
    return case.claim.items.get("credits") if case.claim and case.claim.zone == zone else None


def effect_of(results, index):
    """How much credits and reductions move when only the choice of that index changes."""
    sets = defaultdict(list)
    for result in results:
        sets[result.reading[:index] + result.reading[index + 1:]].append(result)
    ranges = [(max(r.credits for r in group) - min(r.credits for r in group),
               max(r.reduction for r in group) - min(r.reduction for r in group)) for group in sets.values() if len(group) > 1]
    if not ranges:
        return None
    return {"groups": len(ranges), "mean_range": Fraction(sum(c for c, _ in ranges), len(ranges)),
            "largest_range": max(c for c, _ in ranges), "mean_range_reduction": sum(r for _, r in ranges) / len(ranges)}


def effects(case, zone):
    """{choice: effect} over the consistent readings."""
    results = list(given(all_results(case, zone)))
    results = [result for result in results if result.consistent] or results
    found = {choice: effect_of(results, index) for index, choice in enumerate(choices.Reading._fields)}
    return {choice: effect for choice, effect in found.items() if effect}


if __name__ == "__main__":
    from accounting_comparison import compare_folder

    sys.exit(compare_folder(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
