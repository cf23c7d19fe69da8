#!/usr/bin/python3
"""Any partition of a count, any order, any crash gives the bytes of one run; what is missing, repeated or foreign is refused.

Usage: shards_test.py REDDLINE_BINARY
"""
import json
import os
import random
import re
import shutil
import signal
import subprocess
import time

from osgeo import gdal

from twin_case import STRATA, TwinCase, contents, main, set_pixels

RASTERS = tuple(f"gfc/synthetic_{layer}_{side}.tif" for layer in ("lossyear", "treecover2000", "datamask")
                for side in ("west", "east")) + STRATA
SQUARES = ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=DEFLATE")
LAUNCHERS = ("OMPI_", "PMIX_", "PMI_", "SLURM_")


class ShardsCase(TwinCase):
    """Runs of shards on the twin."""
    unit = "300KB"

    def setUp(self):
        super().setUp()
        self.parts = self.results / "parts"
        for name in RASTERS:
            self.rewrite(name, options=SQUARES)

    def shard(self, shard, *arguments, parts=None, environment=None, **options):
        """Runs one shard."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(LAUNCHERS)}
        return self.run_command("crosstab", self.audit_file, "-o", parts or self.parts, "--shard", shard, "--unit",
                                self.unit, *arguments, env=clean | (environment or {}), **options)

    def count(self, *shards, **options):
        """Runs shards that must succeed."""
        for shard in shards:
            done = self.shard(shard, "--quiet", **options)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def merged(self, *parts, arguments=()):
        """What merging gives, but the timing."""
        done = self.run_command("merge", *(parts or [self.parts]), "-o", self.out, "--overwrite", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return contents(self.out, without=["timing.json"])

    def alone(self, *arguments):
        """What one run gives, but the timing."""
        done = self.run_command("crosstab", self.audit_file, "-o", self.out, "--overwrite", *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return contents(self.out, without=["timing.json"])

    def units(self):
        """How many units there are."""
        done = self.run_command("plan", self.audit_file, "--unit", self.unit)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return int(re.search(r"^(\d+) units?, ", done.stdout, re.MULTILINE).group(1))

    def damage(self):
        """Makes one block of a raster unreadable; its bytes before."""
        path = self.twin / "gfc/synthetic_treecover2000_east.tif"
        sound = path.read_bytes()
        raster = gdal.Open(str(path))
        offset = int(raster.GetRasterBand(1).GetMetadataItem("BLOCK_OFFSET_2_3", "TIFF"))
        del raster
        path.write_bytes(sound[:offset] + bytes(20) + sound[offset + 20:])
        return path, sound

    def parts_there(self):
        """The names of the parts."""
        return sorted(path.name for path in self.parts.glob("*.part")) if self.parts.exists() else []


class Partitions(ShardsCase):
    def test_every_number_of_shards_gives_the_same_bytes(self):
        expected = self.alone()
        for count in (1, 2, 3, 7):
            with self.subTest(count):
                shutil.rmtree(self.parts, ignore_errors=True)
                order = [f"{i}/{count}" for i in range(count)]
                random.Random(count).shuffle(order)
                self.count(*order)
                self.assertTrue(self.merged() == expected)
        self.assertGreater(self.units(), 3)

    def test_every_size_of_units_without_the_filter_in_square_blocks(self):
        self.edit_audit("min_area_ha  = 0.5\nconnectivity = 8\n", "")
        expected = self.alone()
        for self.unit in ("1B", "1MB", "2GiB"):
            with self.subTest(self.unit):
                shutil.rmtree(self.parts, ignore_errors=True)
                self.count("1/2", "0/2")
                self.assertTrue(self.merged() == expected)

    def test_shards_in_directories_of_their_own_merged_in_any_order(self):
        expected = self.alone()
        folders = [self.results / f"parts{i}" for i in range(3)]
        for i, folder in enumerate(folders):
            self.count(f"{i}/3", parts=folder)
        self.assertTrue(self.merged(*folders) == expected)
        self.assertTrue(self.merged(*reversed(folders)) == expected)

    def test_parts_are_the_same_bytes_for_any_number_of_threads(self):
        self.count("0/1")
        first = contents(self.parts)
        shutil.rmtree(self.parts)
        done = self.shard("0/1", "--quiet", "--threads", "5")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(contents(self.parts) == first)

    def test_an_audit_of_merged_parts_opens_no_raster(self):
        done = self.run_command("audit", self.audit_file, "-o", self.out)
        self.assertEqual(done.returncode, 0, done.stderr)
        expected = contents(self.out, without=["timing.json", "run.json", "report.html"])
        self.count("0/2", "1/2")
        totals = self.results / "totals"
        self.assertEqual(self.run_command("merge", self.parts, "-o", totals).returncode, 0)
        for name in RASTERS:
            (self.twin / name).unlink()
        done = self.run_command("account", self.audit_file, "--crosstab", totals, "-o", self.out, "--overwrite")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(contents(self.out, without=["timing.json", "run.json", "report.html"]) == expected)

    def test_the_plan_is_the_same_whatever_the_threads(self):
        plans = {self.run_command("plan", self.audit_file, "--unit", "300KB", "--threads", threads).stdout for threads in (1, 4)}
        self.assertEqual(len(plans), 1)
        text = plans.pop()
        self.assertIn("Nothing was written.", text)
        self.assertRegex(text, r"about \d+ MB of memory per thread")

    def test_blocks_that_cannot_be_read_are_told_as_by_one_run(self):
        self.damage()
        expected = self.alone("--allow-missing-blocks")
        self.assertIn(b"blocks_missing", expected["layer_findings.csv"])
        for shard in ("0/2", "1/2"):
            self.assertEqual(self.shard(shard, "--allow-missing-blocks").returncode, 0)
        self.assertTrue(self.merged() == expected)


class Restarts(ShardsCase):
    def test_a_shard_goes_on_where_it_was_killed(self):
        expected = self.alone()
        draw = random.Random(1)
        killed = 0
        for _ in range(40):
            with subprocess.Popen([self.binary, "crosstab", self.audit_file, "-o", self.parts, "--shard", "0/1", "--unit",
                                   self.unit, "--quiet"]) as process:
                time.sleep(draw.uniform(0.0, 0.12))
                process.kill()
            killed += process.returncode == -signal.SIGKILL
            for path in self.parts.glob("*.part") if self.parts.exists() else []:
                if draw.random() < 0.3:
                    path.unlink()  # so that there is something left to be killed at
        self.assertGreater(killed, 0)
        self.count("0/1")
        self.assertTrue(self.merged() == expected)

    def test_a_signal_lets_the_unit_be_finished(self):
        expected = self.alone()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
            shutil.rmtree(self.parts, ignore_errors=True)
            with subprocess.Popen([self.binary, "crosstab", self.audit_file, "-o", self.parts, "--shard", "0/1", "--unit",
                                   "1B", "--threads", "1"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  text=True) as process:
                deadline = time.monotonic() + 60
                while not self.parts_there() and time.monotonic() < deadline:
                    time.sleep(0.001)
                process.send_signal(number)
                stderr = process.communicate(timeout=60)[1]
            self.unit = "1B"
            if process.returncode == 0:
                continue  # it was done before the signal came
            self.assertEqual(process.returncode, 75, stderr)
            self.assertRegex(stderr, r"error: stopped: shard 0/1: the run was stopped before unit \d+; every finished unit is "
                                     r"written, and the same command goes on from there\n\Z")
            self.assertEqual([path for path in self.parts.iterdir() if path.name.startswith(".")], [])
            self.count("0/1")
            self.assertTrue(self.merged() == expected)

    def test_units_that_are_there_are_not_counted_again(self):
        self.count("0/1")
        before = {path.name: path.stat().st_mtime_ns for path in self.parts.iterdir()}
        done = self.shard("0/1")
        self.assertEqual(done.returncode, 0)
        units = self.units()
        self.assertIn(f"Shard 0 of 1: {units} units, {units} there already, 0 counted now, 0 failed", done.stdout)
        self.assertEqual({path.name: path.stat().st_mtime_ns for path in self.parts.iterdir()}, before)

    def test_one_bad_block_does_not_lose_the_night(self):
        expected = self.alone()
        path, sound = self.damage()
        stopped = self.shard("0/1")
        self.assertEqual(stopped.returncode, 65)
        self.assertIn("corrupt_raster", stopped.stderr)
        done = self.shard("0/1", "--keep-going")
        self.assertEqual(done.returncode, 3, done.stderr)
        failed = re.findall(r"error: shard 0/1, unit (\d+): .* failed: corrupt_raster: .*synthetic_treecover2000_east.tif",
                            done.stderr)
        self.assertGreater(len(failed), 0)
        self.assertLess(len(failed), self.units())
        status = self.run_command("status", self.parts)
        self.assertEqual(status.returncode, 3)
        for unit in failed:
            self.assertIn(f"Unit {unit} failed: corrupt_raster: ", status.stdout)
        merge = self.run_command("merge", self.parts, "-o", self.results / "totals")
        self.assert_one_error(merge, "incomplete", 3, f"unit {failed[0]} failed: corrupt_raster", "--allow-partial")
        path.write_bytes(sound)
        # The parts that read the damaged file say that it was another one.
        self.count("0/1")
        self.assertEqual(self.run_command("status", self.parts).returncode, 0)
        changed = self.run_command("merge", self.parts, "-o", self.results / "totals")
        self.assert_one_error(changed, "crosstab_mismatch", 65, "synthetic_treecover2000_east.tif", "changed between them")
        for part in self.parts.glob("*.part"):
            part.unlink()
        self.count("0/1")
        self.assertTrue(self.merged() == expected)


class KeptZones(ShardsCase):
    """The first shard keeps the zones as it cut them to pixels, for the others."""

    def setUp(self):
        super().setUp()
        self.kept = self.parts / "zones.cut"

    def test_the_zones_are_cut_and_kept_once(self):
        self.count("0/3")
        before = self.kept.read_bytes(), self.kept.stat().st_ino
        self.count("1/3", "2/3")
        self.assertEqual((self.kept.read_bytes(), self.kept.stat().st_ino), before)

    def test_what_was_kept_may_be_lost_or_damaged(self):
        expected = self.alone()
        self.count("0/4")
        sound = self.kept.read_bytes()
        self.kept.unlink()
        self.count("1/4")
        self.assertEqual(self.kept.read_bytes(), sound)
        self.kept.write_bytes(sound[:-20] + bytes(20))
        self.count("2/4")
        self.assertEqual(self.kept.read_bytes(), sound)
        self.kept.write_bytes(b"")
        self.count("3/4")
        self.assertEqual(self.merged(), expected)

    def test_zones_of_another_audit_are_not_taken(self):
        self.count("0/2")
        strange = self.kept.read_bytes()
        shutil.rmtree(self.parts)
        self.edit_audit("where  = \"name = 'belt'\"", "where  = \"name = 'reference'\"")
        expected = self.alone()
        self.count("0/2")
        self.assertNotEqual(self.kept.read_bytes(), strange)
        self.kept.write_bytes(strange)
        self.count("1/2")
        self.assertEqual(self.merged(), expected)

    def test_a_zone_file_that_changed_is_refused(self):
        self.count("0/2")
        path = self.twin / "zones.geojson"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        self.assert_one_error(self.shard("1/2", "--quiet"), "crosstab_mismatch", 65,
                              "another content of zones.geojson")


class Refusals(ShardsCase):
    def test_missing_units_are_listed(self):
        self.count("0/3")
        units = self.units()
        done = self.run_command("merge", self.parts, "-o", self.out)
        self.assert_one_error(done, "incomplete", 3, f"expected all {units} units, found none of 1 to 2", "--allow-partial")
        self.assertFalse(self.out.exists())
        status = self.run_command("status", self.parts)
        self.assertEqual(status.returncode, 3)
        self.assertIn("missing: 1 to 2", status.stdout)

    def test_a_partial_count_says_so_everywhere(self):
        self.count("0/3")
        self.merged(arguments=["--allow-partial"])
        note = re.compile(r"PARTIAL: \d+ of \d+ units are not counted")
        self.assertRegex((self.out / "run.json").read_text(encoding="utf-8"), note)
        self.assertEqual([row["severity"] for row in self.rows("layer_findings.csv") if row["code"] == "count_partial"],
                         ["contradiction"])
        totals = self.results / "totals"
        self.out.rename(totals)
        done = self.run_command("account", self.audit_file, "--crosstab", totals, "-o", self.out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for name in ("readings.csv", "activity.csv", "emissions.csv", "ledger.csv"):
            for row in self.rows(name):
                self.assertRegex(row["label"], note)
        self.assertIn("count_partial", {row["code"] for row in self.rows("findings.csv")})
        self.assertRegex(done.stdout, note)
        self.assertRegex((self.out / "report.md").read_text(encoding="utf-8"), note)

    def test_repeated_units_are_refused(self):
        self.count("0/2", "1/2")
        again = self.results / "again"
        self.count("1/3", parts=again)
        done = self.run_command("merge", self.parts, again, "-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, "found unit 1 also in")

    def test_parts_of_another_plan_are_refused(self):
        self.count("0/2")
        self.edit_audit("min_area_ha  = 0.5", "min_area_ha  = 0.6")
        done = self.shard("1/2")
        self.assertEqual(done.returncode, 2 if "usage" in done.stderr else 65)
        self.assertIn("crosstab_mismatch", done.stderr)
        self.assertIn("forest.min_area_ha = '0.6', found '0.5'", done.stderr)
        other = self.results / "other"
        self.count("1/2", parts=other)
        done = self.run_command("merge", self.parts, other, "-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, "found another plan")

    def test_another_size_of_units_is_refused(self):
        self.count("0/2")
        self.unit = "2GiB"
        done = self.shard("1/2")
        self.assertEqual(done.returncode, 65)
        self.assertIn("as the files are stored and --unit says now, found 4 or other ones", done.stderr)

    def test_a_raster_that_changed_between_shards_is_refused(self):
        self.count("0/2")
        self.rewrite("gfc/synthetic_lossyear_east.tif", change=set_pixels(3, 3, 7), options=SQUARES)
        self.count("1/2")
        done = self.run_command("merge", self.parts, "-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, "gfc/synthetic_lossyear_east.tif", "changed between them")

    def test_a_part_under_another_name_or_of_a_stranger_is_refused(self):
        self.count("0/1")
        parts = self.parts_there()
        shutil.copy(self.parts / parts[0], self.parts / parts[1])
        done = self.run_command("merge", self.parts, "-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, parts[1], "expected the part of unit 1", "found that of unit 0")
        shutil.copy(self.parts / parts[0], self.parts / "unit-000999.part")
        done = self.run_command("merge", self.parts, "-o", self.out)
        self.assert_one_error(done, "crosstab_mismatch", 65, "found a part of unit 999")

    def test_damaged_parts_are_refused(self):
        self.count("0/1")
        path = self.parts / self.parts_there()[0]
        sound = path.read_bytes()
        header = sound.index(b"\n") + 1
        for change in (lambda data: data[:-1], lambda data: data + b"x", lambda data: data[:header // 2],
                       lambda data: data[:-1] + bytes([data[-1] ^ 1]), lambda data: b""):
            path.write_bytes(change(sound))
            done = self.run_command("merge", self.parts, "-o", self.out)
            self.assert_one_error(done, "unreadable_file", 65, path.name, "remove the file and run the same shard again")
        path.write_bytes(sound)
        self.merged()

    def test_a_directory_of_something_else_is_refused(self):
        self.assert_one_error(self.run_command("merge", self.twin, "-o", self.out), "missing_file", 65, "plan.json")
        done = self.shard("0/1", parts=self.twin)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("output_exists", done.stderr)

    def test_options_that_do_not_go_together(self):
        for arguments in (["--index", self.out], ["--overwrite"]):
            done = self.shard("0/1", *arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"expected no {arguments[0]} beside --shard", done.stderr)
        done = self.run_command("crosstab", self.audit_file, "-o", self.out, "--keep-going")
        self.assert_one_error(done, "usage", 2, "expected --shard beside --keep-going")


class Automatic(ShardsCase):
    def expect_shard(self, environment, index, count, origin):
        """What `auto` makes of an environment."""
        done = self.shard("auto", environment=environment | {"REDDLINE_MPI": "none"})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stderr, rf"\A\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ note: shard {index}/{count}: {origin}"
                         r"(; without MPI, since REDDLINE_MPI is none)?\n")
        self.assertIn(f"Shard {index} of {count}: ", done.stdout)

    def test_it_finds_the_launcher(self):
        array = {"SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_COUNT": "4"}
        step = {"SLURM_STEP_NUM_TASKS": "3", "SLURM_PROCID": "2"}
        self.expect_shard({}, 0, 1, "alone")
        self.expect_shard({"OMPI_COMM_WORLD_SIZE": "4", "OMPI_COMM_WORLD_RANK": "2"}, 2, 4, "Open MPI")
        self.expect_shard({"OMPI_COMM_WORLD_SIZE": "4", "OMPI_COMM_WORLD_RANK": "2"} | step, 2, 4, "Open MPI")
        self.expect_shard({"PMIX_RANK": "1", "SLURM_STEP_NUM_TASKS": "2", "SLURM_PROCID": "1"}, 1, 2, "PMIx under Slurm")
        self.expect_shard({"PMI_RANK": "1", "PMI_SIZE": "2"}, 1, 2, "PMI")
        self.expect_shard(step, 2, 3, "Slurm step")
        self.expect_shard(array, 2, 4, "Slurm array task")
        self.expect_shard(array | {"SLURM_ARRAY_TASK_STEP": "2"}, 1, 4, "Slurm array task")
        self.expect_shard(array | step, 8, 12, "Slurm array task, Slurm step")
        self.expect_shard({"SLURM_STEP_NUM_TASKS": "1", "SLURM_PROCID": "0"}, 0, 1, "alone")

    def test_what_a_launcher_leaves_open_is_an_error(self):
        for environment, words in (
                ({"PMIX_RANK": "1"}, "expected the launcher to set SLURM_STEP_NUM_TASKS"),
                ({"OMPI_COMM_WORLD_SIZE": "two"}, "expected a whole number in OMPI_COMM_WORLD_SIZE, found 'two'"),
                ({"OMPI_COMM_WORLD_SIZE": "2", "OMPI_COMM_WORLD_RANK": "2"}, "expected a shard from 0 to 1, found 2"),
                ({"SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_COUNT": "4"},
                 "expected a shard from 0 to 3, found 7 (Slurm array task)")):
            done = self.shard("auto", environment=environment)
            self.assert_one_error(done, "usage", 2, "--shard", words)
        for shard in ("1", "2/2", "-1/2", "0/0", "a/b", "1/2/3"):
            self.assert_one_error(self.shard(shard), "usage", 2, f"expected auto or i/n with i from 0 to n - 1, such as 0/4, found '{shard}'")

    def test_log_lines_as_json(self):
        done = self.shard("0/1", "--json")
        self.assertEqual(done.returncode, 0)
        lines = [json.loads(line) for line in done.stderr.splitlines()]
        self.assertEqual(len(lines), self.units() + 1)
        for line in lines:
            self.assertRegex(line["time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
            self.assertEqual(line["level"], "note")
            self.assertEqual(line["shard"], "0/1")
        self.assertEqual([line["unit"] for line in lines[1:]], list(range(self.units())))


if __name__ == "__main__":
    main()
