#include "gdal_io/landscape.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <utility>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_layer_stack.hpp"
#include "gdal_io/landscape_layers.hpp"
#include "gdal_io/nearest_sampler.hpp"
#include "gdal_io/pixel_areas.hpp"
#include "gdal_io/reference_system.hpp"
#include "gdal_io/remote_file.hpp"
#include "gdal_io/tile_reader.hpp"

namespace reddline::gdal_io {

struct Landscape::Impl {
    LandscapeLayers layers;
    std::vector<raster::BlockShape> native_blocks;
    std::vector<raster::Window> loss_tiles;
    std::vector<LayerFiles> layer_files;
    std::vector<std::string> files;
    std::int64_t smallest_pixel_cm2 = 0;
};

namespace {

std::vector<raster::BlockShape> native_blocks_of(const LandscapeLayers& layers) {
    std::vector<raster::BlockShape> shapes;
    for (const Mosaic* mosaic : mosaics_on_grid(layers)) {
        for (const Tile& tile : mosaic->tiles) {
            const bool is_known = std::ranges::any_of(shapes, [&](const raster::BlockShape& shape) {
                return shape.columns == tile.block.columns && shape.rows == tile.block.rows;
            });
            if (!is_known) shapes.push_back(tile.block);
        }
    }
    return shapes;
}

std::vector<LayerFiles> layer_files_of(const LandscapeLayers& layers) {
    std::vector<LayerFiles> all;
    const auto append = [&](const Mosaic& mosaic) {
        all.push_back({mosaic.name, {}});
        for (const Tile& tile : mosaic.tiles)
            all.back().files.insert(all.back().files.end(), tile.files.begin(), tile.files.end());
    };
    append(layers.loss.mosaic);
    append(layers.cover.mosaic);
    if (layers.land) append(layers.land->mosaic);
    for (const StrataLayer& strata : layers.strata) {
        append(strata.mosaic);
        if (strata.polygons) all.back() = {"strata '" + strata.map.name + "'", strata.polygons->files()};
    }
    return all;
}

std::vector<std::string> each_once(const std::vector<LayerFiles>& layers) {
    std::vector<std::string> files;
    for (const LayerFiles& layer : layers) {
        for (const std::string& file : layer.files) {
            if (std::ranges::find(files, file) == files.end()) files.push_back(file);
        }
    }
    return files;
}

// Throws where `has` covers a pixel of the zones that `lacks` does not.
void expect_covered(const Mosaic& has, const Mosaic& lacks, const raster::Grid& grid, const raster::RunTable& zones) {
    for (const raster::Window& gap : uncovered(has, lacks, grid)) {
        zones.for_each(gap, [&](std::int64_t row, std::int64_t first, std::int64_t, std::uint32_t) {
            throw Error(ErrorCode::tile_missing, lacks.name,
                        "expected a tile wherever " + has.name + " has one inside a zone, found none at column " +
                            std::to_string(first) + ", row " + std::to_string(row) + " (" +
                            fixed(grid.x_of(static_cast<double>(first) + 0.5), 6) + ", " +
                            fixed(grid.y_of(static_cast<double>(row) + 0.5), 6) + "); add the missing tile");
        });
    }
}

void append_zero_note(const ByteLayer& layer, Findings& findings) {
    if (layer.declares_zero.empty()) return;
    findings.push_back({.code = "zero_declared_no_data",
                        .severity = Severity::note,
                        .subject = layer.mosaic.name,
                        .message = "Files of " + layer.mosaic.name +
                                   " declare 0 as no data; there, 0 means none of it, and is counted as that.",
                        .evidence = std::to_string(layer.declares_zero.size()) + " of " +
                                    std::to_string(layer.mosaic.tiles.size()) +
                                    " files; the first: " + file_name_of(layer.declares_zero.front())});
}

/// The tiles of every layer, on the grid or not.
std::vector<const Mosaic*> all_mosaics(const LandscapeLayers& layers) {
    std::vector<const Mosaic*> mosaics{&layers.loss.mosaic, &layers.cover.mosaic};
    if (layers.land) mosaics.push_back(&layers.land->mosaic);
    for (const StrataLayer& strata : layers.strata)
        mosaics.push_back(&strata.mosaic);
    return mosaics;
}

double bytes_of(const Mosaic& mosaic) {
    std::size_t bytes = 0;
    for (const Tile& tile : mosaic.tiles)
        bytes = std::max(bytes, bytes_of(tile.type));
    return static_cast<double>(bytes);
}

// Source pixels under one pixel of the grid; taken as one where the two have other reference systems.
double source_pixels(const Mosaic& mosaic, const raster::Grid& grid) {
    const raster::Grid& lattice = mosaic.tiles.front().lattice;
    if (!same_wkt(lattice.crs_wkt, grid.crs_wkt)) return 1.0;
    return grid.pixel_width * grid.pixel_height / (lattice.pixel_width * lattice.pixel_height);
}

double stored_bytes_of(const Tile& tile) {
    VSIStatBufL status;
    return VSIStatL(tile.path.c_str(), &status) == 0 ? static_cast<double>(status.st_size) : 0.0;
}

/// Adds the blocks of a tile that hold pixels of the windows, each once.
///
/// Shapes: the windows lie within the tile, in its own columns and rows.
void add_blocks(const Tile& tile, const std::vector<raster::Window>& windows, ReadingLoad& load) {
    const raster::Window all = blocks_of(tile, {0, 0, tile.lattice.columns, tile.lattice.rows});
    std::vector<bool> touched(static_cast<std::size_t>(all.pixels()));
    for (const raster::Window& window : windows) {
        const raster::Window blocks = blocks_of(tile, window);
        for (std::int64_t row = blocks.row; row < blocks.end_row(); ++row) {
            const auto first = touched.begin() + row * all.columns + blocks.column;
            std::fill(first, first + blocks.columns, true);
        }
    }
    const std::int64_t blocks = std::ranges::count(touched, true);
    load.blocks += blocks;
    load.stored_bytes += stored_bytes_of(tile) * static_cast<double>(blocks) / static_cast<double>(all.pixels());
    load.decoded_bytes += static_cast<double>(blocks * tile.block_bytes());
}

}  // namespace

Landscape::Landscape(const LandscapeSource& source) : impl_{std::make_unique<Impl>()} {
    impl_->layers = open_layers(source);
    impl_->native_blocks = native_blocks_of(impl_->layers);
    for (const Tile& tile : impl_->layers.loss.mosaic.tiles)
        impl_->loss_tiles.push_back(tile.place);
    impl_->layer_files = layer_files_of(impl_->layers);
    impl_->files = each_once(impl_->layer_files);
    const PixelAreas areas(impl_->layers.grid, impl_->layers.loss.mosaic.tiles.front().path);
    impl_->smallest_pixel_cm2 = areas.smallest_cm2();
}

Landscape::~Landscape() = default;
Landscape::Landscape(Landscape&&) noexcept = default;
Landscape& Landscape::operator=(Landscape&&) noexcept = default;

const raster::Grid& Landscape::grid() const {
    return impl_->layers.grid;
}

const std::vector<raster::BlockShape>& Landscape::native_blocks() const {
    return impl_->native_blocks;
}

const std::vector<raster::Window>& Landscape::loss_tiles() const {
    return impl_->loss_tiles;
}

std::vector<std::string> Landscape::loss_tile_names() const {
    std::vector<std::string> names;
    for (const Tile& tile : impl_->layers.loss.mosaic.tiles)
        names.push_back(file_name_of(tile.path));
    return names;
}

void Landscape::expect_layers_complete(const raster::RunTable& zones) const {
    const LandscapeLayers& layers = impl_->layers;
    const Mosaic& loss = layers.loss.mosaic;
    for (const Mosaic* mosaic : mosaics_on_grid(layers)) {
        if (mosaic != &loss) expect_covered(loss, *mosaic, layers.grid, zones);
    }
    // Not for strata: a national map rightly reaches beyond the loss tiles.
    expect_covered(layers.cover.mosaic, loss, layers.grid, zones);
    if (layers.land) expect_covered(layers.land->mosaic, loss, layers.grid, zones);
}

Findings Landscape::findings(const raster::RunTable& zones) const {
    const LandscapeLayers& layers = impl_->layers;
    Findings findings;
    append_zero_note(layers.loss, findings);
    append_zero_note(layers.cover, findings);
    for (const StrataLayer& strata : layers.strata) {
        if (!strata.polygons) continue;
        for (Finding& finding : strata.polygons->findings(zones)) {
            finding.subject = file_name_of(finding.subject);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

std::vector<UnreadBlocks> Landscape::take_unread_blocks() const {
    std::vector<UnreadBlocks> unread;
    for (const Mosaic* mosaic : all_mosaics(impl_->layers)) {
        for (const Tile& tile : mosaic->tiles) {
            auto blocks = impl_->layers.missing->take(tile);
            if (blocks.empty()) continue;
            unread.push_back(
                {mosaic->name, file_name_of(tile.path), tile.block.columns, tile.block.rows, std::move(blocks)});
        }
    }
    return unread;
}

const std::vector<std::string>& Landscape::files() const {
    return impl_->files;
}

const std::vector<LayerFiles>& Landscape::layer_files() const {
    return impl_->layer_files;
}

std::vector<std::string> Landscape::files_under(const raster::Window& window) const {
    std::vector<std::string> files;
    const auto append = [&](const std::vector<std::string>& more) {
        files.insert(files.end(), more.begin(), more.end());
    };
    const std::vector<const Mosaic*> on_grid = mosaics_on_grid(impl_->layers);
    for (const Mosaic* mosaic : all_mosaics(impl_->layers)) {
        // Where a map lies on lattices of its own, any of its tiles may be under the window.
        const bool is_placed = std::ranges::find(on_grid, mosaic) != on_grid.end();
        for (const Tile& tile : mosaic->tiles) {
            if (!is_placed || !intersection(tile.place, window).empty()) append(tile.files);
        }
    }
    for (const StrataLayer& strata : impl_->layers.strata) {
        if (strata.polygons) append(strata.polygons->files());
    }
    return files;
}

std::vector<CountFact> Landscape::layout() const {
    const auto lattice_text = [](const raster::Grid& lattice) {
        return shortest(lattice.origin_x) + ", " + shortest(lattice.origin_y) + ", " + shortest(lattice.pixel_width) +
               " x " + shortest(lattice.pixel_height) + ", " + std::to_string(lattice.columns) + " x " +
               std::to_string(lattice.rows);
    };
    const raster::Grid& grid = impl_->layers.grid;
    std::vector<CountFact> facts{{"grid", lattice_text(grid)}, {"grid.crs", grid.crs_wkt}};
    for (const Mosaic* mosaic : all_mosaics(impl_->layers)) {
        for (std::size_t i = 0; i < mosaic->tiles.size(); ++i) {
            const Tile& tile = mosaic->tiles[i];
            facts.push_back({mosaic->name + "[" + std::to_string(i) + "].lattice",
                             lattice_text(tile.lattice) + ", blocks " + std::to_string(tile.block.columns) + " x " +
                                 std::to_string(tile.block.rows) + ", no data " +
                                 (tile.no_data ? shortest(*tile.no_data) : "none")});
        }
    }
    return facts;
}

std::optional<std::string> Landscape::virtual_raster() const {
    for (const Mosaic* mosaic : all_mosaics(impl_->layers)) {
        for (const Tile& tile : mosaic->tiles) {
            if (!tile.is_plain_tiff) return tile.path;
        }
    }
    return std::nullopt;
}

double Landscape::bytes_per_pixel() const {
    double bytes = 0.0;
    for (const Mosaic* mosaic : mosaics_on_grid(impl_->layers))
        bytes += bytes_of(*mosaic);
    for (const StrataLayer& strata : impl_->layers.strata) {
        if (strata.nearest) bytes += bytes_of(strata.mosaic) * source_pixels(strata.mosaic, impl_->layers.grid);
    }
    return bytes;
}

ReadingLoad Landscape::load_of(const std::vector<raster::Window>& windows) const {
    ReadingLoad load;
    std::vector<raster::Window> own(windows.size());
    for (const Mosaic* mosaic : mosaics_on_grid(impl_->layers)) {
        for (const Tile& tile : mosaic->tiles) {
            std::ranges::transform(windows, own.begin(), [&](const auto& window) { return in_tile(tile, window); });
            add_blocks(tile, own, load);
        }
    }
    for (const StrataLayer& strata : impl_->layers.strata) {
        if (!strata.nearest) continue;
        const NearestSampler sampler(strata.mosaic, strata.codes, impl_->layers.grid);
        bool is_exact = true;
        for (std::size_t i = 0; i < strata.mosaic.tiles.size(); ++i) {
            std::ranges::transform(windows, own.begin(),
                                   [&](const auto& window) { return sampler.source_window(i, window); });
            add_blocks(strata.mosaic.tiles[i], own, load);
            is_exact = is_exact && sampler.shares_axes(i);
        }
        if (!is_exact) load.estimated_layers.push_back(strata.mosaic.name);
    }
    return load;
}

std::int64_t Landscape::smallest_pixel_cm2() const {
    return impl_->smallest_pixel_cm2;
}

bool Landscape::is_remote() const {
    return std::ranges::any_of(mosaics_on_grid(impl_->layers), [](const Mosaic* mosaic) {
        return std::ranges::any_of(mosaic->tiles, [](const Tile& tile) { return gdal_io::is_remote(tile.path); });
    });
}

std::unique_ptr<raster::LayerStack> Landscape::open_stack() const {
    return std::make_unique<GdalLayerStack>(impl_->layers);
}

}  // namespace reddline::gdal_io
