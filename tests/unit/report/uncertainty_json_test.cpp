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
    EXPECT_TRUE(json["program_deductions"][1]["buffer_balance"].is_null());
    EXPECT_TRUE(json["buffer"].is_null());
    EXPECT_EQ(json["fixed_inputs"][0]["input"], "mapped loss in park");
}

TEST(UncertaintyJson, HoldsTheLedgerOfTheBuffer) {
    AuditCase audit = worked_case();
    audit.buffer =
        CreditBuffer{0.1, "a rule", {{"park", BufferPostingKind::reversal, {7}, "a report", "buffer.csv:2"}}};
    AuditResult results = uncertain_result();
    ProgrammeDeduction& none = results.uncertainty.deductions.front().programmes.front();
    none.buffered = Credits{3};
    none.buffer = BufferClosing{{0}, {4}};
    const auto json = uncertainty_json(audit, results);

    EXPECT_EQ(json["program_deductions"][0]["buffer_balance"], 0);
    EXPECT_EQ(json["program_deductions"][0]["buffer_shortfall"], 4);
    EXPECT_EQ(json["buffer"]["fraction"], 0.1);
    EXPECT_EQ(json["buffer"]["ledger"][0]["entry"], "reversal");
    EXPECT_EQ(json["buffer"]["ledger"][0]["credits"], 7);
    EXPECT_EQ(json["buffer"]["ledger"][0]["source"], "a report");
}

}  // namespace
}  // namespace reddline::report
