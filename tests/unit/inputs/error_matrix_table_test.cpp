#include "inputs/error_matrix_table.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

const std::vector<SampledStratum> strata{{"loss", "", Hectares::of(1), std::nullopt},
                                         {"forest", "", Hectares::of(9), std::nullopt}};

std::string refusal(const std::string& text) {
    return tests::error_line([&] { return parse_error_matrix(text, "matrix.csv", strata); });
}

TEST(ErrorMatrix, CountsPointsByStratumAndReferenceClass) {
    const auto points = parse_error_matrix("\"\",loss,gain\nforest,2,0\nloss,7,1\n", "matrix.csv", strata);
    ASSERT_EQ(points.size(), 3U);  // no row for what nobody found
    EXPECT_EQ(points[0].stratum, 1U);
    EXPECT_EQ(points[0].mapped, "forest");
    EXPECT_EQ(points[0].reference, "loss");
    EXPECT_EQ(points[0].points, 2);
    EXPECT_EQ(points[2].reference, "gain");
}

TEST(ErrorMatrix, KeepsAClassThatNoPointHas) {
    const auto points = parse_error_matrix("map,loss,gain\nforest,2,0\nloss,7,0\n", "matrix.csv", strata);
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points[2].reference, "gain");
    EXPECT_EQ(points[2].points, 0);
}

TEST(ErrorMatrix, RefusesWhatIsNoCount) {
    EXPECT_THAT(refusal("map,loss\nloss,9223372036854775807\n"), HasSubstr("from 0 to 1,000,000,000"));
    EXPECT_THAT(refusal("map,loss\nloss,-1\n"), HasSubstr("matrix.csv:2: loss: expected a number of points"));
    EXPECT_THAT(refusal("map,loss\nloss,1.5\n"), HasSubstr("matrix.csv:2"));
}

TEST(ErrorMatrix, RefusesClassesThatAreNotKnownOrComeTwice) {
    EXPECT_THAT(refusal("map,loss\nlos,1\n"), HasSubstr("the nearest is \"loss\""));
    EXPECT_THAT(refusal("map,loss\nloss,1\nloss,2\n"), HasSubstr("found \"loss\" again"));
    EXPECT_THAT(refusal("map,loss,\nloss,1,2\n"), HasSubstr("reference class"));
    EXPECT_THAT(refusal("map\nloss\n"), HasSubstr("reference class"));
}

}  // namespace
}  // namespace reddline::inputs
