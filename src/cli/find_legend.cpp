#include "cli/find_legend.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include "inputs/legend_table.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

bool is_legend(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string header;
    return std::getline(stream, header) && inputs::heads_legend(header);
}

/// The legends of a folder, by path.
std::set<fs::path> legends_in(const fs::path& folder) {
    std::set<fs::path> legends;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const fs::path& path = entry.path();
        if (path.extension() == ".csv" && entry.is_regular_file(ignored) && is_legend(path)) legends.insert(path);
    }
    return legends;
}

}  // namespace

std::string find_legend(const std::string& map, const std::string& audit_file) {
    const fs::path beside_map = fs::absolute(map).lexically_normal().parent_path();
    const fs::path beside_audit = fs::absolute(audit_file).lexically_normal().parent_path();
    std::set<fs::path> legends = legends_in(beside_map);
    legends.merge(legends_in(beside_audit));
    const std::string stem = fs::path(map).stem().string();
    for (const char* const ending : {"", "-legend", "_legend"}) {
        const auto named =
            std::ranges::find(legends, stem + ending, [](const fs::path& path) { return path.stem().string(); });
        if (named != legends.end()) return named->string();
    }
    return legends.size() == 1 ? legends.begin()->string() : std::string{};
}

}  // namespace reddline::cli
