#!/usr/bin/python3
"""datapackage.json says of every table what docs/outputs.md and the table itself say, and every table can be read by it.

Usage: data_package_test.py REDDLINE_BINARY
"""
import csv
import datetime
import hashlib
import json
import re

import outputs_page
from twin_case import TwinCase, main

READ = {"string": str, "integer": int, "number": float, "date": datetime.date.fromisoformat}
# Of the specification's Tabular Data Package 1.0: what must be there.
PACKAGE_KEYS, RESOURCE_KEYS = {"profile", "name", "title", "resources"}, {"name", "path", "profile", "schema", "bytes", "hash"}
NAME = re.compile(r"[a-z0-9._/-]+")


class DataPackage(TwinCase):
    def package(self, out):
        return json.loads((out / "datapackage.json").read_text(encoding="utf-8"))

    def check_package(self, out):
        package, page = self.package(out), outputs_page.tables()
        self.assertLessEqual(PACKAGE_KEYS, set(package))
        self.assertEqual(package["profile"], "tabular-data-package")
        self.assertRegex(package["name"], NAME)
        self.assertNotIn("licenses", package)  # of the inputs nothing is known
        self.assertEqual({resource["path"] for resource in package["resources"]}, {path.name for path in out.glob("*.csv")})
        for resource in package["resources"]:
            with self.subTest(table=resource["path"]):
                self.check_resource(out, resource, page[resource["path"]])
        return package

    def check_resource(self, out, resource, page):
        self.assertLessEqual(RESOURCE_KEYS, set(resource))
        self.assertEqual(resource["profile"], "tabular-data-resource")
        self.assertTrue(NAME.fullmatch(resource["name"]))
        content = (out / resource["path"]).read_bytes()
        self.assertEqual((resource["bytes"], resource["hash"]), (len(content), "sha256:" + hashlib.sha256(content).hexdigest()))
        fields = resource["schema"]["fields"]
        with open(out / resource["path"], encoding="utf-8", newline="") as text:
            header, *rows = csv.reader(text)
        self.assertEqual([field["name"] for field in fields], header)
        self.check_page(fields, page)
        self.assertEqual(resource["schema"]["missingValues"], [""])
        for row in rows:
            for field, value in zip(fields, row):
                if value != "":
                    READ[field["type"]](value)
        key = [header.index(name) for name in resource["schema"].get("primaryKey", [])]
        if key:
            keys = [tuple(row[i] for i in key) for row in rows]
            self.assertEqual(len(keys), len(set(keys)))
            self.assertTrue(all(all(values) for values in keys))

    def check_page(self, fields, page):
        """The page names the same columns in the same order, with the same unit and meaning."""
        of_maps = [column for column in page if column[0].startswith("one per")]
        expected = {name: (unit, meaning) for name, unit, meaning in page}
        named = [field for field in fields if field["name"] in expected]
        self.assertEqual([field["name"] for field in named], [name for name, _, _ in page if not name.startswith("one per")])
        for field in fields:
            unit, meaning = expected.get(field["name"]) or of_maps[0][1:]
            self.assertEqual((field.get("unit", "-"), field["description"]), (unit, meaning))

    def test_an_audit(self):
        self.assertEqual(self.audit("--quiet").stderr, "")
        package = self.check_package(self.out)
        self.assertEqual(package["title"], "Prey Lang twin (synthetic landscape)")
        self.assertIn("synthetic landscape", package["description"])

    def test_maps(self):
        self.assertEqual(self.audit("--quiet", "--maps").stderr, "")
        package = self.package(self.out)
        self.assertEqual(package["profile"], "data-package")
        maps = {resource["path"]: resource for resource in package["resources"] if resource["profile"] == "data-resource"}
        self.assertEqual(set(maps), {str(path.relative_to(self.out)) for path in (self.out / "maps").iterdir()})
        for path, resource in maps.items():
            content = (self.out / path).read_bytes()
            self.assertEqual((resource["bytes"], resource["hash"]), (len(content), "sha256:" + hashlib.sha256(content).hexdigest()))
            self.assertTrue(NAME.fullmatch(resource["name"]))
        self.assertEqual(maps["maps/zones.gpkg"]["mediatype"], "application/geopackage+sqlite3")
        names = [resource["name"] for resource in package["resources"]]
        self.assertEqual(len(names), len(set(names)))

    def test_a_crosstab_and_its_account(self):
        crosstab = self.results / "crosstab"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", crosstab, "--quiet").stderr, "")
        self.check_package(crosstab)
        self.assertEqual(self.run_command("account", self.audit_file, "--crosstab", crosstab, "-o", self.out, "--quiet").stderr, "")
        self.check_package(self.out)

    def test_merged_parts_have_the_package_of_one_run(self):
        crosstab, parts = self.results / "crosstab", self.results / "parts"
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", crosstab, "--quiet").stderr, "")
        self.assertEqual(self.run_command("crosstab", self.audit_file, "-o", parts, "--shard", "0/1", "--quiet").stderr, "")
        self.assertEqual(self.run_command("merge", parts, "-o", self.out, "--quiet").stderr, "")
        self.check_package(self.out)
        self.assertEqual((self.out / "datapackage.json").read_bytes(), (crosstab / "datapackage.json").read_bytes())

    def test_a_sample(self):
        sample = self.inputs / "prey-lang-sample" / "audit.toml"
        self.assertEqual(self.run_command("sample", sample, "-o", self.out, "--quiet").stderr, "")
        package, page = self.package(self.out), outputs_page.tables()
        self.assertEqual(package["profile"], "data-package")
        tables = [resource for resource in package["resources"] if "schema" in resource]
        self.assertEqual({resource["path"] for resource in tables}, {path.name for path in self.out.glob("*.csv")})
        for resource in tables:
            self.check_resource(self.out, resource, page[resource["path"]])
        (points,) = [resource for resource in package["resources"] if "schema" not in resource]
        self.assertEqual((points["path"], points["mediatype"]), ("points.gpkg", "application/geopackage+sqlite3"))

    def test_tables_alone(self):
        tables = self.inputs / "prey-lang" / "audit.toml"
        self.assertEqual(self.run_command("account", tables, "-o", self.out, "--quiet").stderr, "")
        self.assertIn("solve.csv", {resource["path"] for resource in self.check_package(self.out)["resources"]})


if __name__ == "__main__":
    main()
