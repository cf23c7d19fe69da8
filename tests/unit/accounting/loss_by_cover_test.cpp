#include "accounting/loss_by_cover.hpp"

#include <gmock/gmock.h>

#include "reference/draw.hpp"
#include "reference/loss_by_cover_naive.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

ZoneLoss loss_of(const AuditCase& audit, std::size_t zone = 0) {
    return LossByCover(audit.crosstab(0.0), zone, audit.maps, baseline_map(audit.maps), audit.codes).at(audit.forest);
}

// Eq. 3: 10 ha lie at exactly the threshold of 30 per cent, 20 ha above it.
const std::vector<Land> at_the_threshold{{"project", "evergreen", "", 30, 2018, 10},
                                         {"project", "evergreen", "", 31, 2018, 20}};

TEST(LossByCover, LeavesCoverAtTheThresholdOutUnderTheRuleGreater) {
    const ZoneLoss loss = loss_of(small_case(at_the_threshold));

    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 20);
    EXPECT_EQ(loss.strata[0].loss_by_code[18].pixels, 20);
    EXPECT_EQ(loss.loss_outside_forest.pixels, 10);
    EXPECT_EQ(loss.outside_by_code[18].pixels, 10);
    EXPECT_EQ(loss.counted.pixels, 30);
}

TEST(LossByCover, CountsCoverAtTheThresholdUnderTheRuleAtLeast) {
    AuditCase audit = small_case(at_the_threshold);
    audit.forest.canopy_rule = CanopyRule::at_least;
    const ZoneLoss loss = loss_of(audit);

    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 30);
    EXPECT_EQ(loss.strata[0].loss_by_code[18].pixels, 30);
    EXPECT_EQ(loss.loss_outside_forest, Tally{});
}

TEST(LossByCover, CallsAnExcludedStratumNoForestAtAnyCover) {
    const ZoneLoss loss =
        loss_of(small_case({{"project", "rubber", "", 100, 2019, 5}, {"project", "rubber", "", 100, 0, 7}}));

    EXPECT_EQ(loss.strata[3].stratum, "rubber");
    EXPECT_EQ(loss.strata[3].forest_2000, Tally{});
    EXPECT_EQ(loss.loss_outside_forest.pixels, 5);
    EXPECT_EQ(loss.outside_by_code[19].pixels, 5);
}

TEST(LossByCover, KeepsTreeCoverOfNonForestAndOfUnmappedLandApart) {
    const ZoneLoss loss =
        loss_of(small_case({{"project", "crops", "", 80, 2019, 5}, {"project", "", "", 80, 2020, 7}}));

    ASSERT_EQ(loss.strata.size(), 5U);
    EXPECT_EQ(loss.strata[2].kind, StratumKind::non_forest);
    EXPECT_EQ(loss.strata[2].loss_by_code[19].pixels, 5);
    EXPECT_EQ(loss.strata[4].stratum, "");
    EXPECT_EQ(loss.strata[4].kind, std::nullopt);
    EXPECT_EQ(loss.strata[4].loss_by_code[20].pixels, 7);
}

TEST(LossByCover, CountsTheBinsOfItsZoneAlone) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1},
                                        {"belt", "evergreen", "", 80, 0, 2},
                                        {"reference", "evergreen", "", 80, 0, 4}});

    EXPECT_EQ(loss_of(audit, 0).counted.pixels, 1);
    EXPECT_EQ(loss_of(audit, 1).counted.pixels, 2);
    EXPECT_EQ(loss_of(audit, 2).counted.pixels, 4);
}

TEST(LossByCover, CallsAllForestOneStratumWithoutAMap) {
    const ZoneLoss loss = loss_of(small_case({{"project", "", "", 80, 2001, 3}, {"project", "", "", 80, 0, 4}}, {}));

    ASSERT_EQ(loss.strata.size(), 1U);
    EXPECT_EQ(loss.strata[0].stratum, "forest");
    EXPECT_EQ(loss.strata[0].kind, StratumKind::forest);
    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 7);
    EXPECT_EQ(loss.strata[0].loss_by_code[1].pixels, 3);
}

TEST(LossByCover, IsForestAtFullCoverOnlyUnderTheRuleAtLeast) {
    AuditCase audit = small_case({{"project", "evergreen", "", 100, 2020, 3}, {"project", "evergreen", "", 0, 0, 4}});
    audit.forest = {.canopy_pct = 100};
    EXPECT_EQ(loss_of(audit).strata[0].forest_2000.pixels, 0);
    EXPECT_EQ(loss_of(audit).loss_outside_forest.pixels, 3);

    audit.forest.canopy_rule = CanopyRule::at_least;
    EXPECT_EQ(loss_of(audit).strata[0].forest_2000.pixels, 3);

    audit.forest.canopy_pct = 0;
    EXPECT_EQ(loss_of(audit).strata[0].forest_2000.pixels, 7);
}

TEST(LossByCover, ReadsTheStrataOfTheMapThatIsAsked) {
    const AuditCase audit = small_case({{"project", "evergreen", "deciduous", 80, 2020, 3}});
    const ZoneLoss by_second_map =
        LossByCover(audit.crosstab(0.0), 0, audit.maps, 1, audit.codes).at({.canopy_pct = 30});

    EXPECT_EQ(by_second_map.strata[0].loss_by_code[20].pixels, 0);
    EXPECT_EQ(by_second_map.strata[1].loss_by_code[20].pixels, 3);
}

// --- Against the naive twin, which asks every bin by itself ----------------------------------------------------------

/// Two zones of random bins, some combinations without a stratum.
Crosstab random_crosstab(reference::Draw& draw, const AuditCase& audit) {
    const auto strata = static_cast<std::int64_t>(audit.maps[0].legend.strata().size());
    std::vector<std::vector<std::uint16_t>> combinations;
    for (int i = 0; i < 12; ++i)
        combinations.push_back(
            {static_cast<std::uint16_t>(draw.whole(0, strata)), static_cast<std::uint16_t>(draw.whole(0, strata))});
    std::vector<Bin> bins;
    for (int i = 0; i < 400; ++i) {
        const std::int64_t pixels = draw.whole(1, 1'000);
        bins.push_back({{static_cast<std::uint32_t>(draw.whole(0, 1)), static_cast<std::uint32_t>(draw.whole(0, 11)),
                         static_cast<std::uint8_t>(draw.whole(0, 100)),
                         static_cast<std::uint8_t>(draw.whole(0, audit.codes.last_code()))},
                        {pixels, pixels * draw.whole(7'000'000, 7'700'000)}});
    }
    return {2, combinations, bins, std::vector<OutcomeTally>(2), {}};
}

void expect_same(const ZoneLoss& found, const ZoneLoss& expected) {
    EXPECT_EQ(found.counted, expected.counted);
    EXPECT_EQ(found.loss_outside_forest, expected.loss_outside_forest);
    EXPECT_EQ(found.outside_by_code, expected.outside_by_code);
    ASSERT_EQ(found.strata.size(), expected.strata.size());
    for (std::size_t i = 0; i < found.strata.size(); ++i) {
        EXPECT_EQ(found.strata[i].stratum, expected.strata[i].stratum);
        EXPECT_EQ(found.strata[i].kind, expected.strata[i].kind);
        EXPECT_EQ(found.strata[i].forest_2000, expected.strata[i].forest_2000);
        EXPECT_EQ(found.strata[i].loss_by_code, expected.strata[i].loss_by_code);
    }
}

TEST(LossByCover, IsItsNaiveTwinOnRandomBinsAtEveryThresholdUnderBothRules) {
    reference::Draw draw(2001);
    const AuditCase audit = small_case({});
    for (int run = 0; run < 5; ++run) {
        const Crosstab crosstab = random_crosstab(draw, audit);
        for (const std::optional<std::size_t> map : {std::optional<std::size_t>{}, {0U}, {1U}}) {
            for (const std::size_t zone : {0U, 1U}) {
                const LossByCover by_cover(crosstab, zone, audit.maps, map, audit.codes);
                for (const double canopy_pct : {0.0, 10.0, 10.5, 30.0, 99.0, 100.0}) {
                    for (const CanopyRule rule : {CanopyRule::greater, CanopyRule::at_least}) {
                        const ForestRule forest{canopy_pct, rule};
                        expect_same(by_cover.at(forest),
                                    reference::loss_naive(crosstab, zone, audit.maps, map, audit.codes, forest));
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace reddline::accounting
