"""report.html of the twin, opened by Chromium through Selenium."""
import os
import shutil
import tempfile

from twin_case import TwinCase

try:
    from selenium import webdriver
except ImportError:
    webdriver = None

MISSING = [name for name in ("chromium", "chromedriver", "pdftotext") if shutil.which(name) is None]
if webdriver is None:
    MISSING.append("selenium")


class PageCase(TwinCase):
    """Writes the page and opens it."""

    def setUp(self):
        super().setUp()
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        old = os.environ.get("HOME", "")
        os.environ["HOME"] = home.name
        self.addCleanup(os.environ.__setitem__, "HOME", old)

    def written(self, *arguments):
        """Audits the twin; returns the text of the page."""
        done = self.audit("--quiet", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.out / "report.html").read_text(encoding="utf-8")

    def browser(self, width=1400, scripts=True):
        """The page opened at a width."""
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(argument)
        options.binary_location = shutil.which("chromium")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options)
        self.addCleanup(driver.quit)
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        if not scripts:
            driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        driver.get(f"file://{self.out}/report.html")
        return driver
