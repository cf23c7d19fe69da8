#include "gdal_io/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/remote_file.hpp"
#include "gdal_io/wildcard.hpp"

namespace reddline::gdal_io {

namespace {

bool exists(const std::string& path) {
    VSIStatBufL status;
    return VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

std::vector<std::string> names_in(const std::string& folder) {
    const CPLStringList names(VSIReadDir(folder.empty() ? "." : folder.c_str()));
    std::vector<std::string> found;
    for (int i = 0; i < names.size(); ++i) {
        const std::string_view name = names[i];
        if (name != "." && name != "..") found.emplace_back(name);
    }
    return found;
}

// Expands the first path component with a wildcard, then the rest of the path in each folder it matches.
void expand(const std::string& pattern, std::set<std::string>& found) {
    const std::size_t wildcard = pattern.find_first_of("*?[");
    if (wildcard == std::string::npos) {
        if (exists(pattern)) found.insert(pattern);
        return;
    }
    const std::size_t slash = pattern.rfind('/', wildcard);
    const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
    const std::size_t end = std::min(pattern.find('/', wildcard), pattern.size());
    const std::string folder = pattern.substr(0, start);
    const std::string component = pattern.substr(start, end - start);
    for (const std::string& name : names_in(folder.size() > 1 ? folder.substr(0, start - 1) : folder)) {
        const bool is_hidden = name.front() == '.' && component.front() != '.';
        if (is_hidden || !matches_wildcard(name, component)) continue;
        if (end == pattern.size()) {
            found.insert(folder + name);
        } else {
            expand(folder + name + pattern.substr(end), found);
        }
    }
}

std::string joined(int major, int minor, int patch) {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

}  // namespace

void start_gdal(std::function<void(const std::string&)> log) {
    route_messages(std::move(log));
    // A block that cannot be read is an error and never zeros, whatever the environment says.
    CPLSetConfigOption("GTIFF_IGNORE_READ_ERRORS", "NO");
    // No network unless a path asks for it: neither transformation grids nor schemas are fetched.
    OSRSetPROJEnableNetwork(0);
    CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO");
    prepare_for_servers();
    GDALAllRegister();
}

std::string gdal_version() {
    return GDALVersionInfo("RELEASE_NAME");
}

std::string geos_version() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    return OGRGetGEOSVersion(&major, &minor, &patch) ? joined(major, minor, patch) : std::string{};
}

std::string proj_version() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    return joined(major, minor, patch);
}

std::vector<std::string> expand_paths(const std::vector<std::string>& patterns, const std::string& folder) {
    std::set<std::string> all;
    for (const std::string& pattern : patterns) {
        const std::string path = resolved(pattern, folder);
        std::set<std::string> found;
        // A path that exists as it stands is meant as it stands, even with a bracket or a question mark in
        // it.
        const bool is_pattern = path.find_first_of("*?[") != std::string::npos;
        // Why a server refuses a file is told when it is opened.
        if ((is_remote(path) && !is_pattern) || exists(path)) {
            found.insert(path);
        } else {
            expand(path, found);
        }
        if (found.empty()) {
            throw Error(ErrorCode::missing_file, path,
                        is_pattern
                            ? "expected files of this pattern, found none; correct the pattern or fetch the files"
                            : "expected a file, found none; correct the path or fetch the file");
        }
        all.merge(found);
    }
    return {all.begin(), all.end()};
}

std::string resolved(const std::string& path, const std::string& folder) {
    if (path.starts_with('/') || folder.empty()) return path;
    return folder.ends_with('/') ? folder + path : folder + "/" + path;
}

}  // namespace reddline::gdal_io
