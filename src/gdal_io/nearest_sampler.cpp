#include "gdal_io/nearest_sampler.hpp"

#include <algorithm>

#include "gdal_io/tile_reader.hpp"

namespace reddline::gdal_io {

namespace {

// Rows of the grid that are sampled together: few, so that the source pixels around them stay few as well.
constexpr std::int64_t strip_rows = 32;

}  // namespace

NearestSampler::NearestSampler(const Mosaic& mosaic, const std::vector<StratumCodes>& codes_of,
                               const raster::Grid& grid)
    : mosaic_{&mosaic}, codes_of_{&codes_of} {
    for (const Tile& tile : mosaic.tiles)
        places_.emplace_back(grid, tile.lattice, tile.path);
}

void NearestSampler::read(BlockReader& reader, const raster::Window& window, std::uint8_t no_data,
                          std::uint8_t* codes) {
    std::fill_n(codes, window.pixels(), no_data);
    for (std::int64_t row = window.row; row < window.end_row(); row += strip_rows) {
        const raster::Window strip{window.column, row, window.columns, std::min(strip_rows, window.end_row() - row)};
        for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile) {
            read_strip(reader, tile, strip, codes + (row - window.row) * window.columns);
        }
    }
}

std::optional<SourcePixel> NearestSampler::source_of(std::int64_t column, std::int64_t row) const {
    std::optional<SourcePixel> source;
    for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile) {
        const NearestPlaces::Places places = places_[tile].of({column, row, 1, 1});
        if (places.columns[0] >= 0 && places.rows[0] >= 0) source = {tile, places.columns[0], places.rows[0]};
    }
    return source;
}

std::int64_t NearestSampler::block_bytes(const raster::Window& window) const {
    std::int64_t bytes = 0;
    for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile)
        bytes += gdal_io::block_bytes(mosaic_->tiles[tile], source_window(tile, window));
    return bytes;
}

void NearestSampler::read_strip(BlockReader& reader, std::size_t tile, const raster::Window& strip,
                                std::uint8_t* codes) {
    const NearestPlaces::Places places = places_[tile].of(strip);
    const raster::Window source = window_of(places);
    if (source.empty()) return;
    source_codes_.resize(static_cast<std::size_t>(source.pixels()));
    read_tile(reader, mosaic_->tiles[tile], (*codes_of_)[tile], source, source_codes_.data(), source.columns);
    for (std::int64_t row = 0; row < strip.rows; ++row) {
        for (std::int64_t column = 0; column < strip.columns; ++column) {
            const std::int64_t from_column = places.column(column, row);
            const std::int64_t from_row = places.row(column, row);
            if (from_column < 0 || from_row < 0) continue;
            codes[row * strip.columns + column] = source_codes_[raster::index_in(source, from_row, from_column)];
        }
    }
}

}  // namespace reddline::gdal_io
