"""Compares the tables of a finished audit with those of accounting_twin; every difference is named."""
from collections import defaultdict
from fractions import Fraction

import accounting_activity as happened
import accounting_case as inputs
import accounting_choices as choices
import accounting_claim_comparison as claims
import accounting_readings_comparison as readings
import accounting_twin as twin
from accounting_case import CM2_PER_HA, FOREST, Refused
from accounting_difference import Comparison, column


def strata_of_routes(case):
    """Route and how the tables name its strata."""
    pair = inputs.map_pair(case)
    found = [("loss", choices.default_reading(case).strata)]
    return found + ([("maps", f"{pair[0]['name']} > {pair[1]['name']}")] if pair else [])


def default_by(case, route):
    return choices.default_reading(case)._replace(route=route)


def compare_activity(case, out, comparison):
    ours = defaultdict(Fraction)
    for zone in case.zones:
        for route, strata in strata_of_routes(case):
            for (source, _, year), area in happened.activity(case, zone, default_by(case, route)).items():
                ours[zone, route, strata, source, str(year)] += area
    rows = [row for row in inputs.rows_of(out / "activity.csv") if row["route"] != "reported"]
    comparison.table("activity.csv", ours, column(rows, ("zone", "route", "strata", "stratum", "year"), "area_ha"))


def first_dated_year(case):
    """The first year whose lost pixels have their stratum from a map dated before; all years without a map."""
    years = {m["name"]: m["year"] for m in case.audit.get("strata", [])}
    strata = choices.default_reading(case).strata
    return max(case.audit["loss"]["first_year"], years[strata] + 1 if strata else 0)


def whole_years(case, zone, route):
    """{(stratum, year): (ha, tCO2e)} of every year that the product or the maps cover; nothing where a stock is missing."""
    reading = default_by(case, route)
    years = range(first_dated_year(case) if route == "loss" else 0, 9999)
    try:
        return happened.emissions(case, zone, happened.as_loss(reading) if route == "loss" else reading, years)
    except Refused:
        return {}


def compare_emissions(case, out, comparison):
    areas, amounts = {}, {}
    for zone in case.zones if case.factor_sets else []:
        for route, strata in strata_of_routes(case):
            for (stratum, year), (area, amount) in whole_years(case, zone, route).items():
                key = (zone, route, strata, stratum, str(year))
                areas[key], amounts[key] = area, amount
    rows = [row for row in inputs.rows_of(out / "emissions.csv") if row["route"] != "reported"]
    key = ("zone", "route", "strata", "stratum", "year")
    comparison.table("emissions.csv area", areas, column(rows, key, "area_ha"))
    comparison.table("emissions.csv emission", amounts, column(rows, key, "emission_tCO2e"))


def compare_reported(case, out, comparison):
    """What the claim reports, as whole years: a loss of a part year stands for that year at the same pace."""
    fractions, key = inputs.period(case), ("zone", "stratum", "year")
    areas, amounts = defaultdict(Fraction), {}
    for loss in case.claim.losses if case.claim else []:
        areas[loss.zone, loss.source, str(loss.year)] += loss.area * happened.reported_share(case, loss.year) / fractions[loss.year]
    for zone in {zone for zone, _, _ in areas} if case.factor_sets else ():
        for (stratum, year), (_, amount) in happened.reported_emissions(case, zone, choices.default_reading(case)).items():
            amounts[zone, stratum, str(year)] = amount / fractions[year]
    for name, ours, value in (("activity", areas, "area_ha"), ("emissions", amounts, "emission_tCO2e")):
        rows = [row for row in inputs.rows_of(out / f"{name}.csv") if row["route"] == "reported"]
        comparison.table(f"{name}.csv reported", ours, column(rows, key, value))


def stock_rows(case):
    """Eq. 12: {(zone, route, map, stratum, year): (ha, years since the row before or None)}."""
    rows = {}
    reading = happened.as_loss(choices.default_reading(case))
    for zone in case.zones:
        first_year = first_dated_year(case)
        for year in range(first_year, case.audit["loss"]["last_year"] + 2):
            for stratum, area in happened.forest_left(case, zone, reading, year).items():
                rows[zone, "loss", reading.strata, stratum, year] = (area, 1 if year > first_year else None)
        if inputs.map_pair(case):
            rows |= map_stock_rows(case, zone)
    return rows


def map_stock_rows(case, zone):
    first, second = inputs.map_pair(case)
    known = {arc: cm2 for arc, (_, cm2) in happened.pair_changes(case, zone).items() if "" not in arc}
    rows = {}
    for side, shown, step in ((0, first, None), (1, second, second["year"] - first["year"])):
        for stratum, kind in case.kinds[shown["name"]].items():
            area = sum(cm2 for arc, cm2 in known.items() if arc[side] == stratum)
            if kind == FOREST:
                rows[zone, "maps", shown["name"], stratum, shown["year"]] = (Fraction(area, CM2_PER_HA), step)
    return rows


def compare_stocks(case, out, comparison):
    density = case.factor_sets.get(choices.default_reading(case).factors, {})
    areas, stocks, changes = {}, {}, {}
    before = {}
    for (zone, route, strata, stratum, year), (area, step) in stock_rows(case).items():
        key = (zone, route, strata, stratum, str(year))
        areas[key] = area
        if stratum in density:
            stocks[key] = area * density[stratum]
            if step:
                changes[key] = (stocks[key] - before[zone, route, stratum]) / step
            before[zone, route, stratum] = stocks[key]
    rows = inputs.rows_of(out / "carbon_stock.csv")
    key = ("zone", "route", "strata", "stratum", "year")
    comparison.table("carbon_stock.csv area", areas, column(rows, key, "forest_ha"))
    comparison.table("carbon_stock.csv stock", stocks, column(rows, key, "carbon_stock_tC"))
    theirs = column(rows, key, "yearly_change_tC")
    for key in sorted(changes.keys() | theirs.keys()):
        noise = Fraction(1, 10**12) * stocks.get(key, 0)  # a difference of two stocks carries the noise of the stocks
        comparison.number(f"carbon_stock.csv change {key}", changes.get(key, 0), theirs.get(key, 0), noise)


def compare_transitions(case, out, comparison):
    maps = [m["name"] for m in case.audit.get("strata", [])]
    rows = inputs.rows_of(out / "transitions.csv")
    pairs = dict.fromkeys((row["from_strata"], row["to_strata"]) for row in rows)
    if inputs.map_pair(case):
        first, second = inputs.map_pair(case)
        comparison.exact("transitions.csv has the pair of maps", True, (first["name"], second["name"]) in pairs)
    ours_pixels, ours_area = {}, {}
    for zone in case.zones:
        for first, second in pairs:
            for arc, (pixels, cm2) in happened.map_changes(case, zone, first, second).items() if first in maps else ():
                ours_pixels[(zone, first, second, *arc)] = pixels
                ours_area[(zone, first, second, *arc)] = Fraction(cm2, CM2_PER_HA)
    key = ("zone", "from_strata", "to_strata", "from", "to")
    comparison.exact("transitions.csv pixels", ours_pixels, dict(column(rows, key, "pixels")))
    comparison.table("transitions.csv area", ours_area, column(rows, key, "area_ha"))


def compare_ledger(case, out, comparison):
    theirs = defaultdict(int)
    for row in inputs.rows_of(out / "ledger.csv"):
        theirs[row["zone"], row["account"], row["year"]] += int(row["amount_kgCO2e"])
    ours = {}
    for zone in inputs.projects(case):
        result = twin.evaluate(case, zone, choices.default_reading(case))
        for (account, year), amount in (result.ledger or {}).items():
            ours[zone, account, str(year or "")] = amount
    for key in sorted(ours.keys() | theirs.keys()):
        comparison.exact(f"ledger.csv {key}", ours.get(key, 0), theirs.get(key, 0))
    comparison.exact("ledger.csv sum", 0, sum(theirs.values()))


COUNTED = (compare_activity, compare_emissions, compare_stocks, compare_transitions)
ALWAYS = (compare_reported, compare_ledger, *readings.ALL, *claims.ALL)


def compare_folder(out, audit_path, shown=40):
    """Prints what differs; 0 when everything agrees, 1 otherwise."""
    case = inputs.read_case(out, audit_path)
    comparison = Comparison()
    for compare in (COUNTED if inputs.has_pixels(case) else ()) + ALWAYS:
        compare(case, out, comparison)
    for difference in comparison.differences[:shown]:
        print(difference)
    print(f"{comparison.compared} values compared, {len(comparison.differences)} differ")
    return 1 if comparison.differences else 0
