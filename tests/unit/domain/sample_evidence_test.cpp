#include "domain/sample_evidence.hpp"

#include <gmock/gmock.h>

#include "support/sample_evidence_case.hpp"

namespace reddline {
namespace {

using tests::two_losses;

TEST(SampleEvidence, SpeaksOfTheZoneItNames) {
    const SampleEvidence evidence = two_losses();
    EXPECT_TRUE(evidence.speaks_of("project"));
    EXPECT_FALSE(evidence.speaks_of("belt"));
    EXPECT_EQ(evidence.losses_in("project").size(), 3U);
    EXPECT_EQ(evidence.sums_in("project").size(), 2U);
    EXPECT_TRUE(evidence.losses_in("belt").empty());
}

TEST(SampleEvidence, SpeaksOfTheZonesThatPointsNameOtherwise) {
    SampleEvidence evidence = two_losses();
    evidence.zone.clear();
    EXPECT_FALSE(evidence.speaks_of("project"));
    evidence.estimates.areas = {{"", "forest", {}, {}, 0, true, true}, {"belt", "forest", {}, {}, 0, true, true}};
    evidence.losses[0].zone = "belt";
    EXPECT_TRUE(evidence.speaks_of("belt"));
    EXPECT_FALSE(evidence.speaks_of(""));
    EXPECT_EQ(evidence.losses_in("belt").size(), 1U);
}

TEST(SampleEvidence, ShowsLossWithClassesAndYearsAlone) {
    SampleEvidence evidence = two_losses();
    EXPECT_TRUE(evidence.shows_loss());
    EXPECT_TRUE(evidence.names_destinations());
    EXPECT_EQ(evidence.yearly(60), Hectares::of(30));
    evidence.years.reset();
    EXPECT_FALSE(evidence.shows_loss());
    evidence = two_losses();
    evidence.changes.clear();
    EXPECT_FALSE(evidence.shows_loss());
    EXPECT_FALSE(evidence.names_destinations());
}

}  // namespace
}  // namespace reddline
