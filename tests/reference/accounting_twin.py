#!/usr/bin/python3
"""A second implementation of the accounting, to check the command's tables against.

    accounting_twin.py OUT_DIR AUDIT_TOML

It follows docs/equations.md and knows nothing of the program. It starts from the tool's crosstab.csv and zones.csv and from the
tables that the audit file names, computes activity, emissions, carbon stocks, transitions, readings and the ledger in
exact fractions, and compares. Exit code 0: the tables agree; 1: they differ, and it says where.
"""
import csv
import datetime
import math
import pathlib
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

CO2_PER_C = Fraction(44, 12)
CM2_PER_HA = 10**8
TOLERANCE = 1e-9  # of the larger of both values: the tool sums in doubles
UNSTRATIFIED = "forest"
FOREST, EXCLUDED, NON_FOREST = "forest", "excluded", "non-forest"


class Refused(Exception):
    """The inputs do not allow this answer."""


@dataclass
class Case:
    """Everything the accounting looks at."""
    audit: dict
    bins: list        # of (zone, {map: stratum}, min_area_ha, cover, loss year or 0, pixels, cm2)
    zones: dict       # name -> (role, entry, project, hectares)
    kinds: dict       # map -> {stratum: kind}, in legend order
    density: dict     # stratum -> tC/ha; empty without factors
    national: list    # of (years, {(from, to): hectares}), by stratum
    national_kinds: dict


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as table:
        return list(csv.DictReader(table))


def kind_of(row):
    if row.get("excluded", "") in ("1", "true"):
        return EXCLUDED
    return FOREST if row["forest"] in ("1", "true") else NON_FOREST


def read_density(path):
    """Eq. 10: total, by pool, or from biomass."""
    density = defaultdict(Fraction)
    for row in rows_of(path):
        if "agb_t_per_ha" in row:
            biomass = Fraction(row["agb_t_per_ha"]) * (1 + Fraction(row["root_ratio"]))
            density[row["stratum"]] += biomass * Fraction(row["carbon_fraction"])
            for pool in ("dead_wood_tC_per_ha", "litter_tC_per_ha", "soil_tC_per_ha"):
                density[row["stratum"]] += Fraction(row.get(pool) or 0)
        else:
            density[row["stratum"]] += Fraction(row["carbon_tC_per_ha"])
    return dict(density)


def read_national(folder, level):
    """Areas by stratum and interval: classes that share a stratum are added up."""
    classes = {row["class"]: row for row in rows_of(folder / level["classes"])}
    intervals = defaultdict(lambda: defaultdict(Fraction))
    for row in rows_of(folder / level["transitions"]):
        arc = (classes[row["from"]]["stratum"], classes[row["to"]]["stratum"])
        intervals[int(row["start_year"]), int(row["end_year"])][arc] += Fraction(row["area_ha"])
    kinds = {row["stratum"]: kind_of(row) for row in classes.values()}
    return [(end - start, arcs) for (start, end), arcs in sorted(intervals.items())], kinds


def read_case(out, audit_path):
    folder = audit_path.parent
    audit = tomllib.loads(audit_path.read_text(encoding="utf-8"), parse_float=Fraction)
    maps = audit.get("strata", [])
    bins = [(row["zone"], {m["name"]: row[m["name"]] for m in maps}, Fraction(row["min_area_ha"]), int(row["cover_pct"]),
             int(row["loss_year"]), int(row["pixels"]), int(row["area_cm2"])) for row in rows_of(out / "crosstab.csv")]
    zones = {row["zone"]: (row["role"], row["entry"], row["project"], Fraction(int(row["area_cm2"]), CM2_PER_HA))
             for row in rows_of(out / "zones.csv")}
    kinds = {m["name"]: {row["stratum"]: kind_of(row) for row in rows_of(folder / m["legend"])} for m in maps}
    density = read_density(folder / audit["carbon"]["factors"]) if "carbon" in audit else {}
    level = audit.get("reference_level", {})
    national, national_kinds = read_national(folder, level) if "transitions" in level else ([], {})
    return Case(audit, bins, zones, kinds, density, national, national_kinds)


# --- Choices -------------------------------------------------------------------------------------------------------


def baseline(case):
    maps = case.audit.get("strata", [])
    return next((m for m in maps if m["role"] == "baseline"), maps[0] if maps else None)


def map_pair(case):
    first = baseline(case)
    for other in case.audit.get("strata", []):
        if first and other["role"] == "monitoring" and other["year"] > first["year"]:
            return first, other
    return None


def default_post(case):
    """post-stock only when everything that is not forest has a stock."""
    every = [item for kinds in [*case.kinds.values(), case.national_kinds] for item in kinds.items()]
    return "post-stock" if all(s in case.density for s, kind in every if kind != FOREST) else "zero"


def emission_factor(case, source, target, target_is_forest, post):
    """Eq. 11; target None: what stands afterwards is not known."""
    left = Fraction(0)
    if target is not None and (target_is_forest or post == "post-stock"):
        left = stock_of(case, target)
    return (stock_of(case, source) - left) * CO2_PER_C


def stock_of(case, stratum):
    if stratum not in case.density:
        raise Refused(f"no carbon stock of {stratum}")
    return case.density[stratum]


def emitted_per_ha(case, source, target, kinds, later_kinds, reading):
    """Factor of a transition, or 0 where it does not count (Eq. 15)."""
    to_forest = target is not None and later_kinds.get(target) == FOREST
    if kinds.get(source) != FOREST or source == target or (to_forest and reading["arcs"] == "option-1"):
        return Fraction(0)
    return max(Fraction(0), emission_factor(case, source, target, to_forest, reading["post"]))


# --- Areas ---------------------------------------------------------------------------------------------------------


def mapped_loss(case, zone):
    """Eq. 3, 4: ({stratum: cm2 of forest in 2000}, {(stratum, year): cm2 lost})."""
    rule = case.audit["forest"]
    first = baseline(case)
    forest, lost = defaultdict(int), defaultdict(int)
    for in_zone, strata, min_area, cover, year, _, cm2 in case.bins:
        if in_zone != zone or min_area != rule.get("min_area_ha", 0):
            continue
        stratum = strata[first["name"]] if first else UNSTRATIFIED
        passes = cover > rule["canopy_pct"] if rule["canopy_rule"] == "greater" else cover >= rule["canopy_pct"]
        if not passes or (first and case.kinds[first["name"]].get(stratum) == EXCLUDED):
            continue
        forest[stratum] += cm2
        if year:
            lost[stratum, year] += cm2
    return forest, lost


def base_kinds(case):
    first = baseline(case)
    return case.kinds[first["name"]] if first else {UNSTRATIFIED: FOREST}


def forest_left(case, zone, year):
    """Eq. 4, strata that are forest: {stratum: ha at the start of the year}."""
    forest, lost = mapped_loss(case, zone)
    return {stratum: Fraction(cm2 - sum(a for (s, y), a in lost.items() if s == stratum and y < year), CM2_PER_HA)
            for stratum, cm2 in forest.items() if base_kinds(case).get(stratum) == FOREST}


def map_changes(case, zone):
    """{(from, to): [pixels, cm2]} between the two maps, all pixels, no patch filter."""
    first, second = map_pair(case)
    changes = defaultdict(lambda: [0, 0])
    for in_zone, strata, min_area, _, _, pixels, cm2 in case.bins:
        if in_zone == zone and min_area == 0:
            cell = changes[strata[first["name"]], strata[second["name"]]]
            cell[0] += pixels
            cell[1] += cm2
    return changes


def forest_at_start(case, zone, reading):
    """Eq. 16: A_i of the reading's route."""
    if reading["route"] == "loss":
        return forest_left(case, zone, case.audit["monitoring"]["start"].year)
    areas = defaultdict(Fraction)
    for (source, target), (_, cm2) in map_changes(case, zone).items():
        if base_kinds(case).get(source) == FOREST and target:  # both maps must know the pixel
            areas[source] += Fraction(cm2, CM2_PER_HA)
    return areas


def activity(case, zone, route):
    """Eq. 20: {(from, to or None, year): ha}."""
    if route == "loss":
        forest, lost = mapped_loss(case, zone)
        years = range(case.audit["loss"]["first_year"], case.audit["loss"]["last_year"] + 1)
        return {(s, None, y): Fraction(lost.get((s, y), 0), CM2_PER_HA) for s in forest for y in years}
    first, second = map_pair(case)
    span = second["year"] - first["year"]
    return {(source, to, y): Fraction(cm2, CM2_PER_HA) / span
            for (source, to), (_, cm2) in map_changes(case, zone).items()
            if case.kinds[first["name"]].get(source) == FOREST and source != to
            for y in range(first["year"] + 1, second["year"] + 1)}


# --- Emissions -----------------------------------------------------------------------------------------------------


def emissions(case, zone, reading):
    """Eq. 20: {(stratum, year): (ha, tCO2e)}, only what emits."""
    kinds = base_kinds(case)
    later_kinds = case.kinds[map_pair(case)[1]["name"]] if reading["route"] == "maps" else {}
    result = defaultdict(lambda: (Fraction(0), Fraction(0)))
    for (source, target, year), area in activity(case, zone, reading["route"]).items():
        factor = emitted_per_ha(case, source, target, kinds, later_kinds, reading)
        if factor > 0 and area > 0:
            before = result[source, year]
            result[source, year] = (before[0] + area, before[1] + area * factor)
    return result


def emitted_in(table, year):
    return sum((amount for (_, y), (_, amount) in table.items() if y == year), Fraction(0))


def period_fractions(case):
    """Eq. 6: {year: f_y}."""
    start, end = case.audit["monitoring"]["start"], case.audit["monitoring"]["end"]
    result = {}
    for year in range(start.year, end.year + 1):
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        inside = (min(end, last) - max(start, first)).days + 1
        result[year] = Fraction(inside, (last - first).days + 1)
    return result


def level_of_transitions(case, zone, reading):
    """Eq. 13 linear, 14 pooled, 16 static: tCO2e per year."""
    total = Fraction(0)
    for stratum, area in forest_at_start(case, zone, reading).items():
        moved, hectare_years = defaultdict(Fraction), Fraction(0)
        for years, arcs in case.national:
            for (source, target), hectares in arcs.items():
                if source == stratum:
                    moved[target] += hectares
                    hectare_years += years * hectares
        if hectare_years == 0 and area > 0:
            raise Refused(f"the national table has no {stratum}")
        for target, hectares in moved.items():
            factor = emitted_per_ha(case, stratum, target, case.national_kinds, case.national_kinds, reading)
            total += area * hectares / hectare_years * factor
    return total


def level_of_rate(case, zone, reading, rate):
    """Eq. 17: tCO2e per year."""
    forest = forest_at_start(case, zone, reading)
    base_ha = sum(forest.values()) if rate["base"] == "forest" else case.zones[zone][3]
    lost_ha = Fraction(rate["value"]) * base_ha
    return sum(lost_ha * area / sum(forest.values()) * stock_of(case, stratum) * CO2_PER_C
               for stratum, area in forest.items() if area > 0)


def level_of_history(case, zone, reading, rule):
    """Eq. 19, emissions and areas by the loss route: tCO2e per year."""
    if reading["route"] != "loss":
        raise Refused("a history of the loss product is not set against change between maps")
    own = case.zones[rule["zone"]][0] == "project" and zone in belts_of(case, rule["zone"])
    source = zone if own else rule["zone"]
    table = emissions(case, source, reading)
    years = range(rule["start"], rule["end"] + 1)
    mean = sum(emitted_in(table, year) for year in years) / len(years)
    if source == zone or rule.get("scale", "forest-area") == "none":
        return mean
    reference_ha = sum(forest_left(case, source, rule["start"]).values())
    if reference_ha == 0:
        raise Refused("the reference zone has no forest")
    return mean * sum(forest_at_start(case, zone, reading).values()) / reference_ha


def reference_level(case, zone, reading):
    level = case.audit["reference_level"]
    if "transitions" in level:
        return level_of_transitions(case, zone, reading)
    if "rate" in level:
        return level_of_rate(case, zone, reading, level["rate"])
    return level_of_history(case, zone, reading, level["history"])


# --- Credits -------------------------------------------------------------------------------------------------------


def whole_kg(tonnes, rounding):
    """Eq. 22: rounded after the noise of doubles is snapped."""
    kg = tonnes * 1000
    noise = max(Fraction(1, 10**6), abs(kg) / 10**12)
    return round(kg) if abs(kg - round(kg)) <= noise else rounding(kg)


def belts_of(case, project):
    """A belt without a project's name belongs to the only project."""
    projects = [name for name, (role, *_) in case.zones.items() if role == "project"]
    owners = {project, case.zones[project][1]} | ({""} if len(projects) == 1 else set())
    return [name for name, (role, _, owner, _) in case.zones.items() if role == "displacement_belt" and owner in owners]


def statement(case, zone, reading):
    """Eq. 19-23: amounts of the period, and the ledger as {(account, year or None): kg}."""
    fractions = period_fractions(case)
    belts = belts_of(case, zone)
    expected = reference_level(case, zone, reading)
    observed = emissions(case, zone, reading)
    belt_level = {belt: reference_level(case, belt, reading) for belt in belts}
    belt_observed = {belt: emissions(case, belt, reading) for belt in belts}
    amounts = defaultdict(Fraction)
    ledger = defaultdict(int)
    for year, share in fractions.items():
        reference, project = share * expected, share * emitted_in(observed, year)
        displaced = sum((max(Fraction(0), share * (emitted_in(belt_observed[b], year) - belt_level[b])) for b in belts), Fraction(0))
        for name, amount in (("reference", reference), ("project", project), ("displaced", displaced)):
            amounts[name] += amount
        ledger["reference_emissions", year] = whole_kg(reference, math.floor)
        ledger["project_emissions", year] = -whole_kg(project, math.ceil)
        if belts:
            ledger["displaced_emissions", year] = -whole_kg(displaced, math.ceil)
    close(case, ledger)
    assert sum(ledger.values()) == 0
    return amounts, ledger


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


if __name__ == "__main__":
    from accounting_comparison import compare_folder

    sys.exit(compare_folder(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
