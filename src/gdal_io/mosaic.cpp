#include "gdal_io/mosaic.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "domain/error.hpp"
#include "gdal_io/gdal_grid.hpp"
#include "gdal_io/reference_system.hpp"

namespace reddline::gdal_io {

namespace {

void expect_same_crs(const Tile& tile, const raster::Grid& grid, const std::string& remedy) {
    if (same_wkt(tile.lattice.crs_wkt, grid.crs_wkt)) return;
    throw Error(ErrorCode::crs_mismatch, tile.path,
                "expected the coordinate reference system of the loss tiles, '" +
                    name_of(*reference_from_wkt(grid.crs_wkt)) + "', found '" +
                    name_of(*reference_from_wkt(tile.lattice.crs_wkt)) + "'; " + remedy);
}

[[noreturn]] void report_overlap(const Tile& first, const Tile& second, const std::string& layer) {
    throw Error(ErrorCode::tile_overlap, second.path,
                "expected tiles of " + layer + " that do not overlap, found pixels that " + first.path +
                    " holds as well; leave one of the two out, or crop it");
}

void expect_no_shared_pixels(const Mosaic& mosaic) {
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        for (std::size_t k = i + 1; k < mosaic.tiles.size(); ++k) {
            if (!intersection(mosaic.tiles[i].place, mosaic.tiles[k].place).empty()) {
                report_overlap(mosaic.tiles[i], mosaic.tiles[k], mosaic.name);
            }
        }
    }
}

// The parts of `window` that lie above, below, left and right of `hole`.
void append_rest(const raster::Window& window, const raster::Window& hole, std::vector<raster::Window>& rest) {
    const raster::Window cut = intersection(window, hole);
    if (cut.empty()) {
        rest.push_back(window);
        return;
    }
    const std::array<raster::Window, 4> parts{{
        {window.column, window.row, window.columns, cut.row - window.row},
        {window.column, cut.end_row(), window.columns, window.end_row() - cut.end_row()},
        {window.column, cut.row, cut.column - window.column, cut.rows},
        {cut.end_column(), cut.row, window.end_column() - cut.end_column(), cut.rows},
    }};
    std::ranges::copy_if(parts, std::back_inserter(rest), [](const raster::Window& part) { return !part.empty(); });
}

}  // namespace

Mosaic open_mosaic(const std::string& name, const std::vector<std::string>& paths) {
    if (paths.empty()) {
        throw Error(ErrorCode::missing_file, name,
                    "expected at least one tile, found none; name the files in the audit file");
    }
    Mosaic mosaic{.name = name, .tiles = {}};
    mosaic.tiles.reserve(paths.size());
    for (const std::string& path : paths)
        mosaic.tiles.push_back(open_tile(path));
    return mosaic;
}

raster::Grid span_grid(Mosaic& mosaic) {
    raster::Grid grid = mosaic.tiles.front().lattice;
    place_mosaic(mosaic, grid, "warp it to the grid of the others with gdalwarp");
    widen_grid(grid, {&mosaic});
    return grid;
}

void widen_grid(raster::Grid& grid, const std::vector<Mosaic*>& mosaics) {
    raster::Window all{.column = 0, .row = 0, .columns = grid.columns, .rows = grid.rows};
    for (const Mosaic* mosaic : mosaics) {
        for (const Tile& tile : mosaic->tiles) {
            const std::int64_t end_column = std::max(all.end_column(), tile.place.end_column());
            const std::int64_t end_row = std::max(all.end_row(), tile.place.end_row());
            all.column = std::min(all.column, tile.place.column);
            all.row = std::min(all.row, tile.place.row);
            all.columns = end_column - all.column;
            all.rows = end_row - all.row;
        }
    }
    grid.origin_x = grid.x_of(static_cast<double>(all.column));
    grid.origin_y = grid.y_of(static_cast<double>(all.row));
    grid.columns = all.columns;
    grid.rows = all.rows;
    for (Mosaic* mosaic : mosaics) {
        for (Tile& tile : mosaic->tiles) {
            tile.place.column -= all.column;
            tile.place.row -= all.row;
        }
    }
}

void place_mosaic(Mosaic& mosaic, const raster::Grid& grid, const std::string& remedy) {
    for (Tile& tile : mosaic.tiles) {
        expect_same_crs(tile, grid, remedy);
        const auto place = place_on(grid, tile.lattice);
        if (!place) {
            throw Error(ErrorCode::grid_mismatch, tile.path,
                        "expected the grid of the loss tiles, " + lattice_text(grid) + ", found " +
                            lattice_text(tile.lattice) + "; " + remedy);
        }
        tile.place = *place;
    }
    expect_no_shared_pixels(mosaic);
}

bool fits_grid(const Mosaic& mosaic, const raster::Grid& grid) {
    return std::ranges::all_of(mosaic.tiles, [&](const Tile& tile) {
        return same_wkt(tile.lattice.crs_wkt, grid.crs_wkt) && place_on(grid, tile.lattice).has_value();
    });
}

void expect_apart(const Mosaic& mosaic) {
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        const raster::Grid& a = mosaic.tiles[i].lattice;
        for (std::size_t k = i + 1; k < mosaic.tiles.size(); ++k) {
            const raster::Grid& b = mosaic.tiles[k].lattice;
            const double shared_x =
                std::min(a.x_of(static_cast<double>(a.columns)), b.x_of(static_cast<double>(b.columns))) -
                std::max(a.origin_x, b.origin_x);
            const double shared_y = std::min(a.origin_y, b.origin_y) -
                                    std::max(a.y_of(static_cast<double>(a.rows)), b.y_of(static_cast<double>(b.rows)));
            const bool overlap =
                shared_x > lattice_tolerance_px * a.pixel_width && shared_y > lattice_tolerance_px * a.pixel_height;
            if (overlap && same_wkt(a.crs_wkt, b.crs_wkt))
                report_overlap(mosaic.tiles[i], mosaic.tiles[k], mosaic.name);
        }
    }
}

std::vector<raster::Window> uncovered(const Mosaic& has, const Mosaic& lacks, const raster::Grid& grid) {
    const raster::Window whole{.column = 0, .row = 0, .columns = grid.columns, .rows = grid.rows};
    std::vector<raster::Window> left;
    for (const Tile& tile : has.tiles) {
        const raster::Window place = intersection(tile.place, whole);
        if (!place.empty()) left.push_back(place);
    }
    for (const Tile& tile : lacks.tiles) {
        std::vector<raster::Window> rest;
        for (const raster::Window& window : left)
            append_rest(window, tile.place, rest);
        left = std::move(rest);
    }
    return left;
}

}  // namespace reddline::gdal_io
