#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "domain/forest_rule.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"

namespace reddline::pipeline {

/// What is counted, and how.
struct CrosstabRules {
    std::size_t zones = 0;
    LossCodes codes;
    std::vector<StrataMap> maps;
    double min_area_ha = 0.0;  ///< 0 = no patch filter
    PatchNeighbours neighbours = PatchNeighbours::eight;
    std::int64_t halo = 0;  ///< pixels around a window that decide its patches; 0 without the filter
};

/// The minimum areas that are counted with: 0 first, then the filter's, where one is set.
[[nodiscard]] inline std::vector<double> min_areas_ha(const CrosstabRules& rules) {
    return rules.min_area_ha > 0.0 ? std::vector{0.0, rules.min_area_ha} : std::vector{0.0};
}

/// How the work is spread, and how it tells the outside.
struct PassControl {
    std::size_t threads = 1;
    std::function<void(std::size_t windows_done)> progress = {};  ///< called band by band, from one thread at a time
    const std::atomic<bool>* stop = nullptr;                      ///< set by a signal: stop with Error{stopped}
    std::vector<std::function<void()>> beside = {};  ///< other work that shares the threads; must not throw
};

}  // namespace reddline::pipeline
