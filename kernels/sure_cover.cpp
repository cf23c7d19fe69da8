#include "kernels/sure_cover.hpp"

#include <algorithm>

#include "kernels/sure_cover_core.hpp"
#include "kernels/wide_sure_cover.hpp"

namespace reddline::kernels {

namespace {

// The squares that a piece of the image reads around itself are part of the work, so pieces grow with them; the
// smallest fit the second-level cache.
constexpr std::size_t piece_columns = 448;
constexpr std::size_t piece_rows = 128;
constexpr std::size_t piece_sides = 4;
// Beyond this side, squares of one level are too rare to be worth looking for.
constexpr std::int64_t most_side = 64;

SquarePair square_pair(std::int64_t min_pixels, Connectivity connectivity) {
    std::int64_t side = 1;
    while (2 * side * side < min_pixels && side <= most_side)
        ++side;
    // The pixels that both squares may have in common: straight a column or row of `side`, aslant a square.
    const std::int64_t shared = 2 * side * side - min_pixels;
    const std::int64_t straight = std::max<std::int64_t>(1, side - shared / side);
    std::int64_t aslant = side;
    while (aslant > 1 && (side - aslant + 1) * (side - aslant + 1) <= shared)
        --aslant;
    if (aslant == side && connectivity == Connectivity::four) aslant = 0;
    return {static_cast<std::size_t>(side), static_cast<std::size_t>(straight), static_cast<std::size_t>(aslant)};
}

/// The size of the parts when `whole` is cut into as few as possible of at most `most`, all about equal.
std::size_t even_part(std::size_t whole, std::size_t most) {
    const std::size_t parts = (whole + most - 1) / most;
    return parts == 0 ? 1 : (whole + parts - 1) / parts;
}

void find_portably(SureCover& bound, const SureCover::Core& core) {
    bound.find(core);
}

FindSureCover find_with(InstructionSet set) {
    return set == InstructionSet::portable ? find_portably : find_wide_sure_cover_with(set);
}

}  // namespace

void sure_cover(std::span<const std::uint8_t> cover_pct, std::size_t columns, RowRange rows, std::int64_t min_pixels,
                Connectivity connectivity, InstructionSet instructions, SureCoverWorkspace& workspace,
                std::span<std::uint8_t> sure_pct) {
    const SquarePair pair = square_pair(min_pixels, connectivity);
    if (pair.side > std::min({cover_pct.size() / columns, columns, static_cast<std::size_t>(most_side)})) {
        std::ranges::fill(sure_pct.subspan(rows.first * columns, (rows.end - rows.first) * columns), std::uint8_t{0});
        return;
    }
    const FindSureCover find = find_with(instructions);
    SureCover bound(cover_pct, columns, pair, connectivity, workspace, sure_pct);
    const std::size_t most_rows = even_part(rows.end - rows.first, piece_rows + piece_sides * pair.side);
    const std::size_t most_columns = piece_columns * (1 + piece_sides * pair.side / piece_columns);
    for (std::size_t row = rows.first; row < rows.end; row += most_rows) {
        for (std::size_t column = 0; column < columns; column += most_columns) {
            find(bound, {row, column, std::min(most_rows, rows.end - row), std::min(most_columns, columns - column)});
        }
    }
}

}  // namespace reddline::kernels
