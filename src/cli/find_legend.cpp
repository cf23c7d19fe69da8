#include "cli/find_legend.hpp"

#include <filesystem>
#include <fstream>

#include "inputs/legend_table.hpp"

namespace reddline::cli {

namespace fs = std::filesystem;

bool is_legend(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string header;
    return std::getline(stream, header) && inputs::heads_legend(header);
}

std::string find_legend(const std::string& map, const std::string& name, const std::string& audit_file) {
    const fs::path beside_map = fs::absolute(map).lexically_normal().parent_path();
    const fs::path beside_audit = fs::absolute(audit_file).lexically_normal().parent_path();
    for (const std::string& wanted : {name, name + "-legend", name + "_legend", std::string("legend")}) {
        for (const fs::path& folder : {beside_map, beside_audit}) {
            const fs::path path = folder / (wanted + ".csv");
            if (is_legend(path)) return path.string();
        }
    }
    return {};
}

}  // namespace reddline::cli
