#include "report/biomass_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/empty_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::int64_t ha = cm2_per_ha;

/// 4 ha of which one has no value.
BiomassSums some_forest() {
    BiomassSums sums;
    sums.add({3, 3 * ha}, {10'000, 2'000});
    sums.add({1, 1 * ha}, {});
    return sums;
}

BiomassReport report() {
    return {"types-2017",
            2018,
            "a map",
            {{"evergreen", StratumKind::forest, some_forest(), BiomassMean{100.0, 5.5, 1.25, 20.0}},
             {"deciduous", StratumKind::forest, some_forest(), BiomassMean{90.0, 5.0, std::nullopt, std::nullopt}},
             {"bamboo", StratumKind::forest, some_forest(), std::nullopt},
             {"", StratumKind::non_forest, some_forest(), BiomassMean{100.0, 5.5, 1.25, 20.0}}}};
}

TEST(BiomassCsv, ShowsMeansAndBoundsAndWhatIsMissing) {
    EXPECT_EQ(biomass_csv(tests::empty_case(), report()),
              "strata,stratum,counts_as,pixels,area_ha,biomass_pixels,mean_agb_t_per_ha,spatial_sd_t_per_ha,"
              "standard_error_independent_t_per_ha,standard_error_correlated_t_per_ha,share_without_value,note,label\n"
              "types-2017,evergreen,forest,4,4,1,100,5.5,1.25,20,0.25,,\n"
              "types-2017,deciduous,forest,4,4,1,90,5,,,0.25,no standard error: no standard deviation on 0.0 ha,\n"
              "types-2017,bamboo,forest,4,4,1,,,,,0.25,no value: the biomass map has no data on this forest; no factor "
              "is made,\n"
              "types-2017,,not forest,4,4,1,100,5.5,1.25,20,0.25,\"no factor is made, since the map does not call it a "
              "forest type\",\n");
}

TEST(BiomassText, NamesTheBoundsAndTheNotes) {
    const std::string text = biomass_text(tests::empty_case(), report());
    EXPECT_THAT(text, HasSubstr("forest that stood after 2018"));
    EXPECT_THAT(text, HasSubstr("Note: bamboo: no value"));
    EXPECT_THAT(text, Not(HasSubstr("Note: evergreen")));
}

TEST(FactorTableCsv, IsOfTheFormThatAnAuditFileNames) {
    CarbonTable factors{.name = "f.csv", .stocks = {}};
    factors.stocks["evergreen"].add({"above_ground", TonnesCPerHa::of(62.5), TonnesCPerHa::of(12.5), "a map; x"});
    factors.stocks["evergreen"].add({"below_ground", TonnesCPerHa::of(12.5), std::nullopt, "a map, y"});
    EXPECT_EQ(factor_table_csv(factors),
              "stratum,pool,carbon_tC_per_ha,standard_error,source\n"
              "evergreen,above_ground,62.5,12.5,a map; x\n"
              "evergreen,below_ground,12.5,,\"a map, y\"\n");
}

}  // namespace
}  // namespace reddline::report
