#!/usr/bin/python3
"""docs/glossary.md explains every choice, answer, status, account, role, outcome and severity that the tables of the two sample audits hold.

Usage: glossary_test.py REDDLINE_BINARY
"""
import re

from docs_blocks import ROOT
from twin_case import TwinCase, main

CHOICES = ("route", "canopy_rule", "annualise", "intervals", "arcs", "areas", "post", "reference")  # others are numbers and names of files
VALUES = {"readings.csv": (*CHOICES, "status"), "findings.csv": ("severity",), "ledger.csv": ("account",), "claim_split.csv": ("part",),
          "pixels.csv": ("outcome",), "zones.csv": ("role",), "stratum_question.csv": ("quantity",), "activity.csv": ("route",)}
SAID_OF_ROWS = {"zone", "label"}  # columns that are no word of the accounting
COMPOSED = re.compile(r"^(national-by-|history-of-).*")  # the rest is the name of a share or a zone


class Glossary(TwinCase):
    def test_every_word_of_the_tables_is_explained(self):
        words = set()
        for name in ("audit.toml", "audit-disputed.toml"):
            self.audit_file = self.twin / name
            out = self.results / name
            self.assertEqual(self.audit("--quiet", out=out).returncode, 0)
            words |= set(self.rows("readings.csv", out)[0]) - SAID_OF_ROWS
            for table, columns in VALUES.items():
                words |= {COMPOSED.sub(r"\1", row[column]) for row in self.rows(table, out) for column in columns}
        explained = set(re.findall("`([^`]+)`", (ROOT / "docs/glossary.md").read_text(encoding="utf-8")))
        self.assertEqual(words - explained - {""}, set())


if __name__ == "__main__":
    main()
