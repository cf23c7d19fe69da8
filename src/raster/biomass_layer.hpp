#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/biomass_sums.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// A biomass map on a grid of its own, wherever its pixels come from. One layer serves one thread.
class BiomassLayer {
public:
    /// Marks a pixel that lies in none of the map's.
    static constexpr std::int64_t nowhere = -1;

    virtual ~BiomassLayer() = default;

    /// Finds the number of the biomass pixel in which the centre of each pixel of a window lies; the same pixel has the same
    /// number in every window.
    ///
    /// Shapes: `places` gets the window's pixels, row by row.
    virtual void find_places(const Window& window, std::vector<std::int64_t>& places) const = 0;

    /// Reads the values of biomass pixels, none of which is `nowhere`.
    ///
    /// Shapes: `places` ascend; `values` gets one value for each.
    /// Errors: Error{corrupt_raster}; Error{unreadable_file} for a value below 0 or above `most_biomass_t_per_ha`.
    virtual void read(std::span<const std::int64_t> places, std::vector<BiomassValue>& values) = 0;
};

}  // namespace reddline::raster
