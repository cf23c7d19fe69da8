#include "cli/biomass.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounting/biomass_factors.hpp"
#include "cli/load_case.hpp"
#include "cli/messages.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "cli/publish_results.hpp"
#include "cli/raster_pass.hpp"
#include "cli/stopwatch.hpp"
#include "domain/demonstration.hpp"
#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "domain/zone_loss.hpp"
#include "gdal_io/biomass_map.hpp"
#include "gdal_io/gdal_session.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"
#include "inputs/root_ratio_table.hpp"
#include "pipeline/biomass_tiles.hpp"
#include "report/biomass_tables.hpp"

namespace reddline::cli {

namespace {

using RootRatios = std::map<std::string, inputs::SourcedNumber>;

/// What the pass and the tables are made from.
struct BiomassRun {
    LoadedTables tables;
    RootRatios root_ratios;          // by stratum; empty where none, or one for all, is given
    std::optional<std::size_t> map;  // whose strata the means are for; nothing where the audit has none
    std::vector<Stratum> strata;

    [[nodiscard]] const inputs::BiomassEntry& entry() const { return *tables.file.biomass; }
};

std::optional<std::size_t> chosen_map(const AuditCase& audit, const std::string& name) {
    if (name.empty()) return baseline_map(audit.maps);
    return static_cast<std::size_t>(std::ranges::find(audit.maps, name, &StrataMap::name) - audit.maps.begin());
}

/// Stops before any pixel is read where a forest type would have no root ratio.
void expect_root_ratios(const BiomassRun& run) {
    for (const Stratum& stratum : run.strata) {
        if (stratum.kind != StratumKind::forest || run.root_ratios.contains(stratum.name)) continue;
        throw Error(ErrorCode::factor_missing, run.entry().root_ratios,
                    "expected a root ratio for every forest stratum, found none for " +
                        inputs::in_quotes(stratum.name) + "; add a line for it with its source");
    }
}

BiomassRun loaded(const Options& options) {
    BiomassRun run{.tables = load_tables(options), .root_ratios = {}, .map = {}, .strata = {}};
    if (!run.tables.file.biomass) {
        throw Error(ErrorCode::audit_file, options.audit_file,
                    "expected [biomass], which names a map of above-ground biomass, found none; add it");
    }
    const inputs::BiomassEntry& entry = run.entry();
    run.map = chosen_map(run.tables.audit, entry.strata);
    run.strata = run.map ? run.tables.audit.maps[*run.map].legend.strata()
                         : std::vector<Stratum>{{unstratified, StratumKind::forest}};
    if (entry.root_ratios.empty()) return run;
    const std::string path = gdal_io::resolved(entry.root_ratios, run.tables.folder);
    run.root_ratios = inputs::parse_root_ratios(read_text(path), entry.root_ratios);
    run.tables.read.push_back(path);
    expect_root_ratios(run);
    return run;
}

gdal_io::BiomassMap open_map(const BiomassRun& run, const raster::Grid& grid) {
    const inputs::BiomassEntry& entry = run.entry();
    return {{.agb = gdal_io::expand_paths(entry.agb, run.tables.folder),
             .standard_deviation = gdal_io::expand_paths(entry.standard_deviation, run.tables.folder),
             .nearest = entry.resample == inputs::Resample::nearest},
            grid};
}

/// The zones that the audit file names for the means, by their index.
std::vector<std::uint32_t> chosen_zones(const BiomassRun& run) {
    std::vector<std::uint32_t> chosen;
    std::vector<std::string> known;
    const std::vector<ZoneExtent>& zones = run.tables.audit.zones;
    for (const ZoneExtent& extent : zones)
        known.push_back(extent.zone.name);
    for (const std::string& name : run.entry().zones) {
        const std::size_t before = chosen.size();
        for (std::size_t i = 0; i < zones.size(); ++i) {
            if (zones[i].zone.name == name || zones[i].zone.entry == name)
                chosen.push_back(static_cast<std::uint32_t>(i));
        }
        if (chosen.size() > before) continue;
        throw Error(ErrorCode::zone_unknown, "biomass.zones",
                    "expected names of zones, found " + inputs::in_quotes(name) + "; the nearest is " +
                        inputs::in_quotes(inputs::nearest_name(name, known)));
    }
    return chosen;
}

/// The pixels over which the means are taken; each counts once, in however many zones it lies.
raster::RunTable pixels_of_zones(const BiomassRun& run, const raster::RunTable& zones) {
    if (run.entry().zones.empty()) return zones;
    const std::vector<std::uint32_t> chosen = chosen_zones(run);
    std::vector<bool> is_chosen;
    for (const std::vector<std::uint32_t>& set : zones.sets()) {
        is_chosen.push_back(std::ranges::any_of(
            set, [&](std::uint32_t zone) { return std::ranges::find(chosen, zone) != chosen.end(); }));
    }
    return zones.chosen([&](std::int64_t, const raster::Run& part, const auto& keep) {
        if (is_chosen[part.set]) keep(part);
    });
}

pipeline::BiomassRules rules_for(const BiomassRun& run, const gdal_io::Landscape& landscape) {
    const AuditCase& audit = run.tables.audit;
    const int before_first = audit.codes.first().value() - 1;
    return {.pixels = rules_of(landscape, audit),
            .forest = audit.forest,
            .map = run.map.value_or(0),
            .last_loss_code = static_cast<std::size_t>(run.entry().year - before_first)};
}

/// Reads the windows of the zones, and what the biomass map says on their forest.
std::vector<BiomassSums> read_biomass(const BiomassRun& run, const RasterInputs& rasters,
                                      const gdal_io::BiomassMap& map, const Options& options,
                                      const std::atomic<bool>& stop, std::int64_t& pixels_read) {
    const raster::RunTable zones = pixels_of_zones(run, rasters.zones);
    const WindowPlan plan = plan_for(rasters.landscape, run.tables, zones);
    pixels_read = raster::pixels_in(plan.bands);
    Progress progress(options, raster::windows_in(plan.bands),
                      bytes_per_window(rasters.landscape, run.tables.audit, plan.bands));
    const pipeline::PassControl control{
        .threads = rasters.threads, .progress = [&](std::size_t done) { progress.show(done); }, .stop = &stop};
    return pipeline::sum_biomass(
        plan.bands, rasters.landscape.grid(), zones, [&] { return rasters.landscape.open_stack(); },
        [&] { return map.open_layer(); }, rules_for(run, rasters.landscape), control);
}

report::BiomassReport report_of(const BiomassRun& run, const std::vector<BiomassSums>& sums) {
    const inputs::BiomassEntry& entry = run.entry();
    report::BiomassReport report{
        run.map ? run.tables.audit.maps[*run.map].name : std::string{}, entry.year, entry.source, {}};
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].forest().pixels == 0) continue;
        const Stratum stratum = i < run.strata.size() ? run.strata[i] : Stratum{"", StratumKind::non_forest};
        report.rows.push_back({stratum.name, stratum.kind, sums[i], accounting::biomass_mean(sums[i])});
    }
    return report;
}

/// Sources in one line; one that marks a demonstration value comes first, so that the line marks one too.
std::string joined_sources(std::vector<std::string> sources) {
    std::ranges::stable_partition(sources, is_demonstration);
    return joined(sources, "; ");
}

accounting::BiomassToCarbon to_carbon(const BiomassRun& run, const std::string& stratum) {
    const inputs::BiomassEntry& entry = run.entry();
    const inputs::SourcedNumber& fraction = entry.carbon_fraction;
    std::vector<std::string> sources{entry.source, fraction.source};
    accounting::BiomassToCarbon carbon{fraction.value, std::nullopt, ""};
    const auto in_table = run.root_ratios.find(stratum);
    if (in_table != run.root_ratios.end() || entry.root_ratio) {
        const inputs::SourcedNumber& ratio = entry.root_ratio ? *entry.root_ratio : in_table->second;
        carbon.root_ratio = ratio.value;
        sources.push_back(ratio.source);
    }
    carbon.source = joined_sources(sources);
    return carbon;
}

void write_tables(const BiomassRun& run, const report::BiomassReport& report, const OutputDirectory& output) {
    output.write("biomass.csv", report::biomass_csv(run.tables.audit, report));
    const auto write_factors = [&](const std::string& name, PixelErrors errors) {
        const CarbonTable factors = accounting::biomass_factors(
            name, report.rows, [&](const std::string& stratum) { return to_carbon(run, stratum); }, errors);
        output.write(name, report::factor_table_csv(factors));
        return factors;
    };
    write_factors("factors_independent.csv", PixelErrors::independent);
    const CarbonTable correlated = write_factors("factors_correlated.csv", PixelErrors::correlated);
    output.write("correlation.csv", report::correlation_table_csv(accounting::biomass_correlations(correlated)));
}

}  // namespace

int biomass(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    BiomassRun run = loaded(options);
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    RasterInputs rasters = open_rasters(run.tables, options);
    const gdal_io::BiomassMap map = open_map(run, rasters.landscape.grid());
    watch.lap("open");
    std::int64_t pixels_read = 0;
    const report::BiomassReport report = report_of(run, read_biomass(run, rasters, map, options, stop, pixels_read));
    watch.lap("read");
    write_tables(run, report, output);
    watch.lap("write");
    std::vector<std::string> files = rasters.read;
    std::ranges::copy(map.files(), std::back_inserter(files));
    InputDigests digests(stop);
    Provenance provenance = provenance_of(options, run.tables, files, digests);
    provenance.pixels_read = pixels_read;
    publish_results(provenance, run.tables.audit.title, run.tables.audit.maps, rasters.threads, stop, watch, output);
    if (options.quiet) return 0;
    std::cout << report::biomass_text(run.tables.audit, report) << doubts_text(rasters.findings)
              << "Results: " << options.output << std::endl;
    return 0;
}

}  // namespace reddline::cli
