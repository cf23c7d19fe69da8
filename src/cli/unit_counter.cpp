#include "cli/unit_counter.hpp"

#include <vector>

#include "pipeline/crosstab_tiles.hpp"
#include "pipeline/set_sums.hpp"

namespace reddline::cli {

UnitCounter::UnitCounter(const LoadedTables& tables, const RasterInputs& rasters, const PlannedWork& work,
                         InputDigests& digests)
    : rasters_{rasters}, work_{work}, digests_{digests}, rules_{rules_of(rasters.landscape, tables.audit)} {}

store::Part UnitCounter::count(std::size_t unit, const std::string& plan_sha256, const std::atomic<bool>* stop) {
    const gdal_io::Landscape& landscape = rasters_.landscape;
    static_cast<void>(landscape.take_unread_blocks());  // those of an earlier unit that failed
    const std::vector<std::size_t>& inputs = work_.plan.units[unit].inputs;
    std::vector<std::string> paths;
    for (const std::size_t input : inputs)
        paths.push_back(work_.input_paths[input]);
    const std::vector<pipeline::CrosstabSum> sums = pipeline::sum_tiles(
        work_.units[unit].bands, landscape.grid(), rasters_.zones, [&] { return landscape.open_stack(); }, rules_,
        {.threads = rasters_.threads, .stop = stop, .beside = digests_.work_for(paths)});
    store::Part part{
        plan_sha256, unit, {}, landscape.take_unread_blocks(), pipeline::set_tables(sums, rasters_.zones.sets())};
    for (const std::size_t input : inputs) {
        const gdal_io::FileDigest& digest = digests_.of(work_.input_paths[input]);
        part.inputs.push_back({work_.plan.provenance.inputs[input].path, digest.bytes, digest.sha256});
    }
    return part;
}

}  // namespace reddline::cli
