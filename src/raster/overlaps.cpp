#include "raster/overlaps.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace reddline::raster {

std::vector<Overlap> overlaps_of(const RunTable& runs, const std::vector<bool>& asked) {
    // Pixels are counted by set first: there are far fewer sets than runs.
    std::vector<std::int64_t> pixels(runs.sets().size());
    runs.for_each(runs.bounds(), [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t set) {
        pixels[set] += end - first;
    });
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> shared;
    for (std::size_t set = 0; set < pixels.size(); ++set) {
        const std::vector<std::uint32_t>& areas = runs.sets()[set];
        if (std::ranges::none_of(areas, [&](std::uint32_t area) { return asked[area]; })) continue;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            for (std::size_t j = i + 1; j < areas.size(); ++j) {
                if (asked[areas[i]] || asked[areas[j]]) shared[{areas[i], areas[j]}] += pixels[set];
            }
        }
    }
    std::vector<Overlap> overlaps;
    overlaps.reserve(shared.size());
    for (const auto& [pair, count] : shared)
        overlaps.push_back({pair.first, pair.second, count});
    return overlaps;
}

}  // namespace reddline::raster
