#pragma once

#include <cstdint>
#include <string>

#include "raster/grid.hpp"

namespace reddline::raster {

/// Where a pixel lies among all pixels of its size from the origin of the reference system on: the same in every grid that holds it.
struct LatticePlace {
    std::int32_t column = 0;
    std::int32_t row = 0;

    /// The place so many columns and rows on.
    [[nodiscard]] LatticePlace moved(std::int64_t columns, std::int64_t rows) const {
        return {static_cast<std::int32_t>(column + columns), static_cast<std::int32_t>(row + rows)};
    }
    /// One number of both, another for every place.
    [[nodiscard]] std::uint64_t number() const {
        constexpr unsigned half = 32;
        return (std::uint64_t{static_cast<std::uint32_t>(row)} << half) | static_cast<std::uint32_t>(column);
    }
    /// For people and tables, for example `x421043y-51877`.
    [[nodiscard]] std::string text() const;
};

/// The place of the grid's upper-left pixel; that of another is so many columns and rows on.
[[nodiscard]] LatticePlace first_place(const Grid& grid);

}  // namespace reddline::raster
