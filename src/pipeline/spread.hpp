#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace reddline::pipeline {

/// Runs `work` while other threads, and in the end this one, do the tasks `beside` it: as many threads in all. Tasks must
/// not throw; those not yet begun when the work fails are left out.
void run_beside(std::size_t threads, const std::vector<std::function<void()>>& beside,
                const std::function<void()>& work);

/// The one place that starts threads: runs `work` for 0 .. count - 1 in parallel and `finish` on the results
/// in order. No new work starts once `stopped` says so. `work` must not throw; after the first error of `finish` no
/// new work starts and nothing more is finished, and the error is rethrown.
void spread_in_order(std::size_t count, std::size_t threads, const std::function<bool()>& stopped,
                     const std::function<std::shared_ptr<void>(std::size_t)>& work,
                     const std::function<void(const std::shared_ptr<void>&)>& finish);

}  // namespace reddline::pipeline
