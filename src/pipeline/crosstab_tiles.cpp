#include "pipeline/crosstab_tiles.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "domain/error.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/spread.hpp"
#include "pipeline/window_counter.hpp"

namespace reddline::pipeline {

namespace {

void count_band(const raster::Band& band, const raster::RunTable& zones, const std::atomic<bool>* stop,
                WindowCounter& counter) {
    for (std::size_t i = 0; i < band.size(); ++i) {
        expect_running(stop);
        if (i % raster::windows_ahead == 0) {
            counter.announce(std::span(band).subspan(i, std::min(raster::windows_ahead, band.size() - i)));
        }
        counter.read(band[i]);
        counter.count(band[i], zones);
    }
}

}  // namespace

std::vector<CrosstabSum> sum_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                   const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                   const CrosstabRules& rules, const PassControl& control) {
    std::size_t done = 0;
    tbb::enumerable_thread_specific<std::unique_ptr<WindowCounter>> counters;
    run_beside(control.threads, control.beside, [&] {
        ordered_map(
            plan.size(), control.threads, control.stop,
            [&](std::size_t i) {
                std::unique_ptr<WindowCounter>& counter = counters.local();
                if (!counter) counter = std::make_unique<WindowCounter>(open_stack(), grid, rules);
                count_band(plan[i], zones, control.stop, *counter);
                return plan[i].size();
            },
            [&](std::size_t windows) {
                done += windows;
                if (control.progress) control.progress(done);
            });
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
