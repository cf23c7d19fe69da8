#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/finding.hpp"
#include "domain/stratum.hpp"
#include "raster/grid.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Where a strata map of polygons comes from.
struct PolygonSource {
    std::string path;
    std::string layer;      ///< empty = the only layer
    std::string attribute;  ///< holds the legend's codes
};

/// A strata map of polygons, burned once by the pixel-centre rule; any number of threads may read it.
///
/// Where polygons overlap, the one that comes first in the file counts.
class VectorStrata {
public:
    /// Errors: those of FeatureLayer and PolygonReader.
    VectorStrata(const PolygonSource& source, const Legend& legend, const raster::Grid& grid);

    /// Writes stratum indexes of a window, row by row: the legend's count of strata where no polygon is,
    /// raster::unlisted_stratum where the polygon's code is not in the legend.
    ///
    /// Shapes: `codes` holds window.pixels() values.
    void read(const raster::Window& window, std::uint8_t* codes) const;

    /// The code of the polygon that counts at a pixel; empty when there is none.
    [[nodiscard]] std::string code_at(std::int64_t column, std::int64_t row) const;

    /// Repaired geometries, and polygons of different strata that overlap inside the zones.
    [[nodiscard]] Findings findings(const raster::RunTable& zones) const;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

private:
    std::string path_;
    std::vector<std::string> files_;
    std::uint8_t no_stratum_;
    std::vector<std::uint8_t> stratum_of_feature_;
    std::vector<std::string> code_of_feature_;
    raster::RunTable features_;  // one area per feature
    std::int64_t repaired_ = 0;
    std::string repair_reason_;
};

}  // namespace reddline::gdal_io
