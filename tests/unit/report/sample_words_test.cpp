#include "report/sample_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

SamplePlan design_of(std::size_t strata, std::size_t errors) {
    SamplePlan design;
    for (std::size_t i = 0; i < strata; ++i) {
        DesignedStratum one;
        one.stratum = {"stratum " + std::to_string(i), "", "forest", "", {1000, 1'000'000}};
        one.points = 10;
        design.strata.push_back(one);
    }
    for (std::size_t i = 0; i < errors; ++i)
        design.errors.push_back({{SampleQuantity::area, "class " + std::to_string(i), std::nullopt}, 20.0, 1.5, {}});
    return design;
}

TEST(SampleWords, SayHowWellQuantitiesAreToBeKnown) {
    SamplePlan design = design_of(1, 1);
    design.errors.front().target.standard_error = 2.0;
    design.errors.front().fewest_points = 7.25;
    const std::string text = sample_text(design, {}, {});
    EXPECT_THAT(text, HasSubstr("Area of class 0: 20.0 ha expected, standard error 1.5 ha (asked for: 2; by itself at "
                                "least 7.25 points)."));
    EXPECT_THAT(text, Not(HasSubstr("in no stratum")));
    EXPECT_THAT(sample_text(design_of(1, 0), {}, {}), HasSubstr("No errors are foreseen"));
}

TEST(SampleWords, SayWhatNoEstimateSpeaksOf) {
    EXPECT_THAT(sample_text(design_of(1, 0), {}, {1200, 12'000'000'000}),
                HasSubstr("1,200 pixels of the zones, 120.0 ha, are in no stratum"));
}

TEST(SampleWords, FitAScreenWhateverTheDesign) {
    const std::string text = sample_text(design_of(200, 50), {}, {1, 1});
    EXPECT_LT(std::ranges::count(text, '\n'), 35);
    EXPECT_THAT(text, HasSubstr("and 184 more in sample_design.csv"));
    EXPECT_THAT(text, HasSubstr("Further quantities are in sample_precision.csv."));
}

}  // namespace
}  // namespace reddline::report
