#!/usr/bin/python3
"""`reddline estimate`: the published numbers of Cambodia from its matrix and from single points, what is written, and every error.

Usage: estimate_test.py REDDLINE_BINARY
"""
import csv
import json

import outputs_page
from twin_case import TwinCase, contents, main

POINTS = 'points = { file = "points.csv", map = "map_class", reference = "seen" }'
MATRIX = 'matrix = "accuracy_matrix.csv"'


class Cambodia(TwinCase):
    def setUp(self):
        super().setUp()
        self.folder_of_sample = self.inputs / "cambodia"
        self.file = self.folder_of_sample / "estimate.toml"

    def estimate(self, *arguments):
        return self.run_command("estimate", self.file, "-o", self.out, *arguments)

    def replace(self, name, old, new):
        """Replaces one piece of a text of the sample; it must be there."""
        path = self.folder_of_sample / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def write_points(self, columns="plot,map_class,seen", fields=lambda number, mapped, seen: (number, mapped, seen)):
        """The matrix as single points."""
        with open(self.folder_of_sample / "accuracy_matrix.csv", encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        lines = [columns]
        for row in rows:
            for seen in list(row)[1:]:
                for _ in range(int(row[seen])):
                    lines.append(",".join(map(str, fields(len(lines), row["map_class"], seen))))
        (self.folder_of_sample / "points.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def take_points(self, keys="", **options):
        """Lets the file name single points."""
        self.write_points(**options)
        self.replace("estimate.toml", MATRIX, POINTS.replace(" }", keys + " }"))

    def check_published(self):
        with open(self.folder_of_sample / "published_estimates.csv", encoding="utf-8", newline="") as text:
            published = {row["class"]: row for row in csv.DictReader(text)}
        whole = [row for row in self.rows("estimates.csv") if row["zone"] == ""]
        self.assertEqual({row["class"] for row in whole}, set(published))
        for row in whole:
            for ours, theirs in (("estimated_area_ha", "area_ha"), ("standard_error_ha", "standard_error_ha")):
                self.assertAlmostEqual(float(row[ours]), float(published[row["class"]][theirs]), delta=6e-5)  # its four decimals


class Published(Cambodia):
    def test_the_matrix_gives_the_published_areas_and_errors(self):
        done = self.estimate()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.check_published()
        self.assertLess(len(done.stdout.splitlines()), 40)
        self.assertIn("211,913.0        55,155.5", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)

    def test_single_points_give_the_same_bytes(self):
        self.assertEqual(self.estimate("--quiet").returncode, 0)
        from_matrix = contents(self.out, without=("run.json", "timing.json", "datapackage.json"))
        self.take_points(', id = "plot"')
        self.assertEqual(self.estimate("--quiet", "--overwrite").stderr, "")
        self.assertEqual(contents(self.out, without=("run.json", "timing.json", "datapackage.json")), from_matrix)

    def test_the_first_column_of_a_matrix_needs_no_name(self):
        self.replace("accuracy_matrix.csv", "map_class", '""')
        self.assertEqual(self.estimate("--quiet").stderr, "")
        self.check_published()

    def test_mapped_areas_and_flags_stand_beside_the_estimates(self):
        self.estimate("--quiet")
        rows = {row["class"]: row for row in self.rows("estimates.csv")}
        self.assertEqual(rows["Deforestation other"]["mapped_area_ha"], "98572.6499")
        self.assertEqual([name for name, row in rows.items() if row["flags"]], ["Degradation", "Enhancement"])
        self.assertEqual(rows["Degradation"]["flags"], "below_zero")
        self.assertLess(float(rows["Degradation"]["ci95_low_ha"]), 0)
        accuracy = {(row["measure"], row["class"]): row for row in self.rows("accuracy.csv")}
        self.assertAlmostEqual(float(accuracy["users", "Deforestation crops"]["accuracy"]), 19 / 47, places=12)
        self.assertEqual(accuracy["users", "Enhancement"]["standard_error"], "")
        self.assertEqual(accuracy["users", "Enhancement"]["flags"], "no_variation")
        self.assertAlmostEqual(sum(float(row["area_share"]) for row in self.rows("error_matrix.csv")), 1.0, places=12)

    def test_what_is_written(self):
        self.estimate("--quiet")
        self.assertEqual({path.name for path in self.out.iterdir()},
                         {"estimates.csv", "accuracy.csv", "error_matrix.csv", "datapackage.json", "run.json", "timing.json"})
        package = json.loads((self.out / "datapackage.json").read_text(encoding="utf-8"))
        page = outputs_page.tables()
        for resource in package["resources"]:
            fields = [(field["name"], field.get("unit", "-"), field["description"]) for field in resource["schema"]["fields"]]
            self.assertEqual(fields, page[resource["path"]])
            with open(self.out / resource["path"], encoding="utf-8", newline="") as text:
                self.assertEqual(next(csv.reader(text)), [field[0] for field in fields])
        run = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        self.assertEqual(run["command"], "reddline estimate estimate.toml")
        self.assertEqual([file["path"] for file in run["inputs"]], ["estimate.toml", "accuracy_areas.csv", "accuracy_matrix.csv"])

    def test_it_can_be_verified(self):
        self.estimate("--quiet")
        self.assertEqual(self.run_command("verify", self.out, self.file).returncode, 0)
        self.replace("accuracy_matrix.csv", "Deforestation crops,19", "Deforestation crops,20")
        self.assertEqual(self.run_command("verify", self.out, self.file).returncode, 65)

    def test_a_demonstration_value_is_called_so(self):
        self.replace("estimate.toml", 'source = "Cambodian', 'source = "demonstration: Cambodian')
        self.assertIn("[demonstration sample]", self.estimate().stdout)
        self.assertEqual({row["label"] for row in self.rows("estimates.csv")}, {"demonstration sample"})

    def test_a_systematic_sample_says_that_its_errors_are_approximate(self):
        self.replace("estimate.toml", '"stratified"', '"systematic"')
        self.assertIn("an approximation", self.estimate().stdout.replace("\n    ", " "))
        self.assertTrue(all("approximate_error" in row["flags"] for row in self.rows("estimates.csv")))
        self.check_published()

    def test_a_condition_takes_some_points_and_says_so(self):
        self.take_points(""", where = "sure = 'yes'\"""", columns="plot,map_class,seen,sure",
                         fields=lambda number, mapped, seen: (number, mapped, seen, "yes"))
        with open(self.folder_of_sample / "points.csv", "a", encoding="utf-8") as text:
            text.write("9999,Management,Degradation,no\n")
        self.assertIn("Only points with sure = 'yes' were taken", self.estimate().stdout.replace("\n    ", " "))
        self.check_published()
        self.assertTrue(all("subset" in row["flags"] for row in self.rows("estimates.csv")))

    def test_zones_are_parts_of_the_whole(self):
        self.take_points(', zone = "province"', columns="plot,map_class,seen,province",
                         fields=lambda number, mapped, seen: (number, mapped, seen, "east" if number % 3 else "west"))
        self.assertIn("By zone (2)", self.estimate().stdout)
        self.check_published()
        areas = {(row["zone"], row["class"]): row["estimated_area_ha"] for row in self.rows("estimates.csv")}
        self.assertAlmostEqual(float(areas["east", "Forest stable"]) + float(areas["west", "Forest stable"]),
                               float(areas["", "Forest stable"]), delta=1e-6)


class Errors(Cambodia):
    def expect(self, code, exit_code, *words):
        done = self.estimate()
        self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (exit_code, "", 1), done.stderr)
        self.assertTrue(done.stderr.startswith(f"error: {code}: "), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr.replace('"', "'"))
        self.assertFalse(self.out.exists())

    def test_no_sample(self):
        self.file = self.audit_file
        self.expect("audit_file", 2, "[sample]")

    def test_designs_that_need_another_estimator_are_refused_by_name(self):
        for design in ("two-phase", "cluster"):
            self.replace("estimate.toml", "design = ", f'design = "{design}" # ')
            self.expect("audit_file", 2, design, "software for survey samples")
            self.replace("estimate.toml", f'"{design}" # ', "")

    def test_designs_without_valid_inference_are_named(self):
        for design in ("convenience", "purposive"):
            self.replace("estimate.toml", "design = ", f'design = "{design}" # ')
            self.expect("audit_file", 2, design, "no valid area")
            self.replace("estimate.toml", f'"{design}" # ', "")

    def test_an_unknown_design_and_key(self):
        self.replace("estimate.toml", '"stratified"', '"random"')
        self.expect("audit_file", 2, "random", "stratified, simple or systematic")
        self.replace("estimate.toml", 'design = "random"', 'designs = "stratified"')
        self.expect("audit_file", 2, "designs", "'design'")

    def test_both_or_none_of_matrix_and_points(self):
        self.replace("estimate.toml", MATRIX, MATRIX + "\n" + POINTS)
        self.expect("audit_file", 2, "found both")
        self.replace("estimate.toml", MATRIX + "\n" + POINTS, "")
        self.expect("audit_file", 2, "found none")

    def test_counts_that_are_no_counts(self):
        for count in ("-1", "1.5", "many", ""):
            self.replace("accuracy_matrix.csv", "Deforestation crops,19,", f"Deforestation crops,{count},")
            self.expect("table_malformed", 65, "accuracy_matrix.csv:2")
            self.replace("accuracy_matrix.csv", f"Deforestation crops,{count},", "Deforestation crops,19,")

    def test_a_class_of_the_map_that_has_no_area_or_comes_twice(self):
        self.replace("accuracy_matrix.csv", "\nDegradation,", "\nDegradations,")
        self.expect("table_malformed", 65, "accuracy_matrix.csv:5", "'Degradation'")
        self.replace("accuracy_matrix.csv", "\nDegradations,", "\nManagement,")
        self.expect("table_malformed", 65, "accuracy_matrix.csv:8", "'Management' again")

    def test_a_reference_class_without_a_name(self):
        self.replace("accuracy_matrix.csv", "crops,Deforestation other", "crops,")
        self.expect("table_malformed", 65, "reference class")

    def test_a_stratum_without_points(self):
        self.replace("accuracy_areas.csv", "Management,", "Water,12\nManagement,")
        self.expect("table_malformed", 65, "'Water'", "merge it")

    def test_areas_that_are_none(self):
        self.replace("accuracy_areas.csv", "Management,229530.0886", "Management,-1")
        self.expect("table_malformed", 65, "accuracy_areas.csv:8")
        self.replace("accuracy_areas.csv", "Management,-1", "Degradation,5")
        self.expect("table_malformed", 65, "'Degradation' again")

    def test_areas_that_miss_their_total(self):
        self.replace("estimate.toml", "design", "area_ha = 18260663\ndesign")
        self.expect("table_malformed", 65, "18260663", "18160662.76")
        self.replace("estimate.toml", "18260663", "18160663")
        self.assertEqual(self.estimate("--quiet").stderr, "")

    def test_more_points_than_pixels(self):
        path = self.folder_of_sample / "accuracy_areas.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([lines[0] + ",pixels", *(line + ",46" for line in lines[1:])]) + "\n", encoding="utf-8")
        self.expect("table_malformed", 65, "46 pixels and 47 points", "'Deforestation crops'")

    def test_a_matrix_knows_no_zones(self):
        path = self.folder_of_sample / "accuracy_areas.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([lines[0] + ",zone", *(line + ",east" for line in lines[1:])]) + "\n", encoding="utf-8")
        self.expect("table_malformed", 65, "matrix", "zone")

    def test_a_column_that_is_not_there(self):
        self.take_points()
        self.replace("estimate.toml", '"seen"', '"saw"')
        self.expect("table_malformed", 65, "'saw'", "'seen'")

    def test_a_point_that_comes_twice(self):
        self.take_points(', id = "plot"', fields=lambda number, mapped, seen: (min(number, 5), mapped, seen))
        self.expect("table_malformed", 65, "points.csv:7", "id '5' of points.csv:6")

    def test_coordinates_that_come_twice(self):
        self.take_points(', x = "lon", y = "lat"', columns="plot,map_class,seen,lon,lat",
                         fields=lambda number, mapped, seen: (number, mapped, seen, 104.5, 12 + number % 7))
        self.expect("table_malformed", 65, "points.csv:9", "coordinates 104.5, 13 of points.csv:2")

    def test_a_point_in_a_stratum_without_an_area(self):
        self.take_points(', stratum = "old"', columns="plot,map_class,seen,old",
                         fields=lambda number, mapped, seen: (number, mapped, seen, "Managment"))
        self.expect("table_malformed", 65, "points.csv:2", "the nearest is 'Management'")

    def test_a_condition_that_is_none_or_that_no_point_meets(self):
        self.take_points(', where = "plot > 5"')
        self.expect("audit_file", 2, "confidence = 'high'")
        self.replace("estimate.toml", '"plot > 5"', "\"plot = 'x'\"")
        self.expect("table_malformed", 65, "at least one point with plot = 'x'")

    def test_strata_cut_by_zones_need_the_zone_of_each_point(self):
        self.take_points()
        path = self.folder_of_sample / "accuracy_areas.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([lines[0] + ",zone", *(line + ",east" for line in lines[1:])]) + "\n", encoding="utf-8")
        self.expect("table_malformed", 65, "key zone")
        self.write_points(columns="plot,map_class,seen,province", fields=lambda n, mapped, seen: (n, mapped, seen, "west"))
        self.replace("estimate.toml", '"seen" }', '"seen", zone = "province" }')
        self.expect("table_malformed", 65, "points.csv:2", "in 'west'")

    def test_a_missing_table_and_a_directory_that_exists(self):
        (self.folder_of_sample / "accuracy_areas.csv").unlink()
        self.expect("missing_file", 65, "accuracy_areas.csv")
        self.out.mkdir()
        self.assertEqual(self.estimate().returncode, 2)


if __name__ == "__main__":
    main()
