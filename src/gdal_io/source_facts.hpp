#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gdal_io/feature_layer.hpp"

namespace reddline::gdal_io {

/// True where GDAL takes the file for a raster, by its first bytes.
[[nodiscard]] bool is_raster(const std::string& path);

/// True where GDAL takes the file for a source of vectors, by its first bytes; tables are such, too.
[[nodiscard]] bool is_vector(const std::string& path);

/// A layer of polygons, and which of its attributes tells the features apart.
struct PolygonLayer {
    std::string name;
    bool is_only_one = true;  ///< the source has no other layer
    std::int64_t features = 0;
    std::vector<std::string> attributes;
    std::string naming;                 ///< the attribute that names every feature; empty where none does
    std::vector<AttributeValue> names;  ///< its different values, sorted
};

/// The layers of a source that hold polygons. An attribute names features when it is called `name`, `zone`,
/// `zone_name`, `label` or `id`, in capitals or not, and no feature lacks it; the first of these counts.
///
/// Errors: those of FeatureLayer.
[[nodiscard]] std::vector<PolygonLayer> polygon_layers(const std::string& path);

}  // namespace reddline::gdal_io
