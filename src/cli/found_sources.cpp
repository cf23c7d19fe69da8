#include "cli/found_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "gdal_io/open_dataset.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// A file that GDAL takes for something.
struct Candidate {
    std::string path;
    bool is_raster;
    std::vector<std::string> files;  ///< that belong to it
};

std::vector<std::string> files_in(const std::string& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        throw Error(ErrorCode::missing_file, folder,
                    "expected a folder of tiles, found " + std::string(fs::exists(folder, error) ? "a file" : "none") +
                        "; name the folder that holds them");
    }
    std::vector<std::string> paths;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;  // of a link that leads nowhere
        const std::string name = entry->path().filename().string();
        if (entry->is_regular_file(ignored) && !name.starts_with(".")) paths.push_back(entry->path().string());
    }
    if (error) {
        throw Error(ErrorCode::unreadable_file, folder,
                    "expected a folder that can be listed, found: " + error.message() + "; check its rights");
    }
    std::ranges::sort(paths);
    return paths;
}

/// True for the parts of a Shapefile that GDAL would open in the place of the whole.
bool is_part_of_shapefile(const std::string& path) {
    return path.ends_with(".dbf") || path.ends_with(".shx");
}

std::optional<Candidate> candidate_of(const std::string& path) {
    if (is_part_of_shapefile(path)) return std::nullopt;
    // A GeoPackage may be taken for both; here it is one of polygons.
    if (gdal_io::is_vector(path)) return Candidate{path, false, gdal_io::files_of(*gdal_io::open_vector(path), path)};
    if (gdal_io::is_raster(path)) return Candidate{path, true, gdal_io::files_of(*gdal_io::open_raster(path), path)};
    return std::nullopt;
}

/// What an audit might read, without the files that belong to others.
std::vector<Candidate> candidates_in(const std::string& folder, std::vector<std::string>& left_out) {
    std::vector<Candidate> found;
    for (const std::string& path : files_in(folder)) {
        try {
            if (auto candidate = candidate_of(path)) found.push_back(std::move(*candidate));
        } catch (const Error& error) {
            left_out.push_back(path + ": " + error.message());
        }
    }
    const std::vector<Candidate> all = found;
    std::erase_if(found, [&](const Candidate& candidate) {
        return std::ranges::any_of(all, [&](const Candidate& other) {
            return other.path != candidate.path && std::ranges::find(other.files, candidate.path) != other.files.end();
        });
    });
    return found;
}

void add_raster(const std::string& path, FoundSources& found) {
    const std::string name = file_name_of(path);
    if (const auto layer = inputs::parse_loss_file_name(name)) {
        found.tiles.push_back({gdal_io::open_tile(path), *layer});
        return;
    }
    if (inputs::is_gfc_name(name)) {
        found.left_out.push_back(path + ": a layer of the loss product that no audit reads");
        return;
    }
    try {
        found.maps.push_back(gdal_io::open_tile(path));
    } catch (const Error& error) {
        found.left_out.push_back(path + ": " + error.message());
    }
}

void add_polygons(const std::string& path, FoundSources& found) {
    try {
        std::vector<gdal_io::PolygonLayer> layers = gdal_io::polygon_layers(path);
        if (!layers.empty()) found.polygons.push_back({path, std::move(layers)});
    } catch (const Error& error) {
        found.left_out.push_back(path + ": " + error.message());
    }
}

}  // namespace

FoundSources find_sources(const std::vector<std::string>& folders) {
    FoundSources found;
    std::set<fs::path> seen;
    for (const std::string& folder : folders) {
        std::error_code ignored;  // a folder that is not there is an error below
        if (!seen.insert(fs::weakly_canonical(folder, ignored)).second) continue;
        for (const Candidate& candidate : candidates_in(folder, found.left_out)) {
            if (candidate.is_raster) {
                add_raster(candidate.path, found);
            } else {
                add_polygons(candidate.path, found);
            }
        }
    }
    return found;
}

}  // namespace reddline::cli
