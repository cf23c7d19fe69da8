#include "report/uncertainty_json.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

TEST(UncertaintyJson, HoldsSpreadInputsDeductionsAndWhatIsFixed) {
    const auto json = uncertainty_json(worked_case(), uncertain_result());

    EXPECT_EQ(json["seed"], 1);
    EXPECT_EQ(json["zones"][0]["zone"], "park");
    EXPECT_EQ(json["zones"][0]["reduction"]["median_tCO2e"], 1350);
    EXPECT_EQ(json["zones"][0]["inputs"][0]["input"], "evergreen/total");
    EXPECT_EQ(json["program_deductions"][1]["programme"], "VCS");
    EXPECT_TRUE(json["program_deductions"][1]["buffered_credits"].is_null());
    EXPECT_EQ(json["fixed_inputs"][0]["input"], "mapped loss in park");
}

}  // namespace
}  // namespace reddline::report
