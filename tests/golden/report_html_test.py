#!/usr/bin/python3
"""report.html in a browser: every figure against the tables, hover, print, narrow and wide, without scripts, hostile names.

Usage: report_html_test.py REDDLINE_BINARY

Skipped where Chromium, its driver, Selenium or poppler-utils is missing.
"""
import base64
import csv
import json
import re
import subprocess
import unittest

from page_case import MISSING, PageCase
from twin_case import HOSTILE, main


def luminance(colour):
    """Relative luminance of an rgb() text (WCAG 2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour):
    """CIE L* of a #rrggbb text."""
    y = luminance(",".join(str(int(colour[i:i + 2], 16)) for i in (1, 3, 5)))
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@unittest.skipIf(MISSING, f"not installed: {', '.join(MISSING)}")
class ReportHtml(PageCase):
    """The page of the sample, opened by Chromium."""

    def table(self, name):
        """The rows of a table."""
        with open(self.out / name, encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if row["zone"] == "project"]

    def forest_types(self):
        """The strata that the legend calls forest."""
        with open(self.twin / "legend.csv", encoding="utf-8", newline="") as file:
            return {row["stratum"] for row in csv.DictReader(file) if row["forest"] == "1"}

    def figure(self, driver, key):
        """The element of the figure whose title begins so."""
        return driver.execute_script(
            "return [...document.querySelectorAll('figure')].find(one => "
            "one.querySelector('svg[role=img]').outerHTML.includes(arguments[0]))", key)

    def count(self, driver, figure, marks):
        """How many marks of a kind a figure has."""
        return driver.execute_script("return arguments[0].querySelectorAll(arguments[1]).length", figure, marks)

    def test_the_page_is_small_and_rebuilt_to_the_same_bytes(self):
        page = self.written()
        self.assertLess(len(page.encode()), 1_000_000)
        before = {name: (self.out / name).read_bytes() for name in ("report.html", "report.md")}
        for name in before:
            (self.out / name).unlink()
        done = self.run_command("report", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for name, content in before.items():
            self.assertEqual((self.out / name).read_bytes(), content, name)
        self.assertNotRegex(page, r"(src|href)=[\"']?(https?:)?//")

    def test_a_directory_without_results_is_refused(self):
        self.written()
        (self.out / "audit.json").write_text("{}", encoding="utf-8")
        self.assert_one_error(self.run_command("report", self.out), "table_malformed", 65, "audit.json")
        (self.out / "audit.json").unlink()
        self.assert_one_error(self.run_command("report", self.out), "missing_file", 65, "audit.json")

    def test_figures_have_the_marks_of_the_tables_and_nothing_is_fetched(self):
        self.written()
        driver = self.browser()
        self.assertEqual(driver.get_log("browser"), [])
        sent = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
        urls = [entry["params"]["request"]["url"] for entry in sent if entry["method"] == "Network.requestWillBeSent"]
        self.assertEqual(urls, [f"file://{self.out}/report.html"])
        self.assertEqual(len(driver.find_elements("css selector", "figure")), 7)
        bars, dots = "[data-marks=rect] rect", "[data-marks=dot] circle"
        computed = [row for row in self.table("readings.csv") if row["status"] != "refused"]
        self.assertEqual(self.count(driver, self.figure(driver, "Every reading"), dots), len(computed))
        effects = self.table("choices.csv")
        self.assertEqual(self.count(driver, self.figure(driver, "Which choice moves"), bars), 2 * len(effects))
        split = self.table("claim_split.csv")
        self.assertEqual(self.count(driver, self.figure(driver, "Where the difference"), bars), len(split))
        reported = {row["stratum"] for row in self.table("claim_ledger.csv")}
        self.assertEqual(self.count(driver, self.figure(driver, "Reported against"), bars), 2 * len(reported))
        forest = self.forest_types()
        self.assertEqual(self.count(driver, self.figure(driver, "Expected against"), bars), 2 * len(forest))
        lost = {(row["strata-2017"] if row["strata-2017"] in forest else "no forest", row["loss_year"])
                for row in self.table("crosstab.csv")
                if row["loss_year"] != "0" and row["min_area_ha"] == "0.5" and int(row["cover_pct"]) > 10}
        of_period = 1  # a bar behind the years of the monitoring period
        self.assertEqual(self.count(driver, self.figure(driver, "Yearly loss"), bars), len(lost) + of_period)
        shares = [row for row in self.table("loss_mix.csv") if row["stratum"] and float(row["share"] or 0) > 0]
        self.assertEqual(self.count(driver, self.figure(driver, "Which forest types"), bars), len(shares))

    def test_the_map_shows_the_picture_its_zones_and_their_losses(self):
        page = self.written("--maps")
        self.assertLess(len(page.encode()), 1_000_000)
        driver = self.browser()
        self.assertEqual(driver.get_log("browser"), [])
        self.assertEqual(len(driver.find_elements("css selector", "figure")), 8)
        sent = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
        urls = {entry["params"]["request"]["url"].split(",")[0] for entry in sent if entry["method"] == "Network.requestWillBeSent"}
        self.assertLessEqual(urls, {f"file://{self.out}/report.html", "data:image/png;base64"})
        check = driver.execute_script
        self.assertEqual(check("return document.querySelectorAll('figure')[0].className"), "map")
        loaded = driver.execute_async_script(
            "const done = arguments[0], image = new Image();"
            "image.onload = () => done([image.naturalWidth, image.naturalHeight]); image.onerror = () => done(null);"
            "image.src = document.querySelector('.map image').getAttribute('href');")
        description = json.loads((self.out / "maps" / "maps.json").read_text(encoding="utf-8"))
        self.assertEqual(loaded, [description["picture"]["columns"], description["picture"]["rows"]])
        outlines = ".map .picture path:is(.project, .displacement_belt, .other)"
        self.assertEqual(check("return document.querySelectorAll(arguments[0]).length", outlines), 3)
        names = check("return [...document.querySelectorAll('.map .picture text')].map(one => one.textContent)")
        self.assertEqual(names[:3], ["project", "belt", "reference"])
        self.assertEqual(check("return document.querySelectorAll('.years rect').length"), 20)
        cells = check("return [...document.querySelectorAll('.map tbody tr')].map(row => [...row.cells].map(one => one.textContent))")
        lost = {}
        with open(self.out / "crosstab.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if float(row["min_area_ha"]) == 0.5 and float(row["cover_pct"]) > 10:
                    area = int(row["area_cm2"]) / 1e8 if int(row["loss_year"]) >= 2018 else 0
                    key = (row["zone"], row["strata-2017"])
                    lost[key] = lost.get(key, 0) + area
        self.assertEqual({(zone, stratum): period for zone, stratum, _, _, period in cells},
                         {key: f"{area:,.1f}" for key, area in lost.items()})

    def test_the_map_fits_and_prints(self):
        self.written("--maps")
        for width in (380, 1400):
            driver = self.browser(width)
            seen = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"]
            self.assertLessEqual(seen, width)
            picture = driver.find_element("css selector", ".map .picture svg").rect
            self.assertGreater(picture["width"], 300)
            for box in driver.execute_script("return [...document.querySelectorAll('.map .picture text, .years text')].map(one => "
                                             "[one.getBoundingClientRect().height, one.getBoundingClientRect().right])"):
                self.assertGreater(box[0], 8)
                self.assertLessEqual(box[1], width)
        pdf = self.out / "page.pdf"
        pdf.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]))
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Where the forest was lost", "monitoring period", "5 km"):
            self.assertIn(words, text)

    def test_pointing_at_a_reading_tells_its_credits(self):
        self.written()
        driver = self.browser()
        figure = self.figure(driver, "Every reading")
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", figure)
        x, y = driver.execute_script("const box = arguments[0].querySelector('circle').getBoundingClientRect();"
                                     "return [box.x + 2, box.y + 2]", figure)
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
        told = driver.execute_script("return arguments[0].querySelector('[aria-label=tip] text, [aria-label=tip]')"
                                     " && [...arguments[0].querySelectorAll('[aria-label=tip]')]"
                                     ".map(one => one.textContent).join('')", figure)
        # Dots stand closer than a pixel, so that a neighbour of the first may be the one that answers.
        lowest = sorted(int(row["credits"]) for row in self.table("readings.csv") if row["credits"])[:9]
        self.assertRegex(told, "|".join(f"{credits:,} credits: " for credits in lowest))

    def test_it_fits_narrow_and_wide_windows_and_goes_without_scripts(self):
        self.written()
        for width in (380, 1400):
            for scripts in (True, False):
                driver = self.browser(width, scripts)
                seen = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"]
                self.assertLessEqual(seen, width)
                for figure in driver.find_elements("css selector", "figure .picture > svg"):
                    self.assertGreater(figure.size["width"], 250)
                    self.assertGreater(figure.size["height"], 50)

    def test_print_has_every_figure(self):
        self.written()
        driver = self.browser()
        pdf = self.out / "page.pdf"
        pdf.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]))
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("ha lost in a whole calendar year", "207,378", "173.9", "the claim: 216,868", "canopy_pct 25",
                      "% of the lost forest", "claimed credits", "SHA-256"):
            self.assertIn(words, text)

    def test_a_hostile_forest_type_stays_text(self):
        for name in ("legend.csv", "carbon.csv", "transitions.csv", "claimed_losses.csv", "legend_claim.csv"):
            path = self.twin / name
            if path.is_file():
                path.write_text(path.read_text(encoding="utf-8").replace("bamboo", HOSTILE), encoding="utf-8")
        page = self.written("--maps")
        self.assertNotIn("<img", page)
        self.assertIn("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;", page)
        driver = self.browser()
        self.assertEqual(driver.get_log("browser"), [])
        self.assertEqual(driver.find_elements("css selector", "img"), [])
        self.assertIn(HOSTILE, driver.execute_script("return document.body.innerText"))

    def test_a_reader_who_listens_finds_names_headings_and_heads(self):
        self.written("--maps")
        driver = self.browser()
        check = driver.execute_script
        self.assertEqual(check("return document.documentElement.lang"), "en")
        self.assertEqual(check("return ['main', 'header', 'h1'].map(n => document.querySelectorAll(n).length)"), [1, 1, 1])
        levels = check("return [...document.querySelectorAll('h1,h2,h3')].map(one => Number(one.tagName[1]))")
        self.assertTrue(all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels)
        self.assertEqual(check("return [...document.querySelectorAll('svg[role=img]')].filter(one => "
                               "!one.getAttribute('aria-label')).length"), 0)
        self.assertEqual(check("return [...document.querySelectorAll('table')].filter(one => "
                               "!one.querySelector('thead th[scope=col]') || !one.parentNode.ariaLabel).length"), 0)
        ids = check("return [...document.querySelectorAll('[id]')].map(one => one.id)")
        self.assertEqual(len(ids), len(set(ids)))
        colours = check("return [...document.querySelectorAll('p, li, th, td, h1, h2, h3, summary')].map(one => "
                        "getComputedStyle(one).color)")
        for colour in set(colours):
            self.assertGreater(1.05 / (luminance(colour) + 0.05), 4.5, colour)

    def test_neighbouring_forest_types_differ_in_lightness(self):
        page = self.written()
        figures = json.loads(re.search(r'id="figures">(.*?)</script>', page, re.S).group(1))
        mix = next(figure for figure in figures if figure["title"] == "Which forest types were lost")
        steps = [lightness(series["colour"]) for series in mix["series"]]
        for darker, lighter in zip(steps, steps[1:]):
            self.assertGreater(abs(lighter - darker), 9)


if __name__ == "__main__":
    main()
