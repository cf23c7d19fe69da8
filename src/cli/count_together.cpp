#include "cli/count_together.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/merged_parts.hpp"
#include "cli/messages.hpp"
#include "cli/next_unit.hpp"
#include "cli/plan_work.hpp"
#include "cli/unit_counter.hpp"
#include "domain/error.hpp"
#include "pipeline/ordered_map.hpp"
#include "raster/halo_plan.hpp"
#include "store/part_file.hpp"
#include "store/sha256.hpp"
#include "store/work_plan_file.hpp"

namespace reddline::cli {

namespace {

constexpr std::uint64_t units_per_rank = 8;  // so that the ranks finish together
constexpr std::uint64_t smallest_unit_bytes = std::uint64_t{64} << 20;

/// The options, with units small enough for so many ranks.
Options with_units_for(const Ranks& ranks, const RasterInputs& rasters, Options options) {
    const std::int64_t pixels = raster::pixels_with_halo(rasters.plan.bands, rasters.halo, rasters.landscape.grid());
    const double bytes = rasters.landscape.bytes_per_pixel() * static_cast<double>(pixels);
    const auto share = static_cast<std::uint64_t>(bytes) / (units_per_rank * ranks.count());
    options.unit_bytes = std::min(options.unit_bytes, std::max(share, smallest_unit_bytes));
    return options;
}

/// Stops where a rank plans another count than the first one does.
void expect_one_plan(const Ranks& ranks, const std::string& plan_sha256) {
    if (!ranks.is_first()) {
        ranks.send(0, plan_sha256);
        return;
    }
    std::optional<std::size_t> other;
    for (std::size_t rank = 1; rank < ranks.count(); ++rank) {
        if (ranks.receive(rank) != plan_sha256 && !other) other = rank;
    }
    if (!other) return;
    throw Error(ErrorCode::usage, "MPI",
                "expected one audit for all ranks, found that rank " + std::to_string(*other) +
                    " was given another one, or sees other inputs, than rank 0; where each process has an audit of its "
                    "own, set REDDLINE_MPI=none");
}

/// Adds up what the ranks have counted: pairs of them, then pairs of pairs, until the first rank has all of it.
void reduce_to_first(const Ranks& ranks, const std::string& plan_sha256, MergedParts& counted) {
    for (std::size_t step = 1; step < ranks.count(); step *= 2) {
        if (ranks.rank() % (2 * step) != 0) {
            ranks.send(ranks.rank() - step, store::part_bytes(counted.as_part(plan_sha256, ranks.rank())));
            return;
        }
        const std::size_t other = ranks.rank() + step;
        if (other >= ranks.count()) continue;
        const std::string place = "rank " + std::to_string(other);
        counted.add(store::parse_part(ranks.receive(other), place), place);
    }
}

/// What the first rank makes of the sums of all.
void take_over(const MergedParts& counted, const PlannedWork& work, const RasterInputs& rasters, InputDigests& digests,
               LoadedTables& tables, Findings& findings) {
    tables.audit.crosstabs = counted.crosstabs(tables.audit.zones.size());
    set_zone_areas(tables.audit, false);
    findings = rasters.findings;
    for (const Finding& finding : counted.unread_findings())
        findings.push_back(finding);
    for (std::size_t i = 0; i < work.input_paths.size(); ++i) {
        const InputFile& file = counted.inputs()[i];
        digests.know({.path = work.input_paths[i], .bytes = file.bytes, .sha256 = file.sha256});
    }
}

}  // namespace

int count_together(const Ranks& ranks, const RasterInputs& rasters, const Options& options,
                   const std::atomic<bool>& stop, InputDigests& digests, LoadedTables& tables, Findings& findings) {
    PlannedWork work;
    std::string plan_sha256;
    int exit_code = ranks.together(options.messages, [&] {
        work = plan_work(with_units_for(ranks, rasters, options), tables, rasters, digests);
        plan_sha256 = store::hexadecimal(store::sha256(store::work_plan_text(work.plan)));
        return 0;
    });
    if (exit_code != 0) return exit_code;
    exit_code = ranks.together(options.messages, [&] {
        expect_one_plan(ranks, plan_sha256);
        return 0;
    });
    if (exit_code != 0) return exit_code;
    MergedParts counted(work.plan);
    exit_code = ranks.together(options.messages, [&] {
        UnitCounter counter(tables, rasters, work, digests);
        const NextUnit next = units_among(ranks, {}, work.plan);
        while (const auto unit = next()) {
            pipeline::expect_running(&stop);
            counted.add(counter.count(*unit, plan_sha256, &stop), "unit " + std::to_string(*unit));
        }
        return 0;
    });
    if (exit_code != 0) return exit_code;
    // A rank that fails now is waited for by another one.
    exit_code = exit_code_of_work(options.messages, [&] {
        reduce_to_first(ranks, plan_sha256, counted);
        if (ranks.is_first()) take_over(counted, work, rasters, digests, tables, findings);
        return 0;
    });
    if (exit_code != 0) ranks.abort(exit_code);
    return exit_code;
}

}  // namespace reddline::cli
