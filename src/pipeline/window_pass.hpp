#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "pipeline/crosstab_rules.hpp"
#include "raster/block_plan.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// What one thread does with the windows that it gets.
class WindowWorker {
public:
    virtual ~WindowWorker() = default;
    /// Tells which windows come next, at most `raster::windows_ahead` of them.
    virtual void announce(std::span<const raster::Window> windows) = 0;
    /// Reads a window and takes from it what is wanted.
    virtual void add(const raster::Window& window) = 0;
};

/// Goes through every window of a plan once, each band with one thread, which asks for its worker before its first.
///
/// Errors: those of the workers, that of the first band that met one; Error{stopped}.
void go_over(const std::vector<raster::Band>& plan, const PassControl& control,
             const std::function<WindowWorker&()>& worker_of_thread);

/// The same with workers that `make()` gives, each as a unique_ptr. Returns them, in no order that means anything.
template <class MakeWorker>
auto pass_over(const std::vector<raster::Band>& plan, const PassControl& control, const MakeWorker& make) {
    std::vector<decltype(make())> workers;
    std::mutex adding;
    go_over(plan, control, [&]() -> WindowWorker& {
        auto worker = make();
        const std::lock_guard<std::mutex> lock(adding);
        return *workers.emplace_back(std::move(worker));
    });
    return workers;
}

}  // namespace reddline::pipeline
