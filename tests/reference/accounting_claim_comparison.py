"""Compares the claim's tables and those of the stratum question with those of accounting_twin."""
from collections import defaultdict
from fractions import Fraction

import accounting_case as inputs
import accounting_choices as choices
import accounting_claim as claims
from accounting_difference import column
from accounting_readings_comparison import is_answerable

POSTINGS_KG = 20  # every posting is rounded to whole kg, so a part of the split may be some kg off


def rows_of(out, name):
    return inputs.rows_of(out / name) if (out / name).exists() else []


def by_label(table, zone, index):
    return {(zone, stratum, str(year)): row[index] for (stratum, year), row in table.items()}


def compare_ledger(case, out, comparison):
    """claim_ledger.csv: reported beside mapped."""
    if not case.claim or not is_answerable(case):
        return
    rows = rows_of(out, "claim_ledger.csv")
    ours = {"reported_ha": {}, "reported_tCO2e": {}, "mapped_ha": {}, "mapped_tCO2e": {}}
    listed = [row["zone"] for row in rows]
    for zone in dict.fromkeys([loss.zone for loss in case.claim.losses] + listed):
        reported, mapped = claims.reported_loss(case, zone), claims.mapped_loss(case, zone)
        for index, unit in enumerate(("ha", "tCO2e")):
            ours[f"reported_{unit}"] |= by_label(reported, zone, index)
            ours[f"mapped_{unit}"] |= by_label(mapped, zone, index)
    ours["reported_uncounted_ha"] = {(zone, stratum, str(year)): ha for zone in dict.fromkeys(loss.zone for loss in case.claim.losses)
                                     for (stratum, year), ha in claims.uncounted_loss(case, zone).items()}
    for name, table in ours.items():
        comparison.table(f"claim_ledger.csv {name}", table, column(rows, ("zone", "stratum", "year"), name))
    for row in rows:
        for unit in ("ha", "tCO2e"):
            reported, mapped = row[f"reported_{unit}"], row[f"mapped_{unit}"]
            difference = Fraction(reported) - Fraction(mapped) if reported and mapped else None
            noise = Fraction(1, 10**12) * Fraction(mapped or 0)
            place = f"claim_ledger.csv {row['zone']} {row['stratum']} {row['year']} difference {unit}"
            comparison.number(place, difference, row[f"difference_{unit}"], noise)


def compare_split(case, out, comparison):
    """claim_split.csv: every part, and that the parts make up the difference to the kilogram."""
    if not case.claim or not is_answerable(case):
        return
    theirs = defaultdict(dict)
    for row in rows_of(out, "claim_split.csv"):
        theirs[row["zone"]][row["part"]] = int(row["amount_kgCO2e"])
    zone = case.claim.zone
    ours = claims.claim_split(case, zone) if zone in case.zones else None
    comparison.exact("claim_split.csv zones", {zone} if ours else set(), set(theirs))
    for zone, parts in theirs.items():
        difference = sum(amount for part, amount in parts.items() if part not in ("claimed", "recomputed"))
        comparison.exact(f"claim_split.csv {zone} sum", parts["claimed"], parts["recomputed"] + difference)
        for part in (ours or {}).keys() | parts.keys() if zone == case.claim.zone else ():
            comparison.number(f"claim_split.csv {zone} {part}", 1000 * (ours or {}).get(part, 0), parts.get(part, 0), POSTINGS_KG)


def compare_mixes(case, out, comparison):
    """loss_mix.csv: who says which forest types were lost."""
    rows = rows_of(out, "loss_mix.csv")
    areas, shares, elsewhere, became_forest = {}, {}, {}, {}
    for zone in inputs.projects(case) if is_answerable(case) else []:
        if case.claim:
            became_forest |= {(zone, "reported", "", stratum): ha for stratum, ha in claims.became_forest(case, zone).items()}
        for (source, strata), mix in claims.mixes(case, zone).items():
            areas |= {(zone, source, strata, stratum): ha for stratum, ha in mix.items()}
            shares |= {(zone, source, strata, stratum): share for stratum, share in claims.shares(mix).items()}
        for strata in claims.asked_maps(case) if inputs.has_pixels(case) else []:
            elsewhere[zone, "mapped", strata, ""] = claims.mapped_mix(case, zone, strata)[1]
        elsewhere[zone, "reported", "", ""] = claims.reported_mix(case, zone)[1]
    for row in rows:
        row["strata"] = row["strata"] if row["source"] == "mapped" else ""
    named = [row for row in rows if row["stratum"]]
    key = ("zone", "source", "strata", "stratum")
    comparison.table("loss_mix.csv area", areas, column(named, key, "area_ha"))
    comparison.table("loss_mix.csv share", shares, column(named, key, "share"))
    comparison.table("loss_mix.csv became forest", became_forest, column(named, key, "became_forest_ha"))
    comparison.table("loss_mix.csv elsewhere", elsewhere, column([r for r in rows if not r["stratum"]], key, "area_ha"))


def compare_matrices(case, out, comparison):
    """stratum_shares.csv: where the lost forest of one map lies in another."""
    rows = rows_of(out, "stratum_shares.csv")
    pairs = dict.fromkeys((row["zone"], row["from_strata"], row["to_strata"]) for row in rows)
    asked = claims.asked_maps(case) if is_answerable(case) and inputs.has_pixels(case) else []
    wanted = {(zone, first, second) for zone in inputs.projects(case) for first in asked for second in asked
              if first != second and claims.share_matrix(case, zone, first, second)}
    comparison.keys("stratum_shares.csv pairs of maps", wanted, set(pairs))
    areas, shares = {}, {}
    for zone, first, second in wanted & pairs.keys():
        for arc, (ha, share) in claims.share_matrix(case, zone, first, second).items():
            areas[(zone, first, second, *arc)], shares[(zone, first, second, *arc)] = ha, share
    key = ("zone", "from_strata", "to_strata", "from", "to")
    comparison.table("stratum_shares.csv area", areas, column(rows, key, "area_ha"))
    comparison.table("stratum_shares.csv share", shares, column(rows, key, "share"))


# --- What the forest types decide ----------------------------------------------------------------------------------


def mix_names(case, zone):
    """{name in tables: {stratum: ha}}."""
    return {strata or source: mix for (source, strata), mix in claims.mixes(case, zone).items()}


def compare_distances(zone, mixes, rows, comparison):
    theirs = {frozenset(row["text"].split(" against ")): row["value"] for row in rows if row["quantity"] == "consistency_index"}
    pairs = [frozenset((one, other)) for one in mixes for other in mixes if one < other]
    comparison.keys(f"stratum_question.csv {zone} pairs of mixes", {tuple(sorted(p)) for p in pairs}, {tuple(sorted(p)) for p in theirs})
    for pair in set(pairs) & theirs.keys():
        one, other = sorted(pair)
        # A share that the maps agree on to the last digits is a difference of nearly equal numbers.
        comparison.number(f"stratum_question.csv {zone} {one} against {other}", claims.distance(mixes[one], mixes[other]),
                          theirs[pair], Fraction(1, 10**12))


def relabelled(case, zone, mixes, strata):
    """Eq. 25 by the evidence of a map: how it was done, and what the reported loss emits then."""
    if case.claim.strata in ("", strata):
        return "mix of all loss", claims.relabelled_by_mix(case, mixes["reported"], mixes[strata])
    matrix = claims.share_matrix(case, zone, case.claim.strata, strata)
    return "type by type", claims.relabelled_by_stratum(case, mixes["reported"], matrix, mixes[strata])


def compare_relabellings(case, zone, mixes, rows, comparison):
    evidence = [name for name in mixes if name in claims.crossed_maps(case)] if "reported" in mixes else []
    theirs = {(row["quantity"], row["strata"], row["text"]): row["value"] for row in rows if row["strata"]}
    became_forest = sum(claims.became_forest(case, zone).values()) if evidence else 0
    as_labelled = f"as labelled, {float(became_forest):,.1f} ha of it to another forest type" if became_forest else "as labelled"
    ours = {}
    for strata in evidence:
        labelled = claims.labelled_emission(case, mixes["reported"])
        how, audited = relabelled(case, zone, mixes, strata)
        ours |= {("reported_emission", strata, as_labelled): labelled, ("relabelled_emission", strata, how): audited,
                 ("relabelling_difference", strata, how): audited - labelled}
    comparison.keys(f"stratum_question.csv {zone} relabellings", ours.keys(), theirs.keys())
    for key in ours.keys() & theirs.keys():
        # A difference of two emissions carries their noise.
        comparison.number(f"stratum_question.csv {zone} {' '.join(key)}", ours[key], theirs[key], Fraction(1, 10**6))


def compare_single_values(case, zone, rows, comparison):
    limits = claims.bounds(case, zone)
    ours = {"break_even_share": claims.break_even(case, zone), "claimed_break_even_share": claims.claimed_break_even(case, zone),
            "lowest_emission": limits[0] if limits else None, "highest_emission": limits[1] if limits else None}
    theirs = {row["quantity"]: row["value"] for row in rows}
    for quantity, value in ours.items():
        comparison.number(f"stratum_question.csv {zone} {quantity}", value, theirs.get(quantity, ""), Fraction(1, 10**12))


def compare_question(case, out, comparison):
    """stratum_question.csv: indexes, relabellings, bounds and break-even shares (Eq. 25-27)."""
    rows = rows_of(out, "stratum_question.csv")
    for zone in inputs.projects(case) if is_answerable(case) else []:
        mine, mixes = [row for row in rows if row["zone"] == zone], mix_names(case, zone)
        compare_distances(zone, mixes, mine, comparison)
        compare_relabellings(case, zone, mixes, mine, comparison)
        compare_single_values(case, zone, mine, comparison)


ALL = (compare_ledger, compare_split, compare_mixes, compare_matrices, compare_question)
