#include "gdal_io/zone_source.hpp"

#include <ogr_feature.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "domain/error.hpp"
#include "domain/utf8_text.hpp"
#include "gdal_io/feature_layer.hpp"
#include "gdal_io/polygon_reader.hpp"
#include "gdal_io/zone_outlines.hpp"
#include "kernels/polygon_spans.hpp"

namespace reddline::gdal_io {

namespace {

struct ZonePolygons {
    ZoneFeatures features;
    std::vector<PixelPolygon> polygons;
};

struct Bounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    void include(const PixelPolygon& polygon) {
        for (const auto& ring : polygon) {
            for (const kernels::PixelPoint& point : ring) {
                left = std::min(left, point.column);
                top = std::min(top, point.row);
                right = std::max(right, point.column);
                bottom = std::max(bottom, point.row);
            }
        }
    }
};

PixelPolygon shifted(const PixelPolygon& polygon, std::int64_t column, std::int64_t row) {
    PixelPolygon moved = polygon;
    for (auto& ring : moved) {
        for (kernels::PixelPoint& point : ring) {
            point.column -= static_cast<double>(column);
            point.row -= static_cast<double>(row);
        }
    }
    return moved;
}

// The pixels of a window, numbered from its corner, whose centre lies in any of the polygons.
std::vector<raster::Span> burned(const std::vector<PixelPolygon>& polygons, const raster::Window& window) {
    std::vector<kernels::PixelSpan> pixels;
    for (const PixelPolygon& polygon : polygons) {
        Bounds bounds;
        bounds.include(polygon);
        const bool is_apart =
            bounds.bottom < static_cast<double>(window.row) || bounds.top > static_cast<double>(window.end_row());
        if (is_apart) continue;
        const bool is_shifted = window.column != 0 || window.row != 0;
        kernels::polygon_spans(is_shifted ? shifted(polygon, window.column, window.row) : polygon, window.columns,
                               window.rows, pixels);
    }
    std::vector<raster::Span> spans;
    spans.reserve(pixels.size());
    for (const kernels::PixelSpan& span : pixels)
        spans.push_back({span.row, span.first, span.end, 0});
    return spans;
}

// Counts over strips of rows, so that a zone far larger than the grid costs time but no memory.
std::int64_t count_beyond(const std::vector<PixelPolygon>& polygons, const raster::Grid& grid) {
    Bounds bounds;
    for (const PixelPolygon& polygon : polygons)
        bounds.include(polygon);
    const bool is_inside = bounds.left >= 0.0 && bounds.top >= 0.0 &&
                           bounds.right <= static_cast<double>(grid.columns) &&
                           bounds.bottom <= static_cast<double>(grid.rows);
    if (is_inside) return 0;
    const raster::Window whole{.column = 0, .row = 0, .columns = grid.columns, .rows = grid.rows};
    const auto left = static_cast<std::int64_t>(std::floor(bounds.left));
    const auto end_column = static_cast<std::int64_t>(std::ceil(bounds.right));
    const auto end_row = static_cast<std::int64_t>(std::ceil(bounds.bottom));
    constexpr std::int64_t strip_rows = 16384;
    std::int64_t beyond = 0;
    for (auto row = static_cast<std::int64_t>(std::floor(bounds.top)); row < end_row; row += strip_rows) {
        for (std::int64_t column = left; column < end_column; column += raster::most_pixels_per_side) {
            const raster::Window strip{column, row, std::min(raster::most_pixels_per_side, end_column - column),
                                       std::min(strip_rows, end_row - row)};
            const raster::RunTable runs(burned(polygons, strip));
            runs.for_each(runs.bounds(), [&](std::int64_t at, std::int64_t first, std::int64_t end, std::uint32_t) {
                const raster::Window run{column + first, row + at, end - first, 1};
                beyond += run.pixels() - intersection(run, whole).pixels();
            });
        }
    }
    return beyond;
}

void add_feature(const OGRFeature& feature, const PolygonReader& reader, ZonePolygons& zone) {
    FeaturePolygons read = reader.read(feature);
    if (read.polygons.empty() && !read.repair_reason) return;
    ++zone.features.features;
    if (read.repair_reason) {
        if (zone.features.repaired == 0) zone.features.repair_reason = *read.repair_reason;
        ++zone.features.repaired;
    }
    std::ranges::move(read.polygons, std::back_inserter(zone.polygons));
}

void expect_polygons(const ZoneSource& source, const std::vector<ZonePolygons>& zones) {
    const auto empty = std::ranges::find_if(zones, [](const ZonePolygons& zone) { return zone.polygons.empty(); });
    if (!zones.empty() && empty == zones.end()) return;
    const std::string filter = source.where.empty() ? "" : " where " + source.where;
    throw Error(ErrorCode::zone_empty, zones.empty() ? source.zone.name : empty->features.zone.name,
                "expected polygons in " + source.path + filter + ", found none; correct the file or `where`");
}

void add_files(const FeatureLayer& layer, std::vector<std::string>& files) {
    for (const std::string& file : layer.files()) {
        if (std::ranges::find(files, file) == files.end()) files.push_back(file);
    }
}

/// Stops at a name in bytes that no encoding is known for; two such names could not be told apart.
void expect_utf8(const std::string& name, const ZoneSource& source) {
    if (is_utf8(name)) return;
    throw Error(ErrorCode::unreadable_file, source.path,
                "expected UTF-8 in the attribute '" + source.split_by + "', found '" + as_utf8(name) +
                    "'; save the file as UTF-8, or name its encoding in the .cpg file of a Shapefile");
}

std::vector<ZonePolygons> read_source(const ZoneSource& source, const raster::Grid& grid,
                                      std::vector<std::string>& files) {
    FeatureLayer layer(source.path, source.layer);
    layer.keep_where(source.where);
    const PolygonReader reader(grid, layer.reference(), source.path);
    const int split = source.split_by.empty() ? -1 : layer.attribute_index(source.split_by);
    std::map<AttributeValue, ZonePolygons> by_value;
    layer.for_each([&](const OGRFeature& feature) {
        const AttributeValue value = split < 0 ? AttributeValue{} : attribute_of(feature, split);
        expect_utf8(value.text, source);
        add_feature(feature, reader, by_value[value]);
    });
    std::vector<ZonePolygons> zones;
    for (auto& [value, zone] : by_value) {
        zone.features.zone = source.zone;
        if (source.zone.entry.empty()) zone.features.zone.entry = source.zone.name;
        if (split >= 0) zone.features.zone.name += "/" + (value.is_null ? "(none)" : value.text);
        zones.push_back(std::move(zone));
    }
    expect_polygons(source, zones);
    add_files(layer, files);
    return zones;
}

}  // namespace

std::vector<std::string> zone_files(const std::vector<ZoneSource>& sources) {
    std::vector<std::string> files;
    for (const ZoneSource& source : sources)
        add_files(FeatureLayer(source.path, source.layer), files);
    return files;
}

ZonesOnGrid read_zones(const std::vector<ZoneSource>& sources, const raster::Grid& grid) {
    const raster::Window whole{.column = 0, .row = 0, .columns = grid.columns, .rows = grid.rows};
    ZonesOnGrid result;
    for (const ZoneSource& source : sources) {
        for (ZonePolygons& zone : read_source(source, grid, result.files)) {
            const auto area = static_cast<std::uint32_t>(result.zones.size());
            zone.features.pixels_beyond = count_beyond(zone.polygons, grid);
            for (raster::Span span : burned(zone.polygons, whole)) {
                span.area = area;
                result.spans.push_back(span);
            }
            result.zones.push_back(std::move(zone.features));
        }
    }
    return result;
}

ZoneOutlines read_outlines(const std::vector<ZoneSource>& sources, const raster::Grid& grid) {
    ZoneOutlines outlines;
    std::vector<std::string> files;
    for (const ZoneSource& source : sources) {
        for (ZonePolygons& zone : read_source(source, grid, files))
            outlines.push_back(std::move(zone.polygons));
    }
    return outlines;
}

}  // namespace reddline::gdal_io
