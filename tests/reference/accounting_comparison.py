"""Compares the tables of a finished audit with those of accounting_twin; every difference is named."""
from collections import defaultdict
from fractions import Fraction

import accounting_twin as twin


class Comparison:
    """Collects what differs, table by table."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def number(self, place, ours, theirs):
        self.compared += 1
        ours, theirs = Fraction(ours), Fraction(theirs)
        if abs(ours - theirs) > Fraction(twin.TOLERANCE) * max(abs(ours), abs(theirs)):
            self.differences.append(f"{place}: twin {float(ours)!r}, command {float(theirs)!r}")

    def exact(self, place, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.differences.append(f"{place}: twin {ours!r}, command {theirs!r}")

    def table(self, name, ours, theirs):
        """Numbers by key; a row that is missing on one side holds 0."""
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            self.number(f"{name} {key}", ours.get(key, 0), theirs.get(key, 0))


def column(rows, key, value):
    """Sums of a column by the key columns; empty cells are left out."""
    sums = defaultdict(Fraction)
    for row in rows:
        if row[value] != "":
            sums[tuple(row[name] for name in key)] += Fraction(row[value])
    return sums


def routes(case):
    """Route and how the tables name its strata."""
    first, pair = twin.baseline(case), twin.map_pair(case)
    found = [("loss", first["name"] if first else "")]
    return found + ([("maps", f"{pair[0]['name']} > {pair[1]['name']}")] if pair else [])


def default_reading(case, route="loss", arcs="option-1"):
    return {"route": route, "arcs": arcs, "post": twin.default_post(case)}


def compare_activity(case, out, comparison):
    ours = defaultdict(Fraction)
    for zone in case.zones:
        for route, strata in routes(case):
            for (source, _, year), area in twin.activity(case, zone, route).items():
                ours[zone, route, strata, source, str(year)] += area
    rows = twin.rows_of(out / "activity.csv")
    comparison.table("activity.csv", ours, column(rows, ("zone", "route", "strata", "stratum", "year"), "area_ha"))


def first_dated_year(case):
    """The first year whose lost pixels have their stratum from a map dated before; all years without a map."""
    first = twin.baseline(case)
    return max(case.audit["loss"]["first_year"], first["year"] + 1 if first else 0)


def compare_emissions(case, out, comparison):
    areas, amounts = {}, {}
    for zone in case.zones if case.density else []:
        for route, strata in routes(case):
            for (stratum, year), (area, amount) in twin.emissions(case, zone, default_reading(case, route)).items():
                key = (zone, route, strata, stratum, str(year))
                if route == "maps" or year >= first_dated_year(case):
                    areas[key], amounts[key] = area, amount
    rows = twin.rows_of(out / "emissions.csv")
    key = ("zone", "route", "strata", "stratum", "year")
    comparison.table("emissions.csv area", areas, column(rows, key, "area_ha"))
    comparison.table("emissions.csv emission", amounts, column(rows, key, "emission_tCO2e"))


def stock_rows(case):
    """Eq. 12: {(zone, route, map, stratum, year): (ha, years since the row before or None)}."""
    rows = {}
    for zone in case.zones:
        first_year = first_dated_year(case)
        for year in range(first_year, case.audit["loss"]["last_year"] + 2):
            for stratum, area in twin.forest_left(case, zone, year).items():
                rows[zone, "loss", routes(case)[0][1], stratum, year] = (area, 1 if year > first_year else None)
        if twin.map_pair(case):
            rows |= map_stock_rows(case, zone)
    return rows


def map_stock_rows(case, zone):
    first, second = twin.map_pair(case)
    known = {arc: cm2 for arc, (_, cm2) in twin.map_changes(case, zone).items() if "" not in arc}
    rows = {}
    for side, shown, step in ((0, first, None), (1, second, second["year"] - first["year"])):
        for stratum, kind in case.kinds[shown["name"]].items():
            area = sum(cm2 for arc, cm2 in known.items() if arc[side] == stratum)
            if kind == twin.FOREST:
                rows[zone, "maps", shown["name"], stratum, shown["year"]] = (Fraction(area, twin.CM2_PER_HA), step)
    return rows


def compare_stocks(case, out, comparison):
    areas, stocks, changes = {}, {}, {}
    before = {}
    for (zone, route, strata, stratum, year), (area, step) in stock_rows(case).items():
        key = (zone, route, strata, stratum, str(year))
        areas[key] = area
        if stratum in case.density:
            stocks[key] = area * case.density[stratum]
            if step:
                changes[key] = (stocks[key] - before[zone, route, stratum]) / step
            before[zone, route, stratum] = stocks[key]
    rows = twin.rows_of(out / "carbon_stock.csv")
    key = ("zone", "route", "strata", "stratum", "year")
    comparison.table("carbon_stock.csv area", areas, column(rows, key, "forest_ha"))
    comparison.table("carbon_stock.csv stock", stocks, column(rows, key, "carbon_stock_tC"))
    compare_changes(changes, column(rows, key, "yearly_change_tC"), stocks, comparison)


def compare_changes(ours, theirs, stocks, comparison):
    """A difference of two stocks in doubles carries the noise of the stocks, not of the difference."""
    for key in sorted(ours.keys() | theirs.keys()):
        noise = Fraction(1, 10**12) * stocks.get(key, 0)
        if abs(ours.get(key, 0) - theirs.get(key, 0)) > noise:
            comparison.number(f"carbon_stock.csv change {key}", ours.get(key, 0), theirs.get(key, 0))


def compare_transitions(case, out, comparison):
    ours_pixels, ours_area = {}, {}
    if not twin.map_pair(case):
        return
    first, second = twin.map_pair(case)
    for zone in case.zones:
        for arc, (pixels, cm2) in twin.map_changes(case, zone).items():
            ours_pixels[(zone, first["name"], second["name"], *arc)] = pixels
            ours_area[(zone, first["name"], second["name"], *arc)] = Fraction(cm2, twin.CM2_PER_HA)
    rows = [row for row in twin.rows_of(out / "transitions.csv") if row["to_strata"] == second["name"]]
    key = ("zone", "from_strata", "to_strata", "from", "to")
    comparison.exact("transitions.csv pixels", ours_pixels, dict(column(rows, key, "pixels")))
    comparison.table("transitions.csv area", ours_area, column(rows, key, "area_ha"))


def answer(case, zone, reading):
    """The statement, or nothing where the twin refuses too."""
    needed = "monitoring" in case.audit and "reference_level" in case.audit and case.density
    if not needed:
        return None
    pair, years = twin.map_pair(case), twin.period_fractions(case)
    if reading["route"] == "maps" and not (pair and pair[0]["year"] < min(years) and max(years) <= pair[1]["year"]):
        return None
    try:
        return twin.statement(case, zone, reading)
    except twin.Refused:
        return None


def compare_reading(place, row, found, comparison):
    comparison.exact(f"{place} status", "computed" if found else "refused", row["status"])
    if not found or row["status"] != "computed":
        return
    amounts, ledger = found
    reduction = amounts["reference"] - amounts["project"] - amounts["displaced"]
    comparison.number(f"{place} reference", amounts["reference"], row["reference_level_tCO2e"])
    comparison.number(f"{place} project", amounts["project"], row["project_emissions_tCO2e"])
    comparison.number(f"{place} displaced", amounts["displaced"], row["displaced_tCO2e"] or 0)
    comparison.number(f"{place} reduction", reduction, row["reduction_tCO2e"])
    held_back = -Fraction(ledger["deduction", None], 1000)
    comparison.number(f"{place} deductions", held_back, row["deductions_tCO2e"] or 0)
    comparison.exact(f"{place} credits", -ledger["credits", None] // 1000, int(row["credits"]))


def compare_readings(case, out, comparison):
    rows = twin.rows_of(out / "readings.csv")
    seen = set()
    for row in rows:
        reading = default_reading(case, row["route"], row["arcs"])
        comparison.exact(f"readings.csv {row['zone']} post", reading["post"], row["post"])
        place = f"readings.csv {row['zone']} {row['route']} {row['arcs']}"
        compare_reading(place, row, answer(case, row["zone"], reading), comparison)
        seen.add((row["zone"], row["route"], row["arcs"]))
    projects = [name for name, (role, *_) in case.zones.items() if role == "project"]
    for zone in projects if "monitoring" in case.audit and "reference_level" in case.audit else []:
        for arcs in ("option-1", "option-2"):
            comparison.exact(f"readings.csv {zone} has loss {arcs}", True, (zone, "loss", arcs) in seen)


def compare_ledger(case, out, comparison):
    rows = twin.rows_of(out / "ledger.csv")
    theirs = defaultdict(int)
    for row in rows:
        theirs[row["zone"], row["account"], row["year"]] += int(row["amount_kgCO2e"])
    ours = {}
    for zone, (role, *_) in case.zones.items():
        found = answer(case, zone, default_reading(case)) if role == "project" else None
        for (account, year), amount in found[1].items() if found else []:
            ours[zone, account, str(year or "")] = amount
    for key in sorted(ours.keys() | theirs.keys()):
        comparison.exact(f"ledger.csv {key}", ours.get(key, 0), theirs.get(key, 0))
    comparison.exact("ledger.csv sum", 0, sum(theirs.values()))


def compare_folder(out, audit_path):
    """Prints what differs; 0 when everything agrees, 1 otherwise."""
    case = twin.read_case(out, audit_path)
    comparison = Comparison()
    for compare in (compare_activity, compare_emissions, compare_stocks, compare_transitions, compare_readings, compare_ledger):
        compare(case, out, comparison)
    for difference in comparison.differences[:40]:
        print(difference)
    print(f"{comparison.compared} values compared, {len(comparison.differences)} differ")
    return 1 if comparison.differences else 0
