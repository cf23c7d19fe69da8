#include "gdal_io/gdal_layer_stack.hpp"

#include <algorithm>
#include <array>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/reference_system.hpp"
#include "gdal_io/tile_reader.hpp"

namespace reddline::gdal_io {

namespace {

// Where tiles meet, four files of each layer are in use at a time.
std::size_t open_files(const LandscapeLayers& layers) {
    constexpr std::size_t at_a_corner = 4;
    return at_a_corner * (3 + layers.strata.size());
}

std::string place_text(const raster::Grid& grid, std::int64_t column, std::int64_t row) {
    std::array<double, 1> x{grid.x_of(static_cast<double>(column) + 0.5)};
    std::array<double, 1> y{grid.y_of(static_cast<double>(row) + 0.5)};
    if (grid.area_rule != raster::AreaRule::geographic) {
        const ReferencePtr reference = reference_from_wkt(grid.crs_wkt);
        PointTransform(*reference, *geographic_base(*reference), "grid").apply(x, y);
    }
    return "column " + std::to_string(column) + ", row " + std::to_string(row) + " (longitude " + fixed(x[0], 6) +
           ", latitude " + fixed(y[0], 6) + ")";
}

}  // namespace

GdalLayerStack::GdalLayerStack(const LandscapeLayers& layers)
    : layers_{&layers},
      reader_{open_files(layers), layers.policy, *layers.missing},
      areas_{layers.grid, layers.loss.mosaic.tiles.front().path} {
    for (const StrataLayer& strata : layers.strata) {
        auto& sampler = samplers_.emplace_back();
        if (strata.nearest) sampler.emplace(strata.mosaic, strata.codes, layers.grid);
    }
}

void GdalLayerStack::announce(std::span<const raster::Window> windows) {
    for (const Mosaic* mosaic : mosaics_on_grid(*layers_))
        fetch_ahead(reader_, *mosaic, windows);
}

void GdalLayerStack::read(const raster::Window& window, raster::Block& block) {
    block.window = window;
    reader_.begin_window(bytes_to_keep(window));
    read_bytes(layers_->loss, window, block.loss_code);
    read_bytes(layers_->cover, window, block.cover_pct);
    block.has_land = layers_->land.has_value();
    if (block.has_land) read_bytes(*layers_->land, window, block.land);
    block.strata.resize(layers_->strata.size());
    for (std::size_t map = 0; map < block.strata.size(); ++map)
        read_strata(map, window, block.strata[map]);
    areas_.fill(block);
}

Error GdalLayerStack::describe_unlisted(std::size_t map, std::int64_t column, std::int64_t row) {
    const StrataLayer& strata = layers_->strata.at(map);
    std::string path = strata.polygons ? strata.polygons->path() : strata.mosaic.name;
    std::string code = strata.polygons ? strata.polygons->code_at(column, row) : "";
    if (const auto source = source_of(map, column, row)) {
        const Tile& tile = strata.mosaic.tiles[source->tile];
        path = tile.path;
        if (const auto value = value_in_tile(reader_, tile, source->column, source->row)) code = code_text(*value);
    }
    return {ErrorCode::code_unlisted, path,
            "expected codes that the legend " + strata.map.legend.source() + " lists, found '" + code + "' at " +
                place_text(layers_->grid, column, row) + "; add a line for this code to the legend"};
}

/// Bytes of the decoded blocks that hold pixels of a window, over all layers; twice as many where it cuts blocks, so that
/// its neighbours find those that they share with it.
std::int64_t GdalLayerStack::bytes_to_keep(const raster::Window& window) const {
    std::int64_t bytes = 0;
    std::int64_t own_bytes = 0;
    for (const Mosaic* mosaic : mosaics_on_grid(*layers_)) {
        bytes += block_bytes(*mosaic, window);
        own_bytes += pixel_bytes(*mosaic, window);
    }
    if (bytes > own_bytes) bytes *= 2;
    for (const auto& sampler : samplers_) {
        if (sampler) bytes += sampler->block_bytes(window);
    }
    return bytes;
}

void GdalLayerStack::read_bytes(const ByteLayer& layer, const raster::Window& window, raster::Layer& pixels) {
    read_layer(reader_, layer.mosaic, layer.codes, window, raster::no_data, pixels);
}

void GdalLayerStack::read_strata(std::size_t map, const raster::Window& window, raster::Layer& pixels) {
    const StrataLayer& strata = layers_->strata[map];
    if (strata.polygons) {
        strata.polygons->read(window, pixels.hold(window));
    } else if (samplers_[map]) {
        samplers_[map]->read(reader_, window, strata.no_stratum(), pixels.hold(window));
    } else {
        read_layer(reader_, strata.mosaic, strata.codes, window, strata.no_stratum(), pixels);
    }
}

std::optional<SourcePixel> GdalLayerStack::source_of(std::size_t map, std::int64_t column, std::int64_t row) const {
    if (samplers_[map]) return samplers_[map]->source_of(column, row);
    const std::vector<Tile>& tiles = layers_->strata[map].mosaic.tiles;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const raster::Window& place = tiles[i].place;
        if (intersection(place, {column, row, 1, 1}).empty()) continue;
        return SourcePixel{i, column - place.column, row - place.row};
    }
    return std::nullopt;
}

}  // namespace reddline::gdal_io
