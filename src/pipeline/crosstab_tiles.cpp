#include "pipeline/crosstab_tiles.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "domain/error.hpp"
#include "pipeline/spread.hpp"
#include "pipeline/window_counter.hpp"
#include "pipeline/window_pass.hpp"

namespace reddline::pipeline {

namespace {

/// One thread's share of the windows.
class ZoneCounter : public WindowWorker {
public:
    ZoneCounter(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid, const CrosstabRules& rules,
                const raster::RunTable& zones)
        : counter_{std::move(stack), grid, rules}, zones_{&zones} {}

    void announce(std::span<const raster::Window> windows) override { counter_.announce(windows); }
    void add(const raster::Window& window) override {
        counter_.read(window);
        counter_.count(window, *zones_);
    }
    [[nodiscard]] std::vector<CrosstabSum> take() { return counter_.take(); }

private:
    WindowCounter counter_;
    const raster::RunTable* zones_;
};

}  // namespace

std::vector<CrosstabSum> sum_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                   const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                   const CrosstabRules& rules, const PassControl& control) {
    std::vector<std::unique_ptr<ZoneCounter>> counters;
    run_beside(control.threads, control.beside, [&] {
        counters =
            pass_over(plan, control, [&] { return std::make_unique<ZoneCounter>(open_stack(), grid, rules, zones); });
    });
    std::vector<CrosstabSum> sums(min_areas_ha(rules).size(), CrosstabSum({.last_loss_code = rules.codes.last_code()}));
    for (const auto& counter : counters) {
        std::vector<CrosstabSum> counted = counter->take();
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i].add(std::move(counted[i]));
    }
    return sums;
}

std::vector<CrosstabOfArea> crosstabs_of_some(const std::vector<CrosstabSum>& sums, std::int64_t pixels_outside,
                                              const raster::RunTable& zones, const CrosstabRules& rules) {
    std::vector<CrosstabOfArea> tables;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        tables.push_back(
            {min_areas_ha(rules)[i], sums[i].by_zone(rules.zones, rules.maps.size(), zones.sets(), pixels_outside)});
    }
    return tables;
}

std::vector<CrosstabOfArea> crosstabs_of(const std::vector<CrosstabSum>& sums, const std::vector<raster::Band>& plan,
                                         const raster::RunTable& zones, const CrosstabRules& rules) {
    const std::int64_t in_zones = zones.pixels();
    const std::int64_t outside = raster::pixels_in(plan) - in_zones;
    std::vector<CrosstabOfArea> tables = crosstabs_of_some(sums, outside, zones, rules);
    for (const CrosstabOfArea& table : tables) {
        const std::int64_t accounted = table.crosstab.pixels_read() - outside;
        if (accounted == in_zones) continue;
        throw Error(ErrorCode::internal, "crosstab",
                    "expected every one of " + std::to_string(in_zones) +
                        " pixels of the zones to be counted, excluded or rejected, found " + std::to_string(accounted) +
                        "; please report it");
    }
    return tables;
}

std::vector<CrosstabOfArea> crosstab_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                           const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                           const CrosstabRules& rules, const PassControl& control) {
    return crosstabs_of(sum_tiles(plan, grid, zones, open_stack, rules, control), plan, zones, rules);
}

}  // namespace reddline::pipeline
