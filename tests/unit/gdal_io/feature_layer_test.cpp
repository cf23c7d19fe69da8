#include "gdal_io/feature_layer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_feature.h>

#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

const std::string point = R"({"type":"Point","coordinates":[0,0]})";

TEST(FeatureLayer, GivesAttributesAsTextInTheOrderOfTheFile) {
    FeatureLayer layer(tests::write_geojson("/vsimem/features/types.geojson", {{R"("i":7,"r":2.0,"s":"a b")", point},
                                                                               {R"("i":-1,"r":0.5,"s":null)", point}}),
                       "");
    std::vector<std::string> texts;
    layer.for_each([&](const OGRFeature& feature) {
        for (const char* name : {"i", "r", "s"}) {
            const AttributeValue value = attribute_of(feature, layer.attribute_index(name));
            texts.push_back(value.is_null ? "null" : value.text);
        }
    });
    EXPECT_THAT(texts, ::testing::ElementsAre("7", "2", "a b", "-1", "0.5", "null"));
}

TEST(AttributeValue, SortsNumbersByValueAndMissingOnesLast) {
    const AttributeValue nine{.text = "9", .number = 9.0};
    const AttributeValue ten{.text = "10", .number = 10.0};
    const AttributeValue none{.text = "", .number = {}, .is_null = true};
    EXPECT_TRUE(nine < ten);
    EXPECT_TRUE(ten < none);
    EXPECT_FALSE(none < nine);
    EXPECT_TRUE((AttributeValue{.text = "10", .number = {}} < AttributeValue{.text = "9", .number = {}}))
        << "texts sort by their bytes";
}

}  // namespace
}  // namespace reddline::gdal_io
