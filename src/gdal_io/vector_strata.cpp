#include "gdal_io/vector_strata.hpp"

#include <ogr_feature.h>

#include <algorithm>
#include <utility>

#include "gdal_io/feature_layer.hpp"
#include "gdal_io/polygon_reader.hpp"
#include "kernels/polygon_spans.hpp"
#include "raster/block.hpp"

namespace reddline::gdal_io {

namespace {

std::int64_t pixels_in(const raster::RunTable& zones, std::int64_t row, std::int64_t first, std::int64_t end) {
    std::int64_t pixels = 0;
    for (const raster::Run& run : zones.runs_of(row)) {
        pixels +=
            std::max<std::int64_t>(0, std::min<std::int64_t>(end, run.end) - std::max<std::int64_t>(first, run.first));
    }
    return pixels;
}

}  // namespace

VectorStrata::VectorStrata(const PolygonSource& source, const Legend& legend, const raster::Grid& grid)
    : path_{source.path}, no_stratum_{static_cast<std::uint8_t>(legend.strata().size())} {
    FeatureLayer layer(source.path, source.layer);
    const int attribute = layer.attribute_index(source.attribute);
    const PolygonReader reader(grid, layer.reference(), source.path);
    std::vector<kernels::PixelSpan> pixels;
    std::vector<raster::Span> spans;
    layer.for_each([&](const OGRFeature& feature) {
        const FeaturePolygons read = reader.read(feature);
        if (read.repair_reason) {
            if (repaired_ == 0) repair_reason_ = *read.repair_reason;
            ++repaired_;
        }
        if (read.polygons.empty()) return;
        const auto area = static_cast<std::uint32_t>(code_of_feature_.size());
        const AttributeValue value = attribute_of(feature, attribute);
        code_of_feature_.push_back(value.is_null ? "(none)" : value.text);
        const auto listed = legend.codes().find(code_of_feature_.back());
        stratum_of_feature_.push_back(listed == legend.codes().end() ? raster::unlisted_stratum
                                                                     : static_cast<std::uint8_t>(listed->second));
        pixels.clear();
        for (const PixelPolygon& polygon : read.polygons)
            kernels::polygon_spans(polygon, grid.columns, grid.rows, pixels);
        for (const kernels::PixelSpan& span : pixels)
            spans.push_back({span.row, span.first, span.end, area});
    });
    features_ = raster::RunTable(std::move(spans));
    files_ = layer.files();
}

void VectorStrata::read(const raster::Window& window, std::uint8_t* codes) const {
    std::fill_n(codes, window.pixels(), no_stratum_);
    features_.for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        const std::uint8_t stratum = stratum_of_feature_[features_.sets()[set].front()];
        std::fill_n(codes + ((row - window.row) * window.columns + (first - window.column)), end - first, stratum);
    });
}

std::string VectorStrata::code_at(std::int64_t column, std::int64_t row) const {
    std::string code;
    features_.for_each({column, row, 1, 1}, [&](std::int64_t, std::int64_t, std::int64_t, std::uint32_t set) {
        code = code_of_feature_[features_.sets()[set].front()];
    });
    return code;
}

Findings VectorStrata::findings(const raster::RunTable& zones) const {
    Findings findings;
    if (repaired_ > 0) {
        findings.push_back({.code = "geometry_repaired",
                            .severity = Severity::warning,
                            .subject = path_,
                            .message = "Strata polygons were invalid and have been repaired; look at them in a GIS.",
                            .evidence = std::to_string(repaired_) + " features; the first: " + repair_reason_});
    }
    std::vector<bool> is_disputed;
    for (const auto& features : features_.sets()) {
        const auto stratum = [&](std::uint32_t feature) { return stratum_of_feature_[feature]; };
        is_disputed.push_back(std::ranges::any_of(
            features, [&](std::uint32_t feature) { return stratum(feature) != stratum(features.front()); }));
    }
    std::int64_t pixels = 0;
    features_.for_each(zones.bounds(), [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        if (is_disputed[set]) pixels += pixels_in(zones, row, first, end);
    });
    if (pixels > 0) {
        findings.push_back({.code = "strata_polygons_overlap",
                            .severity = Severity::warning,
                            .subject = path_,
                            .message =
                                "Polygons of different strata overlap inside zones; the one that comes first in the "
                                "file counts.",
                            .evidence = std::to_string(pixels) + " pixels inside zones"});
    }
    return findings;
}

}  // namespace reddline::gdal_io
