"""Compares readings.csv, choices.csv, unit_reference.csv and the summary in audit.json with those of accounting_twin."""
import itertools
import json
from collections import Counter, defaultdict
from fractions import Fraction

import accounting_case as inputs
import accounting_choices as choices
import accounting_claim as claims
import accounting_twin as twin
from accounting_case import FOREST, Refused

OPEN_UNITS = ("factors", "annualise", "intervals", "arcs", "areas", "post")


def is_answerable(case):
    """True when the audit has all that any reading needs; otherwise every row must be refused."""
    return bool(inputs.period(case) and case.references and case.factor_sets)


def rows_by_zone(out, name):
    found = defaultdict(list)
    for row in inputs.rows_of(out / name):
        found[row["zone"]].append(row)
    return found


def compare_amounts(place, row, result, comparison):
    noise = Fraction(1, 10**12) * abs(result.reference)
    comparison.number(f"{place} project emissions", result.project, row["project_emissions_tCO2e"], noise)
    comparison.number(f"{place} displaced", result.displaced, row["displaced_tCO2e"], noise)
    comparison.number(f"{place} reduction", result.reduction, row["reduction_tCO2e"], noise)
    comparison.number(f"{place} deductions", result.deducted, row["deductions_tCO2e"] or 0)
    comparison.exact(f"{place} credits", result.credits, int(row["credits"]))
    comparison.exact(f"{place} consistent", "yes" if result.consistent else "no", row["consistent"])


def compare_row(place, row, result, comparison):
    why = f" ({result.reason or row['reason']})" if "refused" in (result.status, row["status"]) else ""
    comparison.exact(f"{place} status{why}", result.status, row["status"])
    comparison.number(f"{place} reference level", result.reference, row["reference_level_tCO2e"])
    if "refused" not in (result.status, row["status"]):
        compare_amounts(place, row, result, comparison)
    if row["status"] == "refused":
        comparison.exact(f"{place} amounts of a refused row", ["", "", "", ""],
                         [row[name] for name in ("project_emissions_tCO2e", "reduction_tCO2e", "credits", "consistent")])
        comparison.exact(f"{place} has a reason", True, row["reason"] != "")


def compare_zone(case, zone, rows, comparison):
    ours = {choices.cells(case, result.reading): result for result in twin.all_results(case, zone)}
    theirs = Counter(choices.cells_of_row(row) for row in rows)
    comparison.keys(f"readings.csv {zone}", ours.keys(), theirs.keys())
    comparison.exact(f"readings.csv {zone} rows that come twice", [], [key for key, count in theirs.items() if count > 1])
    if rows:
        first = choices.cells(case, choices.default_reading(case))
        comparison.exact(f"readings.csv {zone} first row", first, choices.cells_of_row(rows[0]))
    for row in rows:
        key = choices.cells_of_row(row)
        if key in ours:
            compare_row(f"readings.csv {zone} {' '.join(map(str, key))}", row, ours[key], comparison)


def compare_readings(case, out, comparison):
    theirs = rows_by_zone(out, "readings.csv")
    comparison.exact("readings.csv zones", set(), theirs.keys() - set(inputs.projects(case)))
    for zone in inputs.projects(case):
        if is_answerable(case):
            compare_zone(case, zone, theirs[zone], comparison)
        else:
            comparison.exact(f"readings.csv {zone} status", set(), {row["status"] for row in theirs[zone]} - {"refused"})


# --- How much a choice moves ---------------------------------------------------------------------------------------


def compare_effect(place, row, effect, comparison):
    comparison.exact(f"{place} groups", effect["groups"], int(row["groups"]))
    comparison.number(f"{place} mean range", effect["mean_range"], row["mean_range_tCO2e"])
    comparison.number(f"{place} largest range", effect["largest_range"], row["largest_range_tCO2e"])
    noise = Fraction(1, 10**6)  # reductions are differences of large amounts
    comparison.number(f"{place} reductions", effect["mean_range_reduction"], row["mean_range_reduction_tCO2e"], noise)


def compare_choices(case, out, comparison):
    if not is_answerable(case):
        return
    theirs = rows_by_zone(out, "choices.csv")
    for zone in inputs.projects(case):
        ours = twin.effects(case, zone)
        rows = {row["choice"]: row for row in theirs[zone] if row["groups"] != "0"}
        comparison.keys(f"choices.csv {zone}", {(choice,) for choice in ours}, {(choice,) for choice in rows})
        for choice in ours.keys() & rows.keys():
            compare_effect(f"choices.csv {zone} {choice}", rows[choice], ours[choice], comparison)
        order = [Fraction(row["mean_range_tCO2e"]) for row in theirs[zone]]
        comparison.exact(f"choices.csv {zone} order", sorted(order, reverse=True), order)


# --- The summary ---------------------------------------------------------------------------------------------------


def summaries(out):
    """{zone: summary} of audit.json; empty where it has none."""
    found = json.loads((out / "audit.json").read_text(encoding="utf-8")).get("readings_summary", {})
    return {entry["zone"]: entry for entry in found} if isinstance(found, list) else found


def amount(entry, name):
    """The field of that name, with or without its unit."""
    return next((value for key, value in entry.items() if key.removesuffix("_tCO2e").removesuffix("_credits") == name), None)


def compare_spread(place, ours, theirs, comparison):
    if ours is None or not theirs:
        comparison.exact(f"{place} given", ours is not None, bool(theirs))
        return
    for name, value in ours.items():
        comparison.number(f"{place} {name}", value, amount(theirs, name) if amount(theirs, name) is not None else "")


def compare_nearest(place, theirs, zone, consistent, claimed, rows, comparison):
    """The reading nearest to the claim, the first in table order on ties; rows of all zones."""
    if claimed is None or not theirs:
        return
    distance = {index: abs(int(row["credits"]) - claimed) for index, row in enumerate(rows)
                if row["zone"] == zone and row["status"] != "refused" and (not consistent or row["consistent"] == "yes")}
    comparison.exact(f"{place} nearest to the claim", min(distance, key=distance.get), theirs["nearest_to_claim"])


def compare_summary(case, out, comparison):
    found, rows = summaries(out), inputs.rows_of(out / "readings.csv")
    for zone in inputs.projects(case) if is_answerable(case) and found else []:
        results = twin.given(twin.all_results(case, zone))
        consistent = [result for result in results if result.consistent]
        claimed = twin.claimed_credits(case, zone)
        for name, of in (("all", results), ("consistent", consistent)):
            place, theirs = f"audit.json {zone} {name}", found[zone].get(name)
            compare_spread(place, twin.spread(of, claimed), theirs, comparison)
            compare_nearest(place, theirs, zone, name == "consistent", claimed, rows, comparison)


# --- 1,000 ha of one forest type -----------------------------------------------------------------------------------


def unit_answer(case, stratum, reading):
    try:
        return claims.unit_reference(case, stratum, reading)
    except Refused:
        return None


def compare_unit(case, row, comparison):
    reading = choices.default_reading(case)._replace(**{choice: row[choice] for choice in OPEN_UNITS})
    place = f"unit_reference.csv {row['stratum']} {' '.join(row[choice] for choice in OPEN_UNITS)}"
    ours = unit_answer(case, row["stratum"], reading)
    comparison.exact(f"{place} status {row['reason']}", "computed" if ours else "refused", row["status"])
    if ours and row["status"] == "computed":
        for name, value in zip(("lost_first_year_ha", "first_year_tCO2e", "period_tCO2e"), ours):
            comparison.number(f"{place} {name}", value, row[name])


def project_strata(case):
    """Forest types that a project has at the start of the period."""
    reading = choices.default_reading(case)
    return {stratum for zone in inputs.projects(case)
            for stratum, area in claims.happened.forest_at_start(case, zone, reading).items() if area > 0}


def compare_units(case, out, comparison):
    if not is_answerable(case) or not case.intervals or not (out / "unit_reference.csv").exists():
        return
    rows = inputs.rows_of(out / "unit_reference.csv")
    forest = {stratum for stratum, kind in case.national_kinds.items() if kind == FOREST}
    theirs = {row["stratum"] for row in rows}
    comparison.exact("unit_reference.csv lists only national forest types", set(), theirs - forest)
    comparison.exact("unit_reference.csv lists the projects' forest types", set(), (project_strata(case) & forest) - theirs)
    options = choices.options(case)
    ours = set(itertools.product(theirs, *(options[choice] for choice in OPEN_UNITS)))
    comparison.keys("unit_reference.csv", ours, {(row["stratum"], *(row[choice] for choice in OPEN_UNITS)) for row in rows})
    for row in rows:
        compare_unit(case, row, comparison)


ALL = (compare_readings, compare_choices, compare_summary, compare_units)
