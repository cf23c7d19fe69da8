#include "kernels/pixel_area.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace reddline::kernels {
namespace {

constexpr double wgs84_major_m = 6378137.0;
constexpr double wgs84_minor_m = 6356752.314245179;
constexpr long double pixel_deg = 0.00025L;

long double wgs84_area_m2(long double lat_south_deg, long double lat_north_deg, long double width_deg) {
    return geographic_area_m2(wgs84_major_m, wgs84_minor_m, lat_south_deg, lat_north_deg, width_deg);
}

// Expected values that are not published were worked out with 50 decimal digits (mpmath) from
//   pi b^2 (q(p2) - q(p1)) w / 360,   q(p) = atanh(e sin p) / e + sin p / ((1 - e sin p)(1 + e sin p)).
void expect_relative(long double found, long double expected, long double tolerance) {
    EXPECT_LE(std::abs(found / expected - 1.0L), tolerance)
        << "expected " << static_cast<double>(expected) << ", found " << static_cast<double>(found);
}

struct PixelAtLatitude {
    long double lat_south_deg;
    long double published_m2;  // six decimals
    long double exact_m2;
};

constexpr PixelAtLatitude pixels[]{
    {0.0L, 769.317005L, 769.317004953553261491754L},   {10.0L, 757.935030L, 757.9350301585603016204684L},
    {13.0L, 750.107212L, 750.1072118951231826361256L}, {14.0L, 747.049875L, 747.0498748543767972332925L},
    {45.0L, 547.648129L, 547.6481292304508143314394L}, {60.0L, 388.548905L, 388.5489051013450143051997L},
    {89.0L, 13.606261L, 13.60626101635485487444628L}};

TEST(PixelArea, MatchesThePublishedPixelsToTheirLastDecimal) {
    for (const PixelAtLatitude& pixel : pixels) {
        const long double area_m2 = wgs84_area_m2(pixel.lat_south_deg, pixel.lat_south_deg + pixel_deg, pixel_deg);
        EXPECT_NEAR(static_cast<double>(area_m2), static_cast<double>(pixel.published_m2), 0.6e-6);
    }
}

TEST(PixelArea, MatchesFiftyDigitArithmeticOnPixelsOfAQuarterThousandthDegree) {
    for (const PixelAtLatitude& pixel : pixels) {
        expect_relative(wgs84_area_m2(pixel.lat_south_deg, pixel.lat_south_deg + pixel_deg, pixel_deg), pixel.exact_m2,
                        1e-12L);
    }
}

TEST(PixelArea, MatchesOneDegreeCellTileAndWholeEllipsoid) {
    expect_relative(wgs84_area_m2(13.0L, 14.0L, 1.0L), 11'977'560'472.13564717955503L, 1e-15L);
    expect_relative(wgs84_area_m2(10.0L, 20.0L, 10.0L), 1'188'551'885'148.236280216337L, 1e-15L);
    expect_relative(wgs84_area_m2(-90.0L, 90.0L, 360.0L), 510'065'621'724'088.4827262807L, 1e-15L);
}

TEST(PixelArea, StaysExactForTheThinnestRowsAndAtThePole) {
    expect_relative(wgs84_area_m2(50.0L, 50.0L + 1e-7L, 1e-7L), 0.00007974651558461078821016553L, 1e-10L);
    expect_relative(wgs84_area_m2(90.0L - pixel_deg, 90.0L, pixel_deg), 0.001701088573810886101724609L, 1e-10L);
}

TEST(PixelArea, TakesAnyEllipsoidFromNearlyASphereToAFlatDisc) {
    expect_relative(geographic_area_m2(6378206.4, 6356583.8, -35.0L, -34.0L, 1.0L), 10'187'758'395.28257578589855L,
                    1e-14L);
    expect_relative(geographic_area_m2(1000.0, 999.9999999, 30.0L, 31.0L, 1.0L), 262.4639203165470074666388L, 1e-14L);
    expect_relative(geographic_area_m2(1000.0, 500.0, -20.0L, 70.0L, 10.0L), 105'245.4382519405186547531L, 1e-14L);
}

TEST(PixelArea, OfASphereIsTheClosedFormulaAndTooLargeByTheKnownShare) {
    const long double sphere_m2 = geographic_area_m2(wgs84_major_m, wgs84_major_m, 13.0L, 13.0L + pixel_deg, pixel_deg);
    // R^2 w (sin p2 - sin p1), in the same 50 digits
    expect_relative(sphere_m2, 754.6510029753194435845316L, 1e-12L);
    const long double excess_pct = 100.0L * (sphere_m2 / wgs84_area_m2(13.0L, 13.0L + pixel_deg, pixel_deg) - 1.0L);
    EXPECT_NEAR(static_cast<double>(excess_pct), 0.606, 0.0005);
}

TEST(PixelArea, IsTheSameNorthAndSouthOfTheEquator) {
    for (double lat_deg = 0.0; lat_deg < 89.5; lat_deg += 0.37) {
        const double next_deg = lat_deg + 0.00025;
        EXPECT_EQ(geographic_pixel_area_cm2(wgs84_major_m, wgs84_minor_m, lat_deg, next_deg, 0.00025),
                  geographic_pixel_area_cm2(wgs84_major_m, wgs84_minor_m, -next_deg, -lat_deg, 0.00025));
    }
}

TEST(PixelArea, OfRowsAddsUpToTheAreaOfTheTile) {
    long double sum_m2 = 0.0L;
    for (int row = 0; row < 40'000; ++row) {
        sum_m2 += wgs84_area_m2(10.0L + pixel_deg * row, 10.0L + pixel_deg * (row + 1), 10.0L);
    }
    expect_relative(sum_m2, 1'188'551'885'148.236280216337L, 1e-13L);
}

TEST(PixelArea, IsRoundedToWholeSquareCentimetres) {
    const auto area_cm2 = [](double lat_south_deg, double lat_north_deg) {
        return geographic_pixel_area_cm2(wgs84_major_m, wgs84_minor_m, lat_south_deg, lat_north_deg, 0.00025);
    };
    EXPECT_EQ(area_cm2(0.0, 0.00025), 7'693'170);    // 7,693,170.05
    EXPECT_EQ(area_cm2(13.0, 13.00025), 7'501'072);  // 7,501,072.12
    EXPECT_EQ(area_cm2(60.0, 60.00025), 3'885'489);  // 3,885,489.05
    EXPECT_EQ(area_cm2(13.0, 13.0), 0);              // no height, no area
}

}  // namespace
}  // namespace reddline::kernels
