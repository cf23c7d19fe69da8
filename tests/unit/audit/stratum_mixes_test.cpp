#include "audit/stratum_mixes.hpp"

#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

TEST(StratumMixes, AreFoundBySourceAndMapUnlessTheyAreEmpty) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    EXPECT_EQ(mix_of(question, MixSource::reported), &question.mixes[reported_mix]);
    EXPECT_EQ(mapped_mix(question, 0), &question.mixes[mapped_2015_mix]);
    EXPECT_EQ(mapped_mix(question, 1), nullptr);
    question.mixes[mapped_2015_mix].strata.clear();
    EXPECT_EQ(mapped_mix(question, 0), nullptr);
}

TEST(StratumMixes, GiveTheirDistanceInEitherOrder) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    set_distance(question, reported_mix, mapped_2015_mix, 0.25);
    EXPECT_EQ(index_between(question, question.mixes[reported_mix], question.mixes[mapped_2015_mix]), 0.25);
    EXPECT_EQ(index_between(question, question.mixes[mapped_2015_mix], question.mixes[reported_mix]), 0.25);
    question.distances.clear();
    EXPECT_EQ(index_between(question, question.mixes[0], question.mixes[1]), std::nullopt);
}

TEST(StratumMixes, SumEmissionsAndKnowTheLargestShare) {
    const LossMix mix = mix_of_40_ha(MixSource::mapped, 0, 30.0);
    EXPECT_EQ(largest_share(mix).stratum, "evergreen");
    // 30 ha x 220 t + 10 ha x 110 t; a double holds 60 x 44/12 only nearly.
    EXPECT_NEAR(emission_of(mix, published_factors())->value(), 7'700.0, 1e-9);
    CarbonTable factors = published_factors();
    factors.stocks.erase("deciduous");
    EXPECT_EQ(emission_of(mix, factors), std::nullopt);
}

TEST(StratumMixes, PreferARelabellingStratumByStratum) {
    StratumQuestion question;
    question.relabellings = {
        {0, true, {}, TonnesCO2e::of(1.0)}, {0, false, {}, TonnesCO2e::of(2.0)}, {1, false, {}, TonnesCO2e::of(3.0)}};
    EXPECT_EQ(relabelling_by(question, 0)->audited, TonnesCO2e::of(1.0));
    EXPECT_EQ(relabelling_by(question, 1)->audited, TonnesCO2e::of(3.0));
    EXPECT_EQ(relabelling_by(question, 2), nullptr);
}

}  // namespace
}  // namespace reddline::audit
