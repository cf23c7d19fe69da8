#!/usr/bin/python3
"""However the same pixels are stored, the crosstab has the same bytes.

Usage: storage_test.py REDDLINE_BINARY
"""
import math

import numpy as np
from osgeo import gdal

from twin_case import STRATA, TwinCase, main

LOSS = ("gfc/synthetic_lossyear_west.tif", "gfc/synthetic_lossyear_east.tif")
COVER = ("gfc/synthetic_treecover2000_west.tif", "gfc/synthetic_treecover2000_east.tif")
MASK = ("gfc/synthetic_datamask_west.tif", "gfc/synthetic_datamask_east.tif")
ALL = LOSS + COVER + MASK + STRATA


def blocks(columns, rows):
    """Creation options for square blocks."""
    return ["TILED=YES", f"BLOCKXSIZE={columns}", f"BLOCKYSIZE={rows}"]


class Storage(TwinCase):
    def tables(self):
        """What the command counts."""
        out = self.results / "out"
        done = self.run_command("crosstab", self.audit_file, "-o", out, "--overwrite")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return {name: (out / name).read_bytes() for name in ("crosstab.csv", "pixels.csv", "zones.csv")}

    def setUp(self):
        super().setUp()
        self.as_shipped = self.tables()

    def expect_same(self, names=ALL, **storage):
        """The tables do not change when rasters are stored in another way."""
        for name in names:
            self.rewrite(name, **storage)
        self.assertTrue(self.tables() == self.as_shipped, storage)

    def test_one_row_strips(self):
        self.expect_same(options=["BLOCKYSIZE=1", "COMPRESS=LZW"])

    def test_one_strip_for_all_rows(self):
        self.expect_same(options=["BLOCKYSIZE=640"])

    def test_blocks_of_16(self):
        self.expect_same(options=blocks(16, 16) + ["COMPRESS=DEFLATE"])

    def test_blocks_of_512_that_reach_beyond_the_raster(self):
        self.expect_same(options=blocks(512, 512) + ["COMPRESS=LZW", "PREDICTOR=2"])

    def test_blocks_that_are_not_square(self):
        self.expect_same(options=blocks(32, 208))

    def test_another_block_shape_in_every_layer(self):
        for number, name in enumerate(ALL):
            self.rewrite(name, options=blocks(16 * (number + 1), 16 * (len(ALL) - number)))
        self.assertTrue(self.tables() == self.as_shipped)

    def test_zstandard(self):
        if "ZSTD" not in gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST"):
            self.skipTest("GDAL is built without ZSTD")
        self.expect_same(options=blocks(256, 256) + ["COMPRESS=ZSTD"])

    def test_every_pixel_type(self):
        for pixel_type in (gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_UInt32, gdal.GDT_Int32, gdal.GDT_Float32,
                           gdal.GDT_Float64):
            with self.subTest(gdal.GetDataTypeName(pixel_type)):
                self.expect_same(pixel_type=pixel_type, options=["COMPRESS=DEFLATE"])

    def test_big_endian_files(self):
        self.expect_same(pixel_type=gdal.GDT_UInt16, options=["ENDIANNESS=BIG"])

    def test_every_convention_for_no_data_that_no_pixel_uses(self):
        for pixel_type, nodata in ((gdal.GDT_Byte, 255), (gdal.GDT_UInt16, 65535), (gdal.GDT_Int16, -9999),
                                   (gdal.GDT_Float32, float(np.float32(-3.4e38))), (gdal.GDT_Float32, math.nan)):
            with self.subTest(f"{gdal.GetDataTypeName(pixel_type)} {nodata}"):
                self.expect_same(pixel_type=pixel_type, nodata=nodata)

    def test_codes_of_few_bits(self):
        self.expect_same(LOSS, options=["NBITS=5", "COMPRESS=DEFLATE"])
        self.expect_same(COVER, options=["NBITS=7", "COMPRESS=LZW"])
        self.expect_same(MASK + STRATA, options=["NBITS=4"])

    def test_empty_blocks_that_were_never_written(self):
        for name in LOSS:
            self.rewrite(name, options=blocks(16, 16) + ["SPARSE_OK=TRUE", "COMPRESS=DEFLATE"])
        raster = gdal.Open(str(self.twin / LOSS[0]))
        sizes = [raster.GetRasterBand(1).GetMetadataItem(f"BLOCK_SIZE_{x}_{y}", "TIFF")
                 for x in range(416 // 16) for y in range(640 // 16)]
        self.assertIn(None, sizes, "no block is missing, so this tests nothing")
        self.assertTrue(self.tables() == self.as_shipped)

    def test_one_tile_instead_of_two(self):
        for pair in (LOSS, COVER, MASK):
            merged = self.twin / pair[0].replace("west", "whole")
            west, east = (gdal.Open(str(self.twin / name)) for name in pair)
            codes = np.concatenate([west.ReadAsArray(), east.ReadAsArray()], axis=1)
            raster = gdal.GetDriverByName("GTiff").Create(str(merged), codes.shape[1], codes.shape[0], 1, gdal.GDT_Byte,
                                                          options=["COMPRESS=LZW"])
            raster.SetGeoTransform(west.GetGeoTransform())
            raster.SetProjection(west.GetProjection())
            raster.GetRasterBand(1).WriteArray(codes)
            del raster, west, east
            for name in pair:
                (self.twin / name).unlink()
        self.assertTrue(self.tables() == self.as_shipped)

    def test_many_small_tiles(self):
        # Pieces of 100 x 160 pixels: 2 layers x 32 files that meet in the middle of patches.
        for pair in (LOSS, COVER):
            for name in pair:
                source = gdal.Open(str(self.twin / name))
                for column in range(0, source.RasterXSize, 100):
                    for row in range(0, 640, 160):
                        width = min(100, source.RasterXSize - column)
                        piece = str(self.twin / name).replace(".tif", f"_{column}_{row}.tif")
                        gdal.Translate(piece, source, srcWin=[column, row, width, 160])
                del source
                (self.twin / name).unlink()
        self.assertTrue(self.tables() == self.as_shipped)

    def test_a_virtual_mosaic_in_place_of_tiles(self):
        for pair in (LOSS, COVER, MASK):
            mosaic = gdal.BuildVRT(str(self.twin / pair[0].replace("west.tif", "both.vrt")),
                                   [str(self.twin / name) for name in pair])
            del mosaic
        text = self.audit_file.read_text(encoding="utf-8")
        self.audit_file.write_text(text.replace("_*.tif", "_both.vrt"), encoding="utf-8")
        self.assertTrue(self.tables() == self.as_shipped)


class Gaps(TwinCase):
    def test_every_convention_for_no_data_marks_the_same_gap(self):
        tables = []
        for pixel_type, nodata in ((gdal.GDT_Byte, 255), (gdal.GDT_UInt16, 65535), (gdal.GDT_Int16, -9999),
                                   (gdal.GDT_Float32, float(np.float32(-3.4e38))), (gdal.GDT_Float32, math.nan)):
            def with_gap(codes, nodata=nodata):
                codes = codes.astype("float64")
                codes[codes > 200] = nodata  # the gap of the file that came before
                codes[codes < 0] = nodata
                codes[np.isnan(codes)] = nodata
                codes[300:340, 200:260] = nodata
                return codes
            for name in (LOSS[0], COVER[0]):
                self.rewrite(name, with_gap, pixel_type=pixel_type, nodata=nodata)
            out = self.results / "out"
            done = self.run_command("crosstab", self.audit_file, "-o", out, "--overwrite")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            tables.append((out / "crosstab.csv").read_bytes())
            pixels = (out / "pixels.csv").read_text(encoding="utf-8")
            self.assertRegex(pixels, r"(?m)^0,project,no_data_loss,2400,")
        self.assertEqual(len(set(tables)), 1)


if __name__ == "__main__":
    main()
