#include "cli/check_inputs.hpp"

#include <iostream>
#include <string>

#include "accounting/factor_coverage.hpp"
#include "cli/finish_run.hpp"
#include "cli/load_tables.hpp"
#include "cli/pass_estimate.hpp"
#include "cli/raster_pass.hpp"
#include "cli/use_index.hpp"
#include "domain/number_text.hpp"
#include "raster/halo_plan.hpp"
#include "report/aligned_table.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::cli {

namespace {

/// The unit of a pixel's sides.
std::string unit_text(const raster::Grid& grid) {
    if (grid.area_rule == raster::AreaRule::geographic) return "degrees";
    return grid.unit_m == 1.0 ? "metres" : "units of " + shortest(grid.unit_m) + " m";
}

std::string grid_text(const raster::Grid& grid) {
    const char* rule = grid.area_rule == raster::AreaRule::geographic   ? "area by latitude on the ellipsoid"
                       : grid.area_rule == raster::AreaRule::equal_area ? "equal-area projection"
                                                                        : "area by the projection's areal scale factor";
    return grouped(grid.columns) + " x " + grouped(grid.rows) + " pixels of " + shortest(grid.pixel_width) + " x " +
           shortest(grid.pixel_height) + " " + unit_text(grid) + ", " + rule;
}

report::PlainTable zones_table(const AuditCase& audit) {
    report::PlainTable table{{"zone", "role", "features", "pixels", "outside the tiles"}, {}, {0, 1}};
    constexpr std::size_t shown = 20;
    for (const ZoneExtent& extent : audit.zones) {
        if (table.rows.size() == shown) break;
        table.rows.push_back({extent.zone.name, std::string(to_string(extent.zone.role)), grouped(extent.features),
                              grouped(extent.inside.pixels), grouped(extent.outside_pixels)});
    }
    if (audit.zones.size() > shown) {
        table.rows.push_back({"and " + std::to_string(audit.zones.size() - shown) + " more", "", "", "", ""});
    }
    return table;
}

/// Forest strata of the legends that one factor set lacks.
std::string without_factor(const AuditCase& audit, const CarbonTable& factors) {
    std::string without;
    for (const StrataMap& map : audit.maps) {
        for (const Stratum& stratum : map.legend.strata()) {
            const bool is_named = without.find("'" + stratum.name + "'") != std::string::npos;
            if (stratum.kind != StratumKind::forest || factors.find(stratum.name) != nullptr || is_named) continue;
            without += (without.empty() ? "" : ", ") + ("'" + stratum.name + "'");
        }
    }
    return without;
}

std::string factors_text(const AuditCase& audit, const CarbonTable& factors) {
    const std::string without = without_factor(audit, factors);
    const std::string count = std::to_string(factors.stocks.size()) + " strata in " + factors.name;
    return without.empty() ? count : count + "; without a factor, and needed where a zone holds it: " + without;
}

std::string factors_text(const AuditCase& audit) {
    std::string text;
    for (const CarbonTable& factors : audit.factor_sets)
        text += (text.empty() ? "" : ". ") + factors_text(audit, factors);
    return text.empty() ? "none: no emission can be computed" : text;
}

/// Pixels that are read only to decide patches at the edges of blocks.
std::string halo_text(std::int64_t halo_pixels) {
    if (halo_pixels == 0) return "";
    return " (" + grouped(halo_pixels) + " of them around the windows, for the patch filter)";
}

std::string load_text(const gdal_io::ReadingLoad& load) {
    std::string text = grouped(load.blocks) + " blocks, about " + fixed(load.stored_bytes / 1e6, 1) + " MB stored, " +
                       fixed(load.decoded_bytes / 1e6, 1) + " MB decoded";
    for (const std::string& layer : load.estimated_layers)
        text += " (blocks of " + layer + " are estimated)";
    return text;
}

/// Stops where the windows tried hold forest without a factor, as the audit would once all are counted.
void expect_factors(const AuditCase& audit, const Trial& trial) {
    if (trial.crosstabs.empty()) return;
    AuditCase tried = audit;
    tried.crosstabs = trial.crosstabs;
    accounting::expect_factors(
        tried, trial.tried == WindowsTried::all ? accounting::CountedPixels::all : accounting::CountedPixels::some);
}

/// Whether the inputs fit each other, as far as that is known before all pixels are counted.
std::string verdict(const AuditCase& audit, const Options& options, WindowsTried tried) {
    if (tried == WindowsTried::none) {
        return "The inputs fit each other, but counting stops where a pixel cannot be counted (see 'Time to count'); "
               "nothing was written.";
    }
    const bool is_open = options.command != Command::crosstab && tried == WindowsTried::some;
    const std::string without =
        is_open && !audit.factor_sets.empty() ? without_factor(audit, audit.factor_sets.front()) : "";
    if (without.empty()) return "The inputs fit each other; nothing was written.";
    return "The inputs fit each other, but 'audit' stops if a project, its belt or the zone of a history holds forest "
           "that has no factor in " +
           audit.factor_sets.front().name + " (" + without + "); nothing was written.";
}

}  // namespace

int check_inputs(const Options& options, const std::atomic<bool>& stop) {
    LoadedTables tables = load_tables(options);
    RasterInputs rasters = open_rasters(tables, options);
    InputDigests digests(stop);
    use_index(options, tables, stop, digests, rasters);
    expect_readings(tables.audit);
    const std::vector<raster::Band>& plan = rasters.plan_to_read().bands;
    const std::int64_t pixels = raster::pixels_with_halo(plan, rasters.halo, rasters.landscape.grid());
    const gdal_io::ReadingLoad load = load_of(rasters);
    const Trial trial = try_windows(rasters, tables.audit, stop);
    if (options.command != Command::crosstab) expect_factors(tables.audit, trial);
    if (options.quiet) return 0;
    const auto line = [](const std::string& text) { return report::wrapped(text, "    "); };
    std::cout << tables.audit.title << '\n'
              << line("Grid: " + grid_text(rasters.landscape.grid()))
              << line("Loss tiles: " + std::to_string(rasters.landscape.loss_tiles().size()) + ", " +
                      tables.audit.release)
              << line("Strata maps: " + std::to_string(tables.audit.maps.size()))
              << line("Factors: " + factors_text(tables.audit))
              << (rasters.indexed ? line("Index: " + index_text(rasters)) : "")
              << line("To read: " + std::to_string(raster::windows_in(plan)) + " windows, " + grouped(pixels) +
                      " pixels" + halo_text(pixels - raster::pixels_in(plan)) + ", " +
                      std::to_string(rasters.read.size()) + " files")
              << line("To decode: " + load_text(load)) << line("Time to count: " + trial.time) << '\n'
              << report::aligned(zones_table(tables.audit), "  ");
    for (const Finding& finding : rasters.findings) {
        std::cout << line(std::string(to_string(finding.severity)) + " " + finding.code + " (" + finding.subject +
                          "): " + finding.message + " " + finding.evidence);
    }
    std::cout << '\n' << report::wrapped(verdict(tables.audit, options, trial.tried), "") << std::flush;
    return 0;
}

}  // namespace reddline::cli
