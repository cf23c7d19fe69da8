#include "store/run_code.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <tuple>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::store {
namespace {

using raster::RunTable;
using raster::Span;

using PlacedRun = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::uint32_t>;

std::vector<PlacedRun> runs_in(const RunTable& table) {
    std::vector<PlacedRun> runs;
    table.for_each(table.bounds(), [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        runs.emplace_back(row, first, end, set);
    });
    return runs;
}

void expect_read_back(const RunTable& table) {
    const auto read = decoded_runs(encoded(table));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->sets(), table.sets());
    EXPECT_EQ(read->bounds(), table.bounds());
    EXPECT_EQ(read->size(), table.size());
    EXPECT_EQ(runs_in(*read), runs_in(table));
}

RunTable drawn_table(reference::Draw& draw) {
    std::vector<Span> spans;
    const std::int64_t count = draw.whole(0, 60);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t first = draw.whole(0, 500);
        // Some rows stay empty.
        spans.push_back(
            {2 * draw.whole(3, 20), first, first + draw.whole(1, 200), static_cast<std::uint32_t>(draw.whole(0, 5))});
    }
    return RunTable(std::move(spans));
}

TEST(RunCode, AnyTableIsReadBackAsItWas) {
    reference::Draw draw(20'250'601);
    for (int i = 0; i < 200; ++i)
        expect_read_back(drawn_table(draw));
}

TEST(RunCode, AnEmptyTableIsReadBack) {
    expect_read_back(RunTable());
}

TEST(RunCode, TheLastColumnsOfTheLargestGridAreReadBack) {
    expect_read_back(RunTable({{2'147'483'646, 2'147'483'640, 2'147'483'647, 0}, {2'147'483'645, 0, 1, 1}}));
}

TEST(RunCode, ARowLikeTheOneAboveTakesThreeBytes) {
    const std::size_t one_row = encoded(RunTable({{7, 1000, 2000, 0}})).size();
    EXPECT_EQ(encoded(RunTable({{7, 1000, 2000, 0}, {8, 1001, 1999, 0}})).size(), one_row + 3);
}

TEST(RunCode, BytesThatWereCutOrAddedToAreNone) {
    const std::string bytes = encoded(RunTable({{7, 10, 20, 0}, {7, 15, 40, 1}, {9, 300, 301, 2}}));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decoded_runs(bytes.substr(0, length))) << length;
    EXPECT_FALSE(decoded_runs(bytes + '\0'));
}

TEST(RunCode, NoBytesMakeRunsThatLieOverEachOther) {
    const std::string bytes = encoded(RunTable({{7, 10, 20, 0}, {7, 15, 40, 1}, {8, 12, 21, 0}}));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int value = 0; value < 256; ++value) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(value);
            const auto table = decoded_runs(changed);
            if (!table) continue;
            std::int64_t row_before = -1;
            std::int64_t end_before = 0;
            for (const auto& [row, first, end, set] : runs_in(*table)) {
                if (row != row_before) end_before = 0;
                EXPECT_LE(end_before, first);
                EXPECT_LT(first, end);
                EXPECT_LT(set, table->sets().size());
                row_before = row;
                end_before = end;
            }
        }
    }
}

}  // namespace
}  // namespace reddline::store
