#include "pipeline/draw_sample.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "estimation/counter_random.hpp"
#include "pipeline/window_painter.hpp"
#include "pipeline/window_pass.hpp"

namespace reddline::pipeline {

namespace {

/// The variable of `random_bits` that says in which order points are looked at.
constexpr std::uint32_t order_of_points = 1;

/// One thread's share: paints windows, with the margin that decides what is near loss, and draws from them.
class Drawer : public WindowWorker {
public:
    Drawer(WindowPainter painter, PixelSampler sampler, const raster::Grid& grid, std::int64_t margin)
        : painter_{std::move(painter)},
          sampler_{std::move(sampler)},
          grid_{0, 0, grid.columns, grid.rows},
          margin_{margin} {}

    void announce(std::span<const raster::Window> windows) override {
        raster::Band with_margins;
        for (const raster::Window& window : windows)
            with_margins.push_back(grown(window, margin_, grid_));
        painter_.announce(with_margins);
    }
    void add(const raster::Window& window) override {
        painter_.paint(grown(window, margin_, grid_));
        sampler_.take(window, painter_.tile(), painter_.block());
    }
    [[nodiscard]] const PixelSampler& sampler() const { return sampler_; }

private:
    WindowPainter painter_;
    PixelSampler sampler_;
    raster::Window grid_;
    std::int64_t margin_;
};

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
    const MapPainter painter(rules, forest);
    const auto drawers = pass_over(plan, control, [&] {
        return std::make_unique<Drawer>(WindowPainter(WindowReader(open_stack(), grid, rules), painter, zones),
                                        PixelSampler(table, zones, rule), grid, rule.near_loss_pixels);
    });
    PixelSampler all(table, zones, rule);
    for (const auto& drawer : drawers)
        all.add(drawer->sampler());
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
