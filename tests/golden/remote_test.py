#!/usr/bin/python3
"""Rasters that a web server holds: the same tables as from disk, in few requests, whatever the server does, or one clear error.

Usage: remote_test.py REDDLINE_BINARY
"""
import os
import pathlib
import sys

from osgeo import gdal

from twin_case import STRATA, TwinCase, main

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from range_server import RangeServer, Trouble  # noqa: E402

SIDES = ("west", "east")
LOSS, COVER, MASK = (tuple(f"gfc/synthetic_{layer}_{side}.tif" for side in SIDES)
                     for layer in ("lossyear", "treecover2000", "datamask"))
TABLES = ("crosstab.csv", "pixels.csv", "zones.csv", "layer_findings.csv")
CHUNK = 16384  # GDAL asks for whole multiples of it
# Not compressed, so that each block of 256 x 256 takes four chunks.
BLOCKS = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]


class Remote(TwinCase):
    def setUp(self):
        super().setUp()
        for name in LOSS + COVER + MASK + STRATA:
            self.rewrite(name, options=BLOCKS)
        done = self.count("disk")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.from_disk = self.tables("disk")
        self.server = RangeServer(self.twin)
        self.addCleanup(self.server.close)
        text = self.audit_file.read_text(encoding="utf-8")
        for layer, names in (("lossyear", LOSS), ("treecover2000", COVER), ("datamask", MASK)):
            text = text.replace(f'["gfc/*_{layer}_*.tif"]', str([self.remote(name) for name in names]).replace("'", '"'))
        for name in STRATA:
            text = text.replace(f'"{name}"', f'"{self.remote(name)}"')
        self.audit_file.write_text(text, encoding="utf-8")

    def remote(self, name):
        """A raster's path on the server."""
        return f"/vsicurl/{self.server.url}/{name}"

    def count(self, out, *options):
        """Runs `reddline crosstab`; a server that is asked again is asked soon."""
        environment = {**os.environ, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1", "GDAL_HTTP_RETRY_DELAY": "0.01"}
        return self.run_command("crosstab", self.audit_file, "-o", self.results / out, *options, env=environment)

    def tables(self, out):
        """What was counted."""
        return {name: (self.results / out / name).read_bytes() for name in TABLES}

    def expect_same(self, *options):
        """The run ends well, with the tables that the files on disk give."""
        done = self.count("out", *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(self.tables("out") == self.from_disk)

    def block(self, name, column, row):
        """Offset and bytes of a block."""
        raster = gdal.Open(str(self.twin / name))
        band = raster.GetRasterBand(1)
        return tuple(int(band.GetMetadataItem(f"BLOCK_{item}_{column}_{row}", "TIFF")) for item in ("OFFSET", "SIZE"))

    def fail_on_block(self, name, column, row, trouble):
        """Makes the server fail whenever it is asked for the middle of a block."""
        offset, size = self.block(name, column, row)
        middle = offset + size // 2
        self.server.trouble = lambda request: trouble if (
            request.path == name and request.first is not None and request.first <= middle <= request.last) else Trouble()

    def expect_broken_block(self, name, column, row, *words):
        """The run ends with one line that names file and block, and writes nothing."""
        before = sorted(path.name for path in self.results.iterdir())
        done = self.count("out")
        self.assert_one_error(done, "corrupt_raster", 65, self.remote(name), f"block x {column}, y {row}",
                              f"at byte {self.block(name, column, row)[0]}", *words)
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), before)

    def test_the_tables_are_those_of_the_files_on_disk(self):
        for threads in ("1", "2", "8"):
            with self.subTest(threads):
                self.expect_same("--threads", threads, "--overwrite")

    def test_the_blocks_of_a_file_are_fetched_in_few_requests(self):
        self.expect_same("--threads", "1")
        for name in COVER:
            asked = self.server.ranges(name)
            blocks = 6
            # The directory, the blocks at once, and what the hash of the whole file still lacks.
            self.assertLess(len(asked), blocks, asked)
            longest = max(request.last - request.first + 1 for request in asked)
            self.assertGreaterEqual(longest, 4 * 4 * CHUNK, asked)
            fetched = [chunk for request in asked for chunk in range(request.first // CHUNK, request.last // CHUNK + 1)]
            self.assertEqual(len(fetched), len(set(fetched)), "some bytes were fetched twice")

    def test_no_folder_is_listed_and_no_side_file_asked_for(self):
        self.expect_same()
        self.assertEqual({request.path for request in self.server.requests}, {*LOSS, *COVER, *MASK, *STRATA})

    def test_a_server_that_is_overloaded_is_asked_again(self):
        self.server.trouble = lambda request: Trouble(status=503 if request.first is not None and request.count < 2
                                                      else 206)
        self.expect_same()
        self.assertGreater(len([request for request in self.server.requests if request.count >= 2]), 10)

    def test_a_block_that_the_server_never_gives_is_named_with_its_answer(self):
        self.fail_on_block(COVER[0], 1, 1, Trouble(status=503))
        self.expect_broken_block(COVER[0], 1, 1, "HTTP status 503", "run again", "--allow-missing-blocks")
        self.assertLess(len(self.server.requests), 200)

    def test_a_refusal_is_not_asked_again(self):
        self.fail_on_block(LOSS[1], 0, 2, Trouble(status=403))
        self.expect_broken_block(LOSS[1], 0, 2, "HTTP status 403")
        self.assertLess(len(self.server.requests), 100)

    def test_ranges_that_come_short_are_no_numbers(self):
        for honest in (True, False):
            with self.subTest(honest=honest):
                self.fail_on_block(COVER[0], 0, 1, Trouble(share=0.3, honest=honest))
                self.expect_broken_block(COVER[0], 0, 1, "GDAL says")
                self.assertLess(len(self.server.requests), 400)

    def test_a_block_that_the_server_never_gives_may_be_counted_as_no_data(self):
        self.fail_on_block(COVER[0], 1, 1, Trouble(status=404))
        done = self.count("out", "--allow-missing-blocks")
        # The hash needs the whole file.
        self.assert_one_error(done, "unreadable_file", 65, self.remote(COVER[0]), "HTTP status 404")

    def test_a_file_that_the_server_lacks_is_missing(self):
        (self.twin / LOSS[0]).unlink()
        self.assert_one_error(self.count("out"), "missing_file", 65, self.remote(LOSS[0]))

    def test_a_file_that_the_server_refuses_says_so(self):
        self.server.trouble = lambda request: Trouble(status=403)
        self.assert_one_error(self.count("out"), "unreadable_file", 65, self.remote(LOSS[1]), "HTTP status 403")

    def test_a_server_that_is_gone_did_not_answer(self):
        self.server.close()
        self.assert_one_error(self.count("out"), "unreadable_file", 65, self.remote(LOSS[1]), "did not answer")


if __name__ == "__main__":
    main()
