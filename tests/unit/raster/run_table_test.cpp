#include "raster/run_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Place = std::pair<std::int64_t, std::int64_t>;  // row, column
using Areas = std::vector<std::uint32_t>;

std::vector<Span> random_spans(reference::Draw& draw, std::int64_t count, std::int64_t areas) {
    std::vector<Span> spans;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t first = draw.whole(-3, 30);
        spans.push_back(
            {draw.whole(5, 14), first, first + draw.whole(0, 9), static_cast<std::uint32_t>(draw.whole(0, areas - 1))});
    }
    return spans;
}

void shuffle(std::vector<Span>& spans, reference::Draw& draw) {
    for (std::size_t i = spans.size(); i > 1; --i) {
        std::swap(spans[i - 1], spans[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(i) - 1))]);
    }
}

/// The naive twin: for every pixel the set of areas that hold it.
std::map<Place, Areas> areas_by_pixel(const std::vector<Span>& spans) {
    std::map<Place, std::set<std::uint32_t>> members;
    for (const Span& span : spans) {
        for (std::int64_t column = span.first; column < span.end; ++column)
            members[{span.row, column}].insert(span.area);
    }
    std::map<Place, Areas> areas;
    for (const auto& [place, set] : members)
        areas[place] = Areas(set.begin(), set.end());
    return areas;
}

std::map<Place, Areas> areas_by_pixel(const RunTable& table, const Window& window) {
    std::map<Place, Areas> areas;
    table.for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        EXPECT_LT(first, end);
        for (std::int64_t column = first; column < end; ++column) {
            EXPECT_TRUE(areas.emplace(Place{row, column}, table.sets()[set]).second) << "runs overlap";
        }
    });
    return areas;
}

std::map<Place, Areas> inside(const std::map<Place, Areas>& all, const Window& window) {
    std::map<Place, Areas> some;
    for (const auto& [place, areas] : all) {
        const auto [row, column] = place;
        const bool in_rows = window.row <= row && row < window.end_row();
        if (in_rows && window.column <= column && column < window.end_column()) some[place] = areas;
    }
    return some;
}

std::vector<Run> runs_of(const RunTable& table, std::int64_t row) {
    const std::span<const Run> runs = table.runs_of(row);
    return {runs.begin(), runs.end()};
}

TEST(RunTable, CutsOverlappingAreasIntoRunsOfOneSetEach) {
    // column   0 1 2 3 4 5 6 7 8
    // area 4   # # # # #
    // area 2         # # # #   #
    const RunTable table({{7, 0, 5, 4}, {7, 3, 7, 2}, {7, 8, 9, 2}});
    EXPECT_THAT(table.sets(), ElementsAre(Areas{2}, Areas{2, 4}, Areas{4}));
    EXPECT_THAT(runs_of(table, 7),
                ElementsAre(raster::Run{0, 3, 2}, raster::Run{3, 5, 1}, raster::Run{5, 7, 0}, raster::Run{8, 9, 0}));
    EXPECT_EQ(table.bounds(), (Window{.column = 0, .row = 7, .columns = 9, .rows = 1}));
}

TEST(RunTable, CountsAnAreaOnceWhereItsSpansRepeatOverlapOrTouch) {
    const RunTable table({{0, 0, 4, 1}, {0, 0, 4, 1}, {0, 2, 6, 1}, {0, 6, 9, 1}, {0, 3, 3, 1}});
    EXPECT_THAT(table.sets(), ElementsAre(Areas{1}));
    EXPECT_THAT(runs_of(table, 0), ElementsAre(raster::Run{0, 9, 0}));
}

TEST(RunTable, KeepsNeighboursOfDifferentAreasApart) {
    const RunTable table({{0, 4, 8, 0}, {0, 0, 4, 1}});
    EXPECT_THAT(table.sets(), ElementsAre(Areas{0}, Areas{1}));
    EXPECT_THAT(runs_of(table, 0), ElementsAre(raster::Run{0, 4, 1}, raster::Run{4, 8, 0}));
}

TEST(RunTable, IsEmptyWithoutSpansOrWithEmptySpansOnly) {
    for (const RunTable& table : {RunTable{}, RunTable{std::vector<Span>{}}, RunTable{{{3, 5, 5, 0}, {4, 9, 2, 1}}}}) {
        EXPECT_THAT(table.sets(), IsEmpty());
        EXPECT_THAT(runs_of(table, 0), IsEmpty());
        EXPECT_TRUE(table.bounds().empty());
        EXPECT_FALSE(table.touches({0, 0, 100, 100}));
        EXPECT_THAT(areas_by_pixel(table, {0, 0, 100, 100}), IsEmpty());
    }
}

TEST(RunTable, HasNoRunsInRowsBetweenAndBeyondItsSpans) {
    const RunTable table({{2, 0, 1, 0}, {5, 3, 4, 0}});
    EXPECT_EQ(table.bounds(), (Window{.column = 0, .row = 2, .columns = 4, .rows = 4}));
    for (const std::int64_t row : {-1, 1, 3, 4, 6})
        EXPECT_THAT(runs_of(table, row), IsEmpty());
    EXPECT_FALSE(table.touches({0, 3, 4, 2}));
    EXPECT_FALSE(table.touches({1, 2, 2, 4}));
    EXPECT_TRUE(table.touches({1, 2, 3, 4}));
}

TEST(RunTable, HoldsForEachPixelTheAreasThatTheNaiveTwinFinds) {
    reference::Draw draw(23);
    for (int round = 0; round < 300; ++round) {
        const std::vector<Span> spans = random_spans(draw, draw.whole(0, 120), draw.whole(1, 9));
        const std::map<Place, Areas> expected = areas_by_pixel(spans);
        const RunTable table(spans);
        ASSERT_EQ(areas_by_pixel(table, {-10, 0, 100, 40}), expected) << "table " << round;
        for (int cut = 0; cut < 20; ++cut) {
            const Window window{draw.whole(-6, 40), draw.whole(0, 18), draw.whole(0, 15), draw.whole(0, 6)};
            const std::map<Place, Areas> part = inside(expected, window);
            ASSERT_EQ(areas_by_pixel(table, window), part) << "table " << round;
            ASSERT_EQ(table.touches(window), !part.empty()) << "table " << round;
        }
    }
}

TEST(RunTable, KeepsRunsSortedDisjointAndAsLongAsTheyCanBe) {
    reference::Draw draw(29);
    const RunTable table(random_spans(draw, 400, 5));
    for (std::int64_t row = 0; row < 20; ++row) {
        const std::vector<raster::Run> runs = runs_of(table, row);
        for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
            EXPECT_LE(runs[i].end, runs[i + 1].first);
            EXPECT_TRUE(runs[i].end < runs[i + 1].first || runs[i].set != runs[i + 1].set);
        }
    }
}

TEST(RunTable, DoesNotDependOnTheOrderOfTheSpans) {
    reference::Draw draw(31);
    std::vector<Span> spans = random_spans(draw, 200, 6);
    const RunTable table(spans);
    EXPECT_TRUE(std::ranges::is_sorted(table.sets()));
    for (int round = 0; round < 50; ++round) {
        shuffle(spans, draw);
        const RunTable again(spans);
        ASSERT_EQ(again.sets(), table.sets());
        ASSERT_EQ(again.bounds(), table.bounds());
        for (std::int64_t row = 0; row < 20; ++row)
            ASSERT_EQ(runs_of(again, row), runs_of(table, row));
    }
}

}  // namespace
}  // namespace reddline::raster
