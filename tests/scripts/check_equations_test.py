#!/usr/bin/python3
"""scripts/check_equations.py: page and code in step pass; each way of being out of step is found."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_equations.py"

PAGE = """# Equations

## Eq. 1 Pixel area

Evaluated in: kernels.

## Eq. 2 Crosstab

Evaluated in: `kernels`, `src/pipeline`.
"""
CODE = {
    "kernels/area.hpp": "/// Source: docs/equations.md, Eq. 1\n",
    "kernels/run.hpp": "/// Source: docs/equations.md,\n///         Eq. 1-2\n",
    "src/pipeline/tiles.hpp": "/// Source: docs/equations.md, Eq. 1, 2\n",
}


def run_on(files):
    """Exit code and output of the script on a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class CheckEquations(unittest.TestCase):
    def expect_offence(self, changes, words):
        code, output = run_on({"docs/equations.md": PAGE, **CODE, **changes})
        self.assertEqual(code, 1, output)
        self.assertIn(words, output)
        self.assertIn("1 offences", output)

    def test_page_and_code_in_step_pass(self):
        code, output = run_on({"docs/equations.md": PAGE, **CODE})
        self.assertEqual(code, 0, output)

    def test_an_equation_the_page_lacks_is_found(self):
        self.expect_offence({"src/domain/x.hpp": "\n/// Source: docs/equations.md, Eq. 1 and 9\n"},
                            "src/domain/x.hpp:2: cites Eq. 9")

    def test_an_equation_that_nothing_cites_is_found(self):
        self.expect_offence({"src/pipeline/tiles.hpp": ""}, "Eq. 2 is said to be evaluated in src/pipeline")

    def test_an_equation_that_names_no_place_is_found(self):
        self.expect_offence({"docs/equations.md": PAGE + "\n## Eq. 3 Canopy\n"}, "Eq. 3 does not say where")

    def test_two_headings_of_one_number_are_found(self):
        self.expect_offence({"docs/equations.md": PAGE + "\n## Eq. 2 Again\n\nEvaluated in: kernels.\n"},
                            "Eq. 2 has two headings")

    def test_a_missing_page_is_found(self):
        code, output = run_on(CODE)
        self.assertEqual(code, 1, output)
        self.assertIn("not found", output)


if __name__ == "__main__":
    unittest.main()
