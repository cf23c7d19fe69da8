#include "pipeline/pixel_sampler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

std::vector<std::uint64_t> numbers_of(const StratumSample& sample) {
    std::vector<std::uint64_t> numbers;
    for (const NumberedPixel& pixel : sample.sorted())
        numbers.push_back(pixel.number);
    return numbers;
}

TEST(StratumSample, CountsAllPixelsAndKeepsTheSmallestNumbers) {
    StratumSample sample;
    for (const std::uint64_t number : {50U, 20U, 90U, 10U, 70U})
        sample.add({number, number, 0, 0, 100}, 3);
    EXPECT_EQ(sample.size(), (Tally{5, 500}));
    EXPECT_THAT(numbers_of(sample), ElementsAre(10, 20, 50));
}

TEST(StratumSample, OfPartsIsThatOfTheWhole) {
    StratumSample first;
    StratumSample second;
    for (const std::uint64_t number : {50U, 20U, 90U})
        first.add({number, number, 0, 0, 100}, 3);
    for (const std::uint64_t number : {60U, 30U})
        second.add({number, number, 0, 0, 7}, 3);
    first.add(second, 3);
    EXPECT_EQ(first.size(), (Tally{5, 314}));
    EXPECT_THAT(numbers_of(first), ElementsAre(20, 30, 50));
}

TEST(StratumSample, LetsThePlaceDecideBetweenEqualNumbers) {
    StratumSample sample;
    for (const std::uint64_t place : {8U, 3U, 5U})
        sample.add({1, place, 0, 0, 100}, 1);
    ASSERT_EQ(sample.sorted().size(), 1U);
    EXPECT_EQ(sample.sorted().front().place, 3U);
}

}  // namespace
}  // namespace reddline::pipeline
