#include "gdal_io/reference_system.hpp"

#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>

#include "support/thrown_error.hpp"

namespace reddline::gdal_io {
namespace {

std::string wkt(const std::string& name) {
    OGRSpatialReference reference;
    EXPECT_EQ(reference.SetFromUserInput(name.c_str()), OGRERR_NONE);
    return wkt_of(reference);
}

TEST(SameWkt, LooksPastAxisOrderAndNames) {
    EXPECT_TRUE(same_wkt(wkt("EPSG:4326"), wkt("OGC:CRS84")));
    EXPECT_TRUE(same_wkt(wkt("EPSG:32648"), wkt("EPSG:32648")));
    EXPECT_FALSE(same_wkt(wkt("EPSG:4326"), wkt("EPSG:4267")));
    EXPECT_FALSE(same_wkt(wkt("EPSG:32648"), wkt("EPSG:32649")));
}

TEST(KnownReference, NeedsAPlaceOnTheEarth) {
    const auto code_of = [](const OGRSpatialReference* reference) {
        return reddline::tests::thrown_error([&] { return known_reference(reference, "file"); }).code();
    };
    EXPECT_EQ(code_of(nullptr), ErrorCode::crs_missing);
    const OGRSpatialReference empty;
    EXPECT_EQ(code_of(&empty), ErrorCode::crs_missing);
    OGRSpatialReference undefined;
    undefined.SetFromUserInput(
        "GEOGCS[\"Undefined geographic SRS\",DATUM[\"unknown\",SPHEROID[\"unknown\",6378137,298.2]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    EXPECT_EQ(code_of(&undefined), ErrorCode::crs_missing);
}

TEST(DegreesPerUnit, KnowsGrads) {
    EXPECT_EQ(degrees_per_unit(*reference_from_wkt(wkt("EPSG:4326"))), 1.0);
    EXPECT_NEAR(degrees_per_unit(*reference_from_wkt(wkt("EPSG:4807"))), 0.9, 1e-12);
}

// The origin of zone 48 north is 105 E on the equator, at 500,000 m east.
TEST(PointTransform, TakesLongitudeFirstAndMarksWhatHasNoPlace) {
    const ReferencePtr utm = reference_from_wkt(wkt("EPSG:32648"));
    const PointTransform transform(*geographic_base(*utm), *utm, "file");
    std::array<double, 2> x{105.0, 500.0};
    std::array<double, 2> y{0.0, 95.0};
    transform.apply(x, y);
    EXPECT_NEAR(x[0], 500000.0, 1e-6);
    EXPECT_NEAR(y[0], 0.0, 1e-6);
    EXPECT_TRUE(std::isinf(x[1]));
}

}  // namespace
}  // namespace reddline::gdal_io
