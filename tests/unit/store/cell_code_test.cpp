#include "store/cell_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::store {
namespace {

using testing::Eq;
using testing::Le;

std::string bytes_of(const std::vector<int>& values) {
    return {values.begin(), values.end()};
}

CellTable random_table(reference::Draw& draw) {
    CellTable table;
    for (std::int64_t combinations = draw.whole(0, 4); combinations > 0; --combinations) {
        StrataTally& of_strata = table.emplace_back();
        for (std::int64_t maps = draw.whole(0, 3); maps > 0; --maps)
            of_strata.strata.push_back(static_cast<std::uint16_t>(draw.whole(0, 250)));
        std::uint32_t bin = 0;
        for (std::int64_t bins = draw.whole(0, 300); bins > 0; --bins) {
            bin += static_cast<std::uint32_t>(draw.whole(1, draw.whole(1, 10'000)));
            const std::int64_t pixels = draw.whole(1, draw.whole(1, 200'000));
            of_strata.bins.push_back({bin, {pixels, pixels * draw.whole(0, 9'000'000) + draw.whole(0, 9)}});
        }
    }
    return table;
}

TEST(CellCode, GivesBackWhatItWasGiven) {
    reference::Draw draw(1);
    for (int repeat = 0; repeat < 300; ++repeat) {
        std::vector<CellTable> tables;
        for (std::int64_t areas = draw.whole(0, 2); areas > 0; --areas)
            tables.push_back(random_table(draw));
        EXPECT_EQ(decoded(encoded(tables)), tables);
    }
}

TEST(CellCode, HoldsTheLargestNumbers) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::uint32_t last_bin = std::numeric_limits<std::uint32_t>::max() - 1;
    const std::vector<CellTable> tables{{{{65'535, 0}, {{0, {1, most / 2}}, {last_bin, {2, 0}}}}}};
    EXPECT_EQ(decoded(encoded(tables)), tables);
}

TEST(CellCode, IsTheSameBytesEverywhere) {
    // Worked by hand: 1 table; 1 combination; 1 map with stratum 3; 2 bins, whose pixels have (100 + 201) / 3 = 100 cm2, as
    // a signed number 200 = 0x48 + 128, 1. Bin 5: 1 pixel (2), area 0 away from 100. Bin 7, one beyond the next: 2 pixels
    // (4), area 201 - 200 = 1 away (2).
    const std::vector<CellTable> tables{{{{3}, {{5, {1, 100}}, {7, {2, 201}}}}}};
    EXPECT_EQ(encoded(tables), bytes_of({1, 1, 1, 3, 2, 0xC8, 1, 5, 2, 0, 1, 4, 2}));
}

TEST(CellCode, TakesAFewBytesABinWherePixelsHaveNearlyTheSameArea) {
    reference::Draw draw(2);
    StrataTally of_strata{{4}, {}};
    for (std::uint32_t bin = 0; bin < 1'000; ++bin) {
        const std::int64_t pixels = draw.whole(1, 100);
        of_strata.bins.push_back({2 * bin, {pixels, pixels * 7'600'000 + draw.whole(-2'000, 2'000)}});
    }
    EXPECT_THAT(encoded({{of_strata}}).size(), Le(5'100U));
}

TEST(CellCode, FindsBytesThatWereCutOffOrAdded) {
    reference::Draw draw(3);
    const std::string bytes = encoded({random_table(draw), random_table(draw)});
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_THAT(decoded(bytes.substr(0, length)), Eq(std::nullopt)) << length;
    EXPECT_THAT(decoded(bytes + "x"), Eq(std::nullopt));
}

TEST(CellCode, NeverTakesMoreMemoryThanTheBytesCanMean) {
    // A count of 2^62 things in a handful of bytes.
    EXPECT_THAT(decoded(bytes_of({1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x3F})), Eq(std::nullopt));
    // A number that never ends, a stratum beyond 16 bits, a bin beyond 32.
    EXPECT_THAT(decoded(std::string(20, '\xFF')), Eq(std::nullopt));
    EXPECT_THAT(decoded(bytes_of({1, 1, 1, 0x80, 0x80, 4, 0, 0})), Eq(std::nullopt));
    EXPECT_THAT(decoded(bytes_of({1, 1, 0, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x10, 2, 0})), Eq(std::nullopt));
}

TEST(CellCode, SurvivesAnyBytes) {
    reference::Draw draw(4);
    for (int repeat = 0; repeat < 2'000; ++repeat) {
        std::string bytes = encoded({random_table(draw)});
        bytes.at(static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(bytes.size()) - 1))) =
            static_cast<char>(draw.whole(0, 255));
        static_cast<void>(decoded(bytes));
    }
}

}  // namespace
}  // namespace reddline::store
