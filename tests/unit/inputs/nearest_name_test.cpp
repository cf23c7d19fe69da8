#include "inputs/nearest_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace reddline::inputs {
namespace {

const std::vector<std::string> keys{"lossyear", "treecover2000", "release", "role"};

TEST(NearestName, FindsTheNameWithOneLetterMissing) {
    EXPECT_EQ(nearest_name("relese", keys), "release");
}

TEST(NearestName, FindsTheNameWithOneLetterTooMany) {
    EXPECT_EQ(nearest_name("lossyears", keys), "lossyear");
}

TEST(NearestName, CountsTwoSwappedLettersAsOneMistake) {
    // rloe is one swap from role, and two changes from rule.
    const std::vector<std::string> close{"rule", "role"};
    EXPECT_EQ(nearest_name("rloe", close), "role");
}

TEST(NearestName, TakesTheFirstOfEquals) {
    const std::vector<std::string> equals{"start", "stark"};
    EXPECT_EQ(nearest_name("stare", equals), "start");
}

TEST(NearestName, ComparesWithoutRegardToCapitals) {
    // With their capitals counted, PINES would be five changes from either.
    const std::vector<std::string> strata{"rice", "pine"};
    EXPECT_EQ(nearest_name("PINES", strata), "pine");
    const std::vector<std::string> capitals{"Pine", "pine"};
    EXPECT_EQ(nearest_name("pines", capitals), "pine");
}

TEST(NearestName, TakesANameThatBeginsWithWhatIsWantedBeforeAllOthers) {
    // Both are seven changes away.
    const std::vector<std::string> strata{"mangrove", "evergreen forest"};
    EXPECT_EQ(nearest_name("Evergreen", strata), "evergreen forest");
}

TEST(NearestName, AnswersForTheEmptyText) {
    EXPECT_EQ(nearest_name("", keys), "role");
}

TEST(NearestName, IsEmptyWhenNothingIsKnown) {
    EXPECT_EQ(nearest_name("role", {}), "");
}

}  // namespace
}  // namespace reddline::inputs
