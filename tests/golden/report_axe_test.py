#!/usr/bin/python3
"""axe-core finds nothing in report.html that keeps people with a screen reader, a keyboard or weak sight out.

Usage: report_axe_test.py REDDLINE_BINARY
Skipped without Chromium, or without axe-core, which `scripts/test --full` fetches into the build folder.
"""
import pathlib
import sys
import unittest

from page_case import MISSING, PageCase
from twin_case import SKIPPED, main

AXE = "node/node_modules/axe-core/axe.min.js"  # in the build folder


class ReportForEverybody(PageCase):
    """The page of the sample under the rules of axe-core."""

    def violations(self, **options):
        """What axe-core objects to."""
        driver = self.browser(**options)
        driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})  # the page lets no other script in
        driver.refresh()
        driver.execute_script(axe_path().read_text(encoding="utf-8"))
        done = driver.execute_async_script("axe.run(document).then(arguments[0])")
        self.assertGreater(len(done["passes"]), 20)
        return [(rule["id"], rule["help"], rule["nodes"][0]["html"][:200]) for rule in done["violations"]]

    def test_wide_and_narrow_with_and_without_a_map(self):
        for arguments in (["--maps"], ["--overwrite"]):
            self.written(*arguments)
            for width in (1400, 380):
                with self.subTest(arguments=arguments, width=width):
                    self.assertEqual(self.violations(width=width), [])


def axe_path():
    """Where axe-core lies."""
    return pathlib.Path(sys.argv[1]).resolve().parents[2] / AXE


if __name__ == "__main__":
    if MISSING or len(sys.argv) > 1 and not axe_path().exists():
        print("skipped: not installed: " + ", ".join(MISSING or [f"axe-core ({axe_path()})"]))
        sys.exit(SKIPPED)
    main()
