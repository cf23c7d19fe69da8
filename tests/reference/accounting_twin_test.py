#!/usr/bin/python3
"""Runs the command on an audit and on variants of it, and checks every table against accounting_twin.

    accounting_twin_test.py COMMAND AUDIT_TOML

The variants change one choice of the audit file each, so that every kind of reference level, deductions, and a negative balance are
compared too. Exit code 77: the audit file is not there (real data that is not shipped).
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import accounting_comparison

RATE = '[reference_level]\nrate = {{ value = {}, base = "{}", source = "a test" }}\n'
HISTORY = '[reference_level]\nhistory = {{ zone = "{}", start = {}, end = {}{} }}\n'
# 9.9 % and 13.3 % of whole kilograms are seldom whole: every deduction has to be rounded.
DEDUCTIONS = '\n[deductions]\nreversal = { fraction = 0.133, source = "a test" }\nbuffer = { fraction = 0.099, source = "a test" }\n'


def with_level(text, level):
    """The audit with another reference level."""
    return re.sub(r"\[reference_level\]\n(?:(?!\[).*\n?)*", lambda _: level + "\n", text)


def variants(text):
    """Name and audit text of each variant; without a reference level there are no credits to vary."""
    yield "as it is", text
    if "[reference_level]" not in text:
        return
    yield "rate of forest", with_level(text, RATE.format("0.0463", "forest"))
    yield "rate of territory", with_level(text, RATE.format("0.0266", "territory"))
    yield "rate too low to credit anything", with_level(text, RATE.format("0.0001", "forest")) + DEDUCTIONS
    yield "history of another zone, by forest area", with_level(text, HISTORY.format("reference", 2005, 2014, ""))
    yield "history of another zone, as it is", with_level(text, HISTORY.format("reference", 2012, 2014, ', scale = "none"'))
    yield "own history", with_level(text, HISTORY.format("project", 2005, 2014, ""))
    yield "deductions", text + DEDUCTIONS
    forest = re.sub(r"(?m)^canopy_rule.*$", 'canopy_rule = "at-least"', re.sub(r"(?m)^min_area_ha.*$", "", text))
    yield "at-least, without patch filter", re.sub(r"(?m)^canopy_pct.*$", "canopy_pct = 70", forest)
    yield "part years at both ends", re.sub(r"(?m)^end .*$", "end = 2019-06-30", re.sub(r"(?m)^start .*$", "start = 2018-03-12", text))
    if "transitions" in text:
        table = "../cambodia/transitions.csv"
        assert table in text
        yield "two national intervals", text.replace(table, "two_intervals.csv")
        yield "a stock for every destination", text.replace("carbon.csv", "every_stock.csv")
        yield "a forest stratum that the national table lacks", text.replace(table, "no_bamboo.csv")


def write_tables(folder):
    """The tables of the variants with a national table, made from the audit's own."""
    national = folder.parent / "cambodia" / "transitions.csv"
    if not national.exists():
        return
    header, *rows = national.read_text().splitlines()
    cells = [row.split(",") for row in rows]
    # A second, longer interval in which twice as much leaves every class, so pooling has something to weigh.
    later = [f"{a},{b},2016,2019,{float(area) * (1 if a == b else 2)}" for a, b, _, _, area in cells]
    (folder / "two_intervals.csv").write_text("\n".join([header, *rows, *later]) + "\n")
    (folder / "no_bamboo.csv").write_text("\n".join([header] + [row for row in rows if not row.startswith("B,")]) + "\n")
    classes = {row.split(",")[1]: row for row in (folder.parent / "cambodia" / "classes.csv").read_text().splitlines()[1:]}
    known = (folder / "carbon.csv").read_text()
    added = [f"{name},{5 + index},,a test" for index, name in enumerate(classes) if f"\n{name}," not in known]
    (folder / "every_stock.csv").write_text(known.rstrip("\n") + "\n" + "\n".join(added) + "\n")


def working_copy(original, root):
    """A folder of links to the audit's inputs in which a changed audit file may stand; relative paths keep their meaning."""
    folder = root / original.parent.name
    folder.mkdir()
    for neighbour in original.parent.parent.iterdir():
        if neighbour.is_dir() and neighbour.name != folder.name:
            (root / neighbour.name).symlink_to(neighbour)
    for entry in original.parent.iterdir():
        (folder / entry.name).symlink_to(entry)
    return folder


def check(command, folder, name, text):
    """True when the command's tables agree with the twin's."""
    audit = folder / "variant.toml"
    audit.write_text(text, encoding="utf-8")
    out = folder / "out"
    run = subprocess.run([command, "audit", audit, "-o", out, "--overwrite"], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{name}: the command failed: {run.stderr}")
        return False
    print(f"{name}: ", end="", flush=True)
    return accounting_comparison.compare_folder(out, audit) == 0


def main():
    command, original = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    if not original.exists():
        print("skipped: no real data")
        return 77
    with tempfile.TemporaryDirectory() as root:
        folder = working_copy(original, pathlib.Path(root))
        write_tables(folder)
        text = original.read_text(encoding="utf-8")
        agree = [check(command, folder, name, changed) for name, changed in variants(text)]
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
