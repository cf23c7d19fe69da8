#include "report/sources.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

TEST(SourceLines, StateTheScaleOfAHistoryThatIsTheDefault) {
    AuditCase audit = worked_case();
    audit.references = {{"history-of-belt", HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}}}};
    EXPECT_THAT(
        source_lines(english(), audit),
        Contains("Reference level history-of-belt: history of zone 'belt', 2014 to 2016, carried to other zones "
                 "by forest area (scale forest-area)"));
}

TEST(SourceLines, NameEveryReferenceLevel) {
    AuditCase audit = worked_case();
    const HistoryRule history{"", ReferencePeriod{LossYear{2014}, LossYear{2016}}};
    const auto national = [&](ShareKey key, std::optional<double> total, const std::string& jurisdiction) {
        return NationalLevel{TonnesCO2e::of(500.0), key, total, jurisdiction, std::nullopt, "a submission"};
    };
    audit.references.push_back({"by-area", national(ShareKey::forest_area, 1'000.0, "")});
    audit.references.push_back({"by-stock", national(ShareKey::carbon_stock, std::nullopt, "nation")});
    NationalLevel past = national(ShareKey::past_stock_change, 250.5, "");
    past.history = history;
    audit.references.push_back({"by-past", past});
    const auto lines = source_lines(english(), audit);
    EXPECT_THAT(lines, Contains("Reference level transitions: national transitions of transitions.csv"));
    EXPECT_THAT(lines, Contains("Reference level by-area: 500 tCO2e per year of the nation, shared by forest-area; the "
                                "nation's total is 1000 ha of forest; source: a submission"));
    EXPECT_THAT(lines, Contains("Reference level by-stock: 500 tCO2e per year of the nation, shared by carbon-stock; "
                                "the nation is zone 'nation'; source: a submission"));
    EXPECT_THAT(lines,
                Contains("Reference level by-past: 500 tCO2e per year of the nation, shared by "
                         "past-stock-change; the nation's total is 250.5 tCO2e emitted per year; each zone's own "
                         "history, 2014 to 2016; source: a submission"));
}

TEST(SourceLines, NameEveryFactorSet) {
    AuditCase audit = worked_case();
    audit.factor_sets.push_back({"carbon-1998.csv", {}});
    EXPECT_THAT(source_lines(english(), audit), Contains("Carbon factors: carbon.csv, listed below"));
    EXPECT_THAT(source_lines(english(), audit), Contains("Carbon factors: carbon-1998.csv, listed below"));
}

TEST(SourceLines, NameTheBufferAndEveryLineOfItsLedger) {
    AuditCase audit = worked_case();
    audit.buffer =
        CreditBuffer{0.15, "a rule", {{"park", BufferPostingKind::release, {1'234}, "a decision", "buffer.csv:2"}}};
    EXPECT_THAT(source_lines(english(), audit), Contains("Buffer: 0.15 of the credits set aside; source: a rule"));
    EXPECT_THAT(source_lines(english(), audit), Contains("Buffer of park, release: 1,234 credits; source: a decision"));
}

TEST(SourceLines, SayWhatTheClaimSpeaksOf) {
    AuditCase audit = claimed_case();
    EXPECT_THAT(source_lines(english(), audit),
                Contains("Claim on 'park', reported losses of part years speak of the part inside the period, forest "
                         "types from types-2020; source: monitoring report 2021"));
    audit.claim->reported_years = ReportedYears::calendar;
    audit.claim->strata_map.clear();
    EXPECT_THAT(source_lines(english(), audit),
                Contains("Claim on 'park', reported losses of part years are taken by days; "
                         "source: monitoring report 2021"));
    audit.claim->zone.clear();
    audit.claim->losses.clear();
    audit.claim->lost_area = Hectares::of(4'000.0);
    audit.claim->area = Hectares::of(12.5);
    EXPECT_THAT(source_lines(english(), audit),
                Contains("Claim, 4000 ha lost in the period, project area 12.5 ha; source: "
                         "monitoring report 2021"));
}

TEST(SourceLines, RecordHowTheReadingsAreRestricted) {
    AuditCase audit = worked_case();
    audit.limits = {{Choice::canopy_pct, {{"30", {}}, {"10", {}}}}};
    EXPECT_THAT(source_lines(english(), audit), Contains("Readings are restricted: canopy_pct to 30, 10"));
}

TEST(SourceLines, SpeakOfDeclaredAreasWhereNothingWasCounted) {
    const auto lines = source_lines(english(), tables_case());
    EXPECT_THAT(lines, Contains("Areas: declared in a table, nothing was counted"));
    for (const char* start : {"Loss product", "Forest", "Pixels", "Strata map"})
        EXPECT_THAT(lines, Not(Contains(StartsWith(start)))) << start;
}

TEST(SourceLines, LeaveOutWhatIsNotGiven) {
    AuditCase audit = worked_case();
    audit.factor_sets.clear();
    audit.monitoring.reset();
    audit.transitions.reset();
    audit.references.clear();
    for (const char* start : {"Carbon factors", "Monitoring", "National", "Reference level", "Claim", "Readings"})
        EXPECT_THAT(source_lines(english(), audit), Not(Contains(StartsWith(start)))) << start;
}

}  // namespace
}  // namespace reddline::report
