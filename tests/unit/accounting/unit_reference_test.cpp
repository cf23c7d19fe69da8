#include "accounting/unit_reference.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::IsEmpty;
using tests::small_case;

AuditCase judged_by(TransitionTable table) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 7}});
    tests::judge_by_transitions(audit, std::move(table));
    return audit;
}

std::vector<UnitReference> references_of(const AuditCase& audit) {
    const tests::EveryReading every(audit);
    return unit_references(every.nation(), every.readings());
}

/// The answer for a stratum under the default reading but for these choices.
Answer<UnitExpectation> unit_of(const AuditCase& audit, const std::string& stratum, Arcs arcs = Arcs::option_1,
                                AreaModel areas = AreaModel::constant) {
    Reading wanted = default_reading(audit);
    wanted.arcs = arcs;
    wanted.areas = areas;
    const auto references = references_of(audit);
    const auto found = std::ranges::find_if(references, [&](const UnitReference& reference) {
        return reference.stratum == stratum && reference.reading == wanted;
    });
    return found == references.end() ? Refusal{"not among the references"} : found->answer;
}

TEST(UnitReferences, GiveThePublishedEvergreenForestOfCambodiaItsWorkedNumber) {
    // Eq. 16: 1,000 ha, 163.8 tC/ha, 2014-2016: 19.064 ha and 11,449.8 tCO2e a year, in two whole years.
    AuditCase audit = judged_by(tests::national({tests::interval(
        2014, 2016, {{"evergreen", "crops", 113'380.74}, {"evergreen", "evergreen", 2'973'694.05 - 113'380.74}})}));
    audit.factor_sets[0].stocks["evergreen"] = tests::stock(163.8);
    const auto unit = unit_of(audit, "evergreen");

    EXPECT_NEAR(unit.value().lost_first_year.value(), 19.064, 0.0005);
    EXPECT_NEAR(unit.value().first_year.value(), 11'449.8, 0.05);
    EXPECT_NEAR(unit.value().period.value(), 2 * 11'449.8, 0.1);
}

TEST(UnitReferences, WeighAPartYearInThePeriodAndNotInTheFirstYear) {
    // 4 % of 1,000 ha x 550 = 22,000 a year; of 2019 the second half, 184 days, and half a leap year's 366 days of 2020.
    using std::chrono::year;
    AuditCase audit = judged_by(tests::one_national_year());
    audit.monitoring = MonitoringPeriod{year{2019} / 7 / 1, year{2020} / 7 / 1};
    const auto unit = unit_of(audit, "evergreen");

    EXPECT_DOUBLE_EQ(unit.value().lost_first_year.value(), 40);
    EXPECT_DOUBLE_EQ(unit.value().first_year.value(), 22'000);
    EXPECT_DOUBLE_EQ(unit.value().period.value(), 22'000 * (184.0 / 365 + 183.0 / 366));
}

TEST(UnitReferences, FollowTheForestUnderMarkovFromEvergreenAlone) {
    // Eq. 16 by hand: 22,000 in 2019; in 2020 900 ha of evergreen give 19,800 and 60 ha of deciduous forest 660.
    const auto unit = unit_of(judged_by(tests::one_national_year()), "evergreen", Arcs::option_1, AreaModel::markov);

    EXPECT_DOUBLE_EQ(unit.value().lost_first_year.value(), 40);
    EXPECT_DOUBLE_EQ(unit.value().period.value(), 22'000 + 19'800 + 660);
}

TEST(UnitReferences, CoverEveryForestOfTheTableUnderEveryReadingOfTheLevelOnce) {
    // Thresholds, rules, routes and maps have no part in it: 3 annualisations x 2 arcs x 2 area models for two forests.
    AuditCase audit = judged_by(tests::one_national_year());
    audit.canopy_sweep = {10, 50};
    tests::judge_by_rate(audit, 0.1);
    EXPECT_EQ(references_of(audit).size(), 24U);

    audit.factor_sets.push_back(tests::small_factors());
    EXPECT_EQ(references_of(audit).size(), 48U);
}

TEST(UnitReferences, KeepTheReasonOfARefusal) {
    const auto references = references_of(judged_by(tests::one_national_year()));
    const auto refused = std::ranges::find(references, Annualise::matrix_root,
                                           [](const UnitReference& reference) { return reference.reading.annualise; });

    ASSERT_NE(refused, references.end());
    EXPECT_EQ(refused->answer.refusal().reason, "matrix root refused: the national table has no row for 'crops'");
}

TEST(UnitReferences, AreNoneWithoutTransitionsFactorsOrAPeriod) {
    const AuditCase whole = judged_by(tests::one_national_year());
    AuditCase audit = whole;
    audit.monitoring.reset();
    EXPECT_THAT(references_of(audit), IsEmpty());
    audit = whole;
    audit.factor_sets.clear();
    EXPECT_THAT(references_of(audit), IsEmpty());
    audit = whole;
    audit.transitions.reset();
    EXPECT_THAT(references_of(audit), IsEmpty());
}

}  // namespace
}  // namespace reddline::accounting
