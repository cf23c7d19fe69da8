#include "domain/stratum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Stratum evergreen{"evergreen", StratumKind::forest};
const Stratum rubber{"rubber", StratumKind::excluded};
const Stratum water{"water", StratumKind::non_forest};

TEST(Legend, NumbersStrataInOrderOfFirstAppearance) {
    Legend legend{"legend.csv"};
    legend.add("80", water);
    legend.add("112", evergreen);
    legend.add("116", evergreen);
    EXPECT_THAT(legend.strata(), ElementsAre(water, evergreen));
    EXPECT_EQ(legend.codes().at("80"), 0);
    EXPECT_EQ(legend.codes().at("112"), 1);
    EXPECT_EQ(legend.codes().at("116"), 1);
    EXPECT_EQ(legend.index_of("evergreen"), 1);
    EXPECT_EQ(legend.index_of("rubber"), std::nullopt);
    EXPECT_EQ(legend.source(), "legend.csv");
}

TEST(Legend, NamesAStratumByIndexAndNoneBeyondTheLast) {
    Legend legend{"legend.csv"};
    legend.add("80", water);
    legend.add("112", evergreen);
    EXPECT_EQ(legend.name_of(1), "evergreen");
    EXPECT_EQ(legend.name_of(2), "");
}

TEST(Legend, RefusesACodeGivenTwice) {
    Legend legend{"legend.csv"};
    legend.add("80", water);
    EXPECT_THAT(tests::error_line([&] { return legend.add("80", evergreen), 0; }),
                HasSubstr("table_malformed: legend.csv: expected every code once, found code 80 again;"));
}

TEST(Legend, RefusesOneStratumOfTwoKinds) {
    Legend legend{"legend.csv"};
    legend.add("1", rubber);
    EXPECT_THAT(tests::error_line([&] {
                    return legend.add("2", {"rubber", StratumKind::forest}), 0;
                }),
                HasSubstr("table_malformed: legend.csv: expected one meaning per stratum, found 'rubber'"));
}

TEST(StrataRole, ReadsBackFromItsName) {
    for (const auto role : {StrataRole::baseline, StrataRole::monitoring, StrataRole::independent}) {
        EXPECT_EQ(strata_role_of(to_string(role)), role);
    }
    EXPECT_EQ(to_string(StrataRole::monitoring), "monitoring");
    EXPECT_EQ(strata_role_of("Baseline"), std::nullopt);
}

StrataMap map_of(StrataRole role) {
    StrataMap map;
    map.role = role;
    return map;
}

TEST(BaselineMap, IsTheFirstOfThatRole) {
    EXPECT_EQ(
        baseline_map({map_of(StrataRole::monitoring), map_of(StrataRole::baseline), map_of(StrataRole::baseline)}), 1U);
}

TEST(BaselineMap, IsTheFirstMapWhereNoneHasThatRole) {
    EXPECT_EQ(baseline_map({map_of(StrataRole::independent), map_of(StrataRole::monitoring)}), 0U);
}

TEST(BaselineMap, IsNothingWithoutMaps) {
    EXPECT_EQ(baseline_map({}), std::nullopt);
}

TEST(Legend, HasNoMoreStrataThanFitIntoAByteButAnyNumberOfCodes) {
    Legend legend("legend.csv");
    for (int code = 0; code < 250; ++code)
        legend.add(std::to_string(code), {"type " + std::to_string(code), StratumKind::forest});
    legend.add("250", {"type 0", StratumKind::forest});
    EXPECT_EQ(tests::error_line([&] {
                  legend.add("251", {"type 250", StratumKind::forest});
              }),
              "table_malformed: legend.csv: expected at most 250 strata, found more; give codes that need no carbon "
              "density of "
              "their own one stratum");
}

}  // namespace
}  // namespace reddline
