#include "kernels/forest_mask.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::kernels {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

using Bytes = std::vector<std::uint8_t>;

CodeTable plain() {
    CodeTable table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = static_cast<std::uint8_t>(byte);
    return table;
}

Bytes random_bytes(reference::Draw& draw, std::size_t count, std::int64_t longest) {
    Bytes bytes;
    while (bytes.size() < count) {
        const auto value = static_cast<std::uint8_t>(draw.whole(0, 255));
        bytes.insert(bytes.end(), static_cast<std::size_t>(draw.whole(1, longest)), value);
    }
    bytes.resize(count);
    return bytes;
}

TEST(UsableCover, IsZeroWhereThereIsNone) {
    Bytes cover(5);
    usable_cover(Bytes{0, 100, 101, 255, 7}, CoverCodes(plain()), cover);
    EXPECT_THAT(cover, ElementsAre(0, 100, 0, 0, 7));
}

TEST(UsableCover, ReadsBytesByTheirTable) {
    CodeTable table = plain();
    table[7] = 255;  // this file marks no data by 7
    table[200] = 30;
    Bytes cover(4);
    usable_cover(Bytes{7, 200, 8, 8}, CoverCodes(table), cover);
    EXPECT_THAT(cover, ElementsAre(0, 30, 8, 8));
}

TEST(RuledOutBytes, AreTheRangesOfBytesThatTheTableDoesNotAllow) {
    const auto ranges_of = [](const Bytes& bytes) {
        CodeTable allows;
        allows.fill(1);
        for (const std::uint8_t byte : bytes)
            allows[byte] = 0;
        const RuledOutBytes ruled_out(allows);
        std::vector<std::pair<int, int>> ranges;
        for (const auto [first, last] : ruled_out.ranges())
            ranges.emplace_back(first, last);
        return ranges;
    };
    EXPECT_THAT(ranges_of({}), IsEmpty());
    EXPECT_THAT(ranges_of({0, 1, 4, 254, 255}), ElementsAre(Pair(0, 1), Pair(4, 4), Pair(254, 255)));
}

TEST(ClearCover, ClearsExactlyWhereTheLayerRulesForestOut) {
    reference::Draw draw(7);
    for (std::size_t count = 0; count < 200; ++count) {
        const Bytes bytes = random_bytes(draw, count, 20);
        CodeTable allows{};
        // From ranges of one byte to a range of all.
        const std::int64_t longest = draw.whole(1, 300);
        std::uint8_t allowed = 0;
        for (std::uint8_t& allowance : allows)
            allowance = allowed = static_cast<std::uint8_t>(draw.whole(1, longest) == 1 ? 1 - allowed : allowed);
        Bytes cover(count, 80);
        clear_cover(bytes, RuledOutBytes(allows), cover);
        for (std::size_t i = 0; i < count; ++i)
            ASSERT_EQ(cover[i], allows[bytes[i]] != 0 ? 80 : 0) << i << " of " << count;
    }
}

TEST(ForestMask, LeavesAnEmptyRowAlone) {
    Bytes none;
    usable_cover(none, CoverCodes(plain()), none);
    clear_cover(none, RuledOutBytes(plain()), none);
    EXPECT_THAT(none, Each(0));
}

}  // namespace
}  // namespace reddline::kernels
