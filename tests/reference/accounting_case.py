"""What the accounting's twin looks at: the audit file, the tables that it names, and what the command counted."""
import csv
import datetime
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

CO2_PER_C = Fraction(44, 12)
CM2_PER_HA = 10**8
UNSTRATIFIED = "forest"
FOREST, EXCLUDED, NON_FOREST = "forest", "excluded", "non-forest"
SHARE_KEYS = {  # Eq. 18: key of a national level -> where the audit file gives the nation's total
    "forest-area": "forest_area_ha",
    "carbon-stock": "carbon_stock_tC",
    "past-area-change": "area_change_ha_per_year",
    "past-stock-change": "stock_change_tCO2e_per_year",
}


class Refused(Exception):
    """The inputs do not allow this answer."""


@dataclass
class Zone:
    role: str
    entry: str
    project: str   # for a belt: the project that it belongs to, "" = the only one
    area: Fraction  # hectares


@dataclass
class Loss:
    """One line of the claim's losses."""
    zone: str
    source: str
    target: str  # "" = not forest, and nothing stands on it
    year: int
    area: Fraction


@dataclass
class Claim:
    zone: str
    items: dict   # item -> tCO2e
    losses: list  # of Loss
    calendar: bool  # a reported year is a whole one
    strata: str
    lost_area: Fraction | None


@dataclass
class Case:
    """Everything the accounting looks at."""
    audit: dict
    zones: dict          # name -> Zone
    bins: dict = field(default_factory=dict)      # (zone, min_area_ha) -> [({map: stratum}, cover, loss year or 0, pixels, cm2)]
    kinds: dict = field(default_factory=dict)     # map -> {stratum: kind}, in legend order
    factor_sets: dict = field(default_factory=dict)  # name -> {stratum: tC/ha}, the default first
    intervals: list = field(default_factory=list)    # of (years, {(from, to): hectares}), by stratum
    national_kinds: dict = field(default_factory=dict)
    references: dict = field(default_factory=dict)   # name -> ("transitions" | "rate" | "national" | "history", rule)
    claim: Claim | None = None
    declared: dict = field(default_factory=dict)  # zone -> {stratum: ha}, of an audit of tables alone
    known: dict = field(default_factory=dict)     # what was computed before, by function and arguments


def remembered(function):
    """Keeps what a function of a case gave for its arguments, refusals too."""
    def ask(case, *arguments):
        key = (function.__name__, *arguments)
        if key not in case.known:
            try:
                case.known[key] = function(case, *arguments), None
            except Refused as refusal:
                case.known[key] = None, refusal
        value, refusal = case.known[key]
        if refusal:
            raise Refused(*refusal.args)
        return value
    return ask


def has_pixels(case):
    return not case.declared


def period(case):
    """Eq. 6: {year: f_y}; empty without a monitoring period."""
    if "monitoring" not in case.audit:
        return {}
    start, end = case.audit["monitoring"]["start"], case.audit["monitoring"]["end"]
    result = {}
    for year in range(start.year, end.year + 1):
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        inside = (min(end, last) - max(start, first)).days + 1
        result[year] = Fraction(inside, (last - first).days + 1)
    return result


def baseline(case):
    maps = case.audit.get("strata", [])
    return next((m for m in maps if m["role"] == "baseline"), maps[0] if maps else None)


def map_pair(case):
    first = baseline(case)
    for other in case.audit.get("strata", []):
        if first and other["role"] == "monitoring" and other["year"] > first["year"]:
            return first, other
    return None


def kinds_of(case, strata):
    """What the classes of a map count as; without a map all is one forest."""
    return case.kinds[strata] if strata else {UNSTRATIFIED: FOREST}


def kind_anywhere(case, stratum):
    """By the baseline's legend, else any legend, else the national classes."""
    first = baseline(case)
    for kinds in [*([case.kinds[first["name"]]] if first else []), *case.kinds.values(), case.national_kinds]:
        if stratum in kinds:
            return kinds[stratum]
    return None


def projects(case):
    return [name for name, zone in case.zones.items() if zone.role == "project"]


def belts_of(case, project):
    """A belt without a project's name belongs to the only project."""
    owners = {project, case.zones[project].entry} | ({""} if len(projects(case)) == 1 else set())
    return [name for name, zone in case.zones.items() if zone.role == "displacement_belt" and zone.project in owners]


# --- From files ----------------------------------------------------------------------------------------------------


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as table:
        return list(csv.DictReader(table))


def kind_of_row(row):
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


def read_factor_sets(folder, audit):
    given = audit.get("carbon", {}).get("factors", [])
    files = given if isinstance(given, list) else [given]
    return {file.split("/")[-1]: read_density(folder / file) for file in files}


def read_national(folder, level, kinds):
    """Areas by stratum and interval: classes that share a stratum are added up. Without classes the maps say what is forest."""
    rows = rows_of(folder / level["transitions"]) if "transitions" in level else []
    if "classes" in level:
        classes = {row["class"]: row for row in rows_of(folder / level["classes"])}
        stratum_of = {name: row["stratum"] for name, row in classes.items()}
        national_kinds = {row["stratum"]: kind_of_row(row) for row in classes.values()}
    else:
        named = {row[side] for row in rows for side in ("from", "to")}
        stratum_of = {name: name for name in named}
        national_kinds = {s: kind for legend in reversed(kinds.values()) for s, kind in legend.items() if s in named}
    intervals = defaultdict(lambda: defaultdict(Fraction))
    for row in rows:
        arc = (stratum_of[row["from"]], stratum_of[row["to"]])
        intervals[int(row["start_year"]), int(row["end_year"])][arc] += Fraction(row["area_ha"])
    return [(end - start, dict(arcs)) for (start, end), arcs in sorted(intervals.items())], national_kinds


def listed(value):
    return value if isinstance(value, list) else [value]


def share_keys(national):
    """The keys that the audit file names, else all whose nation's total can be known."""
    if "share" in national:
        return listed(national["share"])
    return [key for key, total in SHARE_KEYS.items()
            if (total in national or "jurisdiction" in national) and ("history" in national or not key.startswith("past"))]


def read_references(level):
    """Every way to say what was expected, by its name in tables, the default first."""
    found = {}
    if "transitions" in level:
        found["transitions"] = ("transitions", None)
    for rate in listed(level.get("rate", [])):
        found[rate.get("name", f"rate-of-{rate['base']}")] = ("rate", rate)
    if "national" in level:
        for key in share_keys(level["national"]):
            found[f"national-by-{key}"] = ("national", level["national"] | {"key": key})
    for rule in listed(level.get("history", [])):
        found[rule.get("name", f"history-of-{rule.get('zone', 'own-zone')}")] = ("history", rule)
    return found


def read_claim(folder, audit, zones):
    if "claim" not in audit:
        return None
    given = audit["claim"]
    items = {row["item"]: Fraction(row["value"]) for row in (rows_of(folder / given["items"]) if "items" in given else [])}
    if "credits" in given:
        items["credits"] = Fraction(given["credits"])
    losses = [Loss(row["zone"], row["from"], row.get("to") or "", int(row["year"]), Fraction(row["area_ha"]))
              for row in (rows_of(folder / given["losses"]) if "losses" in given else [])]
    only = [name for name, zone in zones.items() if zone.role == "project"]
    lost = Fraction(given["lost_area_ha"]) if "lost_area_ha" in given else None
    return Claim(given.get("zone", only[0] if len(only) == 1 else ""), items, losses, given.get("years", "period") == "calendar",
                 given.get("strata", ""), lost)


def read_declared(path):
    """The zones of an audit of tables alone, and their strata."""
    zones, declared = {}, defaultdict(lambda: defaultdict(Fraction))
    for row in rows_of(path):
        area = Fraction(row["area_ha"])
        zone = zones.setdefault(row["zone"], Zone(row.get("role") or "project", row["zone"], "", Fraction(0)))
        zone.area += area
        declared[row["zone"]][row["stratum"]] += area
    return zones, {zone: dict(areas) for zone, areas in declared.items()}


def read_counted(out, maps):
    """The zones and bins that the command counted."""
    bins = defaultdict(list)
    for row in rows_of(out / "crosstab.csv"):
        bins[row["zone"], Fraction(row["min_area_ha"])].append(
            ({m["name"]: row[m["name"]] for m in maps}, int(row["cover_pct"]), int(row["loss_year"]), int(row["pixels"]),
             int(row["area_cm2"])))
    zones = {row["zone"]: Zone(row["role"], row["entry"], row["project"], Fraction(int(row["area_cm2"]), CM2_PER_HA))
             for row in rows_of(out / "zones.csv")}
    return zones, dict(bins)


def read_case(out, audit_path):
    folder = audit_path.parent
    audit = tomllib.loads(audit_path.read_text(encoding="utf-8"), parse_float=Fraction)
    maps, level = audit.get("strata", []), audit.get("reference_level", {})
    bins, declared = {}, {}
    if "project" in audit:
        zones, declared = read_declared(folder / audit["project"]["areas"])
    else:
        zones, bins = read_counted(out, maps)
    kinds = {m["name"]: {row["stratum"]: kind_of_row(row) for row in rows_of(folder / m["legend"])} for m in maps}
    intervals, national_kinds = read_national(folder, level, kinds)
    return Case(audit, zones, bins, kinds, read_factor_sets(folder, audit), intervals, national_kinds,
                read_references(level), read_claim(folder, audit, zones), declared)
