#include "report/mocaredd_areas.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/empty_case.hpp"

namespace reddline::report {
namespace {

constexpr int year = 2019;

/// A case whose monitoring period is the whole of one year.
AuditCase one_year() {
    AuditCase audit = tests::empty_case();
    audit.monitoring.emplace(*parse_date("2019-01-01"), *parse_date("2019-12-31"));
    return audit;
}

StratumYear row(double area_ha, double emission_t, const std::string& error_input = {}) {
    StratumYear made{"evergreen", LossYear{year}, Hectares::of(area_ha), TonnesCO2e::of(emission_t)};
    made.flows.push_back({"", Hectares::of(area_ha), std::nullopt});
    if (!error_input.empty()) made.flows[0].error = AreaError{error_input, Hectares::of(0.1 * area_ha)};
    return made;
}

Statement statement_of(EmissionTable expected, EmissionTable observed) {
    Statement made;
    made.expected = std::move(expected);
    made.observed = std::move(observed);
    made.years.push_back({LossYear{year}, 1.0, {}, {}, {}, {}});
    return made;
}

TEST(MocareddAreas, AreTheExpectedAndTheObservedOnes) {
    const auto areas =
        exported_areas(one_year(), statement_of({row(100, 6e4)}, {row(60, 4e4, "a"), row(20, 1e4, "b")}));
    ASSERT_TRUE(areas.given());
    ASSERT_EQ(areas.value().size(), 2U);
    EXPECT_TRUE(areas.value()[0].is_expected);
    EXPECT_EQ(areas.value()[0].area_ha, 100.0);
    EXPECT_EQ(areas.value()[0].standard_error_ha(), 0.0);
    EXPECT_EQ(areas.value()[1].area_ha, 80.0);
    EXPECT_DOUBLE_EQ(areas.value()[1].standard_error_ha(), std::hypot(6.0, 2.0));
}

TEST(MocareddAreas, HoldABeltOnlyWhereItDisplacesSomething) {
    Statement statement = statement_of({row(100, 6e4)}, {row(60, 4e4)});
    statement.belts.push_back({1, {row(10, 5e3)}, {row(8, 4e3)}});
    statement.belts.push_back({2, {row(10, 5e3)}, {row(15, 9e3)}});
    const auto areas = exported_areas(one_year(), statement);
    ASSERT_EQ(areas.value().size(), 4U);
    EXPECT_EQ(areas.value()[2].zone, 2U);
    EXPECT_TRUE(areas.value()[2].is_expected);
    EXPECT_EQ(areas.value()[3].area_ha, 15.0);
}

TEST(MocareddAreas, AreRefusedWhereOnlyTheEmissionIsKnown) {
    const StratumYear lump{"", LossYear{year}, std::nullopt, TonnesCO2e::of(5e4)};
    const auto areas = exported_areas(one_year(), statement_of({lump}, {row(60, 4e4)}));
    ASSERT_FALSE(areas.given());
    EXPECT_NE(areas.refusal().reason.find("without areas"), std::string::npos);
}

}  // namespace
}  // namespace reddline::report
