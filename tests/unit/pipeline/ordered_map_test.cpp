#include "pipeline/ordered_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/thrown_error.hpp"

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

void wait_ms(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

TEST(OrderedMap, MergesInOrderAlthoughEarlierItemsTakeLonger) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::vector<std::size_t> merged;
        ordered_map(
            40, threads, nullptr,
            [](std::size_t i) {
                wait_ms(i % 8 == 0 ? 4 : 0);
                return i * i;
            },
            [&](std::size_t square) { merged.push_back(square); });
        ASSERT_EQ(merged.size(), 40U);
        for (std::size_t i = 0; i < 40; ++i)
            EXPECT_EQ(merged[i], i * i);
    }
}

TEST(OrderedMap, DoesNothingForNoItems) {
    int calls = 0;
    ordered_map(
        0, 8, nullptr, [&](std::size_t) { return ++calls; }, [&](int) { ++calls; });
    EXPECT_EQ(calls, 0);
}

TEST(OrderedMap, HandsOverResultsThatCanOnlyBeMoved) {
    std::vector<std::unique_ptr<std::size_t>> kept;
    ordered_map(
        3, 2, nullptr, [](std::size_t i) { return std::make_unique<std::size_t>(i); },
        [&](std::unique_ptr<std::size_t> result) { kept.push_back(std::move(result)); });
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(*kept[2], 2U);
}

TEST(OrderedMap, RunsOnOneThreadAtATimeWhenAskedForOne) {
    std::atomic<int> at_work = 0;
    std::atomic<int> most = 0;
    ordered_map(
        20, 1, nullptr,
        [&](std::size_t i) {
            most = std::max(most.load(), ++at_work);
            wait_ms(1);
            --at_work;
            return i;
        },
        [](std::size_t) {});
    EXPECT_EQ(most, 1);
}

TEST(OrderedMap, MergesOneResultAtATime) {
    std::atomic<int> merging = 0;
    std::atomic<bool> overlapped = false;
    ordered_map(
        100, 8, nullptr, [](std::size_t i) { return i; },
        [&](std::size_t) {
            if (++merging > 1) overlapped = true;
            std::this_thread::yield();
            --merging;
        });
    EXPECT_FALSE(overlapped);
}

TEST(OrderedMap, LetsAtMostFourResultsPerThreadWait) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::atomic<int> alive = 0;
        std::atomic<int> most = 0;
        ordered_map(
            200, threads, nullptr,
            [&](std::size_t i) {
                if (i == 0) wait_ms(20);  // everything behind the first must wait for it
                const int now = ++alive;
                int seen = most;
                while (now > seen && !most.compare_exchange_weak(seen, now)) {
                }
                return i;
            },
            [&](std::size_t) { --alive; });
        EXPECT_LE(most, static_cast<int>(4 * threads));
    }
}

TEST(OrderedMap, ThrowsTheErrorOfTheLowestItemWhicheverComesFirst) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::vector<std::size_t> merged;
        const auto run = [&] {
            ordered_map(
                100, threads, nullptr,
                [](std::size_t i) {
                    if (i == 5) wait_ms(20);
                    if (i >= 5) throw Error(ErrorCode::corrupt_raster, "item", std::to_string(i));
                    return i;
                },
                [&](std::size_t i) { merged.push_back(i); });
            return 0;
        };
        EXPECT_EQ(tests::error_line(run), "corrupt_raster: item: 5") << threads << " threads";
        EXPECT_THAT(merged, ElementsAre(0, 1, 2, 3, 4));
    }
}

TEST(OrderedMap, PassesOnAnErrorOfTheMergeAndMergesNoFurther) {
    std::vector<std::size_t> merged;
    const auto run = [&] {
        ordered_map(
            50, 4, nullptr, [](std::size_t i) { return i; },
            [&](std::size_t i) {
                merged.push_back(i);
                if (i == 2) throw std::runtime_error("merge of 2");
            });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_THAT(merged, ElementsAre(0, 1, 2));
}

TEST(OrderedMap, CanBeUsedAgainAfterAnError) {
    const auto fail = [] {
        ordered_map(
            8, 2, nullptr, [](std::size_t i) -> std::size_t { throw std::runtime_error(std::to_string(i)); },
            [](std::size_t) {});
    };
    EXPECT_THROW(fail(), std::runtime_error);
    std::size_t sum = 0;
    ordered_map(
        5, 2, nullptr, [](std::size_t i) { return i; }, [&](std::size_t i) { sum += i; });
    EXPECT_EQ(sum, 10U);
}

TEST(OrderedMap, StopsBetweenItemsOnceTheFlagIsSet) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::atomic<bool> stop = false;
        std::atomic<int> started = 0;
        const auto run = [&] {
            ordered_map(
                1'000, threads, &stop,
                [&](std::size_t i) {
                    ++started;
                    return i;
                },
                [&](std::size_t i) {
                    if (i == 4) stop = true;
                });
            return 0;
        };
        EXPECT_EQ(tests::thrown_error(run).code(), ErrorCode::stopped);
        EXPECT_LE(started, static_cast<int>(5 + 4 * threads));
    }
}

TEST(OrderedMap, StartsNothingWhenTheFlagIsSetBefore) {
    const std::atomic<bool> stop = true;
    std::vector<std::size_t> merged;
    const auto run = [&] {
        ordered_map(
            10, 2, &stop, [](std::size_t i) { return i; }, [&](std::size_t i) { merged.push_back(i); });
        return 0;
    };
    EXPECT_EQ(tests::thrown_error(run).code(), ErrorCode::stopped);
    EXPECT_THAT(merged, IsEmpty());
}

}  // namespace
}  // namespace reddline::pipeline
