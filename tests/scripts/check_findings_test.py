#!/usr/bin/python3
"""scripts/check_findings.py: pages, code and tests in step pass; each way of being out of step is found."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_findings.py"


def page(code, severity):
    """A page with all its sections."""
    sections = ("What it means", "Why it matters for credits", "How it is computed", "What to do",
                "What it does not say")
    return f"# {code}\n\nSeverity: {severity}\n" + "".join(f"\n## {name}\n\nWords.\n" for name in sections)


def line(code, severity):
    """A line of the index."""
    return f"| [`{code}`]({code}.md) | {severity} | means something |\n"


GAP = "note; warning from 1 %"
INDEX = "# Findings\n\n| code | severity | means |\n| --- | --- | --- |\n"
TREE = {
    # The severity may be a choice, and may stand on the next line.
    "src/audit/gap.cpp": 'return {{"data_gap",\n         share >= 0.01 ? Severity::warning : Severity::note, name, "x", "y"}};\n',
    "src/gdal_io/land.cpp": 'findings.push_back({.code = "blocks_missing",\n.severity = Severity::warning});\n',
    # Texts beside a severity that are no codes.
    "src/report/json.cpp": '{{"severity", to_string(finding.severity)}}\n',
    "src/cli/options.cpp": 'if (level == "note") options.fail_on = Severity::note;\n',
    "docs/findings/data_gap.md": page("data_gap", GAP),
    "docs/findings/blocks_missing.md": page("blocks_missing", "warning"),
    "docs/findings/README.md": INDEX + line("data_gap", GAP) + line("blocks_missing", "warning"),
    "tests/unit/audit/gap_test.cpp": 'EXPECT_EQ(code, "data_gap");\n',
    "tests/golden/land_test.py": 'self.assertIn("blocks_missing", findings)\n',
}


def run_on(files):
    """Exit code and output of the script on a tree of these files; a file without text is left out."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            if text is None:
                continue
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class CheckFindings(unittest.TestCase):
    def expect_offences(self, changes, *offences):
        code, output = run_on({**TREE, **changes})
        self.assertEqual(code, 1, output)
        for words in offences:
            self.assertIn(words, output)
        self.assertIn(f"{len(offences)} offences", output)

    def test_pages_code_and_tests_in_step_pass(self):
        code, output = run_on(TREE)
        self.assertEqual(code, 0, output)

    def test_a_code_without_a_page_is_found(self):
        self.expect_offences({"src/audit/new.cpp": 'return {{"new_doubt", Severity::note, "", "", ""}};\n',
                              "tests/unit/audit/new_test.cpp": '"new_doubt"'},
                             "src/audit/new.cpp: finding new_doubt has no page docs/findings/new_doubt.md")

    def test_a_code_that_no_test_names_is_found(self):
        self.expect_offences({"tests/golden/land_test.py": ""},
                             "src/gdal_io/land.cpp: no test names finding blocks_missing")

    def test_a_page_of_no_code_is_found(self):
        self.expect_offences({"docs/findings/old_doubt.md": page("old_doubt", "note"),
                              "docs/findings/README.md": TREE["docs/findings/README.md"] + line("old_doubt", "note")},
                             "docs/findings/old_doubt.md: nothing in src finds old_doubt")

    def test_a_page_with_another_heading_is_found(self):
        self.expect_offences({"docs/findings/data_gap.md": page("gap", GAP)},
                             "docs/findings/data_gap.md:1: expected '# data_gap'")

    def test_a_page_without_a_known_severity_is_found(self):
        text = page("data_gap", GAP).replace(f"Severity: {GAP}\n", "")
        self.expect_offences({"docs/findings/data_gap.md": text},
                             "docs/findings/data_gap.md: expected a line 'Severity: ' with one of")

    def test_a_missing_section_is_found(self):
        text = page("data_gap", GAP).replace("## What to do\n", "## What to think\n")
        self.expect_offences({"docs/findings/data_gap.md": text},
                             "docs/findings/data_gap.md: expected the section '## What to do'")

    def test_a_page_that_the_index_lacks_is_found(self):
        self.expect_offences({"docs/findings/README.md": INDEX + line("data_gap", GAP)},
                             "docs/findings/README.md: blocks_missing is not listed")

    def test_a_line_without_a_page_is_found(self):
        self.expect_offences({"docs/findings/README.md": TREE["docs/findings/README.md"] + line("gone", "note")},
                             "docs/findings/README.md: gone has no page")

    def test_two_lines_of_one_code_are_found(self):
        twice = TREE["docs/findings/README.md"] + line("data_gap", GAP)
        code, output = run_on({**TREE, "docs/findings/README.md": twice})
        self.assertEqual(code, 1, output)
        self.assertIn("data_gap stands there twice", output)

    def test_another_severity_in_the_index_is_found(self):
        index = INDEX + line("data_gap", GAP) + line("blocks_missing", "note")
        self.expect_offences({"docs/findings/README.md": index},
                             "blocks_missing is 'note' here and 'warning' on its page")

    def test_a_line_that_points_elsewhere_is_found(self):
        index = INDEX + line("data_gap", GAP) + line("blocks_missing", "warning").replace("(blocks_", "(block_")
        self.expect_offences({"docs/findings/README.md": index}, "blocks_missing points to block_missing.md")

    def test_a_missing_index_is_found(self):
        self.expect_offences({"docs/findings/README.md": None}, "blocks_missing is not listed",
                             "data_gap is not listed")


if __name__ == "__main__":
    unittest.main()
