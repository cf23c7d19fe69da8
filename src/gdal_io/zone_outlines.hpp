#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/attribute_table.hpp"
#include "gdal_io/polygon_reader.hpp"
#include "gdal_io/zone_source.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// The polygons of each zone, in pixels of a grid.
using ZoneOutlines = std::vector<std::vector<PixelPolygon>>;

/// The outlines as the zones are burned from them: repaired where they had to be, and carried over to the grid.
///
/// Shapes: one entry per zone, in the order of `read_zones`.
/// Errors: those of `read_zones`.
[[nodiscard]] ZoneOutlines read_outlines(const std::vector<ZoneSource>& sources, const raster::Grid& grid);

/// A ring in cells of a picture, x to the right and y down.
using SketchRing = std::vector<std::array<double, 2>>;

/// The rings of each zone in cells of `side` pixels from the corner of `window`, without what is smaller than half a cell.
[[nodiscard]] std::vector<std::vector<SketchRing>> sketched(const ZoneOutlines& outlines, const raster::Window& window,
                                                            std::int64_t side);

/// Writes the outlines as layer `zones` of a GeoPackage, in the grid's reference system, with attributes, and with a style that QGIS
/// opens it in. The same outlines, attributes and style give the same bytes.
///
/// Shapes: one row of attributes per zone.
/// Errors: Error{output_failed}, which names `shown`.
void write_outlines(const ZoneOutlines& outlines, const AttributeTable& attributes, const std::string& style_qml,
                    const raster::Grid& grid, const std::string& path, const std::string& shown);

}  // namespace reddline::gdal_io
