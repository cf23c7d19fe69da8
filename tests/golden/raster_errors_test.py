#!/usr/bin/python3
"""Rasters and zones that cannot be used: each stops the command with one clear line and leaves nothing behind.

Usage: raster_errors_test.py REDDLINE_BINARY
"""
import re
import shutil

from osgeo import gdal, osr

from twin_case import PIXEL_DEG, TwinCase, main, set_pixels, square, unwrapped

LOSS_EAST = "gfc/synthetic_lossyear_east.tif"
LOSS_WEST = "gfc/synthetic_lossyear_west.tif"
COVER_EAST = "gfc/synthetic_treecover2000_east.tif"
COVER_WEST = "gfc/synthetic_treecover2000_west.tif"
MASK_WEST = "gfc/synthetic_datamask_west.tif"
EAST_X = 105.904  # where the eastern tiles begin; the zones cross it
NORTH_Y = 13.3


class MissingRasters(TwinCase):
    def test_a_raster_that_is_not_there_is_named(self):
        (self.twin / "strata-2017.tif").unlink()
        self.expect_error("missing_file", 65, "strata-2017.tif")

    def test_a_pattern_that_matches_no_file_is_named(self):
        self.edit_audit("*_lossyear_*", "*_lossyears_*")
        self.expect_error("missing_file", 65, "gfc/*_lossyears_*.tif")

    def test_a_raster_of_no_bytes_is_unreadable(self):
        (self.twin / LOSS_EAST).write_bytes(b"")
        self.expect_error("unreadable_file", 65, LOSS_EAST)

    def test_a_text_that_is_named_like_a_raster_is_unreadable(self):
        (self.twin / "strata-2017.tif").write_text("<html>404 not found</html>", encoding="utf-8")
        self.expect_error("unreadable_file", 65, "strata-2017.tif")

    def test_a_tile_that_only_the_loss_has_is_missing_in_the_cover(self):
        (self.twin / COVER_EAST).unlink()
        self.expect_error("tile_missing", 65, "treecover2000", "lossyear")

    def test_a_tile_that_only_the_cover_has_is_missing_in_the_loss(self):
        (self.twin / LOSS_EAST).unlink()
        self.expect_error("tile_missing", 65, "lossyear", "treecover2000")

    def test_a_tile_that_the_mask_lacks_is_missing(self):
        (self.twin / MASK_WEST).unlink()
        self.expect_error("tile_missing", 65, "datamask")

    def test_a_missing_tile_that_no_zone_touches_is_no_error(self):
        # A zone of 40 x 40 pixels, wholly in the west; the other zones go.
        self.write_zone(square(105.84, 13.24, 0.01, 0.01))
        self.keep_only_the_project()
        (self.twin / COVER_EAST).unlink()
        self.assertEqual(self.audit().returncode, 0)


class BrokenRasters(TwinCase):
    def test_a_truncated_tile_names_file_block_and_offset(self):
        data = (self.twin / LOSS_WEST).read_bytes()
        (self.twin / LOSS_WEST).write_bytes(data[:len(data) * 2 // 3])
        # Strips of one row lie one after the other, so two thirds of the bytes hold about two thirds of the 640 rows.
        self.expect_error("corrupt_raster", 65, LOSS_WEST, "block x 0, y 4", "column 0, row 4", "byte",
                          seen_by_check=False)

    def test_a_tile_whose_blocks_break_off_names_file_block_and_offset(self):
        # Blocks 256 x 256 in the file's order: with a directory at the start, only the last ones are cut.
        codes = gdal.Open(str(self.twin / LOSS_EAST))
        gdal.Translate(str(self.twin / "whole.tif"), codes, format="COG",
                       creationOptions=["BLOCKSIZE=256", "COMPRESS=DEFLATE", "OVERVIEWS=NONE"])
        del codes
        data = (self.twin / "whole.tif").read_bytes()
        (self.twin / "whole.tif").unlink()
        (self.twin / LOSS_EAST).write_bytes(data[:-100])
        self.expect_error("corrupt_raster", 65, LOSS_EAST, "block x 1, y 2", "column 256, row 512", "byte",
                          seen_by_check=False)

    def test_bytes_overwritten_in_the_middle_name_file_block_and_offset(self):
        raster = gdal.Open(str(self.twin / COVER_EAST))
        band = raster.GetRasterBand(1)
        offset = int(band.GetMetadataItem("BLOCK_OFFSET_0_1", "TIFF"))
        size = int(band.GetMetadataItem("BLOCK_SIZE_0_1", "TIFF"))
        data = bytearray((self.twin / COVER_EAST).read_bytes())
        data[offset + size // 2:offset + size // 2 + 64] = b"\xff" * 64
        (self.twin / COVER_EAST).write_bytes(data)
        self.expect_error("corrupt_raster", 65, COVER_EAST, "block x 0, y 1", "column 0, row 256", f"byte {offset}",
                          seen_by_check=False)

    def test_the_check_says_which_window_kept_it_from_foreseeing_the_time(self):
        self.test_bytes_overwritten_in_the_middle_name_file_block_and_offset()
        done = self.run_command("check", self.audit_file)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        # The landscape is so small that every window is tried.
        self.assertRegex(unwrapped(done.stdout), r" Time to count: not known, because of the few windows tried one cannot be "
                         rf"counted: \S*{re.escape(COVER_EAST)}: .*block x 0, y 1")
        self.assertIn("The inputs fit each other, but counting stops where a pixel cannot be counted (see 'Time to count')",
                      unwrapped(done.stdout))

    def test_a_broken_block_may_be_counted_as_no_data_and_is_a_finding(self):
        self.test_bytes_overwritten_in_the_middle_name_file_block_and_offset()
        done = self.audit("--allow-missing-blocks")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        findings = (self.out / "findings.csv").read_text(encoding="utf-8")
        self.assertRegex(findings, r"(?m)^blocks_missing,warning,synthetic_treecover2000_east.tif,.*1 blocks of 256 x 256")
        self.assertRegex(findings, r"(?m)^data_gap,warning,project,")

    def test_a_fraction_among_the_codes_is_found_with_its_place(self):
        self.rewrite(LOSS_EAST, lambda codes: set_pixels(300, 7, 2.5)(codes.astype("float32")),
                     pixel_type=gdal.GDT_Float32)
        self.expect_error("code_not_whole", 65, LOSS_EAST, "2.5", "column 7", "row 300", seen_by_check=False)

    def test_a_code_that_the_legend_lacks_names_file_place_code_and_legend(self):
        # Row 330, column 480 of the whole grid lies in the project.
        self.rewrite("strata-2017.tif", set_pixels(330, 400, 99))
        self.expect_error("code_unlisted", 65, "strata-2017.tif", "99", "column 400", "row 330", "legend.csv",
                          seen_by_check=False)

    def test_a_raster_of_three_bands_is_refused(self):
        gdal.Translate(str(self.twin / "three.tif"), str(self.twin / "strata-2017.tif"), bandList=[1, 1, 1])
        (self.twin / "three.tif").replace(self.twin / "strata-2017.tif")
        self.expect_error("unreadable_file", 65, "strata-2017.tif", "one band", "3")


class MisfittingGrids(TwinCase):
    def test_another_pixel_size_shows_both_sizes(self):
        self.rewrite(COVER_EAST, transform=(EAST_X, 0.0003, 0, NORTH_Y, 0, -0.0003))
        self.expect_error("grid_mismatch", 65, COVER_EAST, "0.00025", "0.0003")

    def test_an_origin_half_a_pixel_away_shows_both_origins(self):
        self.rewrite(COVER_EAST, transform=(EAST_X + PIXEL_DEG / 2, PIXEL_DEG, 0, NORTH_Y, 0, -PIXEL_DEG))
        self.expect_error("grid_mismatch", 65, COVER_EAST, "105.904125")

    def test_strata_on_another_grid_need_a_declared_resampling(self):
        gdal.Warp(str(self.twin / "coarse.tif"), str(self.twin / "strata-2017.tif"), xRes=0.001, yRes=0.001)
        self.edit_audit('"strata-2017.tif"', '"coarse.tif"')
        self.expect_error("grid_mismatch", 65, "coarse.tif", "resample")
        self.edit_audit('year   = 2017\n', 'year   = 2017\nresample = "nearest"\n')
        self.assertEqual(self.audit().returncode, 0)

    def test_another_reference_system_is_named_beside_the_expected_one(self):
        utm = osr.SpatialReference()
        utm.ImportFromEPSG(32648)
        self.rewrite(COVER_EAST, crs=utm.ExportToWkt())
        self.expect_error("crs_mismatch", 65, COVER_EAST, "WGS 84", "UTM zone 48N")

    def test_a_raster_without_reference_system_is_never_taken_for_wgs84(self):
        self.rewrite(LOSS_WEST, crs="")
        self.expect_error("crs_missing", 65, LOSS_WEST)

    def test_a_raster_without_georeference_is_refused(self):
        gdal.Translate(str(self.twin / "bare.tif"), str(self.twin / LOSS_WEST), noData="none",
                       creationOptions=["PROFILE=BASELINE"])
        (self.twin / "bare.tif.aux.xml").unlink(missing_ok=True)
        (self.twin / "bare.tif").replace(self.twin / LOSS_WEST)
        self.expect_error("crs_missing", 65, LOSS_WEST)

    def test_a_rotated_raster_is_refused(self):
        self.rewrite(LOSS_EAST, transform=(EAST_X, PIXEL_DEG, 1e-5, NORTH_Y, 1e-5, -PIXEL_DEG))
        self.expect_error("grid_rotated", 65, LOSS_EAST)

    def test_two_tiles_on_the_same_pixels_are_both_named(self):
        shutil.copy(self.twin / LOSS_EAST, self.twin / "gfc/again_lossyear_east.tif")
        self.expect_error("tile_overlap", 65, "gfc/again_lossyear_east.tif", LOSS_EAST)

    def test_strata_tiles_on_the_same_pixels_are_both_named(self):
        shutil.copy(self.twin / "strata-2017.tif", self.twin / "strata-2017-b.tif")
        self.edit_audit('["strata-2017.tif"]', '["strata-2017.tif", "strata-2017-b.tif"]')
        self.expect_error("tile_overlap", 65, "strata-2017.tif", "strata-2017-b.tif")


class UnusableZones(TwinCase):
    def test_a_zone_source_that_is_not_there_is_named(self):
        (self.twin / "zones.geojson").unlink()
        self.expect_error("missing_file", 65, "zones.geojson")

    def test_a_zone_wholly_outside_the_tiles_is_named(self):
        self.write_zone(square(106.5, 13.2, 0.1, 0.1))
        self.expect_error("zone_outside", 65, "zone_outside: project:")

    def test_a_zone_whose_latitude_comes_first_is_recognised(self):
        self.write_zone([(y, x) for x, y in square(105.85, 13.25, 0.1, 0.1)])
        self.expect_error("crs_mismatch", 65, "zone.geojson", "105.85)", "latitude")

    def test_a_condition_that_no_feature_meets_leaves_an_empty_zone(self):
        self.edit_audit("name = 'project'", "name = 'projekt'")
        self.expect_error("zone_empty", 65, "zone_empty: project:", "name = 'projekt'")

    def test_a_zone_between_pixel_centres_is_empty(self):
        # The pixel from 105.85 east and 13.25 south has its centre at +0.000125; this square ends before it.
        self.write_zone(square(105.85, 13.25, 0.0001, 0.0001))
        self.expect_error("zone_empty", 65, "zone_empty: project:", "smaller than a pixel")

    def test_a_condition_that_is_no_sql_is_quoted(self):
        self.edit_audit("name = 'project'", "name == = 'project'")
        self.expect_error("table_malformed", 65, "zones.geojson", "name == = 'project'", "OGR SQL")

    def test_a_condition_on_an_unknown_attribute_is_quoted(self):
        self.edit_audit("name = 'project'", "nom = 'project'")
        self.expect_error("table_malformed", 65, "zones.geojson", "nom")

    def test_zones_without_reference_system_are_refused(self):
        gdal.VectorTranslate(str(self.twin / "zones.shp"), str(self.twin / "zones.geojson"), format="ESRI Shapefile")
        (self.twin / "zones.prj").unlink()
        self.edit_audit('source = "zones.geojson"', 'source = "zones.shp"')
        self.expect_error("crs_missing", 65, "zones.shp")

    def test_zone_names_in_another_encoding_are_told_from_utf8(self):
        for encoding, code in (("ISO-8859-1", 0), ("UTF-8", 65)):
            gdal.VectorTranslate(str(self.twin / "latin.shp"), str(self.twin / "zones.geojson"),
                                 options="-lco ENCODING=ISO-8859-1 -overwrite")
            table = self.twin / "latin.dbf"
            table.write_bytes(table.read_bytes().replace(b"reference", b"r\xe9f\xe9rence"))
            (self.twin / "latin.cpg").write_text(encoding, encoding="ascii")
            original = self.audit_file.read_text(encoding="utf-8")
            self.edit_audit("source = \"zones.geojson\"\nwhere  = \"name = 'reference'\"",
                            "source = \"latin.shp\"\nwhere  = \"name NOT IN ('project', 'belt')\"\nsplit_by = \"name\"")
            done = self.audit("--quiet")
            self.audit_file.write_text(original, encoding="utf-8")
            if code:
                self.assert_one_error(done, "unreadable_file", code, "latin.shp", "expected UTF-8 in the attribute 'name'")
            else:
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("reference/r\u00e9f\u00e9rence,", (self.out / "zones.csv").read_text(encoding="utf-8"))
                shutil.rmtree(self.out)

    def test_split_by_an_unknown_attribute_lists_the_known_ones(self):
        self.edit_audit("where  = \"name = 'reference'\"", 'split_by = "district"')
        self.expect_error("table_malformed", 65, "zones.geojson", "'district'", "'name', 'made'")

    def test_a_zone_source_that_breaks_off_is_unreadable(self):
        text = (self.twin / "zones.geojson").read_text(encoding="utf-8")
        (self.twin / "zones.geojson").write_text(text[:len(text) // 2], encoding="utf-8")
        self.expect_error("unreadable_file", 65, "zones.geojson")


if __name__ == "__main__":
    main()
