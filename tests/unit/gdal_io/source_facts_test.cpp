#include "gdal_io/source_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string square = R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})";
const std::string point = R"({"type":"Point","coordinates":[0,0]})";

std::vector<std::string> texts_of(const std::vector<AttributeValue>& values) {
    std::vector<std::string> texts;
    for (const AttributeValue& value : values)
        texts.push_back(value.text);
    return texts;
}

TEST(SourceFacts, TellRastersVectorsAndOtherFilesApart) {
    const std::string raster = tests::write_constant({.path = "/vsimem/facts/a.tif"}, 1);
    const std::string vector = tests::write_geojson("/vsimem/facts/b.geojson", {{R"("a":1)", square}});
    const std::string text = tests::write_text("/vsimem/facts/c.toml", "schema = 1\n");
    EXPECT_TRUE(is_raster(raster) && !is_vector(raster));
    EXPECT_TRUE(is_vector(vector) && !is_raster(vector));
    EXPECT_FALSE(is_raster(text) || is_vector(text));
}

TEST(PolygonLayers, NameTheirFeaturesByTheLikeliestAttribute) {
    const auto layers = polygon_layers(tests::write_geojson(
        "/vsimem/facts/zones.geojson", {{R"("id":2,"Name":"b")", square}, {R"("id":1,"Name":"a")", square}}));
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_TRUE(layers[0].is_only_one);
    EXPECT_EQ(layers[0].features, 2);
    EXPECT_THAT(layers[0].attributes, ElementsAre("id", "Name"));
    EXPECT_EQ(layers[0].naming, "Name");
    EXPECT_THAT(texts_of(layers[0].names), ElementsAre("a", "b"));
}

TEST(PolygonLayers, PassAnAttributeByThatAFeatureLacks) {
    const auto layers = polygon_layers(tests::write_geojson(
        "/vsimem/facts/gaps.geojson",
        {{R"("id":10,"name":null)", square}, {R"("id":9,"name":"a")", square}, {R"("id":9,"name":"b")", square}}));
    EXPECT_EQ(layers[0].naming, "id");
    EXPECT_THAT(texts_of(layers[0].names), ElementsAre("9", "10"));
}

TEST(PolygonLayers, HaveNoNamesWithoutSuchAnAttribute) {
    const auto layers = polygon_layers(tests::write_geojson("/vsimem/facts/plain.geojson", {{R"("area":10)", square}}));
    EXPECT_EQ(layers[0].naming, "");
    EXPECT_THAT(layers[0].names, IsEmpty());
}

TEST(PolygonLayers, LeaveOtherGeometriesAndTablesOut) {
    EXPECT_THAT(polygon_layers(tests::write_geojson("/vsimem/facts/points.geojson", {{R"("a":1)", point}})), IsEmpty());
    EXPECT_THAT(polygon_layers(tests::write_text("/vsimem/facts/table.csv", "a,b\n1,2\n")), IsEmpty());
    EXPECT_EQ(
        polygon_layers(tests::write_geojson("/vsimem/facts/mixed.geojson", {{R"("a":1)", point}, {R"("a":2)", square}}))
            .size(),
        1U);
}

}  // namespace
}  // namespace reddline::gdal_io
