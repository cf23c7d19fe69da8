#include "cli/count_shard.hpp"

#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounting/readings.hpp"
#include "cli/messages.hpp"
#include "cli/parts_directory.hpp"
#include "cli/plan_work.hpp"
#include "cli/raster_pass.hpp"
#include "cli/shard.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "pipeline/set_sums.hpp"
#include "pipeline/spread.hpp"

namespace reddline::cli {

namespace {

/// Counts one unit after the other.
class UnitCounter {
public:
    UnitCounter(const LoadedTables& tables, const RasterInputs& rasters, const PlannedWork& work, InputDigests& digests)
        : rasters_{rasters}, work_{work}, digests_{digests}, rules_{rules_of(rasters.landscape, tables.audit)} {}

    /// Errors: those of the pass and of InputDigests.
    store::Part count(std::size_t unit, const std::string& plan_sha256) {
        const gdal_io::Landscape& landscape = rasters_.landscape;
        const std::vector<std::size_t>& inputs = work_.plan.units[unit].inputs;
        std::vector<std::string> paths;
        for (const std::size_t input : inputs)
            paths.push_back(work_.input_paths[input]);
        const std::vector<pipeline::CrosstabSum> sums = pipeline::sum_tiles(
            work_.units[unit].bands, landscape.grid(), rasters_.zones, [&] { return landscape.open_stack(); }, rules_,
            {.threads = rasters_.threads, .beside = digests_.work_for(paths)});
        store::Part part{
            plan_sha256, unit, {}, landscape.take_unread_blocks(), pipeline::set_tables(sums, rasters_.zones.sets())};
        for (const std::size_t input : inputs) {
            const gdal_io::FileDigest& digest = digests_.of(work_.input_paths[input]);
            part.inputs.push_back({work_.plan.provenance.inputs[input].path, digest.bytes, digest.sha256});
        }
        return part;
    }

private:
    const RasterInputs& rasters_;
    const PlannedWork& work_;
    InputDigests& digests_;
    pipeline::CrosstabRules rules_;
};

std::string unit_text(const WorkUnit& unit) {
    return unit.tile + ", columns " + std::to_string(unit.first_column) + " to " + std::to_string(unit.end_column - 1) +
           ", rows " + std::to_string(unit.first_row) + " to " + std::to_string(unit.end_row - 1);
}

}  // namespace

int count_shard(const Options& options, const std::atomic<bool>& stop) {
    const Shard shard = shard_of(options.shard, process_environment);
    const std::string name = std::to_string(shard.index) + "/" + std::to_string(shard.count);
    const auto note = [&](std::optional<std::size_t> unit, const std::string& text) {
        if (!options.quiet) print_log("note", {name, unit}, text, options.messages);
    };
    note(std::nullopt, shard.origin);
    LoadedTables tables = load_tables(options.audit_file);
    const RasterInputs rasters = open_rasters(tables, options);
    static_cast<void>(accounting::every_reading(tables.audit));  // stops at a [readings] that the inputs do not allow
    InputDigests digests(stop);
    const PlannedWork work = plan_work(options, tables, rasters, digests);
    const PartsDirectory parts(options.output, work.plan);
    UnitCounter counter(tables, rasters, work, digests);
    std::int64_t mine = 0;
    std::int64_t found = 0;
    std::int64_t failed = 0;
    for (std::size_t unit = 0; unit < work.units.size(); ++unit) {
        if (!shard.takes(unit)) continue;
        ++mine;
        if (parts.has(unit)) {
            ++found;
            continue;
        }
        if (stop.load()) {
            throw Error(ErrorCode::stopped, "shard " + name,
                        "the run was stopped before unit " + std::to_string(unit) +
                            "; every finished unit is written, and the same command goes on from there");
        }
        try {
            parts.write(counter.count(unit, parts.plan_sha256()));
            note(unit, "counted " + unit_text(work.plan.units[unit]));
        } catch (const Error& error) {
            if (!options.keep_going || error.code() == ErrorCode::stopped || error.code() == ErrorCode::output_failed)
                throw;
            ++failed;
            parts.write_failure(unit, error);
            static_cast<void>(rasters.landscape.take_unread_blocks());
            print_log("error", {name, unit}, unit_text(work.plan.units[unit]) + " failed: " + error.what(),
                      options.messages);
        }
    }
    if (!options.quiet) {
        std::cout << tables.audit.title << '\n'
                  << "Shard " << shard.index << " of " << shard.count << ": " << counted(mine, "unit") << ", " << found
                  << " there already, " << mine - found - failed << " counted now, " << failed << " failed\n"
                  << "Parts: " << options.output << std::endl;
    }
    return failed > 0 ? exit_code_of(ErrorCode::incomplete) : 0;
}

}  // namespace reddline::cli
