"""Which readings are open (Eq. 24): every combination of the choices that the inputs allow and the audit file leaves."""
import itertools
from fractions import Fraction
from typing import NamedTuple

import accounting_case as inputs


class Reading(NamedTuple):
    """One answer to every choice. A choice without a part in it stands at its default, arcs and post at what that means."""
    route: str
    strata: str
    canopy_pct: Fraction | None
    canopy_rule: str
    min_area_ha: Fraction | None
    factors: str
    annualise: str
    intervals: str
    arcs: str
    areas: str
    post: str
    reference: str


FOREST_CHOICES = {"canopy_pct", "canopy_rule", "min_area_ha"}
TRANSITION_CHOICES = {"annualise", "intervals", "areas"}
DESTINATION_CHOICES = {"arcs", "post"}
UNSEEN_DESTINATIONS = {"arcs": "option-1", "post": "zero"}  # what a reading amounts to that knows no destinations


def has_every_destination(case, factors):
    """True when everything that is not forest has a stock."""
    every = [item for kinds in [*case.kinds.values(), case.national_kinds] for item in kinds.items()]
    return all(stratum in case.factor_sets[factors] for stratum, kind in every if kind != inputs.FOREST)


def posts(case):
    """post-stock where any set can serve it, first where the default set can."""
    able = [has_every_destination(case, factors) for factors in case.factor_sets]
    if not any(able):
        return ["zero"]
    return ["post-stock", "zero"] if able[0] else ["zero", "post-stock"]


def routes(case):
    found = ["loss"] if inputs.has_pixels(case) else []
    found += ["maps"] if inputs.map_pair(case) else []
    reported = case.claim is not None and case.claim.losses
    return found + (["reported"] if reported or not found else [])  # of tables alone: refused where nothing is reported


def strata_maps(case):
    """The baseline, then every other map dated before the first monitoring year."""
    first = inputs.baseline(case)
    if not first:
        return [""]
    start = min(inputs.period(case), default=0)
    return [first["name"]] + [m["name"] for m in case.audit["strata"] if m is not first and m["year"] < start]


def forest_rules(case):
    """Thresholds, boundary rules and minimum areas, the audit's own first."""
    if not inputs.has_pixels(case):
        return {"canopy_pct": [None], "canopy_rule": [""], "min_area_ha": [None]}
    rule = case.audit["forest"]
    sweep = [Fraction(pct) for pct in [rule["canopy_pct"], *rule.get("canopy_sweep", [])]]
    return {"canopy_pct": list(dict.fromkeys(sweep)),
            "canopy_rule": [rule["canopy_rule"], "at-least" if rule["canopy_rule"] == "greater" else "greater"],
            "min_area_ha": list(dict.fromkeys([Fraction(rule.get("min_area_ha", 0)), Fraction(0)]))}


@inputs.remembered
def options(case):
    """The values of every choice, the default first."""
    found = {"route": routes(case), "strata": strata_maps(case), **forest_rules(case),
             "factors": list(case.factor_sets) or [""], "annualise": ["linear", "compound", "matrix-root"],
             "intervals": ["pooled", "mean"] if len(case.intervals) > 1 else ["pooled"],
             "arcs": ["option-1", "option-2"], "areas": ["static", "markov"], "post": posts(case),
             "reference": list(case.references) or [""]}
    for choice, kept in case.audit.get("readings", {}).items():
        as_stored = Fraction if choice in ("canopy_pct", "min_area_ha") else str
        kept = [as_stored(value) for value in inputs.listed(kept)]
        assert set(kept) <= set(found[choice]), (choice, kept, found[choice])
        if choice in forest_rules(case):  # its first value is that of [forest]
            kept.remove(found[choice][0])
            kept.insert(0, found[choice][0])
        found[choice] = kept
    return found


def reports_destination(case):
    return case.claim is not None and any(loss.target for loss in case.claim.losses)


def parts(case, route, reference):
    """The choices that have a part in readings of this route and reference level."""
    found = {"route", "factors", "reference"}
    by_transitions = reference in case.references and case.references[reference][0] == "transitions"
    if inputs.has_pixels(case):
        found |= {"strata"} if route == "maps" else FOREST_CHOICES | {"strata"}
    if by_transitions:
        found |= TRANSITION_CHOICES
    if route == "maps" or by_transitions or (route == "reported" and reports_destination(case)):
        found |= DESTINATION_CHOICES
    return found


def strata_of(case, route):
    """The strata maps that readings of a route take: that of maps has its two, of which the earlier is named."""
    return [inputs.baseline(case)["name"]] if route == "maps" else options(case)["strata"]


def default_reading(case):
    """The first of every choice that has a part."""
    first = {choice: values[0] for choice, values in options(case).items()}
    first["strata"] = strata_of(case, first["route"])[0]
    part = parts(case, first["route"], first["reference"])
    return Reading(**first | {choice: value for choice, value in UNSEEN_DESTINATIONS.items() if choice not in part})


def reports(case, zone):
    return case.claim is not None and any(loss.zone == zone for loss in case.claim.losses)


def open_readings(case, zone):
    """Every reading of a project zone, the default first."""
    found = options(case)
    for route, reference in itertools.product(found["route"], found["reference"]):
        if route == "reported" and inputs.has_pixels(case) and not reports(case, zone):
            continue
        part = parts(case, route, reference)
        crossed = {choice: values if choice in part else [UNSEEN_DESTINATIONS.get(choice, values[0])]
                   for choice, values in found.items()}
        crossed |= {"route": [route], "reference": [reference], "strata": strata_of(case, route)}
        for chosen in itertools.product(*(crossed[choice] for choice in Reading._fields)):
            yield Reading(*chosen)


def cells(case, reading):
    """The choices as readings.csv prints them: empty where one has no part. Numbers stay numbers."""
    part = parts(case, reading.route, reading.reference)
    shown = [value if choice in part else "" for choice, value in zip(Reading._fields, reading)]
    return tuple("" if value is None else value for value in shown)


def cells_of_row(row):
    """The same of a row of readings.csv."""
    numbers = ("canopy_pct", "min_area_ha")
    return tuple(Fraction(row[choice]) if choice in numbers and row[choice] else row[choice] for choice in Reading._fields)
