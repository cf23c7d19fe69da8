#!/usr/bin/python3
"""docs/audit.schema.json says of audit files what the command says: the same keys, the same files accepted and refused.

Usage: schema_test.py REDDLINE_BINARY
"""
import datetime
import json
import pathlib
import re
import sys
import tomllib

from twin_case import SAMPLES, SKIPPED, TwinCase, main

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(SKIPPED)

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs" / "audit.schema.json").read_text(encoding="utf-8"))
TABLES_ONLY = """schema = 1
title = "x"
[project]
areas = "a.csv"
"""
PIXELS = """schema = 1
title = "x"
[loss]
lossyear = "a.tif"
treecover2000 = "b.tif"
release = "r"
first_year = 2001
last_year = 2020
[forest]
canopy_pct = 30
canopy_rule = "greater"
[[strata]]
name = "m"
raster = "m.tif"
year = 2015
legend = "l.csv"
role = "baseline"
[[zones]]
name = "p"
role = "project"
source = "z.gpkg"
"""
RATE = 'rate = { value = 0.1, base = "forest", source = "s" }\n'
HISTORY = "history = { start = 2005, end = 2010 }\n"
NATIONAL = 'national = { value_tCO2e_per_year = 1, source = "s", forest_area_ha = 2 }\n'
SAMPLE = 'areas = "a.csv"\nmatrix = "m.csv"\ndesign = "stratified"\nsource = "s"\n'
POINTS = 'file = "p.csv", map = "m", reference = "r" }'
DESIGN = """[sample_design]
strata = "map-class"
map = "m"
allocation = "proportional"
seed = 1
points = 10
"""
BIOMASS = """[biomass]
agb = "a.tif"
year = 2018
source = "s"
carbon_fraction = { value = 0.47, source = "s" }
"""
RATIO = 'root_ratio = { value = 0.3, source = "s" }\n'
# Each table of the schema, as an audit file in which `@` is the place for one more key.
TABLES = {
    (): "@ = 1\n" + PIXELS,
    ("loss",): PIXELS.replace("[loss]\n", "[loss]\n@ = 1\n"),
    ("forest",): PIXELS.replace("[forest]\n", "[forest]\n@ = 1\n"),
    ("strata", "items"): PIXELS.replace("[[strata]]\n", "[[strata]]\n@ = 1\n"),
    ("zones", "items"): PIXELS + "@ = 1\n",
    ("project",): TABLES_ONLY + "@ = 1\n",
    ("carbon",): PIXELS + '[carbon]\n@ = 1\nfactors = "f.csv"\n',
    ("biomass",): PIXELS + BIOMASS.replace("[biomass]\n", "[biomass]\n@ = 1\n"),
    ("biomass", "carbon_fraction"): PIXELS + BIOMASS.replace("{ ", "{ @ = 1, "),
    ("biomass", "root_ratio"): PIXELS + BIOMASS + RATIO.replace("{ ", "{ @ = 1, "),
    ("reference_level",): PIXELS + "[reference_level]\n@ = 1\n" + RATE,
    ("reference_level", "rate"): PIXELS + "[reference_level]\n" + RATE.replace("{ ", "{ @ = 1, "),
    ("reference_level", "national"): PIXELS + "[reference_level]\n" + NATIONAL.replace("{ ", "{ @ = 1, "),
    ("reference_level", "national", "history"):
        PIXELS + "[reference_level]\n" + NATIONAL.replace(" }", ", history = { @ = 1, start = 2005, end = 2010 } }"),
    ("reference_level", "history"): PIXELS + "[reference_level]\n" + HISTORY.replace("{ ", "{ @ = 1, "),
    ("monitoring",): PIXELS + "[monitoring]\n@ = 1\nstart = 2018-01-01\nend = 2019-12-31\n",
    ("deductions", "additionalProperties"):
        PIXELS + '[deductions]\nbuffer = { @ = 1, fraction = 0.1, source = "s" }\n',
    ("buffer",): PIXELS + '[buffer]\n@ = 1\nfraction = 0.1\nsource = "s"\n',
    ("uncertainty",): PIXELS + "[uncertainty]\n@ = 1\n",
    ("claim",): PIXELS + '[claim]\n@ = 1\nsource = "s"\n',
    ("sample",): PIXELS + "[sample]\n@ = 1\n" + SAMPLE,
    ("sample", "points"): PIXELS + "[sample]\n" + SAMPLE.replace('matrix = "m.csv"', 'points = { @ = 1, ' + POINTS),
    ("sample_design",): PIXELS + DESIGN.replace("]\n", "]\n@ = 1\n", 1),
    ("sample_design", "targets", "items"): PIXELS + DESIGN + 'targets = [{ @ = 1, quantity = "overall-accuracy" }]\n',
    ("readings",): PIXELS + "[readings]\n@ = 1\n",
}
# Files that neither may accept: an edit of PIXELS, and what is added to it.
BROKEN = (
    (("schema = 1", "schema = 2"), ""), (('title = "x"', 'title = ""'), ""), (("2020", '"2020"'), ""),
    (("canopy_pct = 30", "canopy_pct = 101"), ""), (('"greater"', '"more"'), ""),
    (('[forest]\ncanopy_pct = 30\ncanopy_rule = "greater"\n', ""), ""), (('"project"', '"projects"'), ""),
    (('"a.tif"', "[]"), ""), (('raster = "m.tif"\n', ""), ""), (('"m.tif"', '"m.tif"\nvector = "v.gpkg"'), ""),
    (('raster = "m.tif"', 'vector = "m.gpkg"'), ""), (('"m.tif"', '"m.tif"\nresample = "bilinear"'), ""),
    (("", ""), '[project]\nareas = "a.csv"\n'), (("", ""), "[carbon]\nfactors = []\n"),
    (("", ""), "[reference_level]\n"), (("", ""), "[reference_level]\n" + RATE.replace("0.1", "1.1")),
    (("", ""), '[reference_level]\nclasses = "c.csv"\n' + RATE),
    (("", ""), "[reference_level]\nhistory = { start = 2005, end = 2010, scale = \"none\" }\n"),
    (("", ""), "[reference_level]\n" + NATIONAL.replace("= 2 }", "= 0 }")),
    (("", ""), "[monitoring]\nstart = 2018-01-01\n"), (("", ""), "[monitoring]\nstart = 2018\nend = 2019-12-31\n"),
    (("", ""), "[deductions]\nbuffer = { fraction = 0.1 }\n"), (("", ""), "[claim]\ncredits = 1\n"),
    (("", ""), '[claim]\ncredits = -1\nsource = "s"\n'), (("", ""), '[claim]\nyears = "all"\nsource = "s"\n'),
    (("", ""), '[readings]\nroute = ["loss", "loss"]\n'), (("", ""), "[readings]\nareas = []\n"),
    (("", ""), BIOMASS.replace("0.47", "1.1")), (("", ""), BIOMASS + RATIO + 'root_ratios = "r.csv"\n'),
    (("", ""), "[sample]\n" + SAMPLE.replace("stratified", "cluster")),
    (("", ""), "[sample]\n" + SAMPLE.replace('matrix = "m.csv"\n', "")),
    (("", ""), "[sample]\n" + SAMPLE + "points = { " + POINTS + "\n"), (("", ""), "[sample]\nfirst_year = 2015\n" + SAMPLE),
    (("", ""), '[sample]\nchanges = "c.csv"\n' + SAMPLE),
    (("", ""), "[sample]\n" + SAMPLE.replace('matrix = "m.csv"', 'points = { where = "high", ' + POINTS)),
    (("", ""), "[sample]\n" + SAMPLE.replace('matrix = "m.csv"', 'points = { x = "lon", ' + POINTS)),
    (("", ""), "[forest.extra]\n"), (("", ""), DESIGN.replace("map-class", "map-classes")),
    (("", ""), DESIGN.replace("proportional", "random")), (("", ""), DESIGN.replace("= 10", "= 0")),
    (("", ""), DESIGN + 'expected = { a = { b = 1.5 } }\n'), (("", ""), DESIGN + 'near_loss_pixels = 0\n'),
    (("", ""), DESIGN + 'targets = [{ quantity = "area", class = "a", standard_error_ha = 0 }]\n'),
    (("", ""), "[uncertainty]\ndraws = 10\n"),
    (("", ""), "[uncertainty]\nconfidence = [1]\n"), (("", ""), '[uncertainty]\nplots = "p.csv"\n'),
    (("", ""), "[buffer]\nfraction = 0.1\n"), (("", ""), '[buffer]\nfraction = 0.1\nsource = "s"\nledger = ""\n'),
)


def as_json(value):
    """A TOML value as editors hand it to a schema: dates as texts."""
    if isinstance(value, dict):
        return {key: as_json(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_json(member) for member in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def accepts(text):
    """Whether the schema accepts the text of an audit file."""
    return jsonschema.Draft7Validator(SCHEMA).is_valid(as_json(tomllib.loads(text)))


def table_at(path):
    """The part of the schema that describes a table."""
    table = SCHEMA
    for key in path:
        table = table[key] if key in ("items", "additionalProperties") else table["properties"][key]
        table = table["oneOf"][0] if "properties" not in table and "oneOf" in table else table
    return table


def paths_of_tables(schema, path=()):
    """The path of every table that the schema describes, in the words of TABLES."""
    if "properties" in schema:
        yield path
    for key, member in schema.get("properties", {}).items():
        yield from paths_of_tables(member, (*path, key))
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from paths_of_tables(schema[key], (*path, key) if path else path)
    for member in schema.get("oneOf", ())[:1]:
        yield from paths_of_tables(member, path)


class Schema(TwinCase):
    def complaint(self, text):
        """What the command says against an audit file; its form is read before any file that it names."""
        path = self.results / "audit.toml"
        path.write_text(text, encoding="utf-8")
        done = self.run_command("check", path)
        return done.stderr if done.returncode == 2 else ""

    def test_it_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_every_audit_file_of_the_samples_is_accepted(self):
        files = sorted(SAMPLES.rglob("audit*.toml"))
        self.assertGreaterEqual(len(files), 3)
        for file in files:
            self.assertTrue(accepts(file.read_text(encoding="utf-8")), file)

    def test_the_plain_files_are_accepted_by_both(self):
        for text in (PIXELS, TABLES_ONLY):
            self.assertTrue(accepts(text))
            self.assertNotRegex(self.complaint(text), r"audit\.toml:\d")

    def test_every_table_is_looked_at(self):
        self.assertEqual(set(paths_of_tables(SCHEMA)), set(TABLES))

    def test_each_table_has_the_keys_that_the_command_knows(self):
        for path, text in TABLES.items():
            with self.subTest(path):
                complaint = self.complaint(text.replace("@", "zzzz"))
                known = re.search(r'found "zzzz"; .*, all are (.*)\n', complaint)
                self.assertIsNotNone(known, complaint)
                self.assertEqual(set(known[1].split(", ")), set(table_at(path)["properties"]))
                self.assertFalse(accepts(text.replace("@", "zzzz")))

    def test_each_required_key_is_required_by_the_command(self):
        for path, text in TABLES.items():
            complete = text.replace("@ = 1, ", "").replace("@ = 1\n", "")
            self.assertTrue(accepts(complete), path)
            for key in table_at(path)["required"]:
                lacking = re.sub(rf"(?m)^{key} = .*\n", "", complete)
                if lacking == complete:  # an inline table, in which no comma may be left at the end
                    lacking = re.sub(rf"(, )?\b{key} = [^,}}\n]*?(?=,| }})", "", complete).replace("{ , ", "{ ")
                with self.subTest(path=path, key=key):
                    self.assertFalse(accepts(lacking))
                    self.assertIn(f'the key "{key}"', self.complaint(lacking))

    def test_what_is_broken_is_refused_by_both(self):
        for (old, new), added in BROKEN:
            text = PIXELS.replace(old, new, 1) + added
            with self.subTest(text=(old, new, added)):
                self.assertFalse(accepts(text))
                self.assertIn("error: ", self.complaint(text))


if __name__ == "__main__":
    main()
