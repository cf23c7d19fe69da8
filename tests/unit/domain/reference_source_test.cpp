#include "domain/reference_source.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

const HistoryRule own_history{"", {LossYear{2005}, LossYear{2009}}};

TEST(ReferenceSource, UsesTransitionsWhenItRestsOnThem) {
    EXPECT_TRUE((ReferenceSource{"transitions", NationalTransitions{}}.uses_transitions()));
    EXPECT_FALSE((ReferenceSource{"rate", LossRate{0.1, RateBase::forest, "a test"}}.uses_transitions()));
}

TEST(ReferenceSource, HasTheHistoryOfItsRule) {
    const ReferenceSource by_history{"history", own_history};
    const ReferenceSource by_past{
        "national", NationalLevel{TonnesCO2e::of(1), ShareKey::past_area_change, 1, "", own_history, "a test"}};
    const ReferenceSource by_area{"national",
                                  NationalLevel{TonnesCO2e::of(1), ShareKey::forest_area, 1, "", {}, "a test"}};

    ASSERT_NE(by_history.history(), nullptr);
    EXPECT_EQ(by_history.history()->period.first(), LossYear{2005});
    ASSERT_NE(by_past.history(), nullptr);
    EXPECT_EQ(by_past.history()->period.last(), LossYear{2009});
    EXPECT_EQ(by_area.history(), nullptr);
    EXPECT_EQ((ReferenceSource{"transitions", NationalTransitions{}}.history()), nullptr);
}

}  // namespace
}  // namespace reddline
