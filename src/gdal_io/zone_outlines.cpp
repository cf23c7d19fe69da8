#include "gdal_io/zone_outlines.hpp"

#include <ogr_geometry.h>

#include <cmath>
#include <memory>

namespace reddline::gdal_io {

namespace {

SketchRing sketched_ring(const std::vector<kernels::PixelPoint>& ring, const raster::Window& window,
                         std::int64_t side) {
    constexpr double tolerance_cells = 0.5;
    const auto cell = static_cast<double>(side);
    OGRLineString line;
    const auto append = [&](const kernels::PixelPoint& point) {
        line.addPoint((point.column - static_cast<double>(window.column)) / cell,
                      (point.row - static_cast<double>(window.row)) / cell);
    };
    for (const kernels::PixelPoint& point : ring)
        append(point);
    if (!ring.empty()) append(ring.front());
    const std::unique_ptr<OGRGeometry> simple(line.Simplify(tolerance_cells));
    SketchRing sketch;
    if (!simple) return sketch;
    for (const OGRPoint& point : *simple->toLineString()) {
        // A tenth of a cell is finer than is seen.
        const std::array<double, 2> place{std::round(point.getX() * 10.0) / 10.0,
                                          std::round(point.getY() * 10.0) / 10.0};
        if (sketch.empty() || sketch.back() != place) sketch.push_back(place);
    }
    if (sketch.size() > 1 && sketch.front() == sketch.back()) sketch.pop_back();
    return sketch;
}

}  // namespace

std::vector<std::vector<SketchRing>> sketched(const ZoneOutlines& outlines, const raster::Window& window,
                                              std::int64_t side) {
    std::vector<std::vector<SketchRing>> zones;
    for (const std::vector<PixelPolygon>& polygons : outlines) {
        auto& rings = zones.emplace_back();
        for (const PixelPolygon& polygon : polygons) {
            for (const auto& ring : polygon) {
                SketchRing sketch = sketched_ring(ring, window, side);
                if (sketch.size() > 2) rings.push_back(std::move(sketch));
            }
        }
    }
    return zones;
}

}  // namespace reddline::gdal_io
