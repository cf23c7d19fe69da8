#include "cli/write_pages.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <system_error>

#include "cli/load_tables.hpp"
#include "cli/new_file.hpp"
#include "cli/write_maps.hpp"
#include "domain/error.hpp"
#include "inputs/run_record.hpp"
#include "report/html_page.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& folder, const char* name) {
    std::error_code ignored;
    if (!fs::is_regular_file(folder / name, ignored)) {
        throw Error(ErrorCode::missing_file, folder.string(),
                    std::string("expected a directory of results, found no ") + name +
                        " in it; name a directory that 'audit' or 'account' wrote");
    }
    return read_text((folder / name).string());
}

/// What the page needs of the maps, where the recorded command wrote any; others may lie there that are not of these results.
std::optional<report::MapFiles> maps_in(const fs::path& folder, const Provenance& provenance) {
    std::error_code ignored;
    const fs::path maps = folder / maps_folder;
    if (!writes_maps(provenance.command) || !fs::is_directory(maps, ignored)) return std::nullopt;
    return report::MapFiles{(maps / maps_description).string(), text_of(maps, maps_description),
                            text_of(maps, year_picture)};
}

}  // namespace

void write_pages(const fs::path& folder) {
    const std::string audit = text_of(folder, "audit.json");
    const Provenance provenance = inputs::parse_run_record(text_of(folder, "run.json"), (folder / "run.json").string());
    const report::Pages pages = report::pages_of(report::english(), audit, (folder / "audit.json").string(), provenance,
                                                 maps_in(folder, provenance));
    write_whole(folder / "report.md", pages.markdown);
    write_whole(folder / "report.html", pages.html);
}

int rebuild_pages(const Options& options) {
    write_pages(options.results);
    if (!options.quiet) std::cout << "Written: report.md and report.html in " << options.results << std::endl;
    return 0;
}

}  // namespace reddline::cli
