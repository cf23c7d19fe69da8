#!/usr/bin/python3
"""Mistakes in the audit file and in tables: each stops the command with one line that says where and what to do.

Usage: table_errors_test.py REDDLINE_BINARY
"""
from twin_case import TwinCase, main


class AuditFileMistakes(TwinCase):
    def place(self, text):
        """`audit.toml:line:column: ` of the first place where a text stands in the audit file."""
        whole = self.audit_file.read_text(encoding="utf-8")
        before = whole[:whole.index(text)]
        return f"audit.toml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "

    def test_an_audit_file_that_is_not_there_is_named(self):
        self.audit_file.unlink()
        self.expect_error("missing_file", 65, "audit.toml")

    def test_an_empty_audit_file_lacks_its_first_key(self):
        self.audit_file.write_text("", encoding="utf-8")
        self.expect_error("audit_file", 2, "audit.toml", "schema")

    def test_a_file_of_another_kind_names_the_place_that_is_no_toml(self):
        self.audit_file.write_text("schema = 1\n<html>\n", encoding="utf-8")
        self.expect_error("audit_file", 2, "audit.toml:2:1")

    def test_an_unknown_key_names_the_nearest_known_one(self):
        self.edit_audit("canopy_pct   = 10", "canopy_pc    = 10")
        self.expect_error("audit_file", 2, self.place("canopy_pc "),
                          '"canopy_pc"; the nearest known one is "canopy_pct"')

    def test_an_unknown_table_names_the_nearest_known_one(self):
        self.edit_audit("[monitoring]", "[monitorin]")
        self.expect_error("audit_file", 2, '"monitorin"; the nearest known one is "monitoring"')

    def test_a_text_for_a_number_names_line_and_column(self):
        self.edit_audit("last_year     = 2020", 'last_year     = "2020"')
        self.expect_error("audit_file", 2, self.place('"2020"'), "last_year", "number")

    def test_a_number_for_a_text_names_line_and_column(self):
        self.edit_audit('release       = "SYNTHETIC-2020"', "release       = 2020")
        self.expect_error("audit_file", 2, self.place("2020\nfirst_year"), "release", "text")

    def test_a_number_for_a_list_names_line_and_column(self):
        self.edit_audit('raster = ["strata-2017.tif"]', "raster = 2017")
        self.expect_error("audit_file", 2, self.place("2017\nyear"), "strata.raster", "in quotes, between square brackets")

    def test_a_choice_that_is_none_lists_the_choices(self):
        self.edit_audit('canopy_rule  = "greater"', 'canopy_rule  = "above"')
        self.expect_error("audit_file", 2, self.place('"above"'), "greater", "at-least")

    def test_a_number_out_of_range_names_the_range(self):
        self.edit_audit("canopy_pct   = 10", "canopy_pct   = 110")
        self.expect_error("audit_file", 2, self.place("110"), "0", "100")

    def test_a_smallest_patch_of_a_whole_landscape_names_line_column_and_range(self):
        for area_ha in ("10001", "1e11", "1e300", "inf"):
            with self.subTest(area_ha):
                self.edit_audit("min_area_ha  = 0.5", f"min_area_ha  = {area_ha}")
                self.expect_error("audit_file", 2, self.place(area_ha), "min_area_ha", "from 0 to 10000")
                self.edit_audit(f"min_area_ha  = {area_ha}", "min_area_ha  = 0.5")

    def test_a_directory_for_an_audit_file_is_said_to_be_one(self):
        self.audit_file.unlink()
        self.audit_file.mkdir()
        self.expect_error("unreadable_file", 65, "audit.toml", "found a directory")

    def test_an_impossible_date_names_line_and_column(self):
        self.edit_audit("end   = 2020-12-31", "end   = 2020-02-30")
        line, _, _ = self.place("2020-02-30").rpartition(":9: ")
        self.expect_error("audit_file", 2, f"{line}:", "date")

    def test_a_quoted_date_says_to_take_the_quotes_away(self):
        self.edit_audit("start = 2018-03-12", 'start = "2018-03-12"')
        self.expect_error("audit_file", 2, self.place('"2018-03-12"'), "quotes")

    def test_a_period_that_ends_before_it_starts_is_refused(self):
        self.edit_audit("end   = 2020-12-31", "end   = 2017-12-31")
        self.expect_error("audit_file", 2, self.place("2017-12-31"), "2018-03-12 and 2017-12-31")

    def test_a_period_beyond_the_loss_product_names_its_years(self):
        self.edit_audit("end   = 2020-12-31", "end   = 2021-12-31")
        self.expect_error("period_outside", 2, self.place("2021-12-31"), "2001", "2020", "2021")

    def test_a_missing_key_is_named_with_its_table(self):
        self.edit_audit("first_year    = 2001\n", "")
        self.expect_error("audit_file", 2, self.place("[loss]"), '"first_year"', "loss")

    def test_a_missing_table_is_named(self):
        self.replace_in_audit("[forest]", "[[strata]]")
        self.expect_error("audit_file", 2, '"forest"')

    def test_an_audit_without_zones_is_refused(self):
        self.replace_in_audit("[[zones]]", "[carbon]")
        self.expect_error("audit_file", 2, "[[zones]]")

    def test_two_zones_of_one_name_are_refused(self):
        self.edit_audit('name   = "belt"', 'name   = "project"')
        self.expect_error("audit_file", 2, self.place('"project"\nrole   = "displacement_belt"'), '"project"')

    def test_a_history_of_a_zone_that_does_not_exist_names_the_nearest(self):
        self.replace_in_audit("transitions =", "[monitoring]",
                              'history = { zone = "referense", start = 2005, end = 2014 }\n\n')
        self.expect_error("audit_file", 2, '"referense"; the nearest is "reference"')

    def test_a_belt_of_a_project_that_nobody_makes_names_the_nearest(self):
        self.drop_claim()
        self.edit_audit("where  = \"name = 'project'\"", "where  = \"name = 'project'\"\nsplit_by = \"name\"")
        self.edit_audit('role   = "displacement_belt"', 'role   = "displacement_belt"\nproject = "project/nowhere"')
        self.expect_error("zone_unknown", 65, "belt", '"project/nowhere"', 'the nearest is "project/project"')


class TableMistakes(TwinCase):
    def test_a_table_that_is_not_there_is_named(self):
        (self.twin / "carbon.csv").unlink()
        self.expect_error("missing_file", 65, "carbon.csv")

    def test_a_directory_for_a_table_is_said_to_be_one(self):
        (self.twin / "carbon.csv").unlink()
        (self.twin / "carbon.csv").mkdir()
        self.expect_error("unreadable_file", 65, "carbon.csv", "found a directory")

    def test_an_empty_table_lacks_its_columns(self):
        (self.twin / "legend.csv").write_text("", encoding="utf-8")
        self.expect_error("table_malformed", 65, "legend.csv:1: ", "an empty file")

    def test_a_line_with_a_field_too_few_is_numbered(self):
        self.edit("legend.csv", "3,deciduous forest,1,0", "3,deciduous forest,1")
        self.expect_error("table_malformed", 65, "legend.csv:4: ", "4 fields", "found 3")

    def test_a_quote_that_does_not_end_is_numbered(self):
        self.edit("legend.csv", "3,deciduous forest,1,0", '3,"deciduous forest,1,0')
        self.expect_error("table_malformed", 65, "legend.csv:4: ", "quote")

    def test_an_unknown_column_is_named(self):
        self.edit("legend.csv", "code,stratum,forest,excluded", "code,stratum,forest,exclude")
        self.expect_error("table_malformed", 65, "legend.csv:1: ", '"exclude"', 'nearest known one is "excluded"')

    def test_a_code_that_stands_twice_is_numbered(self):
        self.edit("legend.csv", "4,bamboo,1,0", "3,bamboo,1,0")
        self.expect_error("table_malformed", 65, "legend.csv:5: ", "code 3")

    def test_a_decimal_comma_is_numbered(self):
        self.edit("carbon.csv", "bamboo,40,,", 'bamboo,"40,5",,')
        self.expect_error("table_malformed", 65, "carbon.csv:5: ", "carbon_tC_per_ha", "40,5")

    def test_a_factor_without_a_source_is_numbered(self):
        self.edit("carbon.csv", 'bamboo,40,,"demonstration: round value, no published source"', "bamboo,40,,")
        self.expect_error("table_malformed", 65, "carbon.csv:5: ", "source")

    def test_a_negative_area_is_numbered(self):
        table = self.inputs / "cambodia" / "transitions.csv"
        lines = table.read_text(encoding="utf-8").split("\n")
        lines[9] = lines[9].rsplit(",", 1)[0] + ",-1.5"
        table.write_text("\n".join(lines), encoding="utf-8")
        self.expect_error("table_malformed", 65, "transitions.csv:10: ", "area_ha", "-1.5")

    def test_an_unknown_class_names_the_nearest(self):
        table = self.inputs / "cambodia" / "transitions.csv"
        lines = table.read_text(encoding="utf-8").split("\n")
        self.assertTrue(lines[1].startswith("B,"), lines[1])
        lines[1] = "Bb" + lines[1][1:]
        table.write_text("\n".join(lines), encoding="utf-8")
        self.expect_error("table_malformed", 65, "transitions.csv:2: ", "from", '"Bb"', "classes.csv", 'nearest is "B"')

    def test_national_transitions_without_classes_point_at_the_missing_key(self):
        text = self.audit_file.read_text(encoding="utf-8")
        kept = [line for line in text.split("\n") if not line.startswith("classes")]
        self.assertLess(len(kept), len(text.split("\n")))
        self.audit_file.write_text("\n".join(kept), encoding="utf-8")
        self.expect_error("table_malformed", 65, "transitions.csv:2: ", "[reference_level] names no table of classes")

    def test_a_table_that_is_not_utf8_is_refused(self):
        table = self.twin / "carbon.csv"
        text = table.read_text(encoding="utf-8").replace("bamboo", "for\u00eat", 1)
        table.write_bytes(text.encode("latin-1", "replace"))
        self.expect_error("table_malformed", 65, "carbon.csv:", "save the table as UTF-8")

    def test_a_table_with_semicolons_is_refused_by_that_name(self):
        table = self.twin / "carbon.csv"
        table.write_text(table.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
        self.expect_error("table_malformed", 65, "carbon.csv:1: ", '";"', "commas")

    def test_a_forest_type_of_the_zones_without_factor_is_named(self):
        table = self.twin / "carbon.csv"
        lines = [line for line in table.read_text(encoding="utf-8").split("\n") if not line.startswith("bamboo")]
        table.write_text("\n".join(lines), encoding="utf-8")
        # The landscape is so small that the check tries every window.
        self.expect_error("factor_missing", 65, "bamboo", "carbon.csv", "'project' holds ")
        checked = self.run_command("check", self.audit_file, "--quiet")
        self.assert_one_error(checked, "factor_missing", 65)
        counted = self.run_command("crosstab", self.audit_file, "-o", self.out)
        self.assertEqual(counted.returncode, 0, counted.stderr)
        for command in (("crosstab",), ("account", "--crosstab", self.out)):
            dry = self.run_command(command[0], self.audit_file, *command[1:], "--dry-run")
            # A count needs no factors.
            self.assertEqual(dry.returncode, 0 if command[0] == "crosstab" else 65, dry.stderr)


if __name__ == "__main__":
    main()
