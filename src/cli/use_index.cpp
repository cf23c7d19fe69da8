#include "cli/use_index.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/index_facts.hpp"
#include "cli/messages.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/spread.hpp"
#include "store/index_header.hpp"
#include "store/sha256.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
    return fs::absolute(path).lexically_normal().string();
}

/// Takes over the digests of files that are still the ones that were hashed.
void know_unchanged(const std::vector<std::string>& files, const store::IndexHeader& header, InputDigests& digests) {
    for (const std::string& path : files) {
        const auto stamp = store::stamp_of(path);
        if (!stamp) continue;
        const store::StampedFile same{absolute(path), *stamp, ""};
        const auto known = std::ranges::find_if(header.files, [&](const store::StampedFile& file) {
            return file.path == same.path && file.stamp == same.stamp;
        });
        if (known != header.files.end()) digests.know({path, stamp->bytes, known->sha256});
    }
}

store::IndexReader open_reader(const fs::path& folder, const store::IndexHeader& header) {
    const std::string places_path = (folder / store::places_name).string();
    const std::string places = read_text(places_path);
    if (store::hexadecimal(store::sha256(places)) != header.places_sha256) {
        throw Error(ErrorCode::unreadable_file, places_path,
                    "expected the places that index.json speaks of, found others; make the index again with 'reddline "
                    "index', or leave --index out");
    }
    return {(folder / store::cells_name).string(), places, static_cast<std::size_t>(header.cells)};
}

}  // namespace

void use_index(const Options& options, const LoadedTables& tables, const std::atomic<bool>& stop, InputDigests& digests,
               RasterInputs& rasters) {
    if (options.index.empty()) return;
    const gdal_io::Landscape& landscape = rasters.landscape;
    const fs::path folder = options.index;
    const std::string header_path = (folder / store::header_name).string();
    const store::IndexHeader header = store::parse_header(read_text(header_path), header_path);
    know_unchanged(landscape.files(), header, digests);
    pipeline::run_beside(options.threads, digests.work_for(landscape.files()), [] {});
    pipeline::expect_running(&stop);
    if (const auto mismatch = mismatch_of(index_facts(tables, landscape, digests), header.facts)) {
        print_message("warning",
                      "the index " + options.index + " is not used, because it was made with " + mismatch->name +
                          " = " + mismatch->second + " and this audit has " + mismatch->first +
                          "; all pixels are read; 'reddline index' makes one that fits",
                      options.messages);
        return;
    }
    const raster::CellLattice lattice(landscape.grid(), header.cell);
    if (lattice.size() != static_cast<std::size_t>(header.cells)) {
        throw Error(ErrorCode::unreadable_file, header_path,
                    "expected " + counted(static_cast<std::int64_t>(lattice.size()), "cell") + " of the grid, found " +
                        std::to_string(header.cells) +
                        "; make the index again with 'reddline index', or leave --index out");
    }
    store::IndexReader reader = open_reader(folder, header);
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
