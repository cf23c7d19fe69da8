#!/usr/bin/python3
"""--parquet writes what the CSV files hold, value by value, or says why it cannot.

Usage: parquet_test.py REDDLINE_BINARY

Where GDAL has no driver Parquet, REDDLINE_STAND_IN names the folder of a driver of that name which writes GeoPackage: it shows everything
but the format itself.
"""
import csv
import hashlib
import json
import os
import sqlite3
import unittest

from osgeo import gdal, ogr

from twin_case import TwinCase, contents, main

HAS_PARQUET = gdal.GetDriverByName("Parquet") is not None
STAND_IN = os.environ.get("REDDLINE_STAND_IN", "")
# A GeoPackage holds the time of its making.
WITH_STAND_IN = os.environ | {"GDAL_DRIVER_PATH": STAND_IN, "OGR_CURRENT_DATE": "1970-01-01T00:00:00.000Z"}
READ = {"string": str, "integer": int, "number": float, "date": str}


def rows_of_stand_in(path):
    """The names and rows of the table in a GeoPackage."""
    with sqlite3.connect(path) as file:
        found = file.execute(f'SELECT * FROM "{path.stem}" ORDER BY fid')
        names = [column[0] for column in found.description][1:]
        return names, [row[1:] for row in found]


def rows_of_parquet(path):
    """The names and rows of a Parquet file, as GDAL reads it."""
    file = ogr.Open(str(path))
    layer = file.GetLayer(0)
    fields = [layer.GetLayerDefn().GetFieldDefn(i) for i in range(layer.GetLayerDefn().GetFieldCount())]
    rows = []
    for feature in layer:
        row = [feature.GetField(i) if feature.IsFieldSetAndNotNull(i) else None for i in range(len(fields))]
        rows.append(tuple(value.replace("/", "-") if field.GetType() == ogr.OFTDate and value else value
                          for field, value in zip(fields, row)))
    return [field.GetName() for field in fields], rows


class Parquet(TwinCase):
    def checked(self, out, rows_of):
        """Holds every Parquet file against its CSV file; the package."""
        package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
        tables = {one["path"]: one for one in package["resources"] if one["profile"] == "tabular-data-resource"}
        files = {one["path"]: one for one in package["resources"] if one["path"].endswith(".parquet")}
        self.assertEqual(set(files), {path.name for path in out.glob("*.parquet")})
        self.assertEqual({path.removesuffix(".parquet") for path in files}, {path.removesuffix(".csv") for path in tables})
        for path, resource in tables.items():
            with self.subTest(table=path):
                parquet = out / path.replace(".csv", ".parquet")
                content, file = parquet.read_bytes(), files[parquet.name]
                self.assertEqual((file["bytes"], file["hash"], file["mediatype"]),
                                 (len(content), "sha256:" + hashlib.sha256(content).hexdigest(), "application/vnd.apache.parquet"))
                read = [READ[field["type"]] for field in resource["schema"]["fields"]]
                with open(out / path, encoding="utf-8", newline="") as text:
                    header, *rows = csv.reader(text)
                expected = [tuple(one(value) if value else None for one, value in zip(read, row)) for row in rows]
                names, found = rows_of(parquet)
                self.assertEqual(names, header)
                self.assertEqual(found, expected)
        return package

    def check_everything(self, rows_of, **options):
        done = self.audit("--quiet", "--parquet", **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        package = self.checked(self.out, rows_of)
        self.assertEqual(package["profile"], "data-package")
        record = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual(record["command"], "reddline audit audit.toml --parquet")
        done = self.run_command("verify", self.out, self.audit_file, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("The same bits:", done.stdout)
        account = self.results / "account"
        done = self.run_command("account", self.audit_file, "--crosstab", self.out, "-o", account, "--parquet", "--quiet", **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.checked(account, rows_of)
        for path in self.out.glob("*.parquet"):
            self.assertEqual((account / path.name).read_bytes(), path.read_bytes(), path.name)
        done = self.run_command("verify", account, self.audit_file, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        tables = self.results / "tables"
        audit_file = self.inputs / "prey-lang" / "audit.toml"
        done = self.run_command("account", audit_file, "-o", tables, "--parquet", "--quiet", **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.checked(tables, rows_of)

    @unittest.skipUnless(HAS_PARQUET, "GDAL's driver Parquet is needed, which Debian's GDAL lacks")
    def test_parquet_holds_what_csv_holds(self):
        self.check_everything(rows_of_parquet)
        self.assertEqual((self.out / "crosstab.parquet").read_bytes()[:4], b"PAR1")

    @unittest.skipIf(HAS_PARQUET or not STAND_IN, "only for a GDAL without Parquet, with the stand-in of the build")
    def test_all_but_the_format(self):
        self.check_everything(rows_of_stand_in, env=WITH_STAND_IN)

    @unittest.skipIf(HAS_PARQUET or not STAND_IN, "only for a GDAL without Parquet, with the stand-in of the build")
    def test_names_with_marks_and_blanks(self):
        self.edit_audit('name   = "strata-2020"', "name   = \"7; \\\"odd\\\", name\"")
        path = self.twin / "legend.csv"
        odd = '"bamboo, ""green""\nand tall"'
        for name in ("legend.csv", "carbon.csv", "claimed_losses.csv"):
            path = self.twin / name
            path.write_text(path.read_text(encoding="utf-8").replace("bamboo", odd), encoding="utf-8")
        options = {"env": WITH_STAND_IN}
        done = self.audit("--quiet", "--parquet", **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.checked(self.out, rows_of_stand_in)

    @unittest.skipIf(HAS_PARQUET, "only for a GDAL without Parquet")
    def test_a_gdal_without_it_is_refused_before_anything_is_counted(self):
        for arguments in (["audit", self.audit_file], ["account", self.inputs / "prey-lang" / "audit.toml"],
                          ["account", self.audit_file, "--crosstab", self.results]):
            done = self.run_command(*arguments, "-o", self.out, "--parquet")
            self.assert_one_error(done, "usage", 2, "--parquet", "driver Parquet", "libgdal-arrow-parquet")
        self.assert_no_traces()

    @unittest.skipIf(HAS_PARQUET or not STAND_IN, "only for a GDAL without Parquet, with the stand-in of the build")
    def test_verify_says_what_it_lacks(self):
        self.assertEqual(self.audit("--quiet", "--parquet", env=WITH_STAND_IN).returncode, 0)
        done = self.run_command("verify", self.out, self.audit_file)
        self.assert_one_error(done, "usage", 2, "--parquet", "driver Parquet")

    def test_without_the_option_nothing_changes(self):
        self.assertEqual(self.audit("--quiet").returncode, 0)
        self.assertFalse([name for name in contents(self.out) if name.endswith(".parquet")])
        self.assertNotIn(b".parquet", (self.out / "datapackage.json").read_bytes())


if __name__ == "__main__":
    main()
