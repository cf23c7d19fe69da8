#include "domain/activity_data.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(EmissionOf, AddsTheStrataOfOneYear) {
    const EmissionTable table{{"evergreen", LossYear{2019}, Hectares::of(1), TonnesCO2e::of(550)},
                              {"deciduous", LossYear{2019}, Hectares::of(1), TonnesCO2e::of(220)},
                              {"evergreen", LossYear{2020}, std::nullopt, TonnesCO2e::of(7)}};

    EXPECT_EQ(emission_of(table, LossYear{2019}).value(), 770);
    EXPECT_EQ(emission_of(table, LossYear{2020}).value(), 7);
    EXPECT_EQ(emission_of(table, LossYear{2021}).value(), 0);
}

}  // namespace
}  // namespace reddline
