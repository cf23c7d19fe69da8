#!/usr/bin/python3
"""The command line itself: mistakes in it, help, version, and how messages and progress look.

Usage: command_line_errors_test.py REDDLINE_BINARY
"""
import itertools
import json
import os
import pty
import re
import subprocess

from twin_case import TwinCase, main, unwrapped

COMMANDS = ("init", "audit", "check", "plan", "crosstab", "merge", "status", "index", "account", "solve", "sample",
            "estimate", "explain", "biomass", "diff", "report", "workbook", "verify", "manual")


class CommandLineMistakes(TwinCase):
    def expect_usage_error(self, arguments, *words):
        """The command stops with exit code 2 and one line that holds the words."""
        done = self.run_command(*arguments)
        self.assert_one_error(done, "usage", 2, *words)
        self.assert_no_traces()

    def test_no_command_at_all(self):
        self.expect_usage_error([], "command", "--help")

    def test_an_unknown_command_is_named_with_the_known_ones(self):
        self.expect_usage_error(["audti", self.audit_file, "-o", self.out], "'audti'", "nearest is 'audit'",
                                *COMMANDS)

    def test_an_unknown_option_is_named(self):
        self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--thread", "2"], "'--thread'",
                                "nearest is '--threads'", "reddline audit --help")

    def test_an_option_of_another_command_is_unknown(self):
        self.expect_usage_error(["check", self.audit_file, "-o", self.out], "options of 'check', found '-o'")

    def test_a_command_without_audit_file(self):
        self.expect_usage_error(["audit", "-o", self.out], "FILE")

    def test_a_second_audit_file(self):
        self.expect_usage_error(["check", self.audit_file, "other.toml"], "other.toml")

    def test_a_missing_output_directory(self):
        for command in ("audit", "crosstab"):
            self.expect_usage_error([command, self.audit_file], "-o DIR")

    def test_an_account_of_pixels_without_crosstab(self):
        self.expect_usage_error(["account", self.audit_file, "-o", self.out], "--crosstab", "[loss]")

    def test_a_count_of_threads_that_cannot_be(self):
        for threads in ("0", "-1", "two", "1.5", "100000"):
            self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--threads", threads], "--threads")

    def test_a_size_that_is_none(self):
        for option, size in itertools.product(("--memory", "--unit"), ("much", "0", "-5", "4XB", "1.5GiB", "")):
            self.expect_usage_error(["plan", self.audit_file, option, size],
                                    f"{option}: expected a size such as 500MiB or 4GiB, found '{size}'; ")

    def test_memory_that_is_no_size_or_too_little(self):
        self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--memory", "much"], "--memory", "much")
        self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--memory", "5MiB"],
                                "--memory", "at least", "MiB for one thread", "found 5")

    def test_a_choice_that_is_none_lists_the_choices(self):
        self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--fail-on", "error"],
                                "--fail-on", "none", "note", "warning", "contradiction")
        self.expect_usage_error(["audit", self.audit_file, "-o", self.out, "--progress", "often"],
                                "--progress", "auto", "always", "never")

    def test_an_option_without_its_value(self):
        self.expect_usage_error(["audit", self.audit_file, "-o"], "-o")


class HelpAndVersion(TwinCase):
    def expect_text(self, *arguments):
        """The text that the command prints on stdout; nothing on stderr, exit code 0."""
        done = self.run_command(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_help_lists_every_command_and_the_exit_codes(self):
        text = self.expect_text("--help")
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command} +[A-Z]")
        for code in (0, 1, 2, 3, 4, 65, 74, 75):
            self.assertRegex(text, rf"\b{code}\s")

    def test_the_help_of_a_command_shows_its_options_and_an_example(self):
        subjects = {"init": "--tiles gfc", "diff": "results-v", "merge": "parts", "status": "parts", 
                    "report": "results", "workbook": "country.xlsx", "verify": "results audit.toml", "manual": "-o manual"}
        without_output = ("check", "explain", "plan", "report", "status", "verify")
        for command in COMMANDS:
            text = self.expect_text(command, "--help")
            self.assertIn(f"Example:\n  reddline {command} {subjects.get(command, 'audit.toml')}", text)
            for option in ("--threads N", "--progress auto|always|never", "--quiet", "--json", "--help"):
                self.assertIn(option, text)
            self.assertEqual("--output" in text, command not in without_output)
            self.assertEqual("--fail-on" in text, command in ("audit", "crosstab", "account"))
            self.assertEqual("--crosstab DIR" in text, command in ("account", "solve", "explain"))

    def test_help_speaks_no_programmers_words(self):
        for command in COMMANDS:
            text = self.expect_text(command, "--help")
            self.assertNotRegex(text, r"ENUM|UINT|TEXT|->|:value|SIZE:|POSITIVE|\[b")

    def test_help_fits_a_terminal_of_80_columns_but_for_examples(self):
        for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
            for line in self.expect_text(*arguments).split("\n"):
                self.assertTrue(len(line) <= 80 or line.startswith("  reddline "), line)

    def test_verify_needs_both_of_its_arguments(self):
        self.assertIn("Usage: reddline verify [OPTIONS] DIR FILE\n", self.expect_text("verify", "--help"))

    def test_no_command_is_listed_before_it_works(self):
        text = self.expect_text("--help")
        for command in re.findall(r"(?m)^  ([a-z]+) +[A-Z]", text):
            self.assertIn(command, COMMANDS)

    def test_version_is_one_line(self):
        self.assertRegex(self.expect_text("--version"), r"\Areddline \d+\.\d+\.\d+ \(\w+(-dirty)?\)\n\Z")


class Messages(TwinCase):
    def test_an_error_as_json_holds_the_same_words(self):
        (self.twin / "carbon.csv").unlink()
        text = self.audit()
        done = self.audit("--json")
        self.assertEqual((done.returncode, done.stdout), (65, ""))
        self.assertEqual(done.stderr.count("\n"), 1)
        error = json.loads(done.stderr)
        self.assertEqual((error["level"], error["exit_code"]), ("error", 65))
        self.assertEqual(f"error: {error['code']}: {error['subject']}: {error['message']}\n", text.stderr)

    def test_a_mistake_on_the_command_line_is_json_as_well(self):
        done = self.run_command("audit", "--json", "--threads", "0")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(json.loads(done.stderr)["code"], "usage")

    def test_progress_is_silent_when_stderr_is_no_terminal(self):
        self.assertEqual(self.audit().stderr, "")

    def test_progress_shows_on_stderr_only_when_asked(self):
        done = self.audit("--progress", "always", text=False)
        self.assertRegex(done.stderr, rb"\A(\rreading \d+\.\d of \d+\.\d MB, [\d,]+ MB/s"
                                      rb"(, about [^\r]* left)?(, \d+ s in all)? +)+\n\Z")
        self.assertNotIn(b"\rreading", done.stdout)
        quiet = self.audit("--progress", "always", "--quiet", out=self.results / "quiet")
        self.assertEqual((quiet.stdout, quiet.stderr), ("", ""))

    def test_progress_as_json_ends_at_everything(self):
        done = self.audit("--progress", "always", "--json")
        lines = [json.loads(line) for line in done.stderr.splitlines()]
        self.assertTrue(lines)
        self.assertEqual({line["level"] for line in lines}, {"progress"})
        self.assertEqual(lines[-1]["done_MB"], lines[-1]["all_MB"])

    def on_a_terminal(self, **variables):
        """What the command prints on a terminal as its stderr: an error, and the warning that an index does not fit."""
        index, terminal = self.results / "index", pty.openpty()
        if not index.exists():
            done = self.run_command("index", self.audit_file, "-o", index, "--set", "forest.min_area_ha=0.4")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
        unfit = ["audit", self.audit_file, "-o", self.out, "--index", index, "--overwrite"]
        for arguments in (unfit, ["audit", "gone"]):
            self.run_command(*arguments, "--progress", "never", capture_output=False, stdout=subprocess.DEVNULL,
                             stderr=terminal[1], env=environment | variables)
        os.close(terminal[1])
        printed = b""
        try:
            while piece := os.read(terminal[0], 4096):
                printed += piece
        except OSError:  # how Linux tells that nobody holds the other end any more
            pass
        os.close(terminal[0])
        return printed.decode().replace("\r\n", "\n")

    def test_a_terminal_shows_the_words_error_and_warning_in_colour(self):
        self.assertRegex(self.on_a_terminal(), r"\A\x1b\[1;33mwarning\x1b\[0m: the index [^\x1b]*\n"
                                               r"\x1b\[1;31merror\x1b\[0m: usage: [^\x1b]*\n\Z")

    def test_no_colours_where_they_are_not_wanted_or_not_shown(self):
        for variables in ({"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"TERM": "dumb"}):
            self.assertRegex(self.on_a_terminal(**variables),
                             r"\Awarning: the index [^\x1b]*\nerror: usage: [^\x1b]*\n\Z")
        done = self.run_command("audit", "gone", env=os.environ | {"TERM": "xterm"})
        self.assertNotIn("\x1b", done.stderr)

    def test_quiet_prints_nothing(self):
        done = self.audit("--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertTrue((self.out / "report.md").is_file())

    def test_the_answer_is_on_stdout(self):
        done = self.audit()
        self.assertIn("credits follow", unwrapped(done.stdout))
        self.assertIn(f"Results: {self.out}", done.stdout)


if __name__ == "__main__":
    main()
