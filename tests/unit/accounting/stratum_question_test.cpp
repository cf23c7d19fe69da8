#include "accounting/stratum_question.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "accounting/statement.hpp"
#include "support/sample_evidence_case.hpp"
#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

using tests::area_ha_in;
using tests::claim_of;
using tests::Land;
using tests::reported;
using tests::small_case;

// The project holds 1,000 ha of evergreen and 500 of deciduous forest and loses 50 ha: ours calls 40 of them evergreen and
// 10 deciduous, theirs the reverse but for 5 ha that it calls crops.
const std::vector<Land> disputed{
    {"project", "evergreen", "evergreen", 80, 0, 960},   {"project", "deciduous", "deciduous", 80, 0, 490},
    {"project", "evergreen", "deciduous", 80, 2019, 30}, {"project", "evergreen", "evergreen", 80, 2020, 5},
    {"project", "evergreen", "crops", 80, 2020, 5},      {"project", "deciduous", "deciduous", 80, 2020, 10}};

/// Expects that 2 % of the forest is lost per year: 20 ha of evergreen and 10 of deciduous forest.
AuditCase disputed_case() {
    AuditCase audit = small_case(disputed, tests::two_earlier_maps());
    audit.references = {{"rate", LossRate{0.02, RateBase::forest, "a test"}}};
    audit.claim = claim_of({reported("deciduous", 2019, 30), reported("deciduous", 2020, 20)});
    audit.claim->strata_map = "theirs";
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(5'000);
    return audit;
}

StratumQuestion question_of(const AuditCase& audit) {
    const Reading reading = default_reading(audit);
    const std::vector<std::size_t> zones{0};
    const Workings workings(audit, zones, std::vector{reading});
    const auto answer = statement(workings, 0, reading);
    return stratum_question(workings, 0, reading, answer.given() ? &answer.value() : nullptr);
}

TEST(StratumQuestion, SetsWhatIsExpectedReportedAndMappedSideBySide) {
    const auto question = question_of(disputed_case());

    ASSERT_EQ(question.mixes.size(), 4U);
    EXPECT_EQ(question.mixes[0].source, MixSource::expected);
    EXPECT_DOUBLE_EQ(area_ha_in(question.mixes[0], "evergreen"), 2 * 20);
    EXPECT_DOUBLE_EQ(area_ha_in(question.mixes[0], "deciduous"), 2 * 10);
    EXPECT_EQ(question.mixes[1].source, MixSource::reported);
    EXPECT_EQ(area_ha_in(question.mixes[1], "deciduous"), 50);
    EXPECT_EQ(question.mixes[2].map, 0U);
    EXPECT_EQ(area_ha_in(question.mixes[2], "evergreen"), 40);
    EXPECT_EQ(area_ha_in(question.mixes[2], "deciduous"), 10);
    EXPECT_EQ(question.mixes[3].map, 1U);
    EXPECT_EQ(area_ha_in(question.mixes[3], "evergreen"), 5);
    EXPECT_EQ(area_ha_in(question.mixes[3], "deciduous"), 40);
    EXPECT_EQ(question.mixes[3].elsewhere.value(), 5);
}

TEST(StratumQuestion, MeasuresHowFarEveryTwoSourcesAreApart) {
    const auto question = question_of(disputed_case());

    ASSERT_EQ(question.distances.size(), 6U);
    EXPECT_EQ(question.distances[3].first, 1U);
    EXPECT_EQ(question.distances[3].second, 2U);
    EXPECT_DOUBLE_EQ(question.distances[3].index, 0.8);  // all deciduous against a fifth
}

TEST(StratumQuestion, RelabelsByStratumFromTheMapOfTheClaim) {
    const auto question = question_of(disputed_case());

    // What theirs calls deciduous is 30 ha evergreen and 10 ha deciduous in ours.
    ASSERT_EQ(question.relabellings.size(), 2U);
    EXPECT_EQ(question.relabellings[0].map, 0U);
    EXPECT_TRUE(question.relabellings[0].by_stratum);
    EXPECT_DOUBLE_EQ(question.relabellings[0].reported.value(), 50 * 220);
    EXPECT_DOUBLE_EQ(question.relabellings[0].audited.value(), 50 * (0.75 * 550 + 0.25 * 220));
    // The evidence of the claim's own map is its mix: 5 of 45 ha are evergreen.
    EXPECT_FALSE(question.relabellings[1].by_stratum);
    EXPECT_DOUBLE_EQ(question.relabellings[1].audited.value(), 50 * (5.0 / 45 * 550 + 40.0 / 45 * 220));
}

TEST(StratumQuestion, BoundsWhatTheReportedAreaCanEmit) {
    const auto question = question_of(disputed_case());

    ASSERT_TRUE(question.bounds);
    EXPECT_EQ(question.bounds->lost.value(), 50);
    EXPECT_DOUBLE_EQ(question.bounds->lowest.value(), 50 * 220);
    EXPECT_DOUBLE_EQ(question.bounds->highest.value(), 50 * 550);
    for (const Relabelling& relabelling : question.relabellings) {
        EXPECT_GE(relabelling.audited, question.bounds->lowest);
        EXPECT_LE(relabelling.audited, question.bounds->highest);
    }
}

TEST(StratumQuestion, BoundsTheMappedAreaWhereNoneIsReported) {
    AuditCase audit = disputed_case();
    audit.claim.reset();
    audit.monitoring =
        MonitoringPeriod{std::chrono::year{2020} / 1 / 1, std::chrono::year{2020} / 12 / 31};  // 2020 alone
    const auto question = question_of(audit);

    EXPECT_EQ(question.mixes.size(), 3U);
    EXPECT_EQ(question.bounds->lost.value(), 5 + 5 + 10);
    EXPECT_TRUE(question.relabellings.empty());
    EXPECT_FALSE(question.claimed_break_even);
}

TEST(StratumQuestion, BoundsTheEstimatedAreaOfTheRouteSampleWhereNoneIsReported) {
    AuditCase audit = disputed_case();
    audit.claim.reset();
    audit.sample = tests::two_losses();
    EXPECT_EQ(question_of(audit).bounds->lost.value(), 50);  // mapped, by the default route
    audit.limits[Choice::route] = {{"sample", "audit.toml:1:1"}};
    const auto question = question_of(audit);

    EXPECT_EQ(question.mixes[1].source, MixSource::estimated);
    EXPECT_EQ(question.bounds->lost.value(), 20 + 40 + 8);
}

TEST(StratumQuestion, SpansTheForestTypesThatOnlyAnotherMapShows) {
    // Ours knows deciduous forest alone; that theirs sees evergreen forest lost lifts the bound, not the break-even.
    AuditCase audit = small_case(
        {{"project", "deciduous", "deciduous", 80, 0, 90}, {"project", "deciduous", "evergreen", 80, 2019, 10}},
        tests::two_earlier_maps());
    audit.references = {{"rate", LossRate{0.02, RateBase::forest, "a test"}}};
    audit.claim = claim_of({reported("deciduous", 2019, 10)});
    const auto question = question_of(audit);

    EXPECT_DOUBLE_EQ(question.bounds->highest.value(), 10 * 550);
    EXPECT_DOUBLE_EQ(question.relabellings[1].audited.value(), 10 * 550);
    EXPECT_FALSE(question.break_even);
}

TEST(StratumQuestion, FindsTheShareAtWhichTheCreditsOfTheStatementVanish) {
    const auto question = question_of(disputed_case());

    // RL = 2 x (20 x 550 + 10 x 220) = 26,400; 50 ha emit 11,000 at least: x* = 15,400 / (50 x 330).
    ASSERT_TRUE(question.break_even);
    EXPECT_EQ(question.break_even->high_stratum, "evergreen");
    EXPECT_EQ(question.break_even->lost.value(), 50);
    EXPECT_DOUBLE_EQ(question.break_even->share, 15'400.0 / 16'500);
    ASSERT_TRUE(question.claimed_break_even);
    EXPECT_DOUBLE_EQ(question.claimed_break_even->share, 5'000.0 / 16'500);
}

TEST(StratumQuestion, IsTheShareOfTheLossItselfWhereTheReductionIsZero) {
    // 30 ha of evergreen and 20 ha of deciduous forest emit 30 x 550 + 20 x 220 = 20,900; the rate expects just that of
    // 1,000 and 500 ha, which hold 1,000 x 550 + 500 x 220 = 660,000.
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 970},
                                  {"project", "deciduous", "", 80, 0, 480},
                                  {"project", "evergreen", "", 80, 2019, 30},
                                  {"project", "deciduous", "", 80, 2019, 20}});
    audit.references = {{"rate", LossRate{20'900.0 / 660'000 / 2, RateBase::forest, "a test"}}};
    const auto question = question_of(audit);

    ASSERT_TRUE(question.break_even);
    EXPECT_NEAR(question.break_even->share, 30.0 / 50, 1e-12);
}

TEST(StratumQuestion, StandsOnEmissionsThatMoveByTheMovedHectaresTimesTheDifferenceOfTheFactors) {
    const auto project_tCO2e = [](std::int64_t evergreen_ha, std::int64_t deciduous_ha) {
        AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 900},
                                      {"project", "evergreen", "", 80, 2019, evergreen_ha},
                                      {"project", "deciduous", "", 80, 2019, deciduous_ha}});
        audit.references = {{"rate", LossRate{0.02, RateBase::forest, "a test"}}};
        const Reading reading = default_reading(audit);
        const std::vector<std::size_t> zones{0};
        const Workings workings(audit, zones, std::vector{reading});
        return statement(workings, 0, reading).value().totals.project.value();
    };

    EXPECT_DOUBLE_EQ(project_tCO2e(30, 20), 30 * 550 + 20 * 220);
    EXPECT_DOUBLE_EQ(project_tCO2e(30 + 17, 20 - 17) - project_tCO2e(30, 20), 17 * 330);
}

TEST(StratumQuestion, KnowsNoBreakEvenOfARefusedStatementButThatOfTheClaim) {
    AuditCase audit = disputed_case();
    audit.references.clear();
    const auto question = question_of(audit);

    EXPECT_EQ(question.mixes.size(), 3U);
    EXPECT_FALSE(question.break_even);
    EXPECT_DOUBLE_EQ(question.claimed_break_even->share, 5'000.0 / 16'500);
    EXPECT_DOUBLE_EQ(question.bounds->highest.value(), 50 * 550);
}

TEST(StratumQuestion, AsksOnlyMapsDatedBeforeTheMonitoringPeriodAndThoseLeftOpen) {
    AuditCase later = disputed_case();
    later.claim->strata_map.clear();
    later.maps[1].year = 2019;
    AuditCase restricted = disputed_case();
    restricted.limits[Choice::strata] = {{"theirs", {}}};

    EXPECT_EQ(question_of(later).mixes.size(), 3U);
    EXPECT_TRUE(question_of(later).shares.empty());
    const auto question = question_of(restricted);
    ASSERT_EQ(question.mixes.size(), 3U);
    EXPECT_EQ(question.mixes[2].map, 1U);
}

/// Ours relabels the claim's 50 ha stratum by stratum: of the 40 ha that theirs calls deciduous ours calls 30 evergreen.
void expect_relabelled_from_theirs(const StratumQuestion& question) {
    ASSERT_EQ(question.mixes.size(), 4U);
    EXPECT_EQ(question.mixes[3].map, 1U);
    EXPECT_EQ(area_ha_in(question.mixes[3], "deciduous"), 40);
    EXPECT_EQ(question.mixes[3].elsewhere.value(), 5);
    ASSERT_EQ(question.relabellings.size(), 1U);  // Theirs is no witness.
    EXPECT_EQ(question.relabellings[0].map, 0U);
    EXPECT_TRUE(question.relabellings[0].by_stratum);
    EXPECT_DOUBLE_EQ(question.relabellings[0].audited.value(), 50 * (0.75 * 550 + 0.25 * 220));
}

TEST(StratumQuestion, AlwaysAsksTheMapThatTheClaimRestsOnThoughNotAsAWitness) {
    AuditCase late = disputed_case();
    late.maps[1].year = 2019;
    expect_relabelled_from_theirs(question_of(late));

    AuditCase excluded = disputed_case();
    excluded.limits[Choice::strata] = {{"ours", {}}};
    expect_relabelled_from_theirs(question_of(excluded));
}

TEST(StratumQuestion, NeedsNoPixelsForTheClaim) {
    AuditCase audit = disputed_case();
    audit.crosstabs.clear();
    audit.references.clear();
    audit.declared_areas = {{0, "evergreen", Hectares::of(1000)}, {0, "deciduous", Hectares::of(500)}};
    const auto question = question_of(audit);

    ASSERT_EQ(question.mixes.size(), 1U);
    EXPECT_EQ(question.mixes[0].source, MixSource::reported);
    EXPECT_TRUE(question.relabellings.empty());
    EXPECT_DOUBLE_EQ(question.bounds->highest.value(), 50 * 550);
    EXPECT_DOUBLE_EQ(question.claimed_break_even->share, 5'000.0 / 16'500);
}

TEST(StratumQuestion, TakesEveryForestStratumWithAFactorWhereTheForestOfTheZoneIsNotKnown) {
    AuditCase audit = disputed_case();
    audit.crosstabs.clear();
    audit.references.clear();
    audit.declared_areas = {{1, "deciduous", Hectares::of(1)}};
    audit.claim->losses.clear();
    audit.claim->lost_area = Hectares::of(50);
    const auto question = question_of(audit);

    EXPECT_TRUE(question.mixes.empty());
    EXPECT_FALSE(question.bounds);
    EXPECT_DOUBLE_EQ(question.claimed_break_even->share, 5'000.0 / 16'500);
}

TEST(StratumQuestion, BoundsAllLossWhereThereIsNoMap) {
    AuditCase audit = small_case({{"project", "", "", 80, 2019, 10}, {"project", "", "", 80, 0, 90}}, {});
    audit.transitions = TransitionTable{"national.csv", {{unstratified, StratumKind::forest}}, {}};
    audit.factor_sets = {{"carbon.csv", {{unstratified, tests::stock(60)}}}};
    const auto question = question_of(audit);

    EXPECT_TRUE(question.mixes.empty());
    EXPECT_DOUBLE_EQ(question.bounds->highest.value(), 10 * 220);
}

TEST(StratumQuestion, HasNoAnswerInTonnesWithoutFactorsAndNoneAtAllWithoutAPeriod) {
    AuditCase without_factors = disputed_case();
    without_factors.factor_sets.clear();
    AuditCase without_period = disputed_case();
    without_period.monitoring.reset();

    const auto question = question_of(without_factors);
    EXPECT_EQ(question.mixes.size(), 3U);
    EXPECT_FALSE(question.shares.empty());
    EXPECT_TRUE(question.relabellings.empty());
    EXPECT_FALSE(question.bounds);
    EXPECT_TRUE(question_of(without_period).mixes.empty());
}

}  // namespace
}  // namespace reddline::accounting
