#!/usr/bin/python3
"""scripts/check_strings.py: sources and tables in step pass; each way of being out of step is found."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_strings.py"

SENTENCES = {
    "answer.lost": "{area} ha lost in {zone}",
    "answer.none": "nothing lost",
    "answer.trees": {"one": "{count} tree in {zone}", "other": "{count} trees in {zone}"},
    "list.comma": "{before}, {next}",
    "label.claim": "{value} of the claim",
}
CODE = """
// The key "answer.comment" of a comment is none.
auto a = say(is_lost ? "answer.lost" : "answer.none", {{"area", ha(say("answer.none"))}, {"zone", "a (\\"b\\")"}});
auto b = say.counted("answer.trees", 3, {{"zone", zone}}) + say.joined("list.comma", names) + "answer.csv";
const auto add = [&](std::string_view key) { parts.push_back(say(key, {{"value", text}})); };
add("label.claim");
"""


def table(sentences, plurals=None):
    return json.dumps({"plurals": {"one": [1]} if plurals is None else plurals, "sentences": sentences})


def run_on(files):
    """Exit code and output of the script on a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / "src" / "report" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class CheckStrings(unittest.TestCase):
    def expect_offence(self, words, sentences=None, code="", **translations):
        files = {f"strings/{name}.json": text for name, text in translations.items()}
        exit_code, output = run_on({"strings/en.json": table({**SENTENCES, **(sentences or {})}),
                                    "answer.cpp": CODE + code, **files})
        self.assertEqual(exit_code, 1, output)
        self.assertIn(words, output)
        self.assertIn("1 offences", output)

    def test_sources_and_table_in_step_pass(self):
        khmer = {**SENTENCES, "answer.trees": "{zone}: {count}"}
        code, output = run_on({"strings/en.json": table(SENTENCES), "strings/km.json": table(khmer, {}),
                               "answer.cpp": CODE})
        self.assertEqual(code, 0, output)

    def test_a_key_that_the_table_lacks_is_found(self):
        self.expect_offence("answer.cpp: the table has no answer.gained", code='say("answer.gained");')

    def test_a_sentence_that_nothing_says_is_found(self):
        self.expect_offence("en.json: nothing says answer.gained", {"answer.gained": "more"})

    def test_a_place_that_nothing_fills_is_found(self):
        self.expect_offence("nothing fills {year} of answer.lost", {"answer.lost": "{area} in {zone} in {year}"})

    def test_a_place_that_a_key_named_elsewhere_has_and_nothing_fills_is_found(self):
        self.expect_offence("nothing fills {year} of label.claim", {"label.claim": "{value} of {year}"})

    def test_a_filling_that_no_sentence_has_a_place_for_is_found(self):
        self.expect_offence("has no place {zone}", {"answer.lost": "{area} ha lost"})

    def test_a_sentence_with_forms_said_without_a_number_is_found(self):
        self.expect_offence("answer.trees has forms, and the call has no number",
                            {"answer.trees": {"one": "tree in {zone}", "other": "trees in {zone}"}},
                            'say("answer.trees", {{"zone", zone}});')

    def test_a_translation_without_a_sentence_is_found(self):
        less = {key: text for key, text in SENTENCES.items() if key != "answer.none"}
        self.expect_offence("fr.json: answer.none stands in one", fr=table(less))

    def test_a_translation_without_a_place_is_found(self):
        self.expect_offence("fr.json: answer.lost has other places",
                            fr=table({**SENTENCES, "answer.lost": "{area} ha perdus"}))

    def test_a_translation_without_a_form_of_its_language_is_found(self):
        self.expect_offence("fr.json: answer.trees needs the forms one, other",
                            fr=table({**SENTENCES, "answer.trees": "{count} arbres, {zone}"}))
        self.expect_offence("pl.json: answer.trees has other forms than few, one, other",
                            pl=table(SENTENCES, {"one": [1], "few": [2, 3, 4]}))


if __name__ == "__main__":
    unittest.main()
