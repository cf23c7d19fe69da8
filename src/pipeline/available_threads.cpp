#include "pipeline/available_threads.hpp"

#include <oneapi/tbb/info.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <ranges>
#include <sstream>
#include <string>
#include <vector>

#include "domain/number_text.hpp"

namespace reddline::pipeline {

namespace {

namespace fs = std::filesystem;

/// Where the groups of one hierarchy are seen in the file system.
struct Mount {
    std::string group;  ///< the group that is seen at its top
    fs::path place;
    bool is_second_version = false;
};

std::vector<std::string> pieces(const std::string& text, char separator) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string piece; std::getline(stream, piece, separator);)
        all.push_back(piece);
    return all;
}

bool names_cpu(const std::string& controllers) {
    return std::ranges::count(pieces(controllers, ','), "cpu") > 0;
}

/// The mounts of /proc/self/mountinfo that hold quotas of cores.
std::vector<Mount> quota_mounts(const fs::path& root) {
    std::vector<Mount> mounts;
    std::ifstream table(root / "proc/self/mountinfo");
    for (std::string line; std::getline(table, line);) {
        const std::size_t dash = line.find(" - ");
        if (dash == std::string::npos) continue;
        const std::vector<std::string> fields = pieces(line.substr(0, dash), ' ');
        const std::vector<std::string> system = pieces(line.substr(dash + 3), ' ');
        if (fields.size() < 5 || system.empty()) continue;
        const bool is_second = system[0] == "cgroup2";
        const bool is_first = system[0] == "cgroup" && names_cpu(system.back());
        if (is_first || is_second) mounts.push_back({fields[3], root / fs::path(fields[4]).relative_path(), is_second});
    }
    return mounts;
}

/// The group of this process within the hierarchy of a mount, by /proc/self/cgroup.
std::optional<std::string> own_group(const fs::path& root, const Mount& mount) {
    std::ifstream table(root / "proc/self/cgroup");
    for (std::string line; std::getline(table, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        if (mount.is_second_version ? controllers.empty() : names_cpu(controllers)) return line.substr(second + 1);
    }
    return std::nullopt;
}

std::optional<double> first_number(const fs::path& file, std::size_t which = 0) {
    std::ifstream stream(file);
    std::string word;
    for (std::size_t i = 0; i <= which; ++i) {
        if (!(stream >> word)) return std::nullopt;
    }
    const auto number = parse_integer(word);
    return number && *number > 0 ? std::optional(static_cast<double>(*number)) : std::nullopt;
}

/// The cores that one group grants; nothing where it sets no limit, which reads "max" or -1.
std::optional<double> cores_of(const fs::path& group, bool is_second_version) {
    const auto quota = first_number(group / (is_second_version ? "cpu.max" : "cpu.cfs_quota_us"));
    const auto period =
        is_second_version ? first_number(group / "cpu.max", 1) : first_number(group / "cpu.cfs_period_us");
    return quota && period ? std::optional(*quota / *period) : std::nullopt;
}

/// The group as seen below its mount; the top itself where it lies outside, as within a container.
fs::path seen_group(const Mount& mount, const std::string& group) {
    const fs::path below = fs::path(group).lexically_relative(mount.group);
    if (below.empty() || *below.begin() == ".." || *below.begin() == ".") return {};
    return below;
}

}  // namespace

std::optional<double> granted_cores(const fs::path& root) {
    std::optional<double> least;
    for (const Mount& mount : quota_mounts(root)) {
        const auto group = own_group(root, mount);
        if (!group) continue;
        for (fs::path below = seen_group(mount, *group);; below = below.parent_path()) {
            const auto cores = cores_of(mount.place / below, mount.is_second_version);
            if (cores && (!least || *cores < *least)) least = cores;
            if (below.empty()) break;
        }
    }
    return least;
}

std::size_t available_threads() {
    const auto by_affinity = static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
    const auto granted = granted_cores();
    return granted ? std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(*granted)), 1, by_affinity)
                   : by_affinity;
}

}  // namespace reddline::pipeline
