#include "cli/init.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include "cli/draft_maps.hpp"
#include "cli/draft_tiles.hpp"
#include "cli/draft_zones.hpp"
#include "cli/new_file.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "report/audit_draft_text.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

void expect_free(const fs::path& path, const std::string& remedy) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) return;
    throw Error(ErrorCode::output_exists, path.string(), "expected no file of this name yet, found one; " + remedy);
}

std::string title_of(const DraftRequest& request, const std::string& audit_file) {
    if (!request.title.empty()) return request.title;
    const std::string folder = fs::absolute(audit_file).lexically_normal().parent_path().filename().string();
    return folder.empty() ? "Audit" : folder;
}

AuditDraft told(const DraftRequest& request, const std::string& audit_file) {
    AuditDraft draft;
    draft.title = title_of(request, audit_file);
    draft.label = request.label;
    draft.release = request.release;
    // In a form that TOML has: the command line also takes such as "10.".
    if (const auto canopy_pct = parse_double(request.canopy_pct)) draft.canopy_pct = shortest(*canopy_pct);
    draft.canopy_rule = request.canopy_rule;
    draft.start = request.start;
    draft.end = request.end;
    const auto start = parse_date(request.start);
    const auto end = parse_date(request.end);
    if (start && end) static_cast<void>(MonitoringPeriod{*start, *end});
    return draft;
}

std::string lines_of(const std::string& head, const std::vector<std::string>& lines) {
    std::string text = lines.empty() ? "" : head + "\n";
    for (const std::string& line : lines)
        text += "  " + line + "\n";
    return text;
}

std::string message(const std::string& audit_file, const AuditDraft& draft, const report::DraftText& written,
                    const DraftedMaps& maps, const FoundSources& found) {
    std::string text = "Written: " + audit_file;
    for (const DraftLegend& legend : maps.legends)
        text += ", " + legend.path;
    text += "\nFound: " + counted(std::ssize(found.tiles), "tile") + " of the loss product, " +
            counted(std::ssize(draft.maps), "forest-type map") + ", " + counted(std::ssize(draft.zones), "zone") +
            ".\n";
    std::vector<std::string> left_out = found.left_out;
    left_out.insert(left_out.end(), maps.left_out.begin(), maps.left_out.end());
    text += lines_of("Left out:", left_out);
    text += lines_of("To fill in:", written.to_fill);
    return text + "Lines that begin with #? are optional. Then: reddline check " + audit_file + "\n";
}

}  // namespace

int init(const Options& options) {
    const std::string& audit_file = options.output;
    const DraftRequest& request = options.draft;
    if (!options.overwrite) expect_free(audit_file, "choose another -o FILE, or add --overwrite to replace it");
    const FoundSources found = find_sources(request.folders);
    AuditDraft draft = told(request, audit_file);
    draft_tiles(found.tiles, audit_file, draft);
    DraftedMaps maps = draft_maps(request, found, audit_file);
    draft.maps = maps.maps;
    draft.zones = draft_zones(request, found, audit_file);
    for (const DraftLegend& legend : maps.legends)
        expect_free(legend.path, "it is no legend and would be replaced by one; move it away");
    const report::DraftText written = report::audit_draft_text(draft);
    for (const DraftLegend& legend : maps.legends)
        write_whole(legend.path, legend.text);
    write_whole(audit_file, written.text);
    if (!options.quiet) std::cout << message(audit_file, draft, written, maps, found) << std::flush;
    return 0;
}

}  // namespace reddline::cli
