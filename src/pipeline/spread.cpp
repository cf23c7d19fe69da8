#include "pipeline/spread.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <exception>

namespace reddline::pipeline {

void run_beside(std::size_t threads, const std::vector<std::function<void()>>& beside,
                const std::function<void()>& work) {
    const std::size_t lanes = std::max<std::size_t>(1, threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, lanes);
    tbb::task_arena arena(static_cast<int>(lanes));
    arena.execute([&] {
        tbb::task_group group;
        std::atomic<bool> failed = false;
        for (const std::function<void()>& task : beside) {
            group.run([&task, &failed] {
                if (!failed) task();
            });
        }
        // An error of the work leaves once the tasks that have begun are done; the others are not needed any more.
        std::exception_ptr error;
        try {
            work();
        } catch (...) {
            error = std::current_exception();
            failed = true;
        }
        group.wait();
        if (error) std::rethrow_exception(error);
    });
}

void spread_in_order(std::size_t count, std::size_t threads, const std::function<bool()>& stopped,
                     const std::function<std::shared_ptr<void>(std::size_t)>& work,
                     const std::function<void(const std::shared_ptr<void>&)>& finish) {
    const std::size_t lanes = std::max<std::size_t>(1, threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, lanes);
    tbb::task_arena arena(static_cast<int>(lanes));
    std::size_t next = 0;
    // An error leaves after the pipeline has run dry: oneTBB loses what waits inside when one passes through it.
    std::exception_ptr error;
    std::atomic<bool> failed = false;
    const auto start = [&](tbb::flow_control& control) -> std::size_t {
        if (next == count || failed || stopped()) {
            control.stop();
            return 0;
        }
        return next++;
    };
    const auto finish_until_error = [&](const std::shared_ptr<void>& item) {
        if (failed) return;
        try {
            finish(item);
        } catch (...) {
            error = std::current_exception();
            failed = true;
        }
    };
    using Item = std::shared_ptr<void>;
    arena.execute([&] {
        tbb::parallel_pipeline(4 * lanes,
                               tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, start) &
                                   tbb::make_filter<std::size_t, Item>(tbb::filter_mode::parallel, work) &
                                   tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, finish_until_error));
    });
    if (error) std::rethrow_exception(error);
}

}  // namespace reddline::pipeline
