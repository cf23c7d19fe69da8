#include "pipeline/map_tiles.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <span>

#include "pipeline/ordered_map.hpp"
#include "pipeline/window_reader.hpp"

namespace reddline::pipeline {

namespace {

/// What one thread reads with, and paints on.
struct Easel {
    WindowReader reader;
    MapTile tile;
};

}  // namespace

void paint_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::RunTable& zones,
                 const raster::OpenStack& open_stack, const CrosstabRules& rules, const ForestRule& forest,
                 const PassControl& control, const TakeMapTile& take) {
    const MapPainter painter(rules, forest);
    tbb::enumerable_thread_specific<std::unique_ptr<Easel>> easels;
    std::mutex taking;
    const auto paint_window = [&](const raster::Window& window, Easel& easel) {
        easel.reader.read(window);
        painter.begin(intersection(window, zones.bounds()), easel.tile);
        const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
            return easel.reader.describe_unlisted(map, column, row);
        };
        easel.reader.for_each_part(
            window, zones, [&](const raster::Block& block, const OpenedCover* opened, const raster::Window& part) {
                painter.paint(block, opened, part, zones, describe, easel.tile);
            });
        const std::lock_guard<std::mutex> lock(taking);
        take(easel.tile);
    };
    std::size_t done = 0;
    ordered_map(
        plan.size(), control.threads, control.stop,
        [&](std::size_t band) {
            std::unique_ptr<Easel>& easel = easels.local();
            if (!easel) easel = std::make_unique<Easel>(WindowReader(open_stack(), grid, rules), MapTile{});
            for (std::size_t i = 0; i < plan[band].size(); ++i) {
                expect_running(control.stop);
                if (i % raster::windows_ahead == 0) {
                    easel->reader.announce(
                        std::span(plan[band]).subspan(i, std::min(raster::windows_ahead, plan[band].size() - i)));
                }
                paint_window(plan[band][i], *easel);
            }
            return plan[band].size();
        },
        [&](std::size_t windows) {
            done += windows;
            if (control.progress) control.progress(done);
        });
}

}  // namespace reddline::pipeline
