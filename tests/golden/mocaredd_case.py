"""Synthetic mocaredd workbooks, and a second computation of what follows from them, with numpy and by the definitions alone."""
import math

import numpy
import openpyxl

SETTINGS = {"trunc_pdf": False, "n_iter": 20000, "ran_seed": 7, "c_unit": "DM", "c_fraction": 0.47, "c_fraction_se": 0.02,
            "c_fraction_pdf": "normal", "dg_ext": "_deg", "dg_pool": "AGB, BGB, DW", "ad_annual": False, "conf_level": 0.8}
PERIODS = [{"period_no": "T1", "year_start": 2006, "year_end": 2008, "period_type": "REF"},
           {"period_no": "T2", "year_start": 2009, "year_end": 2010, "period_type": "REF"},
           {"period_no": "T3", "year_start": 2011, "year_end": 2011, "period_type": "MON1"},
           {"period_no": "T4", "year_start": 2012, "year_end": 2013, "period_type": "MON2"}]
AREAS = {"T1": (3000, 1800, 240), "T2": (2200, 1500, 210), "T3": (700, 600, 90), "T4": (1500, 1100, 230)}
KINDS = (("DF", "EV", "Crop", 0.1), ("DG", "EV", "EV_deg", 0.15), ("EN_AF", "Crop", "PL", 0.2))


def transition(number, period, kind, area):
    """One row of AD_lu_transitions; the standard error is a share of the area."""
    activity, before, after, error = kind
    return {"trans_no": number, "trans_id": f"{period}_{before}_{after}", "trans_period": period, "redd_activity": activity,
            "lu_initial_id": before, "lu_initial": before, "lu_final_id": after, "lu_final": after, "trans_area": area,
            "trans_se": error * area, "trans_pdf": "normal", "trans_pdf_a": "NA", "trans_pdf_b": "NA", "trans_pdf_c": "NA"}


def stock(number, land_use, pool, value, error, period="ALL", beta=None):
    """One row of c_stocks."""
    alpha, other = beta or ("NA", "NA")
    return {"c_no": number, "c_id": f"{land_use}_{pool}_{period}", "c_period": period, "lu_id": land_use,
            "lu_name": f"synthetic {land_use}", "c_pool": pool, "c_value": value, "c_se": error,
            "c_pdf": "beta" if beta else "normal", "c_pdf_a": alpha, "c_pdf_b": other, "c_pdf_c": "NA"}


def book():
    """A whole workbook as sheets of rows: biomass, a root ratio, degraded land by a beta distribution, and enhancement."""
    transitions = [transition(4 * i + j, period, kind, area) for i, (period, areas) in enumerate(AREAS.items())
                   for j, (kind, area) in enumerate(zip(KINDS, areas))]
    stocks = [stock(1, "EV", "AGB", 310, 14), stock(2, "EV", "RS", 0.24, 0.03), stock(3, "EV", "DW", 12, 2),
              stock(4, "EV_deg", "DG_ratio", "NA", "NA", beta=(14, 6)), stock(5, "Crop", "ALL", 5, "NA"),
              stock(6, "PL", "AGB", 90, 10), stock(7, "PL", "BGB", 25, 4), stock(8, "PL", "LI", "NA", "NA")]
    return {"user_inputs": [dict(SETTINGS)], "time_periods": [dict(row) for row in PERIODS],
            "AD_lu_transitions": transitions, "c_stocks": stocks}


def plain_book():
    """A workbook to work by hand: carbon alone, one stock, hectares per year."""
    sheets = book()
    sheets["user_inputs"][0].update(c_unit="C", c_fraction="NA", c_fraction_se="NA", c_fraction_pdf="NA", ad_annual=True)
    sheets["time_periods"] = [PERIODS[1], dict(PERIODS[3], period_type="MON")]
    kind = ("DF", "F", "N", 0.1)
    sheets["AD_lu_transitions"] = [transition(1, "T2", kind, 100), transition(2, "T4", kind, 60)]
    sheets["c_stocks"] = [stock(1, "F", "ALL", 120, 0), stock(2, "N", "ALL", 0, "NA")]
    return sheets


def write(sheets, path, further=()):
    """Writes the sheets as a workbook; the title says that it is synthetic."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title = "synthetic workbook of a test"
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        sheet.append(list(rows[0]))
        for row in rows:
            sheet.append([row.get(column) for column in rows[0]])
    for name in further:
        workbook.create_sheet(name).append(["synthetic"])
    workbook.save(path)


def draws_of(rng, value, error, count, beta=None):
    """Draws of one cell; none of its digits are rounded."""
    if beta:
        return rng.beta(*beta, size=count)
    return rng.normal(value, error, count) if error not in (0, "NA") else numpy.full(count, float(value))


def densities(sheets, count, rng):
    """tC/ha of every land use, draw by draw; without a generator at the stated values."""
    def drawn(row):
        beta = (row["c_pdf_a"], row["c_pdf_b"]) if row["c_pdf"] == "beta" else None
        if rng is None:
            return numpy.full(1, beta[0] / sum(beta) if beta else float(row["c_value"]))
        return draws_of(rng, row["c_value"], row["c_se"], count, beta)
    settings = sheets["user_inputs"][0]
    fraction = 1.0
    if settings["c_unit"] == "DM":
        fraction = settings["c_fraction"] if rng is None else rng.normal(settings["c_fraction"], settings["c_fraction_se"], count)
    pools = {}
    for row in sheets["c_stocks"]:
        if row["c_value"] != "NA" or row["c_pdf_a"] != "NA":
            pools.setdefault(row["lu_id"], {})[row["c_pool"]] = drawn(row)
    found = {}
    for land_use, held in pools.items():
        if "DG_ratio" in held:
            continue
        biomass = held.get("AGB", 0.0) * (1 + held.get("RS", 0.0)) + held.get("BGB", 0.0)
        found[land_use] = biomass * fraction + sum(held.get(pool, 0.0) for pool in ("DW", "LI", "SOC", "ALL"))
    for land_use, held in pools.items():
        if "DG_ratio" in held:
            found[land_use] = held["DG_ratio"] * found[land_use.removesuffix(settings["dg_ext"])]
    return found


def reductions(sheets, count=1, rng=None):
    """tCO2e per year by kind of monitoring period, and the reference level as REF; draw by draw, or at the stated values."""
    held = densities(sheets, count, rng)
    years = {row["period_no"]: row["year_end"] - row["year_start"] + 1 for row in sheets["time_periods"]}
    kinds = {row["period_no"]: row["period_type"] for row in sheets["time_periods"]}
    sums, spans = {}, {}
    for period, kind in kinds.items():
        spans[kind] = spans.get(kind, 0) + years[period]
    for row in sheets["AD_lu_transitions"]:
        area = float(row["trans_area"]) if rng is None else draws_of(rng, row["trans_area"], row["trans_se"], count)
        emitted = area * (held[row["lu_initial_id"]] - held[row["lu_final_id"]]) * 44 / 12
        if sheets["user_inputs"][0]["ad_annual"]:
            emitted = emitted * years[row["trans_period"]]
        kind = kinds[row["trans_period"]]
        sums[kind] = sums.get(kind, 0.0) + emitted
    means = {kind: amount / spans[kind] for kind, amount in sums.items()}
    return {"REF": means["REF"]} | {kind: means["REF"] - mean for kind, mean in means.items() if kind != "REF"}


def quantile_error(draws, share):
    """Standard error of a quantile by the draws being so many, from twenty batches."""
    batches = [numpy.quantile(part, share) for part in numpy.array_split(draws, 20)]
    return numpy.std(batches, ddof=1) / math.sqrt(20)
