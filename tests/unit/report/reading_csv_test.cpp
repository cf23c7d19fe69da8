#include "report/reading_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;

TEST(ChoicesCsv, HasOneRowPerEffect) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    AuditResult results = worked_result();
    results.summaries[0].effects.push_back({Choice::canopy_pct, 4, 2.25, 5.0, TonnesCO2e::of(-0.0)});
    EXPECT_EQ(choices_csv(audit, results),
              "zone,choice,groups,mean_range_tCO2e,largest_range_tCO2e,mean_range_reduction_tCO2e,label\n"
              "park,route,1,9,9,10,synthetic landscape\n"
              "park,canopy_pct,4,2.25,5,0,synthetic landscape\n");
}

TEST(ChoicesCsv, IsItsHeaderWhereNothingWasComputed) {
    EXPECT_EQ(lines_of(choices_csv(worked_case(), refused_result("no factors"))).size(), 1U);
}

TEST(UnitReferenceCsv, KeepsRefusedReadingsWithTheirReason) {
    AuditResult results = worked_result();
    const Reading reading = worked_reading(Route::loss, Arcs::option_1);
    const UnitExpectation expected{Hectares::of(20.0), TonnesCO2e::of(8'800.0), TonnesCO2e::of(17'600.5)};
    results.unit_references = {{"evergreen", reading, expected}, {"bamboo", reading, Refusal{"no factor, none"}}};
    EXPECT_EQ(unit_reference_csv(worked_case(), results),
              "stratum,factors,annualise,intervals,arcs,areas,post,lost_first_year_ha,first_year_tCO2e,period_tCO2e,"
              "status,reason,label\n"
              "evergreen,carbon.csv,linear,pooled,option-1,static,post-stock,20,8800,17600.5,computed,,\n"
              "bamboo,carbon.csv,linear,pooled,option-1,static,post-stock,,,,refused,\"no factor, none\",\n");
}

TEST(MissingCsv, NamesTheDocumentAndWhatItWouldDecide) {
    AuditResult results;
    results.missing = {{"deductions ([deductions])", "the programme's rules", "what is held back, if anything"}};
    EXPECT_THAT(lines_of(missing_csv(results)),
                ElementsAre("input,document,decides",
                            "deductions ([deductions]),the programme's rules,\"what is held back, if anything\""));
}

}  // namespace
}  // namespace reddline::report
