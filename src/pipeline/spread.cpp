#include "pipeline/spread.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>

namespace reddline::pipeline {

void spread_in_order(std::size_t count, std::size_t threads, const std::function<bool()>& stopped,
                     const std::function<std::shared_ptr<void>(std::size_t)>& work,
                     const std::function<void(const std::shared_ptr<void>&)>& finish) {
    const std::size_t lanes = std::max<std::size_t>(1, threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, lanes);
    tbb::task_arena arena(static_cast<int>(lanes));
    std::size_t next = 0;
    arena.execute([&] {
        tbb::parallel_pipeline(
            4 * lanes, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                           [&](tbb::flow_control& control) -> std::size_t {
                                                               if (next == count || stopped()) {
                                                                   control.stop();
                                                                   return 0;
                                                               }
                                                               return next++;
                                                           }) &
                           tbb::make_filter<std::size_t, std::shared_ptr<void>>(tbb::filter_mode::parallel, work) &
                           tbb::make_filter<std::shared_ptr<void>, void>(tbb::filter_mode::serial_in_order, finish));
    });
}

std::size_t available_threads() {
    return static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

}  // namespace reddline::pipeline
