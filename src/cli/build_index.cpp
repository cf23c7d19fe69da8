#include "cli/build_index.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/index_facts.hpp"
#include "cli/messages.hpp"
#include "cli/output_directory.hpp"
#include "cli/raster_pass.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "pipeline/crosstab_cells.hpp"
#include "pipeline/ordered_map.hpp"
#include "raster/block_plan.hpp"
#include "store/file_stamp.hpp"
#include "store/index_header.hpp"
#include "store/index_writer.hpp"
#include "store/sha256.hpp"

namespace reddline::cli {

namespace {

using store::IndexHeader;
using Stamps = std::vector<std::optional<store::FileStamp>>;

Stamps stamps_of(const std::vector<std::string>& files) {
    Stamps stamps;
    for (const std::string& path : files)
        stamps.push_back(store::stamp_of(path));
    return stamps;
}

/// All pixels that loss tiles hold.
raster::RunTable runs_of(const std::vector<raster::Window>& tiles) {
    std::vector<raster::Span> spans;
    for (const raster::Window& tile : tiles) {
        for (std::int64_t row = tile.row; row < tile.end_row(); ++row)
            spans.push_back({row, tile.column, tile.end_column(), 0});
    }
    return raster::RunTable(std::move(spans));
}

/// The files whose stamps can be relied on later: they did not change while they were read, nor shortly before.
std::vector<store::StampedFile> stamped_files(const std::vector<std::string>& files, const Stamps& before,
                                              std::int64_t time_before_ns, const InputDigests& digests) {
    const Stamps after = stamps_of(files);
    std::vector<store::StampedFile> stamped;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (before[i] != after[i] || (after[i] && store::may_have_changed_since(*after[i], time_before_ns))) {
            throw Error(ErrorCode::unreadable_file, files[i],
                        "expected a file that stays as it is, found that it changed while it was read; run the same "
                        "command again once nothing writes to it");
        }
        if (!after[i] || !store::is_settled(*after[i], time_before_ns)) continue;
        const std::string path = std::filesystem::absolute(files[i]).lexically_normal().string();
        stamped.push_back({path, *after[i], digests.of(files[i]).sha256});
    }
    return stamped;
}

/// Stops at rasters whose pixels may come from files that nobody names, so that no change of them would be seen.
void expect_known_files(const gdal_io::Landscape& landscape) {
    const auto raster = landscape.virtual_raster();
    if (!raster) return;
    throw Error(ErrorCode::unreadable_file, *raster,
                "expected GeoTIFF files, since an index must know every file that its pixels come from, found another "
                "format; convert it with gdal_translate, or count without an index");
}

std::string summary_text(const IndexHeader& header, std::int64_t kept, std::uint64_t bytes) {
    std::string text = "Index: " + counted(kept, "cell") + " of " + grouped(header.cell.columns) + " x " +
                       grouped(header.cell.rows) + " pixels, " + fixed(static_cast<double>(bytes) / 1e6, 1) + " MB\n";
    if (header.why_left_out.empty()) return text;
    return text + "Left out, and read whenever a zone holds them: " + counted(header.left_out, "cell") +
           "; the first, because of " + header.why_left_out + "\n";
}

}  // namespace

int build_index(const Options& options, const std::atomic<bool>& stop) {
    const LoadedTables tables = load_tables(options);
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse,
                           {store::header_name, store::cells_name, store::places_name});
    const std::int64_t start_ns = store::time_now_ns();  // before any file is opened
    const gdal_io::Landscape landscape = open_landscape(tables, options);
    expect_known_files(landscape);
    std::ranges::for_each(landscape.files(), store::flush);
    const Stamps before = stamps_of(landscape.files());
    const raster::RunTable everything = runs_of(landscape.loss_tiles());
    const WindowPlan plan = plan_for(landscape, tables, everything);
    const raster::CellLattice lattice(landscape.grid(),
                                      raster::cell_shape_for(landscape.native_blocks(), landscape.grid()));
    InputDigests digests(stop);
    IndexHeader header;
    header.cell = lattice.cell();
    header.cells = static_cast<std::int64_t>(lattice.size());
    store::IndexWriter writer(lattice.size());
    std::int64_t kept = 0;
    std::int64_t left_out = 0;
    std::optional<Error> first_error;
    output.write_pieces(store::cells_name, [&](const auto& write) {
        Progress progress(options, raster::windows_in(plan.bands),
                          bytes_per_window(landscape, tables.audit, plan.bands));
        pipeline::count_cells(plan.bands, landscape.grid(), lattice, [&] { return landscape.open_stack(); },
                              rules_of(landscape, tables.audit),
                              {.threads = threads_for(options, landscape, tables, everything, plan),
                               .progress = [&](std::size_t done) { progress.show(done); },
                               .stop = &stop,
                               .beside = digests.work_for(landscape.files())},
                              {.keep =
                                   [&](std::size_t cell, const std::vector<CellTable>& cell_tables) {
                                       write(writer.add(cell, cell_tables));
                                       ++kept;
                                   },
                               .leave_out =
                                   [&](std::size_t, const Error& error) {
                                       ++left_out;
                                       if (!first_error) first_error = error;
                                   }});
    });
    if (kept == 0 && first_error) throw *first_error;
    header.left_out = left_out;
    if (first_error) header.why_left_out = first_error->what();
    header.facts = index_facts(tables, landscape, digests);
    header.files = stamped_files(landscape.files(), before, start_ns, digests);
    const std::string places = writer.places();
    header.places_sha256 = store::hexadecimal(store::sha256(places));
    output.write(store::places_name, places);
    output.write(store::header_name, store::header_json(header));
    pipeline::expect_running(&stop);
    output.publish();
    if (options.quiet) return 0;
    std::cout << tables.audit.title << '\n'
              << summary_text(header, kept, writer.bytes()) << "Use it with --index " << options.output << std::endl;
    return 0;
}

}  // namespace reddline::cli
