#!/usr/bin/python3
"""`reddline verify`: directories of every command on copies of their inputs elsewhere, and every way to differ.

Usage: verify_test.py REDDLINE_BINARY
"""
import hashlib
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

from osgeo import gdal

from twin_case import TwinCase, contents, listing, main, set_pixels, unwrapped

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from range_server import RangeServer  # noqa: E402

SAME, INPUTS, FILES = "The same bits: ", 19, 33  # of an audit of the twin


def sha256(path):
    """The hash of a file by Python."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


class VerifyCase(TwinCase):
    """Runs whose results and inputs are handed on: `out` and a copy of the inputs in another place, in `received`."""

    def setUp(self):
        super().setUp()
        self.temporary = self.inputs.with_name("tmp")
        self.temporary.mkdir()
        self.received = self.inputs.with_name("received") / "from" / "somebody"

    def hand_on(self):
        """Copies the inputs as they are now; the audit file among the copies."""
        shutil.copytree(self.inputs, self.received)
        return self.received / self.audit_file.relative_to(self.inputs)

    def audited(self):
        """Audits the twin and hands it on."""
        done = self.audit("--threads", "1")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return self.hand_on()

    def make(self, *arguments):
        """Runs a command that must succeed."""
        done = self.run_command(*arguments, "--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def everything(self):
        """Every file of inputs and results, in both places."""
        files = listing(self.inputs.parent)
        del files["tmp"]
        return files

    def verify(self, *arguments, out=None):
        """Runs `verify`; it leaves its temporary folder empty and writes nothing to results or inputs."""
        before = self.everything()
        done = self.run_command("verify", out or self.out, *arguments, env={"TMPDIR": str(self.temporary)})
        self.assertEqual(self.everything(), before)
        self.assertEqual(list(self.temporary.iterdir()), [])
        return done

    def expect_same(self, *arguments, out=None, files=FILES, inputs=INPUTS):
        """The directory holds the same bits; what is printed."""
        done = self.verify(*arguments, out=out)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertTrue(done.stdout.startswith(SAME), done.stdout)
        self.assertIn(f"repeated here on the same {inputs} inputs, wrote the same {files} files",
                      unwrapped(done.stdout))
        return done.stdout

    def expect_not_the_same(self, *arguments, start="Not the same: ", out=None):
        """The directory does not; what is printed."""
        done = self.verify(*arguments, out=out)
        self.assertEqual((done.returncode, done.stderr), (65, ""), done.stdout)
        self.assertTrue(done.stdout.startswith(start), done.stdout)
        return done.stdout

    def change_run(self, change):
        """Doctors run.json in the way it is written."""
        path = self.out / "run.json"
        run = json.loads(path.read_text(encoding="utf-8"))
        change(run)
        path.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


class SameBits(VerifyCase):
    def test_an_audit_at_other_threads_and_in_another_place(self):
        audit_file = self.audited()
        moved = self.inputs.with_name("elsewhere")
        self.out.rename(moved)
        for threads in ("1", "2", "5"):
            text = self.expect_same(audit_file, "--threads", threads, out=moved)
        for name in contents(moved, without={"timing.json"}):
            self.assertRegex(text, rf"[ ,]{re.escape(name)}[,\n]")
        for entry in json.loads((moved / "run.json").read_text(encoding="utf-8"))["inputs"]:
            self.assertRegex(text, rf"[ ,]{re.escape(entry['path'])}[,\n]")
        self.assertIn("Program: the same; reddline ", text)
        self.assertTrue(all(len(line) <= 120 for line in text.split("\n")), text)

    def test_memory_quiet_and_progress(self):
        audit_file = self.audited()
        self.expect_same(audit_file, "--memory", "1GiB")
        done = self.verify(audit_file, "--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        done = self.verify(audit_file, "--progress", "always")
        self.assertRegex(done.stderr, r"\A(\nreading [\d.]+ of [\d.]+ MB, \d+ MB/s"
                                      r"(, about [^\n]* left|, \d+ s in all)? +)+\n\Z")
        done = self.verify(audit_file, "--json", "--progress", "always")
        self.assertEqual({json.loads(line)["level"] for line in done.stderr.splitlines()}, {"progress"})
        self.assert_one_error(self.verify(audit_file, "--memory", "5MiB"), "usage", 2, "--memory")

    def test_a_crosstab_and_one_with_an_index(self):
        self.make("crosstab", self.audit_file, "-o", self.out)
        self.make("index", self.audit_file, "-o", self.results / "index")
        self.make("audit", self.audit_file, "--index", self.results / "index", "-o", self.results / "indexed")
        audit_file = self.hand_on()
        self.expect_same(audit_file, files=7)
        self.expect_same(audit_file, out=self.results / "indexed")

    def test_merged_shards(self):
        for shard in ("0/2", "1/2"):
            self.make("crosstab", self.audit_file, "-o", self.results / "parts", "--shard", shard, "--unit", "300KB")
        self.make("merge", self.results / "parts", "-o", self.out)
        self.expect_same(self.hand_on(), files=7)

    def test_an_account_whose_crosstab_is_counted_again(self):
        counted = self.results / "counted"
        self.make("crosstab", self.audit_file, "-o", counted)
        self.make("account", self.audit_file, "--crosstab", counted, "-o", self.out)
        self.make("solve", self.audit_file, "--crosstab", counted, "-o", self.results / "solved")
        shutil.rmtree(counted)
        audit_file = self.hand_on()
        text = self.expect_same(audit_file, inputs=INPUTS + 5)
        self.assertIn("CROSSTAB/crosstab.csv", text)
        self.expect_same(audit_file, out=self.results / "solved", inputs=INPUTS + 5, files=2)

    def test_an_account_of_a_crosstab_that_is_not_that_of_the_pixels(self):
        counted = self.results / "counted"
        self.make("crosstab", self.audit_file, "-o", counted)
        self.rewrite("gfc/synthetic_lossyear_east.tif", set_pixels(3, 3, 7))
        audit_file = self.hand_on()
        self.make("account", self.audit_file, "--crosstab", counted, "-o", self.out)
        text = self.expect_not_the_same(audit_file)
        self.assertRegex(text, r"\n  gfc/synthetic_lossyear_east.tif: changed\n")
        recorded = sha256(counted / "crosstab.json")
        self.assertRegex(text, rf"\n  CROSSTAB/crosstab.json: changed\n    recorded: .* {recorded}\n")

    def test_tables_alone_and_solve(self):
        self.audit_file = self.inputs / "prey-lang" / "audit.toml"
        self.make("account", self.audit_file, "-o", self.out)
        for command in ("audit", "solve"):
            self.make(command, self.audit_file, "-o", self.results / command)
        audit_file = self.hand_on()
        self.expect_same(audit_file, inputs=6, files=25)
        self.expect_same(audit_file, out=self.results / "audit", inputs=6, files=25)
        self.expect_same(audit_file, out=self.results / "solve", inputs=6, files=2)

    def test_blocks_that_were_allowed_to_be_missing(self):
        path = self.twin / "gfc/synthetic_treecover2000_east.tif"
        self.rewrite("gfc/synthetic_treecover2000_east.tif", options=("COMPRESS=DEFLATE",))
        raster = gdal.Open(str(path))
        offset = int(raster.GetRasterBand(1).GetMetadataItem("BLOCK_OFFSET_0_1", "TIFF"))
        del raster
        damaged = bytearray(path.read_bytes())
        damaged[offset:offset + 8] = bytes(8)
        path.write_bytes(damaged)
        counted = self.results / "counted"
        for command in ("crosstab", "solve"):
            self.make(command, self.audit_file, "--allow-missing-blocks", "-o", self.results / command)
        self.make("account", self.audit_file, "--crosstab", self.results / "crosstab", "-o", counted)
        audit_file = self.hand_on()
        self.assertIn("--allow-missing-blocks", self.expect_same(audit_file, out=self.results / "crosstab", files=7))
        self.expect_same(audit_file, out=self.results / "solve", files=2)
        self.expect_same(audit_file, out=counted, inputs=INPUTS + 5)

    def test_further_files_are_named_and_do_no_harm(self):
        audit_file = self.audited()
        (self.out / "notes.txt").write_text("read by me\n", encoding="utf-8")
        (self.out / "sketches").mkdir()
        text = self.expect_same(audit_file)
        self.assertIn("Not looked at: 2 further files", unwrapped(text))
        self.assertIn("  not written by this command, and not looked at: notes.txt, sketches\n", text)

    def test_maps_of_something_else_are_surplus_and_stay_out_of_the_page(self):
        audit_file = self.audited()
        page = (self.out / "report.html").read_bytes()
        (self.out / "maps").mkdir()
        (self.out / "maps/loss_by_stratum_forest.tif").write_bytes(b"II*")
        done = self.run_command("verify", self.out, audit_file)
        self.assertEqual(done.returncode, 65)
        self.assertIn("maps/loss_by_stratum_forest.tif", done.stdout)
        self.make("report", self.out)
        self.assertEqual((self.out / "report.html").read_bytes(), page)

    def test_another_program_is_said_and_not_held_against_the_directory(self):
        audit_file = self.audited()
        self.change_run(lambda run: run["libraries"].update(GDAL="3.99.0"))
        self.make("report", self.out)  # the page of that program tells of it too
        text = self.expect_same(audit_file)
        self.assertRegex(text, r"Program: not the one that wrote the directory")
        self.assertRegex(text, r"\n  directory: .*GDAL 3\.99\.0")


class Remote(VerifyCase):
    def setUp(self):
        super().setUp()
        self.server = RangeServer(self.twin)
        self.addCleanup(self.server.close)
        self.mask = f"/vsicurl/{self.server.url}/gfc/synthetic_datamask_east.tif"

    def test_an_input_on_a_web_server(self):
        self.edit_audit('["gfc/*_datamask_*.tif"]', f'["{self.mask}", "gfc/synthetic_datamask_west.tif"]')
        text = self.expect_same(self.audited())
        self.assertIn(self.mask, text)

    def test_a_server_that_only_the_record_names_is_not_asked(self):
        audit_file = self.audited()
        self.change_run(lambda run: run["inputs"].append({"path": self.mask, "bytes": 1, "sha256": "0" * 64}))
        text = self.expect_not_the_same(audit_file)
        self.assertIn(f"\n  {self.mask}: recorded, and not read when the command was repeated\n", text)
        self.assertEqual(self.server.requests, [])


class NotTheSame(VerifyCase):
    def test_one_byte_of_a_table(self):
        audit_file = self.audited()
        path = self.out / "readings.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        sound = lines[6]
        column = sound.index(",10,greater,")
        lines[6] = sound.replace(",10,greater,", ",11,greater,")
        path.write_text("\n".join(lines), encoding="utf-8")
        text = self.expect_not_the_same(audit_file)
        self.assertIn(f"of the inputs {INPUTS} the same; of the files {FILES - 1} the same, 1 not the same.",
                      unwrapped(text))
        match = re.search(r'\n  readings.csv: not the same from line 7, byte (\d+) on\n'
                          r'    directory: "(\.\.\.)?(.*?)\.\.\."\n    here:      "(\.\.\.)?(.*?)\.\.\."\n', text)
        self.assertEqual(int(match.group(1)), column + 3)
        self.assertIn(match.group(3), lines[6])
        self.assertIn(match.group(5), sound)
        self.assertIn("Inputs and program are the same, so the directory was changed", unwrapped(text))
        self.change_run(lambda run: run.update(version="0.0.1"))
        self.assertIn("The program is another one, which may be why", self.expect_not_the_same(audit_file))

    def test_a_table_that_ends_early_a_folder_in_its_place_and_one_that_is_gone(self):
        audit_file = self.audited()
        path = self.out / "crosstab.csv"
        data = path.read_bytes()
        path.write_bytes(data[:-1])
        (self.out / "canopy.csv").unlink()
        (self.out / "zones.csv").unlink()
        (self.out / "zones.csv").mkdir()
        text = self.expect_not_the_same(audit_file)
        self.assertIn(f"\n  crosstab.csv: not the same from line {data.count(bytes([10])):,}, byte ", text)
        self.assertIn("\n  canopy.csv: missing in the directory\n", text)
        self.assertIn("\n  zones.csv: not a file in the directory\n", text)

    def test_a_further_file_that_could_be_taken_for_a_result(self):
        self.make("crosstab", self.audit_file, "-o", self.out)
        (self.out / "readings.csv").write_text("zone,credits\nproject,600000\n", encoding="utf-8")
        text = self.expect_not_the_same(self.hand_on())
        self.assertIn("\n  readings.csv: in the directory alone, and could be taken for a result\n", text)

    def test_a_changed_input_and_what_it_changes(self):
        audit_file = self.audited()
        path = audit_file.with_name("carbon.csv")
        old = sha256(path)
        path.write_text(path.read_text(encoding="utf-8").replace("bamboo,40", "bamboo,41"), encoding="utf-8")
        text = self.expect_not_the_same(audit_file)
        self.assertRegex(text, rf"\n  carbon.csv: changed\n    recorded: [\d,]+ bytes, SHA-256 {old}\n"
                               rf"    here:     {path.stat().st_size:,} bytes, SHA-256 {sha256(path)}\n")
        for name in ("run.json", "emissions.csv", "report.md"):
            self.assertIn(f"\n  {name}: not the same from line ", text)
        self.assertRegex(text, r"  the same: [^:]*activity.csv")
        self.assertNotIn("so the directory was changed", unwrapped(text))

    def test_a_changed_input_that_cannot_be_used(self):
        audit_file = self.audited()
        audit_file.with_name("carbon.csv").write_text("nothing\n", encoding="utf-8")
        text = self.expect_not_the_same(audit_file)
        self.assertIn(f"of the inputs {INPUTS - 1} the same, 1 changed; no file was compared.", text)
        self.assertIn("could not be repeated: table_malformed: ", text)

    def test_a_missing_input(self):
        audit_file = self.audited()
        audit_file.with_name("strata-2020.tif").unlink()
        text = self.expect_not_the_same(audit_file, start="Cannot be said: ")
        self.assertIn(f"of the inputs {INPUTS - 1} the same, 1 missing here; no file was compared.", text)
        self.assertIn("\n  strata-2020.tif: missing here\n", text)

    def test_a_doctored_record(self):
        audit_file = self.audited()

        def of_another_input(run):
            run["inputs"][2]["sha256"] = "0" * 64
        self.change_run(of_another_input)
        text = self.expect_not_the_same(audit_file)
        name = json.loads((self.out / "run.json").read_text(encoding="utf-8"))["inputs"][2]["path"]
        self.assertRegex(text, rf"\n  {name}: changed\n    recorded: .* {'0' * 64}\n    here: .* "
                               rf"{sha256(audit_file.with_name(name))}\n")
        self.assertRegex(text, r"\n  run.json: not the same from line \d+, byte ")

    def test_an_input_that_the_record_lacks_and_one_that_is_no_longer_read(self):
        audit_file = self.audited()
        left_out = []

        def exchange(run):
            left_out.append(run["inputs"].pop(2)["path"])
            notes = audit_file.with_name("notes.csv")
            notes.write_text("a\n", encoding="utf-8")
            run["inputs"].append({"path": "notes.csv", "bytes": 2, "sha256": sha256(notes)})
        self.change_run(exchange)
        text = self.expect_not_the_same(audit_file)
        self.assertIn("1 recorded and not read here, 1 read here and not recorded", unwrapped(text))
        self.assertIn("\n  notes.csv: recorded, and not read when the command was repeated\n", text)
        self.assertIn(f"\n  {left_out[0]}: read when the command was repeated, and not recorded\n", text)

    def test_a_record_that_calls_the_directory_that_of_another_command(self):
        audit_file = self.audited()
        self.change_run(lambda run: run.update(command="reddline crosstab audit.toml", default_reading=""))
        text = self.expect_not_the_same(audit_file)
        self.assertIn("\n  readings.csv: in the directory alone, and could be taken for a result\n", text)
        self.assertIn("25 in the directory alone", unwrapped(text))

    def test_names_reach_the_screen_without_control_characters(self):
        audit_file = self.audited()
        (self.out / "a\x1b[2J\nThe same bits.csv").write_text("", encoding="utf-8")
        self.assertIn("  a?[2J?The same bits.csv: in the directory alone", self.expect_not_the_same(audit_file))


class Refusals(VerifyCase):
    def expect_refused(self, code, exit_code, *words, arguments=(), out=None):
        """The command stops with this one error."""
        self.assert_one_error(self.verify(*arguments, out=out), code, exit_code, *words)

    def test_a_directory_that_is_none_of_results(self):
        arguments = (self.audit_file,)
        self.expect_refused("missing_file", 65, "found none", arguments=arguments)
        self.expect_refused("missing_file", 65, "found a file", arguments=arguments, out=self.audit_file)
        self.expect_refused("missing_file", 65, "no run.json", arguments=arguments, out=self.twin)
        self.out.mkdir()
        for text in ("", "{", "[]", '{"schema": 1}', '{"schema": 2}'):
            (self.out / "run.json").write_text(text, encoding="utf-8")
            self.expect_refused("table_malformed", 65, "run.json", arguments=arguments)

    def test_no_audit_file_or_another_one(self):
        audit_file = self.audited()
        self.expect_refused("usage", 2, "DIR and FILE", '"audit.toml"', "found DIR alone")
        self.expect_refused("usage", 2, '"audit.toml"', arguments=(audit_file.with_name("audit-disputed.toml"),))
        audit_file.unlink()
        self.expect_refused("missing_file", 65, "audit.toml", arguments=(audit_file,))
        self.expect_refused("usage", 2, "one DIR and one FILE", arguments=(audit_file, "more"))
        done = self.run_command("verify")
        self.assert_one_error(done, "usage", 2, "DIR")

    def test_a_partial_count(self):
        self.make("crosstab", self.audit_file, "-o", self.results / "parts", "--shard", "0/3", "--unit", "300KB")
        self.make("merge", self.results / "parts", "-o", self.out, "--allow-partial")
        self.make("account", self.audit_file, "--crosstab", self.out, "-o", self.results / "accounted")
        for out in (self.out, self.results / "accounted"):
            self.expect_refused("incomplete", 3, "PARTIAL: ", "then verify", arguments=(self.audit_file,), out=out)

    def test_results_of_a_command_that_has_no_audit_file(self):
        self.audited()
        self.make("diff", self.out, self.out, "-o", self.results / "moved")
        self.expect_refused("unreadable_file", 65, '"reddline diff A B"', arguments=(self.audit_file,),
                            out=self.results / "moved")

    def test_no_folder_for_temporary_files_and_none_with_room(self):
        audit_file = self.audited()
        done = self.run_command("verify", self.out, audit_file, env={"TMPDIR": str(self.results / "none")})
        self.assert_one_error(done, "output_failed", 74, "TMPDIR")
        command = ["bash", "-c", 'ulimit -f 100; exec "$@"', "bash", self.binary, "verify", self.out, audit_file]
        done = subprocess.run(list(map(str, command)), env={"TMPDIR": str(self.temporary)}, capture_output=True,
                              text=True, check=False)
        self.assert_one_error(done, "output_failed", 74, "let TMPDIR name a folder with more room")
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_a_signal_ends_it_with_nothing_left(self):
        audit_file = self.audited()
        before = contents(self.out)
        outcomes = set()
        for step in range(30):
            with subprocess.Popen([self.binary, "verify", self.out, audit_file, "--threads", "1"],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  env={"TMPDIR": str(self.temporary)}) as process:
                time.sleep(step * 0.01)
                process.send_signal(signal.SIGTERM)
                stdout, stderr = process.communicate(timeout=120)
            outcomes.add(process.returncode)
            # Before it watches for signals the process simply ends; after the last step it is too late to stop.
            self.assertIn(process.returncode, (-signal.SIGTERM, 0, 75), stderr)
            if process.returncode == 75:
                self.assertEqual(stdout, "")
                self.assertRegex(stderr, r"\Aerror: stopped: .*\n\Z")
            self.assertEqual(list(self.temporary.iterdir()), [])
        self.assertIn(75, outcomes)
        self.assertEqual(contents(self.out), before)


if __name__ == "__main__":
    main()
