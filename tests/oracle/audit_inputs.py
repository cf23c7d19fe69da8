"""What the oracles share: the audit file as plain data, the command's tables, and how to skip.

It reads the audit file with Python's own TOML reader, and knows nothing of the command but its files.
"""
import csv
import glob
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field

SKIPPED = 77  # ctest's SKIP_RETURN_CODE


def skip(reason):
    """Ends the oracle without a verdict."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


@dataclass
class Tables:
    """The tables of one `reddline crosstab` run; bins are (zone, stratum per map, cover, loss year)."""
    bins: dict = field(default_factory=dict)      # minimum area -> bin -> (pixels, area_cm2)
    outcomes: dict = field(default_factory=dict)  # minimum area -> (zone, outcome) -> (pixels, area_cm2)


class Audit:
    """An audit file and the files it names."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        if not self.path.is_file():
            skip(f"no audit file at {path}")
        self.entries = tomllib.loads(self.path.read_text(encoding="utf-8"))
        self.first_year = self.entries["loss"]["first_year"]
        self.last_year = self.entries["loss"]["last_year"]

    def files(self, patterns):
        """The files that patterns of the audit file name."""
        found = [name for pattern in patterns for name in sorted(glob.glob(str(self.path.parent / pattern)))]
        if not found:
            sys.exit(f"no file matches {patterns}")
        return found

    def file(self, name):
        """One file that the audit file names."""
        return str(self.path.parent / name)

    def loss_layer(self, name):
        """The tiles of a layer of the loss product; empty when the audit has none."""
        patterns = self.entries["loss"].get(name, [])
        return self.files(patterns) if patterns else []

    def strata(self):
        """The strata entries."""
        return self.entries.get("strata", [])

    def legend(self, strata):
        """Stratum name and whether it is excluded, by code."""
        with open(self.file(strata["legend"]), encoding="utf-8", newline="") as text:
            return {int(row["code"]): (row["stratum"], row.get("excluded", "0") == "1") for row in csv.DictReader(text)}


def run_crosstab(binary, audit_path):
    """Runs the command into a folder of its own and reads its tables."""
    if not pathlib.Path(binary).is_file():
        skip(f"no command at {binary}")
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out"
        done = subprocess.run([binary, "crosstab", audit_path, "-o", out], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"reddline crosstab ended with {done.returncode}: {done.stderr.strip()}")
        return read_tables(out)


def read_tables(folder):
    """Reads crosstab.csv and pixels.csv of an output folder."""
    tables = Tables()
    with open(folder / "crosstab.csv", encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        columns = reader.fieldnames
        maps = columns[1:columns.index("min_area_ha")]
        for row in reader:
            key = (row["zone"], *(row[name] for name in maps), int(row["cover_pct"]), int(row["loss_year"]))
            bins = tables.bins.setdefault(float(row["min_area_ha"]), {})
            if key in bins:
                sys.exit(f"crosstab.csv has two rows for {key}")
            bins[key] = (int(row["pixels"]), int(row["area_cm2"]))
    with open(folder / "pixels.csv", encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            outcomes = tables.outcomes.setdefault(float(row["min_area_ha"]), {})
            outcomes[row["zone"], row["outcome"]] = (int(row["pixels"]), int(row["area_cm2"]))
    return tables


class Verdict:
    """Collects disagreements and says how it went."""

    def __init__(self, oracle):
        self.oracle = oracle
        self.compared = 0
        self.disagreements = []

    def expect_equal(self, what, ours, theirs):
        """Notes a disagreement between the command (`ours`) and the oracle (`theirs`)."""
        self.compared += 1
        if ours != theirs:
            self.disagreements.append(f"{what}: reddline {ours}, {self.oracle} {theirs}")

    def expect_close(self, what, ours, theirs, tolerance):
        """The same for numbers that may differ by an amount."""
        self.compared += 1
        if abs(ours - theirs) > tolerance:
            self.disagreements.append(f"{what}: reddline {ours}, {self.oracle} {theirs}, more than {tolerance} apart")

    def expect_same_counts(self, what, ours, theirs):
        """Compares two tables of counts, bin by bin; a bin that is missing counts 0."""
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            self.expect_equal(f"{what} {key}", ours.get(key, 0), theirs.get(key, 0))

    def conclude(self):
        """Prints the verdict; the exit code."""
        for line in self.disagreements[:20]:
            print(line)
        if not self.compared:
            print(f"{self.oracle}: nothing was compared")
            return 1
        print(f"{self.oracle}: {self.compared} numbers compared, {len(self.disagreements)} differ")
        return 1 if self.disagreements else 0
