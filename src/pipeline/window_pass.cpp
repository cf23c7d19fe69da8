#include "pipeline/window_pass.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <cstddef>

#include "pipeline/ordered_map.hpp"
#include "raster/layer_stack.hpp"

namespace reddline::pipeline {

namespace {

void add_band(const raster::Band& band, const std::atomic<bool>* stop, WindowWorker& worker) {
    for (std::size_t i = 0; i < band.size(); ++i) {
        expect_running(stop);
        if (i % raster::windows_ahead == 0)
            worker.announce(std::span(band).subspan(i, std::min(raster::windows_ahead, band.size() - i)));
        worker.add(band[i]);
    }
}

}  // namespace

void go_over(const std::vector<raster::Band>& plan, const PassControl& control,
             const std::function<WindowWorker&()>& worker_of_thread) {
    tbb::enumerable_thread_specific<WindowWorker*> workers(nullptr);
    std::size_t done = 0;
    ordered_map(
        plan.size(), control.threads, control.stop,
        [&](std::size_t band) {
            WindowWorker*& worker = workers.local();
            if (worker == nullptr) worker = &worker_of_thread();
            add_band(plan[band], control.stop, *worker);
            return plan[band].size();
        },
        [&](std::size_t windows) {
            done += windows;
            if (control.progress) control.progress(done);
        });
}

}  // namespace reddline::pipeline
