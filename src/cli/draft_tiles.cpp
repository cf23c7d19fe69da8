#include "cli/draft_tiles.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/wildcard.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr int first_loss_year = 2001;  // code 1 of every release of Global Forest Change; Hansen et al. 2013

/// The names in a folder that a pattern means: those that are not hidden.
std::set<std::string> matches_in(const fs::path& folder, const std::string& pattern) {
    std::set<std::string> names;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(".") && gdal_io::matches_wildcard(name, pattern)) names.insert(name);
    }
    return names;
}

/// The pattern `head*tail` around a layer's name that means just these files of a folder; empty where none does.
std::string pattern_of(const fs::path& folder, const std::set<std::string>& names, inputs::LossLayer layer) {
    const std::string word{to_string(layer)};
    const std::string& first = *names.begin();
    const std::string head = first.substr(0, first.find(word));
    const std::string tail = fs::path(first).extension().string();
    for (const std::string& begin : {head, std::string("*")}) {
        const std::string pattern = begin + word + "*" + tail;
        if (head.find_first_of("*?[") == std::string::npos && matches_in(folder, pattern) == names) return pattern;
    }
    return {};
}

std::vector<std::string> paths_of(const std::vector<FoundTile>& tiles, inputs::LossLayer layer,
                                  const std::string& audit_file) {
    std::map<fs::path, std::set<std::string>> names;  // by folder
    for (const FoundTile& found : tiles) {
        const fs::path path = found.tile.path;
        if (found.name.layer == layer) names[path.parent_path()].insert(path.filename().string());
    }
    std::vector<std::string> paths;
    for (const auto& [folder, of_folder] : names) {
        const std::string pattern = of_folder.size() > 1 ? pattern_of(folder, of_folder, layer) : std::string{};
        if (!pattern.empty()) {
            paths.push_back(path_from(audit_file, (folder / pattern).string()));
            continue;
        }
        for (const std::string& name : of_folder)
            paths.push_back(path_from(audit_file, (folder / name).string()));
    }
    return paths;
}

std::string release_text(const std::string& release) {
    return release.empty() ? "none" : "'" + release + "'";
}

/// Takes the release over where the names of all tiles have the same.
void take_release(const std::vector<FoundTile>& tiles, AuditDraft& draft) {
    std::set<std::string> releases;
    for (const FoundTile& found : tiles)
        releases.insert(found.name.release);
    if (releases.size() > 1) {
        const std::vector<std::string> all(releases.begin(), releases.end());
        throw Error(ErrorCode::usage, "--tiles",
                    "expected tiles of one release of the loss product, found " + release_text(all[0]) + " and " +
                        release_text(all[1]) + " in their names; keep each release in a folder of its own");
    }
    const inputs::LossFileName& name = tiles.front().name;
    if (name.release.empty()) return;
    if (draft.release.empty()) draft.release = name.release;
    draft.first_year = first_loss_year;
    draft.last_year = name.last_year;
}

}  // namespace

std::string path_from(const std::string& audit_file, const std::string& path) {
    if (path.starts_with("/vsi")) return path;
    const fs::path folder = fs::absolute(audit_file).lexically_normal().parent_path();
    return fs::absolute(path).lexically_normal().lexically_relative(folder).string();
}

void draft_tiles(const std::vector<FoundTile>& tiles, const std::string& audit_file, AuditDraft& draft) {
    if (tiles.empty()) return;
    take_release(tiles, draft);
    draft.lossyear = paths_of(tiles, inputs::LossLayer::lossyear, audit_file);
    draft.treecover2000 = paths_of(tiles, inputs::LossLayer::treecover2000, audit_file);
    draft.datamask = paths_of(tiles, inputs::LossLayer::datamask, audit_file);
    const raster::Grid& grid = tiles.front().tile.lattice;
    draft.tiles_described = counted(std::ssize(tiles), "tile") + ", the first of " + grouped(grid.columns) + " x " +
                            grouped(grid.rows) + " pixels";
}

}  // namespace reddline::cli
