#include "gdal_io/vector_strata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A grid of 6 x 2 pixels of one degree from 100 E, 10 N.
LandscapeSource source_with(const std::string& polygons, const std::vector<std::string>& codes) {
    LandscapeSource source;
    const tests::SmallRaster raster{.columns = 6, .rows = 2, .origin_x = 100, .origin_y = 10, .pixel = 1.0};
    tests::SmallRaster loss = raster;
    loss.path = "/vsimem/polygons/loss.tif";
    tests::SmallRaster cover = raster;
    cover.path = "/vsimem/polygons/cover.tif";
    source.lossyear = {tests::write_constant(loss, 0)};
    source.treecover2000 = {tests::write_constant(cover, 50)};
    StrataSource strata;
    strata.map.legend = tests::legend_of(codes);
    strata.vector = polygons;
    strata.attribute = "class";
    source.strata = {strata};
    return source;
}

std::string columns_from_to(int first, int end) {
    const std::string west = std::to_string(100 + first);
    const std::string east = std::to_string(100 + end);
    return R"({"type":"Polygon","coordinates":[[[)" + west + ",8],[" + east + ",8],[" + east + ",10],[" + west +
           ",10],[" + west + ",8]]]}";
}

raster::RunTable first_row(std::int64_t end) {
    return raster::RunTable({{0, 0, end, 0}});
}

TEST(VectorStrata, BurnsAttributesAndLetsTheFirstPolygonCount) {
    const std::string path =
        tests::write_geojson("/vsimem/polygons/overlap.geojson", {{R"("class":7)", columns_from_to(0, 3)},
                                                                  {R"("class":8)", columns_from_to(2, 4)},
                                                                  {R"("class":7)", columns_from_to(1, 2)}});
    const Landscape landscape(source_with(path, {"7", "8"}));
    const reference::LayerImage block = tests::read_whole(landscape);
    EXPECT_THAT(block.strata[0], ElementsAre(0, 0, 0, 1, 2, 2, 0, 0, 0, 1, 2, 2));
    // Only column 2 is disputed; column 1 lies in two polygons of one stratum.
    const Findings findings = landscape.findings(first_row(6));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "strata_polygons_overlap");
    EXPECT_EQ(findings[0].evidence, "1 pixels inside zones");
    EXPECT_TRUE(landscape.findings(first_row(2)).empty()) << "outside the zones nothing is disputed";
    EXPECT_THAT(landscape.files(), ::testing::Contains(path));
}

TEST(VectorStrata, TakesTextsAndWholeRealsAsCodes) {
    const std::string path = tests::write_geojson(
        "/vsimem/polygons/types.geojson",
        {{R"("class":"oak")", columns_from_to(0, 1)}, {R"("class":"pine")", columns_from_to(1, 2)}});
    EXPECT_THAT(tests::read_whole(Landscape(source_with(path, {"pine", "oak"}))).strata[0],
                ElementsAre(1, 0, 2, 2, 2, 2, 1, 0, 2, 2, 2, 2));
    const std::string reals =
        tests::write_geojson("/vsimem/polygons/reals.geojson",
                             {{R"("class":7.0)", columns_from_to(0, 1)}, {R"("class":1.5)", columns_from_to(1, 2)}});
    EXPECT_THAT(tests::read_whole(Landscape(source_with(reals, {"7", "1.5"}))).strata[0],
                ElementsAre(0, 1, 2, 2, 2, 2, 0, 1, 2, 2, 2, 2));
}

TEST(VectorStrata, MarksAndDescribesACodeThatTheLegendLacks) {
    const std::string path =
        tests::write_geojson("/vsimem/polygons/odd.geojson", {{R"("class":"mangrove")", columns_from_to(0, 1)}});
    const Landscape landscape(source_with(path, {"oak"}));
    EXPECT_EQ(tests::read_whole(landscape).strata[0][0], raster::unlisted_stratum);
    const Error error = landscape.open_stack()->describe_unlisted(0, 0, 0);
    EXPECT_EQ(error.code(), ErrorCode::code_unlisted);
    EXPECT_EQ(error.subject(), path);
    EXPECT_THAT(error.message(), HasSubstr("'mangrove'"));
}

TEST(VectorStrata, RepairsWithAFinding) {
    const std::string bow_tie = R"({"type":"Polygon","coordinates":[[[100,8],[102,10],[102,8],[100,10],[100,8]]]})";
    const std::string path = tests::write_geojson("/vsimem/polygons/bow.geojson", {{R"("class":7)", bow_tie}});
    const Findings findings = Landscape(source_with(path, {"7"})).findings(first_row(6));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "geometry_repaired");
    EXPECT_THAT(findings[0].evidence, HasSubstr("1 features"));
}

TEST(VectorStrata, ListsTheAttributesWhereTheOneNamedIsMissing) {
    const std::string path =
        tests::write_geojson("/vsimem/polygons/name.geojson", {{R"("kind":7,"owner":1)", columns_from_to(0, 1)}});
    const Error error = reddline::tests::thrown_error([&] { return Landscape(source_with(path, {"7"})); });
    EXPECT_EQ(error.code(), ErrorCode::table_malformed);
    EXPECT_THAT(error.message(), HasSubstr("'kind', 'owner'"));
}

}  // namespace
}  // namespace reddline::gdal_io
