#include "gdal_io/tile_reader.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "gdal_io/biomass_codes.hpp"
#include "gdal_io/remote_file.hpp"

namespace reddline::gdal_io {

namespace {

Error broken_code(const Tile& tile, std::int64_t column, std::int64_t row, double value) {
    return {ErrorCode::code_not_whole, tile.path,
            "expected whole codes, found " + code_text(value) + " in pixel column " + std::to_string(column) +
                ", row " + std::to_string(row) + "; check that this is the right layer, or round it before the audit"};
}

template <class Codes>
void fill(const raster::Window& window, typename Codes::Code code, typename Codes::Code* codes, std::int64_t stride) {
    for (std::int64_t row = 0; row < window.rows; ++row)
        std::fill_n(codes + row * stride, window.columns, code);
}

// Converts the part of a decoded block that lies in `part`; both in the tile's own columns and rows.
template <class Codes>
void convert_part(const Tile& tile, const std::byte* pixels, const raster::Window& block, const Codes& codes_of,
                  const raster::Window& part, typename Codes::Code* codes, std::int64_t stride) {
    for (std::int64_t row = part.row; row < part.end_row(); ++row) {
        const auto first = static_cast<std::size_t>((row - block.row) * block.columns + (part.column - block.column));
        const auto broken =
            codes_of.convert(pixels, first, static_cast<std::size_t>(part.columns), codes + (row - part.row) * stride);
        if (broken) {
            throw broken_code(tile, part.column + static_cast<std::int64_t>(*broken), row,
                              value_at(tile.type, pixels, first + *broken));
        }
    }
}

/// Narrower pieces than this cost more than copying.
constexpr std::int64_t least_piece_columns = 128;

/// True when the tile holds the whole window, in pieces that are not too narrow.
bool is_worth_referring(const Tile& tile, const raster::Window& window) {
    if (intersection(window, tile.place) != window) return false;
    return tile.block.columns >= std::min(least_piece_columns, window.columns);
}

/// Points the rows of a layer at the decoded blocks; false where a block counts as no data.
bool refer_to_blocks(BlockReader& reader, const Tile& tile, const raster::CodeTable& code_of,
                     const raster::Window& window, raster::Layer& layer) {
    const raster::Window own = in_tile(tile, window);
    const auto [columns, rows] = tile.block;
    const std::int64_t first_block = own.column / columns;
    const std::int64_t blocks = (own.end_column() - 1) / columns - first_block + 1;
    auto& pieces = layer.refer(static_cast<std::size_t>(blocks), code_of);
    for (raster::Layer::Piece& piece : pieces)
        piece.rows.resize(static_cast<std::size_t>(own.rows));
    for (std::int64_t row = own.row; row < own.end_row();) {
        const std::int64_t end = std::min(own.end_row(), (row / rows + 1) * rows);
        for (std::int64_t block = 0; block < blocks; ++block) {
            const std::byte* const pixels = reader.block(tile, first_block + block, row / rows);
            if (pixels == nullptr) return false;
            raster::Layer::Piece& piece = pieces[static_cast<std::size_t>(block)];
            const std::int64_t start = std::max(own.column, (first_block + block) * columns);
            piece.end = std::min(own.end_column(), (first_block + block + 1) * columns) - own.column;
            for (std::int64_t line = row; line < end; ++line) {
                piece.rows[static_cast<std::size_t>(line - own.row)] =
                    reinterpret_cast<const std::uint8_t*>(pixels) + (line % rows) * columns + start % columns;
            }
        }
        row = end;
    }
    return true;
}

template <class Codes>
void copy_mosaic(BlockReader& reader, const Mosaic& mosaic, const std::vector<Codes>& codes_of,
                 const raster::Window& window, typename Codes::Code no_data, typename Codes::Code* codes) {
    std::int64_t covered_pixels = 0;
    for (const Tile& tile : mosaic.tiles)
        covered_pixels += intersection(window, tile.place).pixels();
    if (covered_pixels < window.pixels()) std::fill_n(codes, window.pixels(), no_data);
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        const Tile& tile = mosaic.tiles[i];
        const raster::Window own = in_tile(tile, window);
        if (own.empty()) continue;
        const std::int64_t column = own.column + tile.place.column - window.column;
        const std::int64_t row = own.row + tile.place.row - window.row;
        read_tile(reader, tile, codes_of[i], own, codes + row * window.columns + column, window.columns);
    }
}

}  // namespace

template <class Codes>
void read_tile(BlockReader& reader, const Tile& tile, const Codes& codes_of, const raster::Window& window,
               typename Codes::Code* codes, std::int64_t stride) {
    if (window.empty()) return;
    const auto [columns, rows] = tile.block;
    for (std::int64_t block_row = window.row / rows; block_row * rows < window.end_row(); ++block_row) {
        for (std::int64_t block_column = window.column / columns; block_column * columns < window.end_column();
             ++block_column) {
            const raster::Window block{block_column * columns, block_row * rows, columns, rows};
            const raster::Window part = intersection(window, block);
            auto* to = codes + (part.row - window.row) * stride + (part.column - window.column);
            const std::byte* pixels = reader.block(tile, block_column, block_row);
            if (pixels == nullptr) {
                fill<Codes>(part, codes_of.no_data(), to, stride);
            } else {
                convert_part(tile, pixels, block, codes_of, part, to, stride);
            }
        }
    }
}

template <class Codes>
void read_layer(BlockReader& reader, const Mosaic& mosaic, const std::vector<Codes>& codes_of,
                const raster::Window& window, typename Codes::Code no_data, raster::Layer& layer) {
    for (std::size_t i = 0; i < mosaic.tiles.size(); ++i) {
        if (codes_of[i].table() == nullptr || !is_worth_referring(mosaic.tiles[i], window)) continue;
        if (refer_to_blocks(reader, mosaic.tiles[i], *codes_of[i].table(), window, layer)) return;
    }
    copy_mosaic(reader, mosaic, codes_of, window, no_data, layer.hold(window));
}

void fetch_ahead(BlockReader& reader, const Mosaic& mosaic, std::span<const raster::Window> windows) {
    for (const Tile& tile : mosaic.tiles) {
        if (!is_remote(tile.path)) continue;
        std::vector<raster::Window> own;
        for (const raster::Window& window : windows) {
            own.push_back(in_tile(tile, window));
            if (own.back().empty()) own.pop_back();
        }
        reader.fetch_ahead(tile, own);
    }
}

std::optional<double> value_in_tile(BlockReader& reader, const Tile& tile, std::int64_t column, std::int64_t row) {
    const std::byte* pixels = reader.block(tile, column / tile.block.columns, row / tile.block.rows);
    if (pixels == nullptr) return std::nullopt;
    const std::int64_t index = (row % tile.block.rows) * tile.block.columns + column % tile.block.columns;
    return value_at(tile.type, pixels, static_cast<std::size_t>(index));
}

raster::Window in_tile(const Tile& tile, const raster::Window& window) {
    raster::Window own = intersection(window, tile.place);
    own.column -= tile.place.column;
    own.row -= tile.place.row;
    return own;
}

raster::Window blocks_of(const Tile& tile, const raster::Window& own) {
    if (own.empty()) return {};
    const auto [columns, rows] = tile.block;
    const raster::Window first{own.column / columns, own.row / rows, 0, 0};
    return {first.column, first.row, (own.end_column() - 1) / columns - first.column + 1,
            (own.end_row() - 1) / rows - first.row + 1};
}

std::int64_t block_bytes(const Tile& tile, const raster::Window& window) {
    return blocks_of(tile, window).pixels() * tile.block_bytes();
}

std::int64_t block_bytes(const Mosaic& mosaic, const raster::Window& window) {
    std::int64_t bytes = 0;
    for (const Tile& tile : mosaic.tiles)
        bytes += block_bytes(tile, in_tile(tile, window));
    return bytes;
}

std::int64_t pixel_bytes(const Mosaic& mosaic, const raster::Window& window) {
    std::int64_t bytes = 0;
    for (const Tile& tile : mosaic.tiles)
        bytes += intersection(tile.place, window).pixels() * static_cast<std::int64_t>(bytes_of(tile.type));
    return bytes;
}

template void read_tile(BlockReader&, const Tile&, const ByteCodes&, const raster::Window&, std::uint8_t*,
                        std::int64_t);
template void read_tile(BlockReader&, const Tile&, const StratumCodes&, const raster::Window&, std::uint8_t*,
                        std::int64_t);
template void read_tile(BlockReader&, const Tile&, const BiomassCodes&, const raster::Window&, std::int32_t*,
                        std::int64_t);
template void read_layer(BlockReader&, const Mosaic&, const std::vector<ByteCodes>&, const raster::Window&,
                         std::uint8_t, raster::Layer&);
template void read_layer(BlockReader&, const Mosaic&, const std::vector<StratumCodes>&, const raster::Window&,
                         std::uint8_t, raster::Layer&);

}  // namespace reddline::gdal_io
