"""What the tests of the command share: a copy of the twin landscape that a test may break, and runs of the command on it."""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from osgeo import gdal

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data-samples"
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
PIXEL_DEG = 0.00025
HOSTILE = "</script><img src=x onerror=alert(1)>"
STRATA = ("strata-2017.tif", "strata-2020.tif", "strata-2017-project.tif", "strata-2016-independent.tif")
gdal.UseExceptions()


def listing(folder):
    """Every file below the folder with its size and time of change."""
    return {str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
            for path in sorted(folder.rglob("*"))}


def contents(folder, without=()):
    """The bytes of every file of the folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name not in without}


class TwinCase(unittest.TestCase):
    """A test with its own copy of the twin in `twin` and an empty folder `results` to write to."""

    binary = None

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        root = pathlib.Path(self.folder.name)
        self.inputs = root / "inputs"
        shutil.copytree(SAMPLES, self.inputs)
        self.twin = self.inputs / "prey-lang-twin"
        self.audit_file = self.twin / "audit.toml"
        self.results = root / "results"
        self.results.mkdir()
        self.out = self.results / "out"

    def run_command(self, *arguments, **options):
        """Runs the command; its exit code, stdout and stderr."""
        options = {"capture_output": True, "text": True, "check": False, "timeout": 120} | options
        return subprocess.run([self.binary, *map(str, arguments)], **options)

    def audit(self, *arguments, out=None, **options):
        """Runs `reddline audit` on the twin."""
        return self.run_command("audit", self.audit_file, "-o", out or self.out, *arguments, **options)

    def edit(self, name, old, new):
        """Replaces one piece of an input text; the piece must be there."""
        path = self.twin / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def edit_audit(self, old, new):
        """Replaces one piece of the audit file."""
        self.edit("audit.toml", old, new)

    def take_inputs_as_independent(self):
        """Takes the correlations out, which speak of the densities of carbon.csv."""
        self.edit_audit('correlation = "correlation.csv"', "")

    def replace_in_audit(self, begin, end, text=""):
        """Puts a text where the audit file goes from one piece up to another; both must be there."""
        whole = self.audit_file.read_text(encoding="utf-8")
        self.assertIn(begin, whole)
        first = whole.index(begin)
        self.assertIn(end, whole[first:])
        self.audit_file.write_text(whole[:first] + text + whole[whole.index(end, first):], encoding="utf-8")

    def drop_claim(self):
        """Takes the claim out: it speaks of the zones, strata and years of the twin as it is shipped."""
        self.replace_in_audit("[claim]", "[readings]")

    def keep_only_the_project(self):
        """Takes the belt and the region of reference out, and the claim, which reports losses in the belt."""
        self.replace_in_audit('[[zones]]\nname   = "belt"', "[carbon]")
        self.drop_claim()

    def claim_the_recomputation(self, count, account):
        """Makes the claim what a second count and account of the twin give, by the baseline map."""
        reduction_t = account.reference - account.emitted - account.displaced
        self.edit_audit("credits = 216868", f"credits = {int(reduction_t)}")
        self.edit_audit('losses  = "claimed_losses.csv"', 'losses  = "claimed_losses.csv"\nyears   = "calendar"')
        self.edit_audit('strata  = "strata-2017-project"', 'strata  = "strata-2017"')
        self.edit_audit("area_ha = 12600", f"area_ha = {count.zone_pixels_ha('project')}")
        items = {"reference_level": account.reference, "project_emissions": account.emitted,
                 "displaced_emissions": account.displaced, "reductions": reduction_t, "credits": int(reduction_t)}
        (self.twin / "claimed_items.csv").write_text("item,value,unit\n" + "".join(
            f"{item},{amount},tCO2e\n" for item, amount in items.items()), encoding="utf-8")
        (self.twin / "claimed_losses.csv").write_text("zone,from,to,year,area_ha\n" + "".join(
            f"{zone},{stratum},,{year},{area}\n" for zone in ("project", "belt") for year in (2018, 2019, 2020)
            for stratum, area in count.lost_ha(zone, "strata-2017", year).items() if stratum and area), encoding="utf-8")

    def findings(self, *arguments):
        """Runs the audit; its findings as (code, severity, subject) -> evidence, several of them one below the other."""
        done = self.audit(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        found = {}
        for row in self.rows("findings.csv"):
            key = (row["code"], row["severity"], row["subject"])
            found[key] = f"{found[key]}\n{row['evidence']}" if key in found else row["evidence"]
        return found

    def rows(self, name, out=None):
        """The rows of a table of the results."""
        with open((out or self.out) / name, encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text))

    def rewrite(self, name, change=lambda codes: codes, to=None, transform=None, crs=None, nodata=None,
                pixel_type=gdal.GDT_Byte, options=()):
        """Writes a raster of the twin anew with other pixels, georeference or storage."""
        source = gdal.Open(str(self.twin / name))
        codes = change(source.ReadAsArray())
        target = self.twin / (to or name)
        scratch = target.with_suffix(".new.tif")
        raster = gdal.GetDriverByName("GTiff").Create(str(scratch), codes.shape[1], codes.shape[0], 1, pixel_type,
                                                      options=list(options))
        raster.SetGeoTransform(transform or source.GetGeoTransform())
        raster.SetProjection(source.GetProjection() if crs is None else crs)
        if nodata is not None:
            raster.GetRasterBand(1).SetNoDataValue(nodata)
        raster.GetRasterBand(1).WriteArray(codes)
        del raster, source
        scratch.replace(target)

    def write_polygon(self, name, ring):
        """Writes a GeoJSON file with one polygon beside the audit file."""
        points = ", ".join(f"[{x}, {y}]" for x, y in [*ring, ring[0]])
        (self.twin / name).write_text(
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, '
            f'"geometry": {{"type": "Polygon", "coordinates": [[{points}]]}}}}]}}', encoding="utf-8")

    def write_zone(self, ring):
        """Makes the zone 'project' of one polygon."""
        self.write_polygon("zone.geojson", ring)
        self.edit_audit('source = "zones.geojson"\nwhere  = "name = \'project\'"', 'source = "zone.geojson"')

    def assert_one_error(self, done, code, exit_code, *words):
        """The run ended with one line of the form `error: code: subject: message` that holds all the words."""
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertTrue(done.stderr.endswith("\n"))
        self.assertRegex(done.stderr, rf"\Aerror: {code}: [^ ].*: [^ ].*[^ ]\n\Z")
        self.assertEqual(done.returncode, exit_code, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def expect_error(self, code, exit_code, *words, seen_by_check=True):
        """The audit stops with this one error, writes nothing, and `check` says the same where it can know."""
        before = listing(self.inputs)
        done = self.audit()
        self.assert_one_error(done, code, exit_code, *words)
        self.assertEqual(list(self.results.iterdir()), [])
        checked = self.run_command("check", self.audit_file)
        if seen_by_check:
            self.assertEqual((checked.returncode, checked.stdout, checked.stderr), (exit_code, "", done.stderr))
        else:
            self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertEqual(listing(self.inputs), before)

    def assert_no_traces(self):
        """Nothing was written where results go."""
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), [])


def unwrapped(text):
    """A text of the screen without its line breaks."""
    return " ".join(text.split())


def square(west, north, width_deg, height_deg):
    """The corners of a rectangle."""
    return [(west, north - height_deg), (west + width_deg, north - height_deg), (west + width_deg, north),
            (west, north)]


def set_pixels(row, column, code):
    """A change of a raster's pixels: one of them gets another code."""
    def change(codes):
        codes = codes.copy()
        codes[row, column] = code
        return codes
    return change


def need_r(package=None):
    """Skips the file, with the reason, where R or one of its packages is missing."""
    if shutil.which("Rscript") is None:
        print("skipped: no R; apt install r-base-core")
        sys.exit(SKIPPED)
    if package and subprocess.run(["Rscript", "--vanilla", "-e", f"library({package})"], capture_output=True,
                                  check=False).returncode != 0:
        print(f"skipped: no package {package} of R; apt install r-cran-{package}")
        sys.exit(SKIPPED)


def main():
    """Runs the tests of a file as `FILE_test.py REDDLINE_BINARY [unittest arguments]`."""
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} REDDLINE_BINARY")
    TwinCase.binary = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
