#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gdal_io/reference_system.hpp"
#include "kernels/polygon_spans.hpp"
#include "raster/grid.hpp"

class OGRFeature;
class OGRGeometry;

namespace reddline::gdal_io {

/// The rings of one polygon, outer ring and holes, in pixels of a grid.
using PixelPolygon = std::vector<std::vector<kernels::PixelPoint>>;

/// The polygons of one feature.
struct FeaturePolygons {
    std::vector<PixelPolygon> polygons;        ///< empty when the feature has no geometry, or one without area
    std::optional<std::string> repair_reason;  ///< what was wrong with the geometry, where it had to be repaired
};

/// Turns the geometries of a source into polygons in pixels of a grid: curves become lines, heights are
/// dropped, invalid geometries are repaired, coordinates are carried over with edges refined until they are
/// true to a hundredth of a pixel.
class PolygonReader {
public:
    /// `path` is the source, for messages; the grid must outlive the reader.
    ///
    /// Errors: Error{crs_mismatch} when no transformation leads to the grid.
    PolygonReader(const raster::Grid& grid, const OGRSpatialReference& from, const std::string& path);

    /// The polygons of a feature.
    ///
    /// Errors: Error{table_malformed} for points or lines, or a geometry that cannot be repaired; Error{crs_mismatch}
    ///         for coordinates that the reference system does not have.
    [[nodiscard]] FeaturePolygons read(const OGRFeature& feature) const;

private:
    struct Point {
        double x = 0.0;
        double y = 0.0;
    };
    void expect_known(const OGRGeometry& geometry, const std::string& place) const;
    [[nodiscard]] std::vector<kernels::PixelPoint> in_pixels(const std::vector<Point>& points,
                                                             const std::string& place) const;
    void append_edge(const Point& a, const Point& b, int depth, const std::string& place,
                     std::vector<kernels::PixelPoint>& ring) const;
    [[nodiscard]] std::vector<kernels::PixelPoint> ring_in_pixels(const std::vector<Point>& ring,
                                                                  const std::string& place) const;

    const raster::Grid* grid_;
    std::string path_;
    bool is_geographic_;
    std::unique_ptr<PointTransform> to_grid_;  // null where source and grid share their reference system
};

}  // namespace reddline::gdal_io
