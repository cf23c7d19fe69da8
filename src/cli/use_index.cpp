#include "cli/use_index.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "block_index/index_header.hpp"
#include "block_index/sha256.hpp"
#include "cli/index_facts.hpp"
#include "cli/messages.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/spread.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
    return fs::absolute(path).lexically_normal().string();
}

/// Takes over the digests of files that are still the ones that were hashed.
void know_unchanged(const std::vector<std::string>& files, const block_index::IndexHeader& header,
                    InputDigests& digests) {
    for (const std::string& path : files) {
        const auto stamp = block_index::stamp_of(path);
        if (!stamp) continue;
        const block_index::StampedFile same{absolute(path), *stamp, ""};
        const auto known = std::ranges::find_if(header.files, [&](const block_index::StampedFile& file) {
            return file.path == same.path && file.stamp == same.stamp;
        });
        if (known != header.files.end()) digests.know({path, stamp->bytes, known->sha256});
    }
}

block_index::IndexReader open_reader(const fs::path& folder, const block_index::IndexHeader& header) {
    const std::string places_path = (folder / block_index::places_name).string();
    const std::string places = read_text(places_path);
    if (block_index::hexadecimal(block_index::sha256(places)) != header.places_sha256) {
        throw Error(ErrorCode::unreadable_file, places_path,
                    "expected the places that index.json speaks of, found others; make the index again with 'reddline "
                    "index', or leave --index out");
    }
    return {(folder / block_index::cells_name).string(), places, static_cast<std::size_t>(header.cells)};
}

}  // namespace

void use_index(const Options& options, const LoadedTables& tables, const std::atomic<bool>& stop, InputDigests& digests,
               RasterInputs& rasters) {
    if (options.index.empty()) return;
    const gdal_io::Landscape& landscape = rasters.landscape;
    const fs::path folder = options.index;
    const std::string header_path = (folder / block_index::header_name).string();
    const block_index::IndexHeader header = block_index::parse_header(read_text(header_path), header_path);
    know_unchanged(landscape.files(), header, digests);
    pipeline::run_beside(options.threads, digests.work_for(landscape.files()), [] {});
    if (stop.load()) throw Error(ErrorCode::stopped, "signal", "the run was stopped; nothing was written");
    if (const auto mismatch = mismatch_of(index_facts(tables, landscape, digests), header.facts)) {
        print_message("warning",
                      "the index " + options.index + " is not used, because it was made with " + mismatch->name +
                          " = " + mismatch->second + " and this audit has " + mismatch->first +
                          "; all pixels are read; 'reddline index' makes one that fits",
                      options.messages);
        return;
    }
    const raster::CellLattice lattice(landscape.grid(), header.cell);
    block_index::IndexReader reader = open_reader(folder, header);
    std::vector<raster::WholeCell> cells = raster::whole_cells(rasters.zones, lattice);
    std::erase_if(cells, [&](const raster::WholeCell& cell) { return !reader.holds(cell.cell); });
    raster::RunTable rest = raster::without_cells(rasters.zones, lattice, cells);
    WindowPlan plan = plan_for(landscape, tables, rest);
    rasters.indexed.emplace(
        IndexedCells{std::move(reader), lattice, std::move(cells), std::move(rest), std::move(plan)});
}

std::string index_text(const RasterInputs& rasters) {
    if (!rasters.indexed) return "";
    const IndexedCells& indexed = *rasters.indexed;
    const std::int64_t left = indexed.rest.pixels();
    return counted(std::ssize(indexed.cells), "cell") + " of " + grouped(indexed.lattice.cell().columns) + " x " +
           grouped(indexed.lattice.cell().rows) + " pixels are known; " + grouped(left) + " of " +
           grouped(rasters.zones.pixels()) + " pixels of the zones are left to be read";
}

}  // namespace reddline::cli
