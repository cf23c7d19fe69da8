#include "accounting/claim_split.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "accounting/statement.hpp"
#include "reference/draw.hpp"
#include "support/sample_evidence_case.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using tests::reported_loss;
using tests::small_case;

// 10 % of 1,000 ha of evergreen forest are expected to be lost in each of two years: 110,000 tCO2e. Mapped: 60 ha, 33,000
// tCO2e. No belt, no deduction: 77,000 credits.
AuditCase recomputed(double rate) {
    AuditCase audit = small_case(
        {{"project", "evergreen", "evergreen", 80, 0, 940}, {"project", "evergreen", "crops", 80, 2019, 60}});
    tests::judge_by_rate(audit, rate);
    return audit;
}

AuditCase recomputed_to_77000() {
    return recomputed(0.1);
}

// The claim: 99,000 credits of 110,000 of reductions, 120,000 expected, 10,000 emitted; 80 ha of deciduous forest lost.
AuditCase claimed() {
    AuditCase audit = recomputed_to_77000();
    audit.claim = tests::empty_claim();
    audit.claim->items = {{ClaimItem::reference_level, TonnesCO2e::of(120'000)},
                          {ClaimItem::project_emissions, TonnesCO2e::of(10'000)},
                          {ClaimItem::displaced_emissions, TonnesCO2e::of(0)},
                          {ClaimItem::reductions, TonnesCO2e::of(110'000)},
                          {ClaimItem::credits, TonnesCO2e::of(99'000)}};
    audit.claim->losses = {reported_loss("project", "deciduous", 2019, 80)};
    return audit;
}

std::optional<ClaimSplit> split_of(const AuditCase& audit, Route route = Route::loss, Arcs arcs = Arcs::option_1) {
    Reading reading = default_reading(audit);
    reading.route = route;
    reading.arcs = arcs;
    const Workings workings = tests::workings_of(audit, reading);
    return claim_split(workings, statement(workings, 0, reading).value());
}

std::vector<std::pair<ClaimPart, std::int64_t>> parts_of(const AuditCase& audit, Route route = Route::loss,
                                                         Arcs arcs = Arcs::option_1) {
    const auto split = split_of(audit, route, arcs);
    std::vector<std::pair<ClaimPart, std::int64_t>> parts;
    for (const ClaimDifference& part : split->parts)
        parts.emplace_back(part.part, part.amount_kgCO2e);
    return parts;
}

std::string text_of(const AuditCase& audit, ClaimPart wanted, Arcs arcs = Arcs::option_1) {
    const auto split = split_of(audit, Route::loss, arcs);
    for (const ClaimDifference& part : split->parts) {
        if (part.part == wanted) return part.text;
    }
    return "no such part";
}

TEST(ClaimSplitOf, IsWorkedOutByHand) {
    // Reference level 120,000 - 110,000. Hectares -(80 - 60) x 550. Strata -80 x (220 - 550). Factors -(10,000 - 80 x 220).
    // Deductions (99,000 - 110,000) - (77,000 - 77,000). Together 22,000 t, which is 99,000 - 77,000.
    const auto split = split_of(claimed());
    EXPECT_EQ(split->claimed_kgCO2e, 99'000'000);
    EXPECT_EQ(split->recomputed_kgCO2e, 77'000'000);

    EXPECT_THAT(parts_of(claimed()),
                ElementsAre(Pair(ClaimPart::reference_level, 10'000'000), Pair(ClaimPart::hectares, -11'000'000),
                            Pair(ClaimPart::strata, 26'400'000), Pair(ClaimPart::factors, 7'600'000),
                            Pair(ClaimPart::deductions, -11'000'000), Pair(ClaimPart::not_itemised, 0)));
}

TEST(ClaimSplitOf, SaysWhatIsComparedWithItsNumbers) {
    const AuditCase audit = claimed();
    EXPECT_EQ(text_of(audit, ClaimPart::reference_level), "claimed 120,000, recomputed 110,000 tCO2e");
    EXPECT_EQ(text_of(audit, ClaimPart::hectares),
              "reported loss that counts 80.0, mapped 60.0 ha, at the mapped mix of forest types (550.0 tCO2e per ha)");
    EXPECT_EQ(text_of(audit, ClaimPart::strata),
              "reported hectares emit 220.0 tCO2e per ha as labelled, 550.0 at the mapped mix");
    EXPECT_EQ(
        text_of(audit, ClaimPart::factors),
        "the claim's project emissions 10,000, its reported hectares that count, at the audit's factors, 17,600 tCO2e");
}

TEST(ClaimSplitOf, CallsTheLossOfASampleEstimated) {
    // 60 ha of evergreen and 8 ha of deciduous forest: (60 x 550 + 8 x 220) / 68 = 511.2 tCO2e per ha.
    AuditCase audit = claimed();
    audit.sample = tests::two_losses();
    const auto split = split_of(audit, Route::sample);
    std::vector<std::string> texts;
    for (const ClaimDifference& part : split->parts)
        texts.push_back(part.text);
    EXPECT_THAT(texts, testing::IsSupersetOf({"reported loss that counts 80.0, estimated 68.0 ha, at the estimated mix "
                                              "of forest types (511.2 tCO2e per ha)",
                                              "reported hectares emit 220.0 tCO2e per ha as labelled, 511.2 at the "
                                              "estimated mix"}));
}

TEST(ClaimSplitOf, NamesTheReportedHectaresThatDoNotCountAndKeepsThemOutOfTheParts) {
    AuditCase audit = claimed();
    const auto whole = parts_of(audit);
    audit.claim->losses.push_back(reported_loss("project", "evergreen", 2019, 12.5, "deciduous"));
    audit.claim->losses.push_back(reported_loss("project", "crops", 2020, 3));
    const std::string counted =
        "reported loss that counts 80.0, mapped 60.0 ha, at the mapped mix of forest types (550.0 tCO2e per ha); "
        "reported and not counted: ";

    EXPECT_EQ(parts_of(audit), whole);
    EXPECT_EQ(text_of(audit, ClaimPart::hectares),
              counted + "12.5 ha that became another forest type (option-1), 3.0 ha that were no forest");

    // Under option 2 forest that becomes a poorer forest counts, (550 - 220) x 12.5, and forest that becomes a richer one not.
    audit.claim->losses.push_back(reported_loss("project", "deciduous", 2020, 7, "evergreen"));
    EXPECT_EQ(text_of(audit, ClaimPart::hectares, Arcs::option_2),
              "reported loss that counts 92.5, mapped 60.0 ha, at the mapped mix of forest types (550.0 tCO2e per ha); "
              "reported and not counted: 7.0 ha that became forest or land of as much carbon, 3.0 ha that were no "
              "forest");
    EXPECT_THAT(parts_of(audit, Route::loss, Arcs::option_2),
                testing::Contains(Pair(ClaimPart::factors, -(10'000'000 - 17'600'000 - 4'125'000))));
}

TEST(ClaimSplitOf, NamesThemWhereNothingCountsOnEitherSide) {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 1'000}});
    tests::judge_by_rate(audit, 0.1);
    audit.claim = claimed().claim;
    audit.claim->losses = {reported_loss("project", "evergreen", 2019, 12.5, "deciduous")};
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::hectares, 0)));
    EXPECT_EQ(text_of(audit, ClaimPart::hectares),
              "no reported loss counts, and none is mapped; reported and not counted: 12.5 ha that became another "
              "forest type (option-1)");
}

TEST(ClaimSplitOf, PutsWhatTheItemsDoNotSayIntoTheLastPartAndNamesThem) {
    AuditCase audit = claimed();
    audit.claim->items = {{ClaimItem::credits, TonnesCO2e::of(99'000)}};

    // 22,000 + 11,000 - 26,400 = 6,600 t are left open.
    EXPECT_THAT(parts_of(audit),
                ElementsAre(Pair(ClaimPart::hectares, -11'000'000), Pair(ClaimPart::strata, 26'400'000),
                            Pair(ClaimPart::not_itemised, 6'600'000)));
    EXPECT_EQ(
        text_of(audit, ClaimPart::not_itemised),
        "the claim does not state reference_level; the claim does not state project_emissions; the claim does not "
        "state displaced_emissions; the claim does not state reductions");
}

TEST(ClaimSplitOf, LeavesEmissionsTogetherWhereNoLossIsReported) {
    AuditCase audit = claimed();
    audit.claim->losses.clear();

    // All of 33,000 - 10,000 t: hectares, strata and factors cannot be told apart.
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::not_itemised, 23'000'000)));
    for (const ClaimPart part : {ClaimPart::hectares, ClaimPart::strata, ClaimPart::factors})
        EXPECT_THAT(parts_of(audit), testing::Not(testing::Contains(Pair(part, testing::_))));
    EXPECT_THAT(text_of(audit, ClaimPart::not_itemised), HasSubstr("hectares, forest types and factors are one"));
}

TEST(ClaimSplitOf, LeavesDisplacedEmissionsThatAreNotKnownToTheRest) {
    AuditCase audit = claimed();
    audit.claim->items[ClaimItem::displaced_emissions] = TonnesCO2e::of(2'000);

    EXPECT_THAT(parts_of(audit), testing::Not(testing::Contains(Pair(ClaimPart::displaced, testing::_))));
    EXPECT_THAT(text_of(audit, ClaimPart::not_itemised),
                HasSubstr("displaced emissions are claimed as 2,000 tCO2e, and not known here"));
}

TEST(ClaimSplitOf, KeepsEmissionsAboveTheReferenceLevelApartFromDeductions) {
    AuditCase audit = recomputed(0.01);  // 1,000 ha x 1 % x 550 x 2 years = 11,000 expected; 33,000 emitted: -22,000.
    audit.claim = claimed().claim;

    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::deductions, -11'000'000)));
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::excess_emissions, -22'000'000)));
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::not_itemised, 0)));
}

TEST(ClaimSplitOf, CallsAllOfItHectaresWhereOneSideShowsNoLoss) {
    AuditCase audit = claimed();
    audit.claim->losses = {reported_loss("project", "deciduous", 2019, 0)};
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::hectares, 33'000'000)));  // +60 ha x 550
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::strata, 0)));

    audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 1'000}});  // Nothing is mapped.
    tests::judge_by_rate(audit, 0.1);
    audit.claim = claimed().claim;
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::hectares, -17'600'000)));  // -80 ha x 220
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::strata, 0)));
}

TEST(ClaimSplitOf, ComparesNoAreasWhereTheStatementIsTheClaimsOwn) {
    // By the reported route 80 ha x 220 = 17,600 were emitted: credits 92,400.
    EXPECT_THAT(parts_of(claimed(), Route::reported),
                ElementsAre(Pair(ClaimPart::reference_level, 10'000'000), Pair(ClaimPart::factors, 7'600'000),
                            Pair(ClaimPart::deductions, -11'000'000), Pair(ClaimPart::not_itemised, 0)));
}

TEST(ClaimSplitOf, SetsTheClaimsDeductionsAgainstOurs) {
    AuditCase audit = claimed();
    audit.deductions = {{"reversal", 0.1, "a test"}};

    // Both hold a tenth back: -11,000 against 69,300 - 77,000 = -7,700.
    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::deductions, -3'300'000)));
}

TEST(ClaimSplitOf, SetsTheClaimsDisplacedEmissionsAgainstOurs) {
    // The belt has 100 ha; 10 a year are expected, 16 are lost in 2019: 6 x 550 = 3,300 tCO2e are displaced.
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 940},
                                  {"project", "evergreen", "crops", 80, 2019, 60},
                                  {"belt", "evergreen", "crops", 80, 2019, 16},
                                  {"belt", "evergreen", "evergreen", 80, 0, 84}});
    tests::judge_by_rate(audit, 0.1);
    audit.claim = claimed().claim;
    audit.claim->items[ClaimItem::displaced_emissions] = TonnesCO2e::of(300);

    EXPECT_THAT(parts_of(audit), testing::Contains(Pair(ClaimPart::displaced, 3'000'000)));
}

TEST(ClaimSplitOf, IsNothingWithoutAClaimOfTheZoneThatStatesCredits) {
    EXPECT_FALSE(split_of(recomputed_to_77000()));

    AuditCase audit = claimed();
    audit.claim->zone = "elsewhere";
    EXPECT_FALSE(split_of(audit));

    audit = claimed();
    audit.claim->items.erase(ClaimItem::credits);
    EXPECT_FALSE(split_of(audit));
}

/// A claim with amounts to the gram, of which any item but the credits may be missing.
Claim random_claim(reference::Draw& draw) {
    Claim claim = tests::empty_claim();
    for (const ClaimItem item : {ClaimItem::reference_level, ClaimItem::project_emissions,
                                 ClaimItem::displaced_emissions, ClaimItem::reductions, ClaimItem::credits}) {
        if (item == ClaimItem::credits || draw.whole(0, 3) > 0) claim.items[item] = TonnesCO2e::of(draw.real(0, 5e5));
    }
    for (std::int64_t i = draw.whole(0, 4); i > 0; --i) {
        claim.losses.push_back(reported_loss("project", draw.whole(0, 1) == 0 ? "evergreen" : "deciduous",
                                             static_cast<int>(draw.whole(2019, 2020)), draw.real(0, 500)));
    }
    return claim;
}

TEST(ClaimSplitOf, SumsToTheDifferenceExactlyForAnyClaim) {
    reference::Draw draw(25);
    AuditCase audit = recomputed_to_77000();
    for (int run = 0; run < 1'000; ++run) {
        audit.claim = random_claim(draw);
        const auto split = split_of(audit);
        std::int64_t sum_kg = split->recomputed_kgCO2e;
        for (const ClaimDifference& part : split->parts)
            sum_kg += part.amount_kgCO2e;
        ASSERT_EQ(sum_kg, split->claimed_kgCO2e);
        ASSERT_EQ(split->parts.back().part, ClaimPart::not_itemised);
    }
}

TEST(ClaimSplitOf, LeavesOnlyRoundingOpenWhereTheItemsAddUp) {
    // Six parts of half a kilogram each are the most that rounding can leave.
    reference::Draw draw(26);
    AuditCase audit = recomputed_to_77000();
    for (int run = 0; run < 1'000; ++run) {
        audit.claim = random_claim(draw);
        audit.claim->losses.push_back(reported_loss("project", "evergreen", 2019, 1));
        const double reference = draw.real(0, 5e5);
        const double emitted = draw.real(0, 5e5);
        audit.claim->items[ClaimItem::reference_level] = TonnesCO2e::of(reference);
        audit.claim->items[ClaimItem::project_emissions] = TonnesCO2e::of(emitted);
        audit.claim->items.erase(ClaimItem::displaced_emissions);  // without a belt they could not be told apart
        audit.claim->items[ClaimItem::reductions] = TonnesCO2e::of(reference - emitted);
        ASSERT_LE(std::abs(split_of(audit)->parts.back().amount_kgCO2e), 3);
    }
}

}  // namespace
}  // namespace reddline::accounting
