#include "gdal_io/biomass_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/biomass_codes.hpp"
#include "gdal_io/block_reader.hpp"
#include "gdal_io/gdal_grid.hpp"
#include "gdal_io/mosaic.hpp"
#include "gdal_io/nearest_places.hpp"
#include "gdal_io/tile_reader.hpp"

namespace reddline::gdal_io {

namespace {

/// Tiles of values on the map's own grid.
struct ValueLayer {
    Mosaic mosaic;
    std::vector<BiomassCodes> codes;  // one per tile
};

void expect_lattice(const Mosaic& mosaic, const raster::Grid& lattice, const std::string& of_what) {
    for (const Tile& tile : mosaic.tiles) {
        if (fits_grid({mosaic.name, {tile}}, lattice)) continue;
        throw Error(ErrorCode::grid_mismatch, tile.path,
                    "expected the grid of " + of_what + ", " + lattice_text(lattice) + ", found " +
                        lattice_text(tile.lattice) + "; warp all files of the biomass map to one grid with gdalwarp");
    }
}

void set_codes(ValueLayer& layer) {
    for (const Tile& tile : layer.mosaic.tiles)
        layer.codes.emplace_back(tile.type, tile.no_data);
}

/// Reads the part of a layer under a window of the map's grid; `none` where no tile is.
void read_values(BlockReader& reader, const ValueLayer& layer, const raster::Window& window,
                 std::vector<BiomassCodes::Code>& codes) {
    codes.assign(static_cast<std::size_t>(window.pixels()), BiomassCodes::none);
    fetch_ahead(reader, layer.mosaic, std::array{window});
    for (std::size_t i = 0; i < layer.mosaic.tiles.size(); ++i) {
        const Tile& tile = layer.mosaic.tiles[i];
        const raster::Window own = in_tile(tile, window);
        if (own.empty()) continue;
        const std::size_t first = raster::index_in(window, own.row + tile.place.row, own.column + tile.place.column);
        read_tile(reader, tile, layer.codes[i], own, codes.data() + first, window.columns);
    }
}

}  // namespace

struct BiomassMap::Impl {
    const raster::Grid* landscape = nullptr;
    raster::Grid grid;  // of the map itself
    ValueLayer agb;
    std::optional<ValueLayer> deviation;
    std::unique_ptr<MissingBlockCount> missing = std::make_unique<MissingBlockCount>();
};

namespace {

constexpr std::int64_t strip_rows = 32;  // that are placed together

/// Reads a map through handles of its own.
template <class Map>
class GdalBiomassLayer final : public raster::BiomassLayer {
public:
    explicit GdalBiomassLayer(const Map& map)
        : map_{&map},
          places_{*map.landscape, map.grid, map.agb.mosaic.tiles.front().path},
          reader_{files_at_a_corner, MissingBlocks::stop, *map.missing} {}

    void find_places(const raster::Window& window, std::vector<std::int64_t>& places) const override {
        places.clear();
        for (std::int64_t row = window.row; row < window.end_row(); row += strip_rows) {
            const std::int64_t rows = std::min(strip_rows, window.end_row() - row);
            append_places({window.column, row, window.columns, rows}, places);
        }
    }

    void read(std::span<const std::int64_t> places, std::vector<BiomassValue>& values) override {
        values.assign(places.size(), {});
        if (places.empty()) return;
        const raster::Window window = window_around(places);
        reader_.begin_window(block_bytes(map_->agb.mosaic, window) +
                             (map_->deviation ? block_bytes(map_->deviation->mosaic, window) : 0));
        read_into(
            map_->agb, window, places, [&](std::size_t i) -> auto& { return values[i].agb; });
        if (!map_->deviation) return;
        read_into(
            *map_->deviation, window, places, [&](std::size_t i) -> auto& { return values[i].deviation; });
    }

private:
    static constexpr std::size_t files_at_a_corner = 8;  // four of the biomass, four of its deviation

    void append_places(const raster::Window& strip, std::vector<std::int64_t>& places) const {
        const NearestPlaces::Places found = places_.of(strip);
        for (std::int64_t row = 0; row < strip.rows; ++row) {
            for (std::int64_t column = 0; column < strip.columns; ++column) {
                const std::int64_t map_column = found.column(column, row);
                const std::int64_t map_row = found.row(column, row);
                const bool is_nowhere = map_column < 0 || map_row < 0;
                places.push_back(is_nowhere ? nowhere : map_row * map_->grid.columns + map_column);
            }
        }
    }

    [[nodiscard]] raster::Window window_around(std::span<const std::int64_t> places) const {
        const std::int64_t columns = map_->grid.columns;
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        std::int64_t last = 0;
        for (const std::int64_t place : places) {
            first = std::min(first, place % columns);
            last = std::max(last, place % columns);
        }
        const std::int64_t first_row = places.front() / columns;
        return {first, first_row, last - first + 1, places.back() / columns - first_row + 1};
    }

    template <class ValueOf>
    void read_into(const ValueLayer& layer, const raster::Window& window, std::span<const std::int64_t> places,
                   const ValueOf& value_of) {
        read_values(reader_, layer, window, codes_);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::int64_t row = places[i] / map_->grid.columns;
            const std::int64_t column = places[i] % map_->grid.columns;
            const BiomassCodes::Code code = codes_[raster::index_in(window, row, column)];
            if (code == BiomassCodes::impossible) fail_at(layer, column, row);
            if (code != BiomassCodes::none) value_of(i) = code;
        }
    }

    [[noreturn]] void fail_at(const ValueLayer& layer, std::int64_t column, std::int64_t row) {
        for (const Tile& tile : layer.mosaic.tiles) {
            const raster::Window own = in_tile(tile, {column, row, 1, 1});
            if (own.empty()) continue;
            throw Error(ErrorCode::unreadable_file, tile.path,
                        "expected " + layer.mosaic.name + " from 0 to " + fixed(most_biomass_t_per_ha, 0) +
                            " t/ha, found " + shortest(*value_in_tile(reader_, tile, own.column, own.row)) +
                            " in pixel column " + std::to_string(own.column) + ", row " + std::to_string(own.row) +
                            "; check the unit, and declare a mark of no data with gdal_edit.py -a_nodata");
        }
        throw Error(ErrorCode::internal, layer.mosaic.name, "a value outside all tiles");
    }

    const Map* map_;
    NearestPlaces places_;
    BlockReader reader_;
    std::vector<BiomassCodes::Code> codes_;
};

}  // namespace

BiomassMap::BiomassMap(const BiomassSource& source, const raster::Grid& grid) : impl_{std::make_unique<Impl>()} {
    impl_->landscape = &grid;
    Mosaic& agb = impl_->agb.mosaic;
    agb = open_mosaic("biomass", source.agb);
    if (!source.nearest) {
        Mosaic on_grid = agb;
        place_mosaic(on_grid, grid,
                     "set resample = \"nearest\" in [biomass] to take the pixel that each pixel's centre lies in");
    }
    expect_lattice(agb, agb.tiles.front().lattice, "the map's first file");
    impl_->grid = span_grid(agb);
    set_codes(impl_->agb);
    if (source.standard_deviation.empty()) return;
    impl_->deviation.emplace();
    Mosaic& deviation = impl_->deviation->mosaic;
    deviation = open_mosaic("standard deviation of biomass", source.standard_deviation);
    expect_lattice(deviation, impl_->grid, "the biomass");
    place_mosaic(deviation, impl_->grid, "");
    set_codes(*impl_->deviation);
}

BiomassMap::~BiomassMap() = default;
BiomassMap::BiomassMap(BiomassMap&&) noexcept = default;
BiomassMap& BiomassMap::operator=(BiomassMap&&) noexcept = default;

std::vector<std::string> BiomassMap::files() const {
    std::vector<std::string> files;
    const auto append = [&](const Mosaic& mosaic) {
        for (const Tile& tile : mosaic.tiles)
            files.insert(files.end(), tile.files.begin(), tile.files.end());
    };
    append(impl_->agb.mosaic);
    if (impl_->deviation) append(impl_->deviation->mosaic);
    return files;
}

std::unique_ptr<raster::BiomassLayer> BiomassMap::open_layer() const {
    return std::make_unique<GdalBiomassLayer<Impl>>(*impl_);
}

}  // namespace reddline::gdal_io
