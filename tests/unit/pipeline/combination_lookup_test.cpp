#include "pipeline/combination_lookup.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::pipeline {
namespace {

using Strata = std::vector<std::uint8_t>;

TEST(CombinationLookup, AsksForANumberOnceForEachCombination) {
    reference::Draw draw(4);
    for (const std::size_t maps : {0U, 1U, 2U, 4U}) {
        CombinationLookup lookup;
        std::map<std::vector<int>, std::uint32_t> numbers;
        for (int round = 0; round < 2'000; ++round) {
            Strata strata;
            for (std::size_t map = 0; map < maps; ++map)
                strata.push_back(static_cast<std::uint8_t>(draw.whole(0, 5) * 50));
            const auto [place, is_new] =
                numbers.try_emplace({strata.begin(), strata.end()}, static_cast<std::uint32_t>(numbers.size()));
            bool asked = false;
            const std::uint32_t number = lookup.number_of(strata, [&] {
                asked = true;
                return place->second;
            });
            ASSERT_EQ(number, place->second);
            ASSERT_EQ(asked, is_new);
        }
    }
}

}  // namespace
}  // namespace reddline::pipeline
