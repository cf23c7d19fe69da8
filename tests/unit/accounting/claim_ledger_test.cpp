#include "accounting/claim_ledger.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "support/sample_evidence_case.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using testing::IsEmpty;
using tests::reported_loss;
using tests::small_case;

std::vector<ClaimRow> rows_of(const AuditCase& audit, std::size_t zone = 0) {
    const Reading reading = default_reading(audit);
    return claim_ledger(tests::workings_of(audit, reading), zone, reading);
}

// The period starts on 2018-03-12: 295 of 365 days of 2018 count. Mapped: 73 ha of evergreen forest in 2018, which are 59 in the
// period, and 10 ha in 2019. Reported: the same 59 ha in the period of 2018, and 30 ha of deciduous forest in 2019.
AuditCase claimed() {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 500},
                                  {"project", "evergreen", "", 80, 2017, 40},
                                  {"project", "evergreen", "", 80, 2018, 73},
                                  {"project", "evergreen", "", 80, 2019, 10},
                                  {"project", "crops", "", 80, 2019, 6},
                                  {"belt", "evergreen", "", 80, 2019, 8}});
    audit.monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31};
    audit.claim = tests::empty_claim();
    audit.claim->losses = {reported_loss("project", "deciduous", 2019, 30),
                           reported_loss("project", "evergreen", 2018, 59)};
    return audit;
}

TEST(ClaimLedger, SetsReportedBesideMappedLossByStratumAndYear) {
    const AuditCase audit = claimed();
    const auto rows = rows_of(audit);

    ASSERT_EQ(rows.size(), 3U);  // Years and strata without any loss have no row; crops are not forest.
    EXPECT_EQ(rows[0].stratum, "deciduous");
    EXPECT_EQ(rows[0].year, LossYear{2019});
    EXPECT_DOUBLE_EQ(rows[0].reported->value(), 30);
    EXPECT_DOUBLE_EQ(rows[0].reported_emission->value(), 6'600);
    EXPECT_EQ(rows[0].mapped->value(), 0);
    EXPECT_EQ(rows[0].mapped_emission->value(), 0);

    EXPECT_EQ(rows[1].stratum, "evergreen");
    EXPECT_EQ(rows[1].year, LossYear{2018});
    EXPECT_DOUBLE_EQ(rows[1].reported->value(), 59);
    EXPECT_DOUBLE_EQ(rows[1].mapped->value(), 59);
    EXPECT_DOUBLE_EQ(rows[1].reported_emission->value(), 32'450);
    EXPECT_DOUBLE_EQ(rows[1].mapped_emission->value(), 32'450);

    EXPECT_EQ(rows[2].year, LossYear{2019});
    EXPECT_EQ(rows[2].reported->value(), 0);
    EXPECT_DOUBLE_EQ(rows[2].mapped->value(), 10);
    EXPECT_DOUBLE_EQ(rows[2].mapped_emission->value(), 5'500);
    EXPECT_EQ(rows[2].estimated, std::nullopt);
}

TEST(ClaimLedger, WeighsACalendarYearByItsShareInThePeriod) {
    AuditCase audit = claimed();
    audit.claim->reported_years = ReportedYears::calendar;
    audit.claim->losses = {reported_loss("project", "evergreen", 2018, 36.5)};

    EXPECT_DOUBLE_EQ(rows_of(audit)[0].reported->value(), 29.5);  // 36.5 x 295/365
}

TEST(ClaimLedger, AddsUpWhatBecameDifferentThings) {
    AuditCase audit = claimed();
    audit.claim->losses = {reported_loss("project", "evergreen", 2020, 4, "crops"),
                           reported_loss("project", "evergreen", 2020, 3, "rubber")};
    const auto rows = rows_of(audit);

    EXPECT_DOUBLE_EQ(rows.back().reported->value(), 7);
    EXPECT_DOUBLE_EQ(rows.back().reported_emission->value(), 7 * 550);
}

TEST(ClaimLedger, TellsApartWhatIsReportedAndEmitsNothing) {
    AuditCase audit = claimed();
    audit.claim->losses = {reported_loss("project", "evergreen", 2018, 4, "crops"),
                           reported_loss("project", "evergreen", 2018, 3, "deciduous"),
                           reported_loss("project", "deciduous", 2019, 2, "evergreen"),
                           reported_loss("project", "crops", 2019, 1)};
    const auto rows = [&](Arcs arcs) {
        Reading reading = default_reading(audit);
        reading.arcs = arcs;
        return claim_ledger(tests::workings_of(audit, reading), 0, reading);
    };

    auto found = rows(Arcs::option_1);
    ASSERT_EQ(found.size(), 4U);  // crops 2019, deciduous 2019, evergreen 2018 and, mapped alone, 2019
    EXPECT_DOUBLE_EQ(found[0].reported_uncounted->value(), 1);
    EXPECT_DOUBLE_EQ(found[1].reported_uncounted->value(), 2);
    EXPECT_DOUBLE_EQ(found[2].reported->value(), 7);
    EXPECT_DOUBLE_EQ(found[2].reported_uncounted->value(), 3);
    EXPECT_DOUBLE_EQ(found[2].reported_emission->value(), 4 * 550);
    EXPECT_EQ(found[3].reported_uncounted->value(), 0);

    found = rows(Arcs::option_2);  // 3 ha of evergreen forest lose (150 - 60) x 44/12; deciduous forest gains.
    EXPECT_DOUBLE_EQ(found[1].reported_uncounted->value(), 2);
    EXPECT_EQ(found[2].reported_uncounted->value(), 0);
    EXPECT_NEAR(found[2].reported_emission->value(), 4 * 550 + 3 * 330, 1e-9);

    audit.factor_sets.clear();
    EXPECT_EQ(rows(Arcs::option_1)[2].reported_uncounted, std::nullopt);
}

TEST(ClaimLedger, HasTheEstimateOfASampleWhereItSpeaksOfTheForestType) {
    // 60 ha of evergreen forest in 2019 and 2020, 8 ha of deciduous forest; the period holds both years.
    AuditCase audit = claimed();
    audit.monitoring = MonitoringPeriod{year{2019} / 1 / 1, year{2020} / 7 / 1};
    audit.claim->losses = {reported_loss("project", "deciduous", 2019, 30),
                           reported_loss("belt", "evergreen", 2019, 5)};
    audit.sample = tests::two_losses();
    const auto rows = rows_of(audit);

    ASSERT_EQ(rows.size(), 4U);
    EXPECT_DOUBLE_EQ(rows[0].estimated->value(), 4);
    EXPECT_DOUBLE_EQ(rows[2].estimated->value(), 30);
    EXPECT_DOUBLE_EQ(rows[3].estimated->value(), 30.0 * 183 / 366);  // 2020 up to 1 July
    EXPECT_EQ(rows[3].mapped->value(), 0);
    EXPECT_FALSE(rows_of(audit, 1)[0].estimated);
}

TEST(ClaimLedger, KnowsNoMappedLossWhereNothingWasCounted) {
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(500)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->losses = {reported_loss("project", "evergreen", 2019, 5)};
    const auto rows = rows_of(audit);

    ASSERT_EQ(rows.size(), 1U);
    EXPECT_DOUBLE_EQ(rows[0].reported_emission->value(), 2'750);
    EXPECT_EQ(rows[0].mapped, std::nullopt);
    EXPECT_EQ(rows[0].mapped_emission, std::nullopt);
}

TEST(ClaimLedger, KnowsHectaresWithoutFactors) {
    AuditCase audit = claimed();
    audit.factor_sets.clear();
    const auto rows = rows_of(audit);

    EXPECT_DOUBLE_EQ(rows[1].reported->value(), 59);
    EXPECT_EQ(rows[1].reported_emission, std::nullopt);
    EXPECT_EQ(rows[1].mapped_emission, std::nullopt);
}

TEST(ClaimLedger, IsEmptyForAZoneThatNoClaimReports) {
    AuditCase audit = claimed();
    EXPECT_THAT(rows_of(audit, 1), IsEmpty());

    audit.monitoring.reset();
    EXPECT_THAT(rows_of(audit), IsEmpty());

    audit = claimed();
    audit.claim.reset();
    EXPECT_THAT(rows_of(audit), IsEmpty());
}

}  // namespace
}  // namespace reddline::accounting
