#include "cli/plan_work.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <utility>

#include "accounting/readings.hpp"
#include "cli/count_facts.hpp"
#include "cli/provenance_of.hpp"
#include "domain/number_text.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "raster/halo_plan.hpp"
#include "report/aligned_table.hpp"
#include "report/crosstab_tables.hpp"
#include "report/result_tables.hpp"

namespace reddline::cli {

namespace {

/// Places of files among all inputs.
class InputPlaces {
public:
    explicit InputPlaces(const std::vector<std::string>& paths) {
        for (std::size_t i = 0; i < paths.size(); ++i)
            places_.emplace(paths[i], i);
    }
    [[nodiscard]] std::vector<std::size_t> of(const std::vector<std::string>& files) const {
        std::vector<std::size_t> places;
        for (const std::string& file : files)
            places.push_back(places_.at(file));
        std::ranges::sort(places);
        const auto repeated = std::ranges::unique(places);
        places.erase(repeated.begin(), repeated.end());
        return places;
    }

private:
    std::map<std::string, std::size_t> places_;
};

WorkUnit work_unit(const raster::UnitPlan& unit, const RasterInputs& rasters, const InputPlaces& places) {
    const gdal_io::Landscape& landscape = rasters.landscape;
    const raster::Grid& grid = landscape.grid();
    const raster::Window bounds = bounds_of(unit);
    const std::int64_t pixels = raster::pixels_with_halo(unit.bands, rasters.halo, grid);
    const raster::Window read = grown(bounds, rasters.halo, {0, 0, grid.columns, grid.rows});
    return {.tile = landscape.loss_tile_names()[unit.tile],
            .windows = static_cast<std::int64_t>(raster::windows_in(unit.bands)),
            .first_column = bounds.column,
            .end_column = bounds.end_column(),
            .first_row = bounds.row,
            .end_row = bounds.end_row(),
            .pixels = pixels,
            .decoded_bytes = static_cast<std::int64_t>(landscape.bytes_per_pixel() * static_cast<double>(pixels)),
            .inputs = places.of(landscape.files_under(read))};
}

/// Gives each file of the layers that no unit reads to one of them, so that every file is hashed.
void share_out_unread(const std::vector<std::size_t>& layer_files, std::vector<WorkUnit>& units) {
    std::vector<std::size_t> unread;
    for (const std::size_t file : layer_files) {
        const bool is_read = std::ranges::any_of(
            units, [&](const WorkUnit& unit) { return std::ranges::binary_search(unit.inputs, file); });
        if (!is_read) unread.push_back(file);
    }
    for (std::size_t i = 0; i < unread.size(); ++i) {
        std::vector<std::size_t>& inputs = units[i % units.size()].inputs;
        inputs.insert(std::ranges::upper_bound(inputs, unread[i]), unread[i]);
    }
}

std::vector<PlannedMap> planned_maps(const std::vector<StrataMap>& maps) {
    std::vector<PlannedMap> planned;
    for (const StrataMap& map : maps) {
        planned.push_back({map.name, {}});
        for (const Stratum& stratum : map.legend.strata())
            planned.back().strata.push_back(stratum.name);
    }
    return planned;
}

std::vector<std::string> without(const std::vector<std::string>& files, const std::vector<std::string>& left_out) {
    std::vector<std::string> rest;
    std::ranges::copy_if(files, std::back_inserter(rest),
                         [&](const std::string& file) { return std::ranges::find(left_out, file) == left_out.end(); });
    return rest;
}

}  // namespace

PlannedWork plan_work(const Options& options, const LoadedTables& tables, const RasterInputs& rasters,
                      InputDigests& digests) {
    const gdal_io::Landscape& landscape = rasters.landscape;
    const AuditCase& audit = tables.audit;
    PlannedWork work;
    work.input_paths = all_inputs(tables, rasters.read);
    WorkPlan& plan = work.plan;
    plan.title = audit.title;
    plan.provenance = provenance_of(options, tables, without(rasters.read, landscape.files()), digests);
    // Files of the layers are long: who reads one hashes it.
    std::vector<InputFile> inputs;
    for (const std::string& path : work.input_paths)
        inputs.push_back({input_name(path, tables.folder), 0, ""});
    for (const InputFile& known : plan.provenance.inputs)
        *std::ranges::find(inputs, known.path, &InputFile::path) = known;
    plan.provenance.inputs = std::move(inputs);
    plan.provenance.pixels_read = raster::pixels_in(rasters.plan.bands);
    plan.inputs_of_tables = tables.read.size();
    plan.facts = count_facts(tables);
    plan.first_year = audit.codes.first().value();
    plan.last_year = audit.codes.last().value();
    plan.min_areas_ha = pipeline::min_areas_ha(rules_of(landscape, audit));
    plan.maps = planned_maps(audit.maps);
    plan.zones_csv = report::zones_csv(audit);
    plan.layer_findings_csv = report::findings_csv(rasters.findings);
    const auto most_pixels =
        static_cast<std::int64_t>(static_cast<double>(options.unit_bytes) / std::max(1.0, landscape.bytes_per_pixel()));
    work.units = raster::unit_plans(rasters.plan.bands, landscape.loss_tiles(), std::max<std::int64_t>(1, most_pixels),
                                    rasters.halo, landscape.grid());
    const InputPlaces places(work.input_paths);
    for (const raster::UnitPlan& unit : work.units)
        plan.units.push_back(work_unit(unit, rasters, places));
    share_out_unread(places.of(landscape.files()), plan.units);
    return work;
}

int print_plan(const Options& options, const std::atomic<bool>& stop) {
    LoadedTables tables = load_tables(options);
    const RasterInputs rasters = open_rasters(tables, options);
    static_cast<void>(accounting::every_reading(tables.audit));  // stops at a [readings] that the inputs do not allow
    InputDigests digests(stop);
    const PlannedWork work = plan_work(options, tables, rasters, digests);
    if (options.quiet) return 0;
    report::PlainTable table{{"unit", "loss tile", "columns", "rows", "windows", "pixels", "MB decoded"}, {}, {1}};
    std::int64_t pixels = 0;
    double bytes = 0.0;
    for (std::size_t i = 0; i < work.plan.units.size(); ++i) {
        const WorkUnit& unit = work.plan.units[i];
        table.rows.push_back({std::to_string(i), unit.tile,
                              std::to_string(unit.first_column) + " to " + std::to_string(unit.end_column - 1),
                              std::to_string(unit.first_row) + " to " + std::to_string(unit.end_row - 1),
                              grouped(unit.windows), grouped(unit.pixels),
                              fixed(static_cast<double>(unit.decoded_bytes) / 1e6, 1)});
        pixels += unit.pixels;
        bytes += static_cast<double>(unit.decoded_bytes);
    }
    std::cout << tables.audit.title << '\n'
              << counted(std::ssize(work.plan.units), "unit") << ", " << grouped(pixels) << " pixels, "
              << fixed(bytes / 1e6, 1) << " MB decoded; about "
              << fixed(memory_for(rasters.landscape, tables, rasters.zones, rasters.plan).per_thread / 1e6, 0)
              << " MB of memory per thread\n\n"
              << report::aligned(table, "  ") << "\nNothing was written." << std::endl;
    return 0;
}

}  // namespace reddline::cli
