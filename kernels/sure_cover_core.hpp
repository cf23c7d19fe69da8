#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/byte_choice.hpp"
#include "kernels/sure_cover.hpp"

namespace reddline::kernels {

using Row = std::span<std::uint8_t>;
using ConstRow = std::span<const std::uint8_t>;

/// Two equal squares, the second moved straight or aslant, that touch or overlap and together hold the minimum.
struct SquarePair {
    std::size_t side;
    std::size_t straight;  ///< how far the second is moved along a row or a column
    std::size_t aslant;    ///< how far it is moved along both; 0 when it would have to leave the first one
};

/// A piece of an image with its own rows. They are worked on in whole vectors; what that adds to their ends is never
/// used, nor is what a row sees of the next one there.
class Piece {
public:
    Piece(std::vector<std::uint8_t>& memory, std::size_t rows, std::size_t columns, std::size_t reach)
        : columns_{rounded_up(columns, vector)}, stride_{rounded_up(columns_ + vector + reach, cache_line)} {
        if (memory.size() < (rows + 1) * stride_) memory.resize((rows + 1) * stride_);
        values_ = memory;
    }

    /// A multiple of what any vector holds.
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t stride() const { return stride_; }
    [[nodiscard]] Row row(std::size_t at) const { return values_.subspan(at * stride_, stride_); }

private:
    static constexpr std::size_t vector = 32;
    static constexpr std::size_t cache_line = 64;  // rows begin alike, so that fewer vectors lie across two lines

    static constexpr std::size_t rounded_up(std::size_t size, std::size_t step) {
        return (size + step - 1) / step * step;
    }

    std::size_t columns_;
    std::size_t stride_;
    std::span<std::uint8_t> values_;
};

/// Makes the first values of `to` the chosen ones of themselves and those of `other`; where they overlap, `other` is
/// ahead.
template <class Choose>
void choose_each(Row to, ConstRow other, std::size_t count, Choose choose) {
    std::uint8_t* const out = to.data();
    const std::uint8_t* const in = other.data();
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i)
        out[i] = choose(out[i], in[i]);
}

/// Makes every value the chosen one of the square of which it is the first; the last rows and columns, where squares
/// would leave the piece, hold no such thing afterwards.
template <class Choose>
void choose_in_squares(const Piece& piece, std::size_t rows, std::size_t side, Choose choose) {
    for (std::size_t done = 1; done < side;) {
        const std::size_t step = std::min(done, side - done);
        for (std::size_t at = 0; at < rows; ++at)
            choose_each(piece.row(at), piece.row(at).subspan(step), piece.columns(), choose);
        for (std::size_t at = 0; at + step < rows; ++at)
            choose_each(piece.row(at), piece.row(at + step), piece.columns(), choose);
        done += step;
    }
}

/// Finds the bound of an image core by core. All of it is inline, to be built for the
/// instructions of whoever calls it.
class SureCover {
public:
    /// The part of the image whose bound is found at a time.
    struct Core {
        std::size_t row;
        std::size_t column;
        std::size_t rows;
        std::size_t columns;
    };

    SureCover(ConstRow cover_pct, std::size_t columns, SquarePair pair, Connectivity connectivity,
              SureCoverWorkspace& workspace, Row sure_pct)
        : cover_pct_{cover_pct},
          columns_{columns},
          rows_{cover_pct.size() / columns},
          pair_{pair},
          connectivity_{connectivity},
          workspace_{workspace},
          sure_pct_{sure_pct} {}

    void find(const Core& core) {
        const Piece lowest = copy_with_margin(core);
        choose_in_squares(lowest, core.rows + 2 * margin(), pair_.side, lower);
        const Piece sure = pairs_of_squares(core, lowest);
        choose_in_squares(sure, core.rows + pair_.side - 1, pair_.side, higher);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t row = 0; row < core.rows; ++row)
                spread(core, sure, row, row == 0 ? row : row - 1);
            for (std::size_t row = core.rows; row-- > 0;)
                spread(core, sure, row, row + 1 == core.rows ? row : row + 1);
        }
        for (std::size_t row = 0; row < core.rows; ++row) {
            std::ranges::copy(sure.row(row).first(core.columns),
                              sure_pct_.begin() + static_cast<std::ptrdiff_t>(start_of(core, row)));
        }
    }

private:
    static constexpr int sweeps = 2;

    /// What two squares around a pixel reach beyond it.
    [[nodiscard]] std::size_t margin() const { return 2 * pair_.side - 1; }
    [[nodiscard]] std::size_t start_of(const Core& core, std::size_t row) const {
        return (core.row + row) * columns_ + core.column;
    }

    /// The core's cover with its margin, 0 outside the image.
    Piece copy_with_margin(const Core& core) {
        const Piece piece(workspace_.lowest_pct, core.rows + 2 * margin(), core.columns + 2 * margin(), pair_.side);
        const std::size_t left = std::min(core.column, margin());
        const std::size_t right = std::min(columns_ - core.column - core.columns, margin());
        for (std::size_t at = 0; at < core.rows + 2 * margin(); ++at) {
            const Row row = piece.row(at);
            if (core.row + at < margin() || core.row + at - margin() >= rows_) {
                std::ranges::fill(row, std::uint8_t{0});
                continue;
            }
            const std::size_t first = margin() - left;
            const std::size_t count = left + core.columns + right;
            std::ranges::fill(row.first(first), std::uint8_t{0});
            std::ranges::copy(cover_pct_.subspan((core.row + at - margin()) * columns_ + core.column - left, count),
                              row.begin() + static_cast<std::ptrdiff_t>(first));
            std::ranges::fill(row.subspan(first + count), std::uint8_t{0});
        }
        return piece;
    }

    /// The level up to which a square has a second one beside it, for every square that reaches into the core.
    Piece pairs_of_squares(const Core& core, const Piece& lowest) {
        const std::size_t reach = pair_.side - 1;
        const std::size_t rows = core.rows + reach;
        const Piece pairs(workspace_.sure_pct, rows, core.columns + reach, pair_.side);
        const std::size_t aslant_down = pair_.aslant == 0 ? pair_.straight : pair_.aslant;
        for (std::size_t at = 0; at < rows; ++at) {
            const std::uint8_t* const own = lowest.row(at + margin() - reach).data() + margin() - reach;
            const std::uint8_t* const above = own - pair_.straight * lowest.stride();
            const std::uint8_t* const below = own + pair_.straight * lowest.stride();
            const std::uint8_t* const left = own - pair_.straight;
            const std::uint8_t* const right = own + pair_.straight;
            const std::uint8_t* const above_left = own - aslant_down * lowest.stride() - pair_.aslant;
            const std::uint8_t* const above_right = own - aslant_down * lowest.stride() + pair_.aslant;
            const std::uint8_t* const below_left = own + aslant_down * lowest.stride() - pair_.aslant;
            const std::uint8_t* const below_right = own + aslant_down * lowest.stride() + pair_.aslant;
            std::uint8_t* const out = pairs.row(at).data();
#pragma omp simd
            for (std::size_t i = 0; i < pairs.columns(); ++i) {
                const std::uint8_t straight = higher(higher(above[i], below[i]), higher(left[i], right[i]));
                const std::uint8_t aslant =
                    higher(higher(above_left[i], above_right[i]), higher(below_left[i], below_right[i]));
                out[i] = lower(own[i], higher(straight, aslant));
            }
        }
        return pairs;
    }

    /// Raises a row of the core to what its neighbours in the same row and in the one before it are sure of.
    void spread(const Core& core, const Piece& sure, std::size_t row, std::size_t row_before) {
        const std::uint8_t* const cover = cover_pct_.data() + start_of(core, row);
        std::uint8_t* const own = sure.row(row).data();
        const std::uint8_t* const before = sure.row(row_before).data();
        if (std::equal(own, own + core.columns, cover)) return;
        workspace_.row_pct.resize(core.columns + 2);
        std::uint8_t* const seen = workspace_.row_pct.data() + 1;
        seen[-1] = 0;
        seen[core.columns] = 0;
        if (connectivity_ == Connectivity::eight) {
#pragma omp simd
            for (std::size_t i = 0; i < core.columns; ++i)
                seen[i] = higher(own[i], before[i]);
        } else {
            std::copy(own, own + core.columns, seen);
        }
#pragma omp simd
        for (std::size_t i = 0; i < core.columns; ++i) {
            const std::uint8_t beside = higher(seen[static_cast<std::ptrdiff_t>(i) - 1], seen[i + 1]);
            own[i] = lower(cover[i], higher(higher(own[i], before[i]), beside));
        }
    }

    ConstRow cover_pct_;
    std::size_t columns_;
    std::size_t rows_;
    SquarePair pair_;
    Connectivity connectivity_;
    SureCoverWorkspace& workspace_;
    Row sure_pct_;
};

}  // namespace reddline::kernels
