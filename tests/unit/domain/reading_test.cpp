#include "domain/reading.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(Reading, NamesItsChoicesAsTheTablesDo) {
    EXPECT_EQ(to_string(Route::loss), "loss");
    EXPECT_EQ(to_string(Route::maps), "maps");
    EXPECT_EQ(to_string(Annualise::linear), "linear");
    EXPECT_EQ(to_string(Annualise::compound), "compound");
    EXPECT_EQ(to_string(Annualise::matrix_root), "matrix-root");
    EXPECT_EQ(to_string(Intervals::pooled), "pooled");
    EXPECT_EQ(to_string(Intervals::mean), "mean");
    EXPECT_EQ(to_string(Arcs::option_1), "option-1");
    EXPECT_EQ(to_string(Arcs::option_2), "option-2");
    EXPECT_EQ(to_string(AreaModel::constant), "static");
    EXPECT_EQ(to_string(AreaModel::markov), "markov");
    EXPECT_EQ(to_string(PostStock::post_stock), "post-stock");
    EXPECT_EQ(to_string(PostStock::zero), "zero");
    EXPECT_EQ(to_string(ReferenceKind::transitions), "transitions");
    EXPECT_EQ(to_string(ReferenceKind::rate_of_forest), "rate-of-forest");
    EXPECT_EQ(to_string(ReferenceKind::rate_of_territory), "rate-of-territory");
    EXPECT_EQ(to_string(ReferenceKind::history), "history");
}

}  // namespace
}  // namespace reddline
