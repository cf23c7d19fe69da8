"""Variants of an audit for accounting_twin_test: each changes a choice or two, so that every kind of input is compared."""
import csv
import re
from fractions import Fraction

RATE = '[reference_level]\nrate = {{ value = {}, base = "{}", source = "a test" }}\n'
TWO_RATES = 'rate = [{ value = 0.0463, base = "forest", source = "a test" }, { value = 0.0266, base = "territory", source = "a test" }]\n'
HISTORY = '[reference_level]\nhistory = {{ zone = "{}", start = {}, end = {}{} }}\n'
TWO_HISTORIES = """[reference_level]
history = [{ start = 2005, end = 2014 }, { zone = "reference", start = 2012, end = 2014, scale = "none", name = "recent" }]
"""
NATIONAL_TOTALS = """[reference_level]
national = { value_tCO2e_per_year = 79245643, forest_area_ha = 8518173, carbon_stock_tC = 900000000, \
area_change_ha_per_year = 180000, stock_change_tCO2e_per_year = 70000000, \
history = { zone = "reference", start = 2006, end = 2014 }, source = "a test" }
"""
NATIONAL_ZONE = """[reference_level]
national = { value_tCO2e_per_year = 25000, jurisdiction = "reference", area_change_ha_per_year = 30, \
history = { start = 2006, end = 2014 }, source = "a test" }
"""
# 9.9 % and 13.3 % of whole kilograms are seldom whole: every deduction has to be rounded.
DEDUCTIONS = '\n[deductions]\nreversal = { fraction = 0.133, source = "a test" }\nbuffer = { fraction = 0.099, source = "a test" }\n'
NATIONAL_TABLE = "../cambodia/transitions.csv"


def with_level(text, level):
    """The audit with another reference level."""
    return re.sub(r"\[reference_level\]\n(?:(?!\[).*\n?)*", lambda _: level + "\n", text)


def with_more_levels(text, more):
    """The audit with further reference levels beside its own."""
    return text.replace("[reference_level]\n", "[reference_level]\n" + more)


def with_line(text, key, line):
    """The audit with the line of a key replaced, or removed where the new line is empty."""
    assert re.search(rf"(?m)^{key}\s", text), key
    return re.sub(rf"(?m)^{key}\s.*$", lambda _: line, text)


def without_section(text, name):
    return re.sub(rf"(?m)^\[{name}\].*\n(?:(?!\[).*\n?)*", "", text)


def limited(text, limits):
    """The audit with these limits of its readings instead of its own."""
    return f"{without_section(text, 'readings')}\n[readings]\n{limits}\n"


# --- Audits of pixels ----------------------------------------------------------------------------------------------


def level_variants(text):
    yield "rate of forest", with_level(text, RATE.format("0.0463", "forest"))
    yield "rate of territory", with_level(text, RATE.format("0.0266", "territory"))
    yield "rate too low to credit anything", with_level(text, RATE.format("0.0001", "forest")) + DEDUCTIONS
    yield "two rates beside what there is", with_more_levels(text, TWO_RATES)
    yield "history of another zone, by forest area", with_level(text, HISTORY.format("reference", 2005, 2014, ""))
    yield "history of another zone, as it is", with_level(text, HISTORY.format("reference", 2012, 2014, ', scale = "none"'))
    yield "history of the project", with_level(text, HISTORY.format("project", 2005, 2014, ""))
    yield "every zone by its own history, and a second one", with_level(text, TWO_HISTORIES)
    yield "national level by every key, with the nation's totals", with_level(text, NATIONAL_TOTALS)
    yield "national level by every key of a zone", with_level(text, NATIONAL_ZONE)


def forest_variants(text):
    plain = with_line(with_line(with_line(text, "min_area_ha", ""), "canopy_rule", 'canopy_rule = "at-least"'), "canopy_sweep", "")
    yield "at-least, without patch filter or sweep", with_line(plain, "canopy_pct", "canopy_pct = 70")
    part_years = with_line(with_line(text, "start", "start = 2018-03-12"), "end", "end = 2019-06-30")
    if "losses" not in text:  # a claim must not report years outside the period
        yield "part years at both ends", part_years
    yield "part years at both ends, no claim", without_section(part_years, "claim")


def choice_variants(text):
    yield "deductions", text + DEDUCTIONS
    yield "every reading that is open", without_section(text, "readings")
    yield "two factor sets", with_line(text, "factors", 'factors = ["carbon.csv", "higher_stock.csv"]')
    unfiltered = with_line(with_line(text, "min_area_ha", ""), "canopy_rule", 'canopy_rule = "at-least"')
    yield "readings limited", limited(unfiltered, 'canopy_pct = [30, 10]\nmin_area_ha = [0]\ncanopy_rule = ["at-least"]')
    yield "the maps route alone", limited(text, 'route = ["maps"]')
    if "strata-2016-independent" in text:
        other_first = 'route = ["maps", "loss"]\nstrata = ["strata-2016-independent", "strata-2017"]'
        yield "the maps route first, another map than its own before it", limited(text, other_first)
        yield "the maps route without its map in the list", limited(text, 'route = ["maps"]\nstrata = ["strata-2016-independent"]')


def late_baseline(text):
    """The map of the end of the period as baseline."""
    text = text.replace('role   = "baseline"', 'role   = "independent"')
    return re.sub(r'(name   = "strata-2020"\n(?:.+\n)*?role   = )"monitoring"', r'\1"baseline"', text)


def two_projects(text):
    """The reference zone as a second project, which has no belt."""
    text = text.replace('role   = "reference_region"', 'role   = "project"')
    return text.replace('role   = "displacement_belt"', 'role   = "displacement_belt"\nproject = "project"')


def without_maps(text):
    """All forest in one stratum, under a rate."""
    for section in ("claim", "readings", "uncertainty"):
        text = without_section(text, section)
    text = re.sub(r"(?m)^\[\[strata\]\].*\n(?:(?!\[).*\n?)*", "", text)
    return with_line(with_level(text, RATE.format("0.02", "forest")), "factors", 'factors = "one_forest.csv"')


def zone_and_map_variants(text):
    yield "no strata maps", without_maps(text)
    yield "two projects", two_projects(text)
    if "strata-2020" in text:
        yield "a baseline dated after the loss", late_baseline(text)


def national_variants(text):
    yield "two national intervals", text.replace(NATIONAL_TABLE, "two_intervals.csv")
    yield "two national intervals of equal length", text.replace(NATIONAL_TABLE, "equal_intervals.csv")
    yield "national intervals with a root", text.replace(NATIONAL_TABLE, "with_root.csv")
    yield "a stock for every destination", with_line(text, "factors", 'factors = "every_stock.csv"')
    yield "a second set without a forest stratum", with_line(text, "factors", 'factors = ["carbon.csv", "no_bamboo_stock.csv"]')
    yield "a forest stratum that the national table lacks", text.replace(NATIONAL_TABLE, "no_bamboo.csv")
    limits = 'annualise = ["compound", "linear"]\narcs = ["option-2"]\nareas = ["markov"]\nreference = ["transitions"]'
    yield "readings of transitions limited", limited(text, limits)


def claim_variants(text):
    destinations = with_line(text, "losses", 'losses = "with_destination.csv"\nyears = "calendar"')
    yield "a claim with destinations, by calendar year", destinations
    yield "a claim with destinations, all of which have a stock", with_line(destinations, "factors", 'factors = "every_stock.csv"')
    yield "a claim that is silent on the belt", with_line(text, "losses", 'losses = "without_belt.csv"')
    yield "a claim whose strata map is not known", with_line(text, "strata", "")
    yield "a claim of losses without items", with_line(text, "items", "")
    yield "a claim of credits and an area lost", with_line(with_line(text, "losses", "lost_area_ha = 230"), "items", "")
    yield "the reported route alone", limited(text, 'route = ["reported"]')
    option_2_first = limited(destinations, 'arcs = ["option-2", "option-1"]')
    yield "a claim with destinations, forest to forest counted first", option_2_first
    yield "a claim with destinations, the same under a rate", with_level(option_2_first, RATE.format("0.0463", "forest"))
    if "strata-2017-project" not in text:
        return
    yield "a claim on a map that is not crossed", limited(text, 'strata = ["strata-2017", "strata-2016-independent"]')
    yield "a claim on a map of the period", re.sub(r'(?m)(name\s+= "strata-2017-project"\n.+\nyear\s+= )2017', r"\g<1>2019", text)


def pixel_variants(text):
    yield "as it is", text
    if "[reference_level]" not in text:
        return  # without it there are no credits to vary
    yield from level_variants(text)
    yield from forest_variants(text)
    yield from choice_variants(text)
    yield from zone_and_map_variants(text)
    if NATIONAL_TABLE in text:
        yield from national_variants(text)
    if "[claim]" in text:
        yield from claim_variants(text)


def annex_variants(text):
    """Of an audit that holds every kind of reference level, deductions and a claim together: what is left to change."""
    yield "as it is", text
    yield "every reading that is open", without_section(text, "readings")
    yield "the maps route alone", limited(text, 'route = ["maps"]')
    yield "the reported route alone", limited(text, 'route = ["reported"]')
    yield "a claim whose strata map is not known", with_line(text, "strata", "")


# --- Audits of tables alone ----------------------------------------------------------------------------------------


def table_variants(text):
    claim = '[claim]\nzone = "project"\nlosses = "losses_of_tables.csv"\ncredits = 1000\nsource = "a test"\n'
    of_project = without_section(with_line(text, "areas", 'areas = "project_and_belt.csv"'), "claim")
    yield "as it is", text
    yield "a project, a belt and a claim of losses", of_project + claim
    yield "every stock and deductions", with_line(of_project, "factors", 'factors = "every_stock.csv"') + claim + DEDUCTIONS
    yield "two national intervals of equal length", of_project.replace(NATIONAL_TABLE, "equal_intervals.csv") + claim
    yield "national intervals with a root", of_project.replace(NATIONAL_TABLE, "with_root.csv") + claim
    yield "a project without a claim", of_project


def variants(text):
    """Name and audit text of each variant."""
    of_kind = table_variants if "[project]" in text else annex_variants if "types-2014" in text else pixel_variants
    yield from of_kind(text)


# --- The tables of the variants ------------------------------------------------------------------------------------


def write_rows(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as table:
        csv.writer(table).writerows([header, *rows])


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as table:
        header, *rows = csv.reader(table)
    return header, rows


def squared(table):
    """The matrix times itself, exactly."""
    return {i: {j: sum(table[i].get(k, 0) * table[k].get(j, 0) for k in table) for j in table} for i in table}


def rooted_interval(start, scale):
    """Areas of two years whose yearly matrix is known: every class leaves for others at its own pace."""
    leaves = {"E": {"Se": 3, "D": 2, "Hc": 15}, "Se": {"E": 1, "D": 4, "Hc": 21}, "D": {"B": 2, "E": 1, "Hc": 28},
              "B": {"D": 5, "Hc": 34}, "Hc": {"D": 1, "Rp": 6}, "Rp": {"Hc": 9}}
    yearly = {i: {j: Fraction(scale * rate, 1000) for j, rate in row.items()} for i, row in leaves.items()}
    for i, row in yearly.items():
        row[i] = 1 - sum(row.values())
    return [(i, j, start, start + 2, float(p * 10**6)) for i, row in squared(yearly).items() for j, p in row.items() if p > 0]


def write_national(folder):
    """Tables of transitions, made from the published one or from a matrix whose root is known."""
    header, rows = read_rows(folder.parent / "cambodia" / "transitions.csv")
    # A second, longer interval in which twice as much leaves every class, so pooling has something to weigh.
    later = [(a, b, 2016, 2019, float(area) * (1 if a == b else 2)) for a, b, _, _, area in rows]
    equal = [(a, b, 2016, 2018, float(area) * (1 if a == b else 1.5)) for a, b, _, _, area in rows]
    write_rows(folder / "two_intervals.csv", header, rows + later)
    write_rows(folder / "equal_intervals.csv", header, rows + equal)
    write_rows(folder / "no_bamboo.csv", header, [row for row in rows if row[0] != "B"])
    write_rows(folder / "with_root.csv", header, rooted_interval(2014, 1) + rooted_interval(2016, 2))


def write_stocks(folder, factors):
    """Factor tables made from the audit's own."""
    header, rows = read_rows(folder / factors)
    stock = header.index("carbon_tC_per_ha")
    write_rows(folder / "higher_stock.csv", header, [[*row[:stock], float(row[stock]) * 1.17, *row[stock + 1:]] for row in rows])
    write_rows(folder / "one_forest.csv", header, [["forest", *rows[0][1:]]])
    write_rows(folder / "no_bamboo_stock.csv", header, [row for row in rows if row[0] != "bamboo"])
    classes = folder.parent / "cambodia" / "classes.csv"
    if classes.exists():
        known = {row[0] for row in rows}
        others = [name for name in dict.fromkeys(row[1] for row in read_rows(classes)[1]) if name not in known]
        added = [[name, 5 + index, *[""] * (len(header) - 3), "a test"] for index, name in enumerate(others)]
        write_rows(folder / "every_stock.csv", header, rows + added)


def write_claims(folder):
    """Reported losses made from the audit's own, or by hand for an audit of tables alone."""
    header = ["zone", "from", "to", "year", "area_ha"]
    made = [["project", "evergreen forest", "field crops", 2018, 20.5], ["project", "deciduous forest", "", 2018, 7],
            ["project", "evergreen forest", "deciduous forest", 2019, 31.25], ["project", "deciduous forest", "evergreen forest", 2019, 4],
            ["project", "field crops", "", 2019, 3], ["project", "evergreen forest", "rubber plantation", 2020, 12.3],
            ["belt", "deciduous forest", "field crops", 2018, 9.5], ["belt", "evergreen forest", "", 2020, 55.5]]
    write_rows(folder / "with_destination.csv", header, made)
    write_rows(folder / "losses_of_tables.csv", header, made)
    own = folder / "claimed_losses.csv"
    if own.exists():
        write_rows(folder / "without_belt.csv", header, [row for row in read_rows(own)[1] if row[0] != "belt"])
    areas = [["project", "evergreen forest", 6000, "project"], ["project", "deciduous forest", 1500.5, "project"],
             ["project", "field crops", 800, "project"], ["belt", "evergreen forest", 900, "displacement_belt"],
             ["belt", "deciduous forest", 1100, "displacement_belt"]]
    write_rows(folder / "project_and_belt.csv", ["zone", "stratum", "area_ha", "role"], areas)


SAMPLE = """
[sample]
areas = "sample_areas.csv"
POINTS
design = "stratified"
source = "a made-up sample"
first_year = 2018
last_year = 2020
changes = "sample_changes.csv"
"""


def write_sample(folder):
    """A made-up sample: a matrix, and as many points, every other one in the belt."""
    counts = {"cleared": {"to crops": 20, "to bamboo": 12, "stable": 28}, "forest": {"to crops": 2, "to bamboo": 3, "stable": 145}}
    write_rows(folder / "sample_areas.csv", ["class", "area_ha"], [["cleared", 600], ["forest", 9000.5]])
    write_rows(folder / "sample_matrix.csv", ["map", *counts["forest"]], [[name, *row.values()] for name, row in counts.items()])
    points = [[name, seen] for name, row in counts.items() for seen, count in row.items() for _ in range(count)]
    write_rows(folder / "sample_points.csv", ["map", "seen", "zone"],
               [[*point, ("project", "belt")[i % 2]] for i, point in enumerate(points)])
    write_rows(folder / "sample_changes.csv", ["class", "from", "to"],
               [["to crops", "evergreen forest", "field crops"], ["to bamboo", "deciduous forest", "bamboo"]])


def write_tables(folder, text):
    """The tables that the variants name."""
    write_sample(folder)
    factors = re.search(r'(?m)^factors\s*=\s*\[?\s*"([^"]+)"', text)
    if factors:
        write_stocks(folder, factors.group(1))
    if (folder.parent / "cambodia" / "transitions.csv").exists():
        write_national(folder)
    write_claims(folder)
