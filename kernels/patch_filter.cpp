#include "kernels/patch_filter.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

#include "kernels/byte_choice.hpp"

namespace reddline::kernels {

namespace {

// Only pixels whose cover is above what `sure_cover` promises them are undecided; all others keep their cover and are
// called solid. Undecided pixels join to patches from the highest level down. A patch is large at a level
// - when its undecided pixels alone have the minimum area, or
// - when it touches a solid pixel of that level or above: around such a pixel there is a large patch at its own cover,
//   hence at every level below.
// Nothing else makes it large: a patch that touches no solid pixel of its level consists of undecided pixels alone.
// The second case is known beforehand, level by level: it is the highest cover of a solid neighbour, or the pixel's own
// cover if that is less. So every pixel begins with the level to which its patch is opened at least, a patch has the
// highest of its pixels', and it is large as soon as the level of the pixels that join reaches it.

// What `link` holds of a pixel that has joined: a pixel further up in its patch, or, when the pixel stands for its patch,
// this mark and the highest level at which the patch is known to be large.
constexpr std::uint32_t stands_for_patch = 0xFFFF'FF00U;
constexpr std::uint32_t none = 0xFFFF'FFFFU;
constexpr std::size_t levels = 256;

// A band of rows and the undecided part of its planes fit the caches, and it is long compared to its halo, which the
// next band looks at again.
constexpr std::size_t band_pixels = 128 * 1024;
constexpr std::size_t band_halos = 4;

// Pixels of a row that are looked at together; the last chunk of a row may hold fewer.
constexpr std::size_t chunk_columns = 64;

// The neighbours of a pixel in the order of the clock, from the one above; the even ones are above, right, below, left.
constexpr std::size_t directions = 8;
using DirectionSet = std::uint8_t;

constexpr bool holds(DirectionSet set, std::size_t direction) {
    return (set >> direction & 1U) != 0;
}

/// One neighbour of every group of joined neighbours that touch each other: they are one patch already, or all large.
constexpr DirectionSet one_of_each_group(DirectionSet joined, Connectivity connectivity) {
    const bool eight = connectivity == Connectivity::eight;
    DirectionSet seen = 0;
    DirectionSet chosen = 0;
    for (std::size_t direction = 0; direction < directions; direction += eight ? 1 : 2) {
        if (!holds(joined, direction) || holds(seen, direction)) continue;
        chosen |= static_cast<DirectionSet>(1U << direction);
        seen |= static_cast<DirectionSet>(1U << direction);
        for (std::size_t round = 0; round < directions; ++round) {
            for (std::size_t from = 0; from < directions; ++from) {
                if (!holds(seen, from)) continue;
                // Corners touch the sides next to them; sides touch each other across a corner.
                const std::size_t reach = eight && from % 2 == 0 ? 2 : 1;
                for (std::size_t step = 1; step <= reach; ++step) {
                    for (const std::size_t to : {(from + step) % directions, (from + directions - step) % directions}) {
                        if (holds(joined, to)) seen |= static_cast<DirectionSet>(1U << to);
                    }
                }
            }
        }
    }
    return chosen;
}

constexpr std::array<DirectionSet, levels> groups_table(Connectivity connectivity) {
    std::array<DirectionSet, levels> table{};
    for (std::size_t joined = 0; joined < table.size(); ++joined)
        table[joined] = one_of_each_group(static_cast<DirectionSet>(joined), connectivity);
    return table;
}

template <Connectivity connectivity>
constexpr std::array<DirectionSet, levels> groups = groups_table(connectivity);

template <class Value>
void at_least(std::vector<Value>& memory, std::size_t size) {
    if (memory.size() < size) memory.resize(size);
}

/// The image and what is asked of it.
struct Opening {
    std::span<const std::uint8_t> cover_pct;
    std::size_t columns;
    std::span<const std::int64_t> area_cm2;
    std::int64_t min_area_cm2;
    std::span<std::uint8_t> opened_pct;

    [[nodiscard]] std::size_t rows() const { return cover_pct.size() / columns; }
    [[nodiscard]] std::span<const std::uint8_t> cover_row(std::size_t row) const {
        return cover_pct.subspan(row * columns, columns);
    }
    [[nodiscard]] std::span<std::uint8_t> opened_row(std::size_t row) const {
        return opened_pct.subspan(row * columns, columns);
    }
    /// Areas of the pixels of a row, and how far the next pixel's is.
    [[nodiscard]] std::pair<const std::int64_t*, std::size_t> areas_of(std::size_t row) const {
        if (area_cm2.size() == cover_pct.size()) return {&area_cm2[row * columns], 1};
        return {&area_cm2[row], 0};
    }
};

/// Joins the undecided pixels of one band of rows.
///
/// Its planes have one empty column before the band and an empty row above and below, so that no neighbour needs a
/// check: the empty column is left of a row and, one position further on, right of the row above.
template <Connectivity connectivity>
class Band {
public:
    Band(const Opening& opening, std::size_t most_rows, PatchWorkspace& workspace)
        : opening_{opening}, workspace_{workspace}, stride_{opening.columns + 1} {
        const std::size_t size = (most_rows + 2) * stride_ + 1;
        at_least(workspace.cover_pct, size);
        at_least(workspace.least_pct, size);
        at_least(workspace.link, size);
        at_least(workspace.patch_area_cm2, size);
        at_least(workspace.undecided, most_rows * ((opening.columns + chunk_columns - 1) / chunk_columns));
        at_least(workspace.places, size);
        const auto down = static_cast<std::uint32_t>(stride_);
        // Offsets wrap around in 32 bits: -1 is the largest number.
        offsets_ = {0U - down, 1U - down, 1U, down + 1U, down, down - 1U, 0U - 1U, 0U - down - 1U};
    }

    /// Opens the rows first..core_end with the help of those up to `end`.
    void open(std::size_t first, std::size_t core_end, std::size_t end) {
        first_ = first;
        collect(end);
        for (std::size_t level = levels - 1; level > 0; --level) {
            std::uint32_t pixel = first_of_level_[level];
            while (pixel != none) {
                const std::uint32_t next = workspace_.link[pixel];
                join(pixel, static_cast<std::uint8_t>(level));
                pixel = next;
            }
        }
        const std::uint8_t* place = workspace_.places.data();
        for_each_chunk(core_end, [&](const Chunk& chunk) {
            std::uint8_t* const opened = opening_.opened_row(chunk.row).data() + chunk.column;
            const std::uint8_t* const last = place + workspace_.undecided[chunk.number];
            for (; place < last; ++place)
                opened[*place] = static_cast<std::uint8_t>(workspace_.link[patch_of(chunk.pixel + *place)]);
        });
    }

private:
    /// Neighbouring pixels of a row that are looked at together.
    struct Chunk {
        std::size_t number;
        std::size_t row;
        std::size_t column;
        std::size_t count;
        std::uint32_t pixel;  ///< the first one's place in the planes
    };

    [[nodiscard]] std::size_t start_of(std::size_t row) const { return (row - first_ + 1) * stride_ + 1; }

    template <class Visit>
    void for_each_chunk(std::size_t end, Visit visit) {
        std::size_t number = 0;
        for (std::size_t row = first_; row < end; ++row) {
            for (std::size_t column = 0; column < opening_.columns; column += chunk_columns) {
                visit(Chunk{number++, row, column, std::min(chunk_columns, opening_.columns - column),
                            static_cast<std::uint32_t>(start_of(row) + column)});
            }
        }
    }

    /// Fills the planes and lists the undecided pixels by level.
    void collect(std::size_t end) {
        first_of_level_.fill(none);
        std::uint8_t* const cover = workspace_.cover_pct.data();
        std::fill_n(cover, stride_ + 1, std::uint8_t{0});
        std::fill_n(cover + start_of(end), opening_.columns + 1, std::uint8_t{0});
        for (std::size_t row = first_; row < end; ++row)
            cover[start_of(row) + opening_.columns] = 0;
        std::uint8_t* place = workspace_.places.data();
        for_each_chunk(end, [&](const Chunk& chunk) {
            workspace_.undecided[chunk.number] = 0;
            if (!copy_undecided(chunk)) return;
            find_least(chunk, end);
            std::uint8_t* const last = list_undecided(chunk, place);
            workspace_.undecided[chunk.number] = static_cast<std::uint8_t>(last - place);
            const auto [areas_cm2, step] = opening_.areas_of(chunk.row);
            for (; place < last; ++place) {
                const std::uint32_t pixel = chunk.pixel + *place;
                const std::int64_t area_cm2 = areas_cm2[(chunk.column + *place) * step];
                workspace_.patch_area_cm2[pixel] = area_cm2;
                if (area_cm2 >= opening_.min_area_cm2) workspace_.least_pct[pixel] = cover[pixel];
                workspace_.link[pixel] = std::exchange(first_of_level_[cover[pixel]], pixel);
            }
        });
    }

    /// Copies the cover of undecided pixels, 0 for the others; says whether there is any.
    bool copy_undecided(const Chunk& chunk) {
        const std::uint8_t* const cover = opening_.cover_row(chunk.row).data() + chunk.column;
        const std::uint8_t* const sure = opening_.opened_row(chunk.row).data() + chunk.column;
        std::uint8_t* const undecided = workspace_.cover_pct.data() + chunk.pixel;
        std::uint8_t any = 0;
#pragma omp simd reduction(| : any)
        for (std::size_t i = 0; i < chunk.count; ++i) {
            const std::uint8_t value = cover[i] == sure[i] ? std::uint8_t{0} : cover[i];
            undecided[i] = value;
            any |= value;
        }
        return any != 0;
    }

    /// Finds the highest level that a pixel or a neighbour is sure of.
    void find_least(const Chunk& chunk, std::size_t end) {
        const std::uint8_t* const own = opening_.opened_row(chunk.row).data() + chunk.column;
        const std::uint8_t* const above = chunk.row > 0 ? own - opening_.columns : own;
        const std::uint8_t* const below = chunk.row + 1 < end ? own + opening_.columns : own;
        std::array<std::uint8_t, chunk_columns + 2> beside{};
        const auto count = static_cast<std::ptrdiff_t>(chunk.count);
        const std::ptrdiff_t from = chunk.column > 0 ? -1 : 0;
        const std::ptrdiff_t to = chunk.column + chunk.count < opening_.columns ? count + 1 : count;
        std::uint8_t* const seen = beside.data() + 1;
#pragma omp simd
        for (std::ptrdiff_t i = from; i < to; ++i)
            seen[i] = connectivity == Connectivity::eight ? higher(own[i], higher(above[i], below[i])) : own[i];
        const std::uint8_t* const cover = opening_.cover_row(chunk.row).data() + chunk.column;
        std::uint8_t* const least = workspace_.least_pct.data() + chunk.pixel;
#pragma omp simd
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            const std::uint8_t across = higher(seen[i - 1], seen[i + 1]);
            const std::uint8_t along = higher(seen[i], higher(above[i], below[i]));
            least[i] = lower(cover[i], higher(across, along));
        }
    }

    /// Lists where in a chunk its undecided pixels are; returns the end of the list.
    std::uint8_t* list_undecided(const Chunk& chunk, std::uint8_t* list) const {
        const std::uint8_t* const cover = workspace_.cover_pct.data() + chunk.pixel;
        for (std::size_t place = 0; place < chunk.count; ++place) {
            // Written whether it counts or not: a jump that cannot be foreseen would cost more.
            *list = static_cast<std::uint8_t>(place);
            list += cover[place] != 0 ? 1 : 0;
        }
        return list;
    }

    /// The pixel that stands for the patch; shortens the way there for the next caller.
    std::uint32_t patch_of(std::uint32_t pixel) {
        std::uint32_t* const link = workspace_.link.data();
        for (;;) {
            const std::uint32_t next = link[pixel];
            if (next >= stands_for_patch) return pixel;
            const std::uint32_t further = link[next];
            if (further >= stands_for_patch) return next;
            link[pixel] = further;
            pixel = further;
        }
    }

    /// The neighbours that have joined before a pixel: those of a higher level, and of the same level the later ones.
    [[nodiscard]] DirectionSet joined_beside(std::uint32_t pixel, std::uint8_t level) const {
        const std::uint8_t* const cover = workspace_.cover_pct.data();
        unsigned joined = 0;
        for (std::size_t direction = 0; direction < directions; ++direction) {
            const bool is_later = direction >= 2 && direction <= 5;
            const std::uint8_t beside = cover[pixel + offsets_[direction]];
            joined |= (is_later ? beside >= level : beside > level) ? 1U << direction : 0U;
        }
        return static_cast<DirectionSet>(joined);
    }

    /// Lets a pixel join the patches around it. A patch that is large already keeps its level and does not grow, which
    /// makes the pixel's own patch large.
    void join(std::uint32_t pixel, std::uint8_t level) {
        std::uint32_t* const link = workspace_.link.data();
        std::int64_t* const area_cm2 = workspace_.patch_area_cm2.data();
        link[pixel] = stands_for_patch | workspace_.least_pct[pixel];
        const std::uint32_t large = stands_for_patch | level;
        std::uint32_t patch = pixel;
        for (unsigned set = groups<connectivity>[joined_beside(pixel, level)]; set != 0; set &= set - 1) {
            const std::uint32_t other = patch_of(pixel + offsets_[static_cast<std::size_t>(std::countr_zero(set))]);
            if (other == patch) continue;
            if (link[other] >= large || link[patch] >= large) {
                link[other] = std::max(link[other], large);
                link[patch] = std::max(link[patch], large);
                continue;
            }
            // Beyond the minimum the sum does not matter, and is not formed lest it overflow.
            const bool together_large = area_cm2[other] >= opening_.min_area_cm2 - area_cm2[patch];
            const std::uint32_t least = together_large ? large : std::max(link[other], link[patch]);
            const std::uint32_t joining = area_cm2[other] < area_cm2[patch] ? other : patch;
            const std::uint32_t staying = joining == other ? patch : other;
            if (!together_large) area_cm2[staying] += area_cm2[joining];
            link[joining] = staying;
            link[staying] = least;
            patch = staying;
        }
    }

    const Opening& opening_;
    PatchWorkspace& workspace_;
    std::size_t stride_;
    std::size_t first_ = 0;
    std::array<std::uint32_t, directions> offsets_{};
    std::array<std::uint32_t, levels> first_of_level_{};
};

template <Connectivity connectivity>
void open_in_bands(const Opening& opening, std::int64_t min_pixels, InstructionSet instructions,
                   PatchWorkspace& workspace) {
    // A patch that reaches from a row to the end of the halo is large, so nothing beyond matters. Of the rows before,
    // only what they are opened to matters: a patch that goes on there is large at a level if it is large there.
    const std::size_t halo =
        static_cast<std::size_t>(std::min<std::int64_t>(min_pixels, static_cast<std::int64_t>(opening.rows())));
    const std::size_t most_core = std::min(opening.rows(), std::max(band_halos * halo, band_pixels / opening.columns));
    Band<connectivity> band(opening, std::min(opening.rows(), most_core + halo), workspace);
    std::size_t sure_end = 0;
    for (std::size_t first = 0; first < opening.rows(); first += most_core) {
        const std::size_t core_end = std::min(opening.rows(), first + most_core);
        const std::size_t end = std::min(opening.rows(), core_end + halo);
        sure_cover(opening.cover_pct, opening.columns, {sure_end, end}, min_pixels, connectivity, instructions,
                   workspace.sure, opening.opened_pct);
        sure_end = end;
        band.open(first, core_end, end);
    }
}

}  // namespace

void open_patches(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2,
                  std::int64_t min_area_cm2, Connectivity connectivity, InstructionSet instructions,
                  PatchWorkspace& workspace, std::span<std::uint8_t> opened_pct) {
    if (cover_pct.empty()) return;
    const std::int64_t smallest_cm2 = *std::ranges::min_element(area_cm2);
    if (smallest_cm2 >= min_area_cm2) {
        std::ranges::copy(cover_pct, opened_pct.begin());
        return;
    }
    const std::int64_t min_pixels =
        smallest_cm2 > 0 ? (min_area_cm2 - 1) / smallest_cm2 + 1 : std::numeric_limits<std::int64_t>::max();
    const Opening opening{cover_pct, columns, area_cm2, min_area_cm2, opened_pct};
    if (connectivity == Connectivity::eight) {
        open_in_bands<Connectivity::eight>(opening, min_pixels, instructions, workspace);
    } else {
        open_in_bands<Connectivity::four>(opening, min_pixels, instructions, workspace);
    }
}

}  // namespace reddline::kernels
