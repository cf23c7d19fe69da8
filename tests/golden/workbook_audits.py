"""Audits whose workbooks are checked: every kind of reference level, every route, deductions, belts that are silent or absent."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "reference"))

import accounting_twin_variants as variants  # noqa: E402

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data-samples"
AUDITS = ("prey-lang-twin/audit.toml", "prey-lang-twin/audit-disputed.toml", "prey-lang/audit.toml")
KEYS = ("forest-area", "carbon-stock", "past-area-change", "past-stock-change")


def further_variants(text):
    """One choice each, made the default."""
    for key in KEYS:
        for kind, level in (("totals", variants.NATIONAL_TOTALS), ("a zone", variants.NATIONAL_ZONE)):
            if "past" in key or kind == "totals" or "area" in key:
                share = f'national = {{ share = "{key}", '
                yield f"national by {key}, {kind}", variants.with_level(text, level.replace("national = { ", share))
    transitions = variants.limited(text, 'reference = ["transitions"]\nANNUALISE\nareas = ["AREAS"]\narcs = ["ARCS"]')
    for annualise, areas, arcs in (("compound", "static", "option-1"), ("linear", "markov", "option-2"),
                                   ("matrix-root", "markov", "option-2"), ("compound", "markov", "option-1")):
        chosen = transitions.replace("ANNUALISE", f'annualise = ["{annualise}"]').replace("AREAS", areas).replace("ARCS", arcs)
        table = "with_root.csv" if annualise == "matrix-root" else "equal_intervals.csv"
        yield f"transitions {annualise} {areas} {arcs}", chosen.replace(variants.NATIONAL_TABLE, table)
    mean = variants.limited(text, 'reference = ["transitions"]\nintervals = ["mean"]\nannualise = ["compound"]')
    yield "mean of two national intervals", mean.replace(variants.NATIONAL_TABLE, "two_intervals.csv")
    yield "the sample route", variants.limited(
        text + variants.SAMPLE.replace("POINTS", 'matrix = "sample_matrix.csv"\nzone = "project"'), 'route = ["sample"]')
    yield "the sample route with a belt", variants.limited(
        text + variants.SAMPLE.replace("POINTS", 'points = { file = "sample_points.csv", map = "map", reference = "seen", zone = "zone" }'),
        'route = ["sample"]\narcs = ["option-2"]')
    yield "the maps route with every stock", variants.limited(
        variants.with_line(text, "factors", 'factors = "every_stock.csv"'), 'route = ["maps"]\narcs = ["option-2"]')


def texts_of(name):
    """Name and text of the variants of one of AUDITS."""
    text = (SAMPLES / name).read_text(encoding="utf-8")
    yield from variants.variants(text)
    if name == AUDITS[0]:
        yield from further_variants(text)


def run(binary, folder, text, out):
    """Runs an audit text in a folder of its inputs."""
    audit = folder / "variant.toml"
    audit.write_text(text, encoding="utf-8")
    verb = "account" if "[project]" in text else "audit"
    return subprocess.run([binary, verb, audit, "-o", out, "--overwrite", "--quiet"], capture_output=True, text=True,
                          check=False), audit


