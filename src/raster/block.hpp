#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "raster/window.hpp"

namespace reddline::raster {

/// Marks of the layers: values from 0 up are codes as the product or the legend defines them.
inline constexpr std::uint8_t no_data = 255;
/// A code that does not fit a layer of the loss product; it is beyond every product's codes.
inline constexpr std::uint8_t code_overflow = 254;
/// The mark of a strata layer where the map has a code that its legend does not list.
inline constexpr std::uint8_t unlisted_stratum = 255;

/// The code that each byte of a layer stands for.
using CodeTable = std::array<std::uint8_t, 256>;

/// The table of bytes that are codes.
inline constexpr CodeTable plain_codes = [] {
    CodeTable table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = static_cast<std::uint8_t>(byte);
    return table;
}();

/// One layer of a window, a byte per pixel: in memory of its own, or where a reader has decoded it, with the codes that
/// the bytes stand for. Columns are cut into pieces in which the pixels of a row lie side by side.
class Layer {
public:
    /// Pixels of one row that lie side by side, from a column to the end of its piece.
    struct Pixels {
        const std::uint8_t* first = nullptr;
        std::int64_t count = 0;
    };
    /// Columns of the window up to `end`, from the end of the piece before, and where each of their rows begins.
    struct Piece {
        std::int64_t end = 0;
        std::vector<const std::uint8_t*> rows;
    };

    Layer() = default;
    Layer(const Layer&) = delete;  // rows point into the memory of the layer
    Layer& operator=(const Layer&) = delete;
    Layer(Layer&&) = default;
    Layer& operator=(Layer&&) = default;
    ~Layer() = default;

    /// Makes room for the codes of a window, row by row without gaps; returns the first of them.
    std::uint8_t* hold(const Window& window);

    /// Prepares for so many pieces whose rows lie elsewhere, to be set by the caller; the bytes must stay until the reader
    /// begins another window, and `code_of` must outlive its use.
    std::vector<Piece>& refer(std::size_t pieces, const CodeTable& code_of);

    /// The pixels of a row from a column on, both counted from the window's upper-left corner.
    [[nodiscard]] Pixels pixels(std::int64_t row, std::int64_t column) const {
        // Where strips meet square blocks, a window as wide as the grid has a piece for each of the blocks.
        const auto piece = std::ranges::upper_bound(pieces_, column, {}, &Piece::end);
        const std::int64_t start = piece == pieces_.begin() ? 0 : std::prev(piece)->end;
        return {piece->rows[static_cast<std::size_t>(row)] + (column - start), piece->end - column};
    }
    [[nodiscard]] const CodeTable& code_of() const { return *code_of_; }

private:
    std::vector<Piece> pieces_;
    const CodeTable* code_of_ = &plain_codes;
    std::vector<std::uint8_t> own_;
};

/// The pixels of one window in all layers.
///
/// Shapes: each layer holds the window's pixels; `strata` has one layer per strata map. `area_cm2` holds one value per
///         row when `area_per_row`, else one value per pixel, row by row.
/// Units:  canopy cover in per cent; loss code as the product defines it; land 1, water 2; strata as indexes into the
///         legend, its strata count where the map has no data; area in cm2.
struct Block {
    Window window;
    Layer cover_pct;
    Layer loss_code;
    Layer land;  ///< not set when the audit has no data mask
    bool has_land = false;
    std::vector<Layer> strata;
    std::vector<std::int64_t> area_cm2;
    bool area_per_row = true;
};

}  // namespace reddline::raster
