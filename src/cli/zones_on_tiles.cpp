#include "cli/zones_on_tiles.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_session.hpp"
#include "raster/clip_spans.hpp"
#include "raster/overlaps.hpp"

namespace reddline::cli {

namespace {

/// Pixels per zone; spans of one zone that overlap count once.
std::vector<std::int64_t> pixels_by_zone(const raster::RunTable& runs, std::size_t zones) {
    std::vector<std::int64_t> pixels(zones);
    runs.for_each(runs.bounds(), [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t set) {
        for (const std::uint32_t zone : runs.sets()[set])
            pixels[zone] += end - first;
    });
    return pixels;
}

ZoneExtent extent_of(const gdal_io::ZoneFeatures& zone, std::int64_t on_grid, std::int64_t in_tiles) {
    const std::int64_t outside = zone.pixels_beyond + on_grid - in_tiles;
    if (in_tiles == 0 && outside > 0) {
        throw Error(ErrorCode::zone_outside, zone.zone.name,
                    "expected the zone to meet the loss tiles, found all " + std::to_string(outside) +
                        " of its pixels outside them; add the tiles that cover it, or check the zone's coordinates");
    }
    if (in_tiles == 0) {
        throw Error(
            ErrorCode::zone_empty, zone.zone.name,
            "expected the centre of at least one pixel inside the zone, found none; it is smaller than a pixel");
    }
    return {zone.zone, zone.features, zone.repaired, {in_tiles, 0}, outside};
}

Findings geometry_findings(const std::vector<gdal_io::ZoneFeatures>& zones) {
    Findings findings;
    for (const gdal_io::ZoneFeatures& zone : zones) {
        if (zone.repaired == 0) continue;
        findings.push_back(
            {"geometry_repaired", Severity::warning, zone.zone.name,
             "The zone holds invalid polygons, which were repaired; compare its area with the project's papers.",
             std::to_string(zone.repaired) + " of " + std::to_string(zone.features) +
                 " features; the first: " + zone.repair_reason});
    }
    return findings;
}

/// Whether hectares that two zones share would be counted for and against credits, or twice.
bool must_be_apart(ZoneRole a, ZoneRole b) {
    const bool has_project = a == ZoneRole::project || b == ZoneRole::project;
    const auto is_project_or_belt = [](ZoneRole role) {
        return role == ZoneRole::project || role == ZoneRole::displacement_belt;
    };
    return has_project && is_project_or_belt(a) && is_project_or_belt(b);
}

Findings overlap_findings(const raster::RunTable& runs, const std::vector<ZoneExtent>& zones) {
    Findings findings;
    std::vector<bool> is_project;
    for (const ZoneExtent& zone : zones)
        is_project.push_back(zone.zone.role == ZoneRole::project);
    for (const raster::Overlap& overlap : raster::overlaps_of(runs, is_project)) {
        const ZoneExtent& first = zones[overlap.first];
        const ZoneExtent& second = zones[overlap.second];
        if (!must_be_apart(first.zone.role, second.zone.role)) continue;
        const bool both_projects = first.zone.role == second.zone.role;
        const std::int64_t smaller = std::min(first.inside.pixels, second.inside.pixels);
        const double share_pct = 100.0 * static_cast<double>(overlap.pixels) / static_cast<double>(smaller);
        findings.push_back(
            {"zones_overlap", Severity::warning, first.zone.name + " and " + second.zone.name,
             both_projects ? "Two project zones share hectares, which may be credited twice: do not add their credits."
                           : "A project zone and a displacement belt share hectares, whose loss counts both as the "
                             "project's and as displaced.",
             std::to_string(overlap.pixels) + " pixels, " + fixed(share_pct, 2) + " % of the smaller zone"});
    }
    return findings;
}

/// True when one loss tile is all of the grid, so that no zone must be cut to the tiles.
bool fills_grid(const gdal_io::Landscape& landscape) {
    const raster::Window whole{0, 0, landscape.grid().columns, landscape.grid().rows};
    return std::ranges::any_of(landscape.loss_tiles(),
                               [&](const raster::Window& tile) { return intersection(tile, whole) == whole; });
}

/// The parts of the zones that lie on loss tiles; empty where that would be all of them, which may be many.
std::vector<raster::Span> spans_on_tiles(const std::vector<raster::Span>& spans, const gdal_io::Landscape& landscape) {
    if (fills_grid(landscape)) return {};
    return raster::clip_spans(spans, landscape.loss_tiles());
}

}  // namespace

std::vector<gdal_io::ZoneSource> zone_sources(const LoadedTables& tables) {
    std::vector<gdal_io::ZoneSource> sources;
    for (const inputs::ZoneEntry& entry : tables.file.zones) {
        sources.push_back({{entry.name, entry.role, entry.name, entry.project},
                           gdal_io::resolved(entry.source, tables.folder),
                           entry.layer,
                           entry.where,
                           entry.split_by});
    }
    return sources;
}

ZonesOnTiles cut_zones(const LoadedTables& tables, const gdal_io::Landscape& landscape) {
    gdal_io::ZonesOnGrid read = gdal_io::read_zones(zone_sources(tables), landscape.grid());
    std::vector<raster::Span> on_tiles = spans_on_tiles(read.spans, landscape);
    store::CutZones cut{{}, raster::RunTable(std::move(read.spans)), geometry_findings(read.zones)};
    // Before the zones are cut to the loss tiles: the layer that lacks a tile may be the loss itself.
    landscape.expect_layers_complete(cut.runs);
    const std::vector<std::int64_t> on_grid = pixels_by_zone(cut.runs, read.zones.size());
    if (!fills_grid(landscape)) cut.runs = raster::RunTable(std::move(on_tiles));
    const std::vector<std::int64_t> in_tiles = pixels_by_zone(cut.runs, read.zones.size());
    for (std::size_t i = 0; i < read.zones.size(); ++i)
        cut.zones.push_back(extent_of(read.zones[i], on_grid[i], in_tiles[i]));
    const Findings overlaps = overlap_findings(cut.runs, cut.zones);
    cut.findings.insert(cut.findings.end(), overlaps.begin(), overlaps.end());
    return {std::move(cut), std::move(read.files)};
}

}  // namespace reddline::cli
