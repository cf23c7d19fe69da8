#include "inputs/root_ratio_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;
using tests::error_line;

TEST(RootRatioTable, GivesRatioAndSourceByStratum) {
    const auto ratios = parse_root_ratios("stratum,root_ratio,source\nevergreen,0.37,IPCC\nbamboo,0,x\n", "r.csv");
    EXPECT_EQ(ratios.size(), 2U);
    EXPECT_EQ(ratios.at("evergreen").value, 0.37);
    EXPECT_EQ(ratios.at("evergreen").source, "IPCC");
}

TEST(RootRatioTable, StopsAtWhatCannotBe) {
    EXPECT_THAT(error_line([] { return parse_root_ratios("stratum,root_ratio,source\na,-0.1,x\n", "r.csv"); }),
                HasSubstr("r.csv:2: root_ratio: expected a number of at least 0, found \"-0.1\";"));
    EXPECT_THAT(error_line([] { return parse_root_ratios("stratum,root_ratio,source\na,37,x\n", "r.csv"); }),
                HasSubstr("r.csv:2: root_ratio: expected a ratio of at most 10, not a percentage, found \"37\";"));
    EXPECT_THAT(error_line([] { return parse_root_ratios("stratum,root_ratio,source\na,1,x\na,2,x\n", "r.csv"); }),
                HasSubstr("r.csv:3: expected every stratum once, found \"a\" again;"));
    EXPECT_THAT(error_line([] { return parse_root_ratios("stratum,root_ratio,source\na,1,\n", "r.csv"); }),
                HasSubstr("r.csv:2: source: expected a text, found nothing;"));
}

}  // namespace
}  // namespace reddline::inputs
