#include "estimation/workbook_result.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace reddline::estimation {
namespace {

WorkbookInput input(const std::string& name, double value, double error) {
    WorkbookInput made{name, "", value, error, {}};
    made.rule.input = name;
    return made;
}

/// 100 ha a year in 2001 to 2002, 60 in 2003 to 2005, 120 tC/ha lost.
MocareddWorkbook workbook() {
    MocareddWorkbook book;
    book.is_annual = true;
    book.draws = 20'000;
    book.inputs = {input("before", 100.0, 10.0), input("after", 60.0, 6.0), input("F/ALL", 120.0, 0.0),
                   input("N/ALL", 0.0, 0.0)};
    book.periods = {{"T1", 2001, 2002, "REF"}, {"T2", 2003, 2005, "MON"}};
    book.transitions = {{"before", 0, "DF", "F", "N", 0, 0, 1}, {"after", 1, "DF", "F", "N", 1, 0, 1}};
    book.stocks = {{"F", {}, {{"ALL", 2}}}, {"N", {}, {{"ALL", 3}}}};
    return book;
}

const WorkbookAmount& amount(const WorkbookResult& result, WorkbookQuantity quantity) {
    for (const WorkbookAmount& one : result.amounts) {
        if (one.quantity == quantity) return one;
    }
    throw std::runtime_error("no such amount");
}

TEST(WorkbookResult, GivesTheReductionsOfAYearAndTheirStandardError) {
    const WorkbookResult result = workbook_result(workbook());
    const WorkbookAmount& reduction = amount(result, WorkbookQuantity::reduction);
    EXPECT_DOUBLE_EQ(reduction.spread.central.value(), 40.0 * 440.0);  // 120 x 44/12 = 440 tCO2e/ha
    EXPECT_DOUBLE_EQ(reduction.spread.approach_1_standard_error.value(), 440.0 * std::sqrt(136.0));
    EXPECT_EQ(reduction.years, 3);
    EXPECT_DOUBLE_EQ(result.reductions.front().creditable.value(), 3 * 17600.0);
    // The draws are of a normal distribution: their error is the deviation by the root of twice their number.
    EXPECT_NEAR(reduction.spread.standard_deviation.value() / (440.0 * std::sqrt(136.0)), 1.0,
                4.0 / std::sqrt(40'000.0));
}

TEST(WorkbookResult, SharesTheVarianceAmongTheAreas) {
    const WorkbookResult result = workbook_result(workbook());
    const std::vector<InputShare>& inputs = result.reductions.front().inputs;
    ASSERT_EQ(inputs.size(), 2U);  // the stocks are exact
    EXPECT_NEAR(inputs[0].approach_1_share, 100.0 / 136.0, 1e-12);
    EXPECT_NEAR(inputs[0].slope_tCO2e, 440.0, 1e-9);
    EXPECT_NEAR(inputs[1].slope_tCO2e, -440.0, 1e-9);
}

TEST(WorkbookResult, DividesHectaresByTheYearsOfTheirPeriod) {
    MocareddWorkbook book = workbook();
    book.is_annual = false;
    const WorkbookResult result = workbook_result(book);
    EXPECT_DOUBLE_EQ(amount(result, WorkbookQuantity::reference_level).spread.central.value(), 100.0 / 2 * 440.0);
    EXPECT_DOUBLE_EQ(amount(result, WorkbookQuantity::emissions).spread.central.value(), 60.0 / 3 * 440.0);
    EXPECT_DOUBLE_EQ(result.emissions[1].area_ha_per_year, 20.0);
}

TEST(WorkbookResult, PoolsReferencePeriodsByTheirYears) {
    MocareddWorkbook book = workbook();
    book.periods.push_back({"T0", 2000, 2000, "REF1"});
    book.inputs.push_back(input("earliest", 160.0, 0.0));
    book.transitions.push_back({"earliest", 2, "DF", "F", "N", 4, 0, 1});
    const WorkbookResult result = workbook_result(book);
    const WorkbookAmount& level = amount(result, WorkbookQuantity::reference_level);
    EXPECT_DOUBLE_EQ(level.spread.central.value(), (2 * 100.0 + 160.0) / 3 * 440.0);
    EXPECT_EQ(level.first_year, 2000);
}

TEST(WorkbookResult, SharedStocksErrTogether) {
    MocareddWorkbook book = workbook();
    book.inputs[0].standard_error = book.inputs[1].standard_error = 0.0;
    book.inputs[2].standard_error = 12.0;
    const WorkbookResult result = workbook_result(book);
    // Only the difference of the areas weighs on the stock: 40 ha, not 100 and 60 apart.
    EXPECT_DOUBLE_EQ(amount(result, WorkbookQuantity::reduction).spread.approach_1_standard_error.value(),
                     40.0 * 12.0 * 44.0 / 12.0);
}

TEST(WorkbookResult, GivesTheTotalOfPoolsThatShareInputsItsWholeError) {
    MocareddWorkbook book = workbook();
    book.inputs = {input("area", 100.0, 0.0), input("area", 60.0, 0.0), input("AGB", 200.0, 20.0),
                   input("RS", 0.25, 0.0), input("N", 0.0, 0.0)};
    book.stocks = {{"F", {}, {{"AGB", 2}, {"RS", 3}}}, {"N", {}, {{"ALL", 4}}}};
    const WorkbookResult result = workbook_result(book);
    ASSERT_EQ(result.factors.size(), 2U);
    EXPECT_DOUBLE_EQ(result.factors[0].density.value(), 250.0);
    // 1.25 x 20: apart the two pools would have sqrt(20^2 + 5^2) = 20.6.
    EXPECT_DOUBLE_EQ(result.factors[0].standard_error->value(), 25.0);
}

TEST(WorkbookResult, WithoutAnyErrorEveryDrawIsTheStatedValue) {
    MocareddWorkbook book = workbook();
    book.inputs[0].standard_error = book.inputs[1].standard_error = 0.0;
    const WorkbookResult result = workbook_result(book);
    const WorkbookAmount& reduction = amount(result, WorkbookQuantity::reduction);
    EXPECT_DOUBLE_EQ(reduction.spread.quantiles.q05.value(), 17600.0);
    EXPECT_TRUE(result.reductions.front().inputs.empty());
    // How far it may be off is not known, which is no half-width and no deduction of 0.
    EXPECT_EQ(reduction.spread.half_width_pct, std::nullopt);
    EXPECT_EQ(result.reductions.front().unshared, 0.0);
    ASSERT_EQ(result.reductions.front().programmes.size(), 1U);
    EXPECT_EQ(result.reductions.front().programmes.front().programme, "none");
}

}  // namespace
}  // namespace reddline::estimation
