#include "cli/raster_pass.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/memory_need.hpp"
#include "cli/messages.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "gdal_io/gdal_session.hpp"
#include "inputs/zone_references.hpp"
#include "pipeline/crosstab_cells.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/halo_plan.hpp"

namespace reddline::cli {

namespace {

gdal_io::LandscapeSource landscape_source(const LoadedTables& tables, const Options& options) {
    const inputs::LossEntry& loss = *tables.file.loss;
    gdal_io::LandscapeSource source;
    source.lossyear = gdal_io::expand_paths(loss.lossyear, tables.folder);
    source.treecover2000 = gdal_io::expand_paths(loss.treecover2000, tables.folder);
    source.datamask = gdal_io::expand_paths(loss.datamask, tables.folder);
    for (std::size_t i = 0; i < tables.file.strata.size(); ++i) {
        const inputs::StrataEntry& entry = tables.file.strata[i];
        gdal_io::StrataSource strata;
        strata.map = tables.audit.maps[i];
        strata.rasters = gdal_io::expand_paths(entry.raster, tables.folder);
        if (!entry.vector.empty()) strata.vector = gdal_io::resolved(entry.vector, tables.folder);
        strata.layer = entry.layer;
        strata.attribute = entry.attribute;
        strata.nearest = entry.resample == inputs::Resample::nearest;
        source.strata.push_back(std::move(strata));
    }
    source.missing_blocks_are_no_data = options.allow_missing_blocks;
    return source;
}

raster::HaloNeeds halo_needs(const gdal_io::Landscape& landscape, const AuditCase& audit,
                             const raster::RunTable& zones) {
    constexpr std::size_t loss_cover_and_mask = 3;
    return {.halo = halo_for(landscape, audit),
            .layers = loss_cover_and_mask + audit.maps.size(),
            .area_per_pixel = landscape.grid().area_rule == raster::AreaRule::projected,
            .file_bytes_per_pixel = landscape.bytes_per_pixel(),
            .rows_in_use = zones.bounds().rows};
}

/// As many threads as were asked for and as fit into the memory allowed.
std::size_t threads_within(double bytes_allowed, const MemoryNeed& need, std::size_t threads) {
    if (bytes_allowed < need.for_all + need.per_thread) {
        constexpr double bytes_per_mib = 1024.0 * 1024.0;
        throw Error(ErrorCode::usage, "--memory",
                    "expected at least " + fixed(std::ceil((need.for_all + need.per_thread) / bytes_per_mib), 0) +
                        " MiB for one thread on these inputs, found " + fixed(bytes_allowed / bytes_per_mib, 0) +
                        "; allow more, or leave the option out");
    }
    return static_cast<std::size_t>(
        std::min((bytes_allowed - need.for_all) / need.per_thread, static_cast<double>(threads)));
}

/// How the grid is cut, or why the patch filter cannot be run.
raster::PlanShape plan_shape(const gdal_io::Landscape& landscape, const LoadedTables& tables,
                             const raster::HaloNeeds& needs) {
    const auto shape = raster::shape_with_halo(landscape.native_blocks(), landscape.grid(), needs);
    if (shape) return *shape;
    constexpr double bytes_per_gib = 1024.0 * 1024.0 * 1024.0;
    const std::int64_t possible = raster::largest_halo(landscape.native_blocks(), landscape.grid(), needs);
    const double possible_ha = hectares(possible * landscape.smallest_pixel_cm2()).value();
    throw Error(ErrorCode::audit_file, tables.read.front(),
                "forest.min_area_ha: expected a patch filter that takes at most " +
                    fixed(raster::most_bytes_per_thread / bytes_per_gib, 1) + " GiB of memory per thread, found " +
                    shortest(tables.audit.forest.min_area_ha) + " ha, which needs " + grouped(needs.halo) +
                    " pixels around each window and at least " +
                    fixed(raster::least_bytes(landscape.native_blocks(), landscape.grid(), needs) / bytes_per_gib, 1) +
                    " GiB; on this grid up to " + fixed(std::floor(possible_ha * 10.0) / 10.0, 1) + " ha is possible");
}

}  // namespace

gdal_io::Landscape open_landscape(const LoadedTables& tables, const Options& options) {
    return gdal_io::Landscape(landscape_source(tables, options));
}

std::int64_t halo_for(const gdal_io::Landscape& landscape, const AuditCase& audit) {
    return raster::halo_of(audit.forest.min_area_ha, landscape.smallest_pixel_cm2());
}

WindowPlan plan_for(const gdal_io::Landscape& landscape, const LoadedTables& tables, const raster::RunTable& zones) {
    const raster::PlanShape shape = plan_shape(landscape, tables, halo_needs(landscape, tables.audit, zones));
    WindowPlan plan{shape.window, raster::plan_bands(landscape.grid(), shape, zones)};
    if (landscape.is_remote()) plan.bands = raster::joined_bands(plan.bands, raster::windows_ahead);
    return plan;
}

MemoryNeed memory_for(const gdal_io::Landscape& landscape, const LoadedTables& tables, const raster::RunTable& zones,
                      const WindowPlan& plan) {
    const double bytes_of_window = raster::bytes_per_thread(plan.window, landscape.native_blocks(), landscape.grid(),
                                                            halo_needs(landscape, tables.audit, zones));
    return memory_need(landscape, tables.audit, zones, bytes_of_window);
}

std::size_t threads_for(const Options& options, const gdal_io::Landscape& landscape, const LoadedTables& tables,
                        const raster::RunTable& zones, const WindowPlan& plan) {
    if (!options.memory_bytes) return options.threads;
    return threads_within(static_cast<double>(*options.memory_bytes), memory_for(landscape, tables, zones, plan),
                          options.threads);
}

RasterInputs open_rasters(LoadedTables& tables, const Options& options, const ReadZones& read_zones) {
    RasterInputs rasters{open_landscape(tables, options), {}, 0, {}, std::nullopt, 1, {}, {}};
    rasters.halo = halo_for(rasters.landscape, tables.audit);
    ZonesOnTiles zones = read_zones(tables, rasters.landscape);
    rasters.zones = std::move(zones.cut.runs);
    tables.audit.zones = std::move(zones.cut.zones);
    inputs::resolve_zone_names(tables.audit);
    rasters.plan = plan_for(rasters.landscape, tables, rasters.zones);
    rasters.threads = threads_for(options, rasters.landscape, tables, rasters.zones, rasters.plan);
    rasters.findings = std::move(zones.cut.findings);
    const Findings of_layers = rasters.landscape.findings(rasters.zones);
    rasters.findings.insert(rasters.findings.end(), of_layers.begin(), of_layers.end());
    rasters.read = rasters.landscape.files();
    rasters.read.insert(rasters.read.end(), zones.files.begin(), zones.files.end());
    return rasters;
}

double bytes_per_window(const gdal_io::Landscape& landscape, const AuditCase& audit,
                        const std::vector<raster::Band>& plan) {
    const std::int64_t pixels = raster::pixels_with_halo(plan, halo_for(landscape, audit), landscape.grid());
    const std::size_t windows = std::max<std::size_t>(1, raster::windows_in(plan));
    return landscape.bytes_per_pixel() * static_cast<double>(pixels) / static_cast<double>(windows);
}

pipeline::CrosstabRules rules_of(const gdal_io::Landscape& landscape, const AuditCase& audit) {
    return {.zones = audit.zones.size(),
            .codes = audit.codes,
            .maps = audit.maps,
            .min_area_ha = audit.forest.min_area_ha,
            .neighbours = audit.forest.neighbours,
            .halo = halo_for(landscape, audit)};
}

Findings count_pixels(const RasterInputs& rasters, const Options& options, const std::atomic<bool>& stop,
                      std::vector<std::function<void()>> beside, LoadedTables& tables) {
    AuditCase& audit = tables.audit;
    const pipeline::CrosstabRules rules = rules_of(rasters.landscape, audit);
    const std::vector<raster::Band>& plan = rasters.plan_to_read().bands;
    Progress progress(options, raster::windows_in(plan), bytes_per_window(rasters.landscape, audit, plan));
    const pipeline::PassControl control{.threads = rasters.threads,
                                        .progress = [&](std::size_t done) { progress.show(done); },
                                        .stop = &stop,
                                        .beside = std::move(beside)};
    std::vector<pipeline::CrosstabSum> sums = pipeline::sum_tiles(
        plan, rasters.landscape.grid(), rasters.zones_to_read(), [&] { return rasters.landscape.open_stack(); }, rules,
        control);
    if (rasters.indexed) {
        const auto tables_of = [&](std::size_t cell) { return rasters.indexed->index.tables_of(cell); };
        auto known = pipeline::sum_cells(rasters.indexed->cells, tables_of, rules, control);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i].add(std::move(known[i]));
    }
    audit.crosstabs = pipeline::crosstabs_of(sums, rasters.plan.bands, rasters.zones, rules);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        for (const Tally& tally : audit.crosstabs.front().crosstab.zone_outcome(zone)) {
            audit.zones[zone].inside.area_cm2 += tally.area_cm2;
        }
    }
    Findings findings = rasters.findings;
    for (const UnreadBlocks& unread : rasters.landscape.take_unread_blocks())
        findings.push_back(finding_of(unread));
    return findings;
}

}  // namespace reddline::cli
