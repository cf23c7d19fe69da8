#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "domain/error.hpp"
#include "pipeline/spread.hpp"

namespace reddline::pipeline {

/// Throws Error{stopped} once `stop`, where there is one, is set.
inline void expect_running(const std::atomic<bool>* stop) {
    if (stop == nullptr || !stop->load(std::memory_order_relaxed)) return;
    throw Error(ErrorCode::stopped, "signal", "the run was stopped; nothing was written");
}

/// Computes work(0) .. work(count - 1) on several threads and hands the results to `merge` in that order, one
/// at a time.
///
/// One thread runs the same code as eight. At most four results per thread wait to be merged.
/// Errors: the error of the lowest index, whichever thread met one first; Error{stopped} when `stop` becomes
/// true.
template <class Work, class Merge>
void ordered_map(std::size_t count, std::size_t threads, const std::atomic<bool>* stop, const Work& work,
                 const Merge& merge) {
    using Result = decltype(work(std::size_t{0}));
    struct Slot {
        std::optional<Result> result;
        std::exception_ptr error;
    };
    const auto stopped = [&] { return stop != nullptr && stop->load(std::memory_order_relaxed); };
    spread_in_order(
        count, threads, stopped,
        [&](std::size_t index) -> std::shared_ptr<void> {
            auto slot = std::make_shared<Slot>();
            try {
                slot->result.emplace(work(index));
            } catch (...) {
                slot->error = std::current_exception();
            }
            return slot;
        },
        [&](const std::shared_ptr<void>& finished) {
            Slot& slot = *static_cast<Slot*>(finished.get());
            if (slot.error) std::rethrow_exception(slot.error);
            merge(std::move(*slot.result));
        });
    expect_running(stop);
}

}  // namespace reddline::pipeline
