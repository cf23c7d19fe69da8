#include "cli/count_shard.hpp"

#include <cstdint>
#include <iostream>
#include <optional>
#include <string>

#include "accounting/readings.hpp"
#include "cli/kept_zones.hpp"
#include "cli/messages.hpp"
#include "cli/next_unit.hpp"
#include "cli/parts_directory.hpp"
#include "cli/plan_work.hpp"
#include "cli/ranks.hpp"
#include "cli/raster_pass.hpp"
#include "cli/shard.hpp"
#include "cli/unit_counter.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

std::string unit_text(const WorkUnit& unit) {
    return unit.tile + ", columns " + std::to_string(unit.first_column) + " to " + std::to_string(unit.end_column - 1) +
           ", rows " + std::to_string(unit.first_row) + " to " + std::to_string(unit.end_row - 1);
}

/// Counts units into a directory of parts, and says so.
class PartCounter {
public:
    PartCounter(const Options& options, const Shard& shard)
        : options_{options},
          shard_{shard},
          name_{std::to_string(shard.index) + "/" + std::to_string(shard.count)},
          finishes_unit_{false} {}

    void note(std::optional<std::size_t> unit, const std::string& text) const {
        if (!options_.quiet) print_log("note", {name_, unit}, text, options_.messages);
    }

    /// Errors: those of count_shard.
    int count(const std::function<NextUnit(const WorkPlan&)>& units, const std::atomic<bool>& stop) {
        LoadedTables tables = load_tables(options_);
        InputDigests digests(stop);
        KeptZones kept_zones(options_.output, digests);
        const RasterInputs rasters =
            open_rasters(tables, options_, [&](const LoadedTables& of_audit, const gdal_io::Landscape& landscape) {
                return kept_zones.zones_of(of_audit, landscape);
            });
        static_cast<void>(
            accounting::every_reading(tables.audit));  // stops at a [readings] that the inputs do not allow
        const PlannedWork work = plan_work(options_, tables, rasters, digests);
        const PartsDirectory parts(options_.output, work.plan);
        kept_zones.keep();
        InputDigests digests_of_units(finishes_unit_);
        UnitCounter counter(tables, rasters, work, digests_of_units);
        const NextUnit next = units(work.plan);
        while (const auto unit = next()) {
            ++mine_;
            if (parts.has(*unit)) {
                ++found_;
                continue;
            }
            if (stop.load()) fail_because_stopped(*unit);
            count_unit(*unit, work.plan, parts, counter);
        }
        if (!options_.quiet) std::cout << tables.audit.title << '\n' << summary() << std::endl;
        return failed_ > 0 ? exit_code_of(ErrorCode::incomplete) : 0;
    }

private:
    void count_unit(std::size_t unit, const WorkPlan& plan, const PartsDirectory& parts, UnitCounter& counter) {
        try {
            parts.write(counter.count(unit, parts.plan_sha256(), &finishes_unit_));
            note(unit, "counted " + unit_text(plan.units[unit]));
        } catch (const Error& error) {
            if (!options_.keep_going || error.code() == ErrorCode::output_failed) throw;
            ++failed_;
            parts.write_failure(unit, error);
            print_log("error", {name_, unit}, unit_text(plan.units[unit]) + " failed: " + error.what(),
                      options_.messages);
        }
    }

    [[noreturn]] void fail_because_stopped(std::size_t unit) const {
        throw Error(ErrorCode::stopped, "shard " + name_,
                    "the run was stopped before unit " + std::to_string(unit) +
                        "; every finished unit is written, and the same command goes on from there");
    }

    [[nodiscard]] std::string summary() const {
        return "Shard " + std::to_string(shard_.index) + " of " + std::to_string(shard_.count) + ": " +
               counted(mine_, "unit") + ", " + std::to_string(found_) + " there already, " +
               std::to_string(mine_ - found_ - failed_) + " counted now, " + std::to_string(failed_) + " failed\n" +
               "Parts: " + options_.output;
    }

    const Options& options_;
    Shard shard_;
    std::string name_;
    const std::atomic<bool> finishes_unit_;  // a signal lets the unit in hand be finished
    std::int64_t mine_ = 0;
    std::int64_t found_ = 0;
    std::int64_t failed_ = 0;
};

int count_one_by_one(const Options& options, const Shard& shard, const std::string& found,
                     const std::atomic<bool>& stop) {
    PartCounter counter(options, shard);
    counter.note(std::nullopt, found);
    return counter.count([&](const WorkPlan& plan) { return units_of(shard, plan.units.size()); }, stop);
}

int count_among_ranks(const Options& options, const Placement& placement, const mpi::Module& module,
                      const std::atomic<bool>& stop) {
    const Ranks ranks(module, placement);
    PartCounter counter(options, placement.shard());
    counter.note(std::nullopt, placement.shard().origin + "; MPI hands the units out");
    return ranks.together(options.messages, [&] {
        return counter.count([&](const WorkPlan& plan) { return units_among(ranks, placement.array, plan); }, stop);
    });
}

}  // namespace

int count_shard(const Options& options, const std::atomic<bool>& stop) {
    if (options.shard != "auto") {
        const Shard shard = shard_of(options.shard);
        return count_one_by_one(options, shard, shard.origin, stop);
    }
    const Placement placement = placement_of(process_environment);
    const OpenedModule opened = open_mpi_module(placement, process_environment);
    if (opened.module != nullptr) return count_among_ranks(options, placement, *opened.module, stop);
    const Shard shard = placement.shard();
    const bool is_of_mpi = placement.protocol != LauncherProtocol::none;
    const std::string found = shard.origin + (is_of_mpi ? "; without MPI, since " + opened.reason : "");
    return count_one_by_one(options, shard, found, stop);
}

}  // namespace reddline::cli
