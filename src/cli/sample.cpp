#include "cli/sample.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_case.hpp"
#include "cli/messages.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "cli/publish_results.hpp"
#include "cli/raster_pass.hpp"
#include "cli/stopwatch.hpp"
#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/zone_list.hpp"
#include "estimation/sample_design.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/points_file.hpp"
#include "pipeline/draw_sample.hpp"
#include "report/sample_tables.hpp"
#include "report/sample_words.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

SampleRules rules_of_sample(const LoadedTables& tables) {
    if (tables.file.sample_design) return *tables.file.sample_design;
    throw Error(ErrorCode::audit_file, tables.read.front(),
                "expected a table [sample_design] that says what sample is wanted, found none; add it");
}

pipeline::DrawnPixels draw(const RasterInputs& rasters, const AuditCase& audit, const SampleRules& rules,
                           const Options& options, const std::atomic<bool>& stop) {
    const std::vector<raster::Band>& plan = rasters.plan.bands;
    Progress progress(options, raster::windows_in(plan), bytes_per_window(rasters.landscape, audit, plan));
    return pipeline::draw_pixels(
        plan, rasters.landscape.grid(), rasters.zones, [&] { return rasters.landscape.open_stack(); },
        rules_of(rasters.landscape, audit), audit.forest, rules,
        {.threads = rasters.threads, .progress = [&](std::size_t done) { progress.show(done); }, .stop = &stop});
}

/// The zones that pixels lie in, as one name.
std::string zone_name(const std::vector<std::uint32_t>& zones, const AuditCase& audit) {
    std::vector<std::string> names;
    for (const std::uint32_t zone : zones)
        names.push_back(audit.zones[zone].zone.name);
    return joined(names, between_zones);
}

std::vector<PixelStratum> strata_of(const pipeline::DrawnPixels& drawn, const AuditCase& audit) {
    std::vector<PixelStratum> strata;
    for (const pipeline::DrawnStratum& one : drawn.strata) {
        const std::string zone = zone_name(one.zones, audit);
        const std::string& name = one.sample_class.name;
        strata.push_back({zone.empty() ? name : name + ", " + zone, name, one.sample_class.map_class, zone, one.size});
    }
    if (strata.empty()) {
        throw Error(ErrorCode::zone_empty, "zones",
                    "expected pixels that a sample can be drawn from, found none: all are water, no data or without a "
                    "class; check the zones and layers");
    }
    return strata;
}

std::int64_t pixels_of(const pipeline::DrawnPixels& drawn) {
    std::int64_t pixels = drawn.left_out.pixels;
    for (const pipeline::DrawnStratum& one : drawn.strata)
        pixels += one.size.pixels;
    return pixels;
}

void write_sample(const SamplePlan& design, const SampleRules& rules, const std::vector<SamplePoint>& points,
                  const raster::Grid& grid, const OutputDirectory& output) {
    output.write("sample_design.csv", report::sample_design_csv(design, rules.allocation));
    output.write("sample_areas.csv", report::sample_areas_csv(design));
    output.write("sample_precision.csv", report::sample_precision_csv(design));
    output.write("points.csv", report::points_csv(design, points));
    output.write("collect_earth.csv", report::collect_earth_csv(points));
    output.write_file(points_geopackage, [&](const fs::path& path, const fs::path& shown) {
        gdal_io::write_points(points, grid, path.string(), shown.string());
    });
}

}  // namespace

int sample(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    LoadedTables tables = load_tables(options);
    const SampleRules rules = rules_of_sample(tables);
    static_cast<void>(gdal_io::driver_of("GPKG", options.output));
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    const RasterInputs rasters = open_rasters(tables, options);
    watch.lap("open");
    const pipeline::DrawnPixels drawn = draw(rasters, tables.audit, rules, options, stop);
    watch.lap("draw");
    const SamplePlan design = estimation::design_sample(strata_of(drawn, tables.audit), rules);
    const raster::Grid& grid = rasters.landscape.grid();
    std::vector<SamplePoint> points = pipeline::points_of(drawn, design, grid, rules.seed);
    gdal_io::set_coordinates(points, grid, rasters.read.front());
    write_sample(design, rules, points, grid, output);
    watch.lap("write");
    InputDigests digests(stop);
    Provenance provenance = provenance_of(options, tables, rasters.read, digests);
    provenance.label =
        report::label_text(report::english(), tables.audit, {});  // neither factors nor claims enter a sample
    provenance.pixels_read = pixels_of(drawn);
    publish_results(provenance, tables.audit.title, tables.audit.maps, rasters.threads, stop, watch, output);
    if (options.quiet) return 0;
    std::cout << tables.audit.title << "\n"
              << (provenance.label.empty() ? "" : "[" + provenance.label + "]\n") << "\n"
              << report::sample_text(design, rules, drawn.left_out) << doubts_text(rasters.findings)
              << "Results: " << options.output << std::endl;
    return 0;
}

}  // namespace reddline::cli
