#include "cli/draft_maps.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <utility>

#include "cli/draft_tiles.hpp"
#include "cli/find_legend.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_grid.hpp"
#include "gdal_io/reference_system.hpp"
#include "gdal_io/seen_codes.hpp"
#include "inputs/crosstab_columns.hpp"
#include "report/csv_text.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// A map that is asked for, and its role where that is said.
struct AskedMap {
    std::string path;
    std::optional<StrataRole> role;
};

AskedMap asked_map(const std::string& text) {
    const std::size_t end = text.find('=');
    const auto role = end == std::string::npos ? std::nullopt : strata_role_of(text.substr(0, end));
    return role ? AskedMap{text.substr(end + 1), role} : AskedMap{text, std::nullopt};
}

/// The file's name without its ending, unlike the names before it and the columns that the name would stand beside.
std::string name_of_map(const std::string& path, const std::vector<DraftMap>& before) {
    const std::string stem = fs::path(path).stem().string();
    const auto is_taken = [&](const std::string& name) {
        return std::ranges::find(before, name, &DraftMap::name) != before.end() ||
               std::ranges::find(inputs::crosstab_columns, std::string_view(name)) != inputs::crosstab_columns.end();
    };
    std::string name = stem;
    for (int number = 2; is_taken(name); ++number)
        name = stem + "-" + std::to_string(number);
    return name;
}

/// How the pixels of a map differ from those of the loss tiles; empty where they do not.
std::string other_grid(const raster::Grid& map, const std::vector<FoundTile>& tiles) {
    if (tiles.empty()) return {};
    const raster::Grid& loss = tiles.front().tile.lattice;
    if (!gdal_io::same_wkt(map.crs_wkt, loss.crs_wkt)) return "another reference system";
    if (gdal_io::place_on(loss, map)) return {};
    if (map.pixel_width == loss.pixel_width && map.pixel_height == loss.pixel_height) {
        return "pixels beside the loss tiles'";
    }
    return "pixels " + fixed(map.pixel_width / loss.pixel_width, 2) + " times as wide";
}

/// Whether the raster is small enough for all its pixels to be read: a second or two.
bool is_soon_read(const gdal_io::Tile& tile) {
    constexpr std::int64_t most_pixels = 200'000'000;
    return tile.lattice.columns * tile.lattice.rows <= most_pixels;
}

/// Drafts one map after another.
class MapDrafts {
public:
    MapDrafts(const DraftRequest& request, const FoundSources& found, const std::string& audit_file)
        : request_{request}, found_{found}, audit_file_{audit_file} {}

    void add_asked(const AskedMap& asked) {
        if (gdal_io::is_vector(asked.path)) {
            add_polygons(asked);
        } else if (!add_raster(gdal_io::open_tile(asked.path), asked.role)) {
            throw Error(ErrorCode::code_not_whole, asked.path,
                        "expected the codes of forest types, at most " + std::to_string(Legend::most_strata) +
                            " whole numbers, found measurements; name a classified map");
        }
    }
    void add_found(const gdal_io::Tile& tile) {
        if (!add_raster(tile, std::nullopt))
            drafted_.left_out.push_back(tile.path + ": its pixels are measurements and no codes of forest types");
    }
    /// Errors: Error{missing_file, table_malformed} for a legend that was asked for and is none.
    void expect_legend() const {
        std::error_code ignored;
        if (request_.legend.empty() || is_legend(request_.legend)) return;
        const bool is_there = fs::exists(request_.legend, ignored);
        throw Error(is_there ? ErrorCode::table_malformed : ErrorCode::missing_file, request_.legend,
                    std::string("expected a legend, whose columns are code, stratum and forest, found ") +
                        (is_there ? "something else" : "none") + "; correct --legend");
    }
    [[nodiscard]] DraftedMaps take() { return std::move(drafted_); }

private:
    /// False where the pixels are no codes.
    [[nodiscard]] bool add_raster(const gdal_io::Tile& tile, std::optional<StrataRole> role) {
        std::optional<std::vector<gdal_io::SeenCode>> codes;
        if (is_soon_read(tile)) {
            codes = gdal_io::seen_codes(tile.path, Legend::most_strata);
            if (!codes) return false;
        }
        DraftMap map = begun(tile.path, role);
        map.raster = path_from(audit_file_, tile.path);
        map.other_grid = other_grid(tile.lattice, found_.tiles);
        map.described = grouped(tile.lattice.columns) + " x " + grouped(tile.lattice.rows) + " pixels";
        if (map.legend.empty()) draft_legend(codes, map);
        drafted_.maps.push_back(std::move(map));
        return true;
    }
    void add_polygons(const AskedMap& asked) {
        const std::vector<gdal_io::PolygonLayer> layers = gdal_io::polygon_layers(asked.path);
        if (layers.empty()) {
            throw Error(ErrorCode::table_malformed, asked.path,
                        "expected a raster or polygons, found neither; name the file of the map");
        }
        for (const gdal_io::PolygonLayer& layer : layers) {
            DraftMap map = begun(asked.path, asked.role);
            map.vector = path_from(audit_file_, asked.path);
            if (!layer.is_only_one) map.layer = layer.name;
            map.attributes = layer.attributes;
            map.described = counted(layer.features, "feature");
            if (map.legend.empty()) map.legend_hint = "a table code,stratum,forest[,excluded]";
            drafted_.maps.push_back(std::move(map));
        }
    }
    /// What a map's path tells.
    [[nodiscard]] DraftMap begun(const std::string& path, std::optional<StrataRole> role) const {
        DraftMap map;
        map.name = name_of_map(path, drafted_.maps);
        map.year = inputs::year_in_name(fs::path(path).stem().string());
        map.role = role;
        const std::string legend = request_.legend.empty() ? find_legend(path, map.name, audit_file_) : request_.legend;
        if (!legend.empty()) map.legend = path_from(audit_file_, legend);
        return map;
    }
    /// Gives the map a legend that is to be filled in; `codes` are those of its pixels, where they were read.
    void draft_legend(const std::optional<std::vector<gdal_io::SeenCode>>& codes, DraftMap& map) {
        report::CsvText table{{"code", "stratum", "forest"}};
        map.legend_hint = "a line for each code of the map";
        if (codes) {
            for (const gdal_io::SeenCode& seen : *codes)
                table.add({seen.code, seen.name, ""});
            map.legend_hint =
                "the forest type of each of its " + counted(std::ssize(*codes), "code") + ", and 1 or 0 for forest";
        }
        map.legend = map.name + "-legend.csv";
        drafted_.legends.push_back({(fs::path(audit_file_).parent_path() / map.legend).string(), table.text()});
    }

    const DraftRequest& request_;
    const FoundSources& found_;
    const std::string& audit_file_;
    DraftedMaps drafted_;
};

}  // namespace

DraftedMaps draft_maps(const DraftRequest& request, const FoundSources& found, const std::string& audit_file) {
    MapDrafts drafts(request, found, audit_file);
    drafts.expect_legend();
    for (const std::string& text : request.maps)
        drafts.add_asked(asked_map(text));
    if (request.maps.empty()) {
        for (const gdal_io::Tile& tile : found.maps)
            drafts.add_found(tile);
    }
    DraftedMaps drafted = drafts.take();
    // A single map can be nothing but the one that defines forest.
    if (drafted.maps.size() == 1 && !drafted.maps.front().role) drafted.maps.front().role = StrataRole::baseline;
    return drafted;
}

}  // namespace reddline::cli
