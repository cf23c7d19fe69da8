#include "gdal_io/landscape_layers.hpp"

#include <optional>
#include <utility>

#include "gdal_io/gdal_grid.hpp"

namespace reddline::gdal_io {

namespace {

/// What the value 0 means in a layer whose file declares it as no data.
enum class Zero {
    is_a_code,   ///< no loss, no cover: the declaration is a habit, not a gap
    is_no_data,  ///< as declared
};

ByteLayer byte_layer(Mosaic mosaic, Zero zero) {
    ByteLayer layer{.mosaic = std::move(mosaic), .codes = {}, .declares_zero = {}};
    for (Tile& tile : layer.mosaic.tiles) {
        if (zero == Zero::is_a_code && tile.no_data == 0.0) {
            tile.no_data.reset();
            layer.declares_zero.push_back(tile.path);
        }
        layer.codes.emplace_back(tile.type, tile.no_data);
    }
    return layer;
}

Mosaic open_placed(const std::string& name, const std::vector<std::string>& paths, const raster::Grid& grid) {
    Mosaic mosaic = open_mosaic(name, paths);
    place_mosaic(mosaic, grid, "warp it to the grid of the loss tiles with gdalwarp");
    return mosaic;
}

// The grid holds cover and mask as well, so that a loss tile is missed wherever it is that they go on.
void open_product(const LandscapeSource& source, LandscapeLayers& layers) {
    Mosaic loss = open_mosaic("lossyear", source.lossyear);
    layers.grid = span_grid(loss);
    Mosaic cover = open_placed("treecover2000", source.treecover2000, layers.grid);
    std::vector<Mosaic*> mosaics{&loss, &cover};
    std::optional<Mosaic> land;
    if (!source.datamask.empty()) {
        land = open_placed("datamask", source.datamask, layers.grid);
        mosaics.push_back(&*land);
    }
    widen_grid(layers.grid, mosaics);
    expect_countable(layers.grid, loss.tiles.front().path);
    expect_measurable(layers.grid, loss.tiles.front().path);
    layers.loss = byte_layer(std::move(loss), Zero::is_a_code);
    layers.cover = byte_layer(std::move(cover), Zero::is_a_code);
    if (land) layers.land = byte_layer(std::move(*land), Zero::is_no_data);
}

std::vector<StratumCodes> codes_of(const Mosaic& mosaic, const Legend& legend) {
    std::vector<StratumCodes> codes;
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        const Tile& tile = mosaic.tiles[i];
        const bool as_before =
            i > 0 && tile.type == mosaic.tiles[i - 1].type && tile.no_data == mosaic.tiles[i - 1].no_data;
        codes.push_back(as_before ? codes.back() : StratumCodes(tile.type, tile.no_data, legend));
    }
    return codes;
}

StrataLayer open_strata_layer(const StrataSource& source, const raster::Grid& grid) {
    StrataLayer layer{.map = source.map, .nearest = false, .mosaic = {}, .codes = {}, .polygons = nullptr};
    if (!source.vector.empty()) {
        layer.polygons = std::make_unique<VectorStrata>(PolygonSource{source.vector, source.layer, source.attribute},
                                                        source.map.legend, grid);
        return layer;
    }
    layer.mosaic = open_mosaic("strata '" + source.map.name + "'", source.rasters);
    layer.nearest = source.nearest && !fits_grid(layer.mosaic, grid);
    if (layer.nearest) {
        expect_apart(layer.mosaic);
    } else {
        place_mosaic(layer.mosaic, grid,
                     "set resample = \"nearest\" for this map to take the pixel under each pixel's centre, "
                     "or warp it to the grid of the loss tiles");
    }
    layer.codes = codes_of(layer.mosaic, source.map.legend);
    return layer;
}

}  // namespace

LandscapeLayers open_layers(const LandscapeSource& source) {
    LandscapeLayers layers;
    open_product(source, layers);
    for (const StrataSource& strata : source.strata)
        layers.strata.push_back(open_strata_layer(strata, layers.grid));
    layers.policy = source.missing_blocks_are_no_data ? MissingBlocks::no_data : MissingBlocks::stop;
    layers.missing = std::make_unique<MissingBlockCount>();
    return layers;
}

std::vector<const Mosaic*> mosaics_on_grid(const LandscapeLayers& layers) {
    std::vector<const Mosaic*> mosaics{&layers.loss.mosaic, &layers.cover.mosaic};
    if (layers.land) mosaics.push_back(&layers.land->mosaic);
    for (const StrataLayer& strata : layers.strata) {
        if (!strata.nearest && !strata.polygons) mosaics.push_back(&strata.mosaic);
    }
    return mosaics;
}

}  // namespace reddline::gdal_io
