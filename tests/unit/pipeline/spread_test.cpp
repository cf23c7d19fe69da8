#include "pipeline/spread.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

bool never() {
    return false;
}

std::shared_ptr<void> boxed(std::size_t index) {
    return std::make_shared<std::size_t>(index);
}

TEST(SpreadInOrder, FinishesEveryItemInOrder) {
    std::vector<std::size_t> finished;
    spread_in_order(5, 8, never, boxed, [&](const std::shared_ptr<void>& item) {
        finished.push_back(*static_cast<std::size_t*>(item.get()));
    });
    EXPECT_THAT(finished, ElementsAre(0, 1, 2, 3, 4));
}

TEST(SpreadInOrder, WorksOnNoMoreThreadsThanAsked) {
    for (const std::size_t threads : {1U, 3U}) {
        std::mutex guard;
        std::set<std::thread::id> workers;
        const auto work = [&](std::size_t index) {
            const std::lock_guard lock(guard);
            workers.insert(std::this_thread::get_id());
            return boxed(index);
        };
        spread_in_order(200, threads, never, work, [](const std::shared_ptr<void>&) {});
        EXPECT_LE(workers.size(), threads);
    }
}

TEST(SpreadInOrder, TakesNoThreadsAsOne) {
    std::size_t finished = 0;
    spread_in_order(7, 0, never, boxed, [&](const std::shared_ptr<void>&) { ++finished; });
    EXPECT_EQ(finished, 7U);
}

TEST(SpreadInOrder, StartsNothingMoreOnceStopped) {
    std::size_t started = 0;
    const auto work = [&](std::size_t index) {
        ++started;
        return boxed(index);
    };
    std::size_t finished = 0;
    spread_in_order(
        100, 1, [&] { return started >= 10; }, work, [&](const std::shared_ptr<void>&) { ++finished; });
    EXPECT_EQ(started, 10U);
    EXPECT_EQ(finished, 10U);
}

TEST(SpreadInOrder, PassesOnAnErrorOfTheFinish) {
    const auto run = [] {
        spread_in_order(10, 2, never, boxed,
                        [](const std::shared_ptr<void>&) { throw std::runtime_error("cannot finish"); });
    };
    EXPECT_THROW(run(), std::runtime_error);
}

TEST(SpreadInOrder, StartsNothingMoreAndFinishesNothingMoreAfterAnError) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::atomic<std::size_t> started = 0;
        std::vector<std::size_t> finished;
        const auto work = [&](std::size_t index) {
            ++started;
            return boxed(index);
        };
        const auto finish = [&](const std::shared_ptr<void>& item) {
            finished.push_back(*static_cast<std::size_t*>(item.get()));
            if (finished.size() == 3) throw std::runtime_error("the third");
        };
        EXPECT_THROW(spread_in_order(1'000, threads, never, work, finish), std::runtime_error);
        EXPECT_THAT(finished, ElementsAre(0, 1, 2));
        EXPECT_LE(started, 3 + 4 * threads);
    }
}

TEST(RunBeside, DoesEveryTaskAndTheWorkOnAnyNumberOfThreads) {
    for (const std::size_t threads : {1U, 2U, 8U}) {
        std::atomic<int> done = 0;
        bool worked = false;
        const std::vector<std::function<void()>> tasks(20, [&] { ++done; });
        run_beside(threads, tasks, [&] { worked = true; });
        EXPECT_EQ(done, 20);
        EXPECT_TRUE(worked);
    }
}

TEST(RunBeside, LeavesOutTheTasksThatHaveNotBegunWhenTheWorkFails) {
    std::atomic<int> done = 0;
    const std::vector<std::function<void()>> tasks(3, [&] { ++done; });
    // One thread does the tasks after the work.
    EXPECT_THROW(run_beside(1, tasks, [] { throw std::runtime_error("broken"); }), std::runtime_error);
    EXPECT_EQ(done, 0);
}

}  // namespace
}  // namespace reddline::pipeline
