#include "pipeline/draw_sample.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "estimation/counter_random.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/window_reader.hpp"

namespace reddline::pipeline {

namespace {

/// The variable of `random_bits` that says in which order points are looked at.
constexpr std::uint32_t order_of_points = 1;

/// What one thread reads and draws with.
struct Drawer {
    WindowReader reader;
    MapTile tile;
    PixelSampler sampler;
};

/// What all threads share.
struct Pass {
    const raster::RunTable& zones;
    raster::Window grid;
    MapPainter painter;
    std::int64_t margin = 0;  // pixels around a window that decide what is near loss
};

void draw_window(const raster::Window& window, const Pass& pass, Drawer& drawer) {
    const raster::Window read = grown(window, pass.margin, pass.grid);
    drawer.reader.read(read);
    pass.painter.begin(intersection(read, pass.zones.bounds()), drawer.tile);
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return drawer.reader.describe_unlisted(map, column, row);
    };
    const raster::Block* last = nullptr;
    drawer.reader.for_each_part(read, pass.zones,
                                [&](const raster::Block& block, const OpenedCover* opened, const raster::Window& part) {
                                    pass.painter.paint(block, opened, part, pass.zones, describe, drawer.tile);
                                    last = &block;
                                });
    if (last != nullptr) drawer.sampler.take(window, drawer.tile, *last);
}

void draw_band(const raster::Band& band, const Pass& pass, const std::atomic<bool>* stop, Drawer& drawer) {
    for (std::size_t i = 0; i < band.size(); ++i) {
        expect_running(stop);
        if (i % raster::windows_ahead == 0) {
            raster::Band next;
            for (std::size_t ahead = i; ahead < std::min(i + raster::windows_ahead, band.size()); ++ahead)
                next.push_back(grown(band[ahead], pass.margin, pass.grid));
            drawer.reader.announce(next);
        }
        draw_window(band[i], pass, drawer);
    }
}

/// As many pixels as a design may ask of one stratum.
std::size_t most_kept(const SampleRules& design) {
    std::int64_t most = most_sample_points;
    if (design.points) most = *design.points;
    if (!design.by_hand.empty())
        most = std::ranges::max_element(design.by_hand, {}, [](const auto& one) { return one.second; })->second;
    return static_cast<std::size_t>(most);
}

DrawnPixels strata_with_pixels(const PixelSampler& sampler, const SampleClassTable& table,
                               const raster::RunTable& zones, bool by_zone) {
    DrawnPixels drawn{{}, sampler.left_out()};
    const std::size_t classes = table.classes().size();
    for (std::size_t i = 0; i < classes; ++i) {
        for (std::size_t set = 0; set * classes < sampler.strata().size(); ++set) {
            const StratumSample& stratum = sampler.strata()[set * classes + i];
            if (stratum.size().pixels == 0) continue;
            drawn.strata.push_back({table.classes()[i], by_zone ? zones.sets()[set] : std::vector<std::uint32_t>{},
                                    stratum.size(), stratum.sorted()});
        }
    }
    return drawn;
}

}  // namespace

DrawnPixels draw_pixels(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::RunTable& zones,
                        const raster::OpenStack& open_stack, const CrosstabRules& rules, const ForestRule& forest,
                        const SampleRules& design, const PassControl& control) {
    const SampleClassTable table(rules, design);
    const SamplingRule rule{static_cast<std::uint64_t>(design.seed), raster::first_place(grid), design.near_loss_pixels,
                            design.zones == SampleZones::split, most_kept(design)};
    const Pass pass{zones, {0, 0, grid.columns, grid.rows}, MapPainter(rules, forest), design.near_loss_pixels};
    tbb::enumerable_thread_specific<std::unique_ptr<Drawer>> drawers;
    std::size_t done = 0;
    ordered_map(
        plan.size(), control.threads, control.stop,
        [&](std::size_t band) {
            std::unique_ptr<Drawer>& drawer = drawers.local();
            if (!drawer) {
                drawer = std::make_unique<Drawer>(WindowReader(open_stack(), grid, rules), MapTile{},
                                                  PixelSampler(table, zones, rule));
            }
            draw_band(plan[band], pass, control.stop, *drawer);
            return plan[band].size();
        },
        [&](std::size_t windows) {
            done += windows;
            if (control.progress) control.progress(done);
        });
    PixelSampler all(table, zones, rule);
    for (const std::unique_ptr<Drawer>& drawer : drawers)
        all.add(drawer->sampler);
    return strata_with_pixels(all, table, zones, rule.by_zone);
}

std::vector<SamplePoint> points_of(const DrawnPixels& drawn, const SamplePlan& design, const raster::Grid& grid,
                                   std::int64_t seed) {
    const raster::LatticePlace first = raster::first_place(grid);
    std::vector<std::pair<std::pair<std::uint64_t, std::uint64_t>, SamplePoint>> numbered;
    for (std::size_t i = 0; i < drawn.strata.size(); ++i) {
        const auto points = static_cast<std::size_t>(design.strata[i].points);
        for (const NumberedPixel& pixel : std::span(drawn.strata[i].pixels).first(points)) {
            SamplePoint point;
            point.id = first.moved(pixel.column, pixel.row).text();
            point.column = pixel.column;
            point.row = pixel.row;
            point.area_cm2 = pixel.area_cm2;
            point.stratum = i;
            const auto number = estimation::random_bits(static_cast<std::uint64_t>(seed), pixel.place, order_of_points);
            numbered.push_back({{number, pixel.place}, point});
        }
    }
    std::ranges::sort(numbered, {}, [](const auto& one) { return one.first; });
    std::vector<SamplePoint> points;
    for (auto& [number, point] : numbered) {
        points.push_back(std::move(point));
        points.back().order = static_cast<std::int64_t>(points.size());
    }
    return points;
}

}  // namespace reddline::pipeline
