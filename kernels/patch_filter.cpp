#include "kernels/patch_filter.hpp"

#include <algorithm>
#include <array>

namespace reddline::kernels {

namespace {

// What `parent` holds of a pixel: while its patch is below the minimum, a pixel further up in the patch, and the pixel
// itself when it stands for the patch; once the patch is large, the pixel at whose level it became so, marked as large.
constexpr std::uint32_t large_mark = 0x8000'0000U;
constexpr std::uint32_t unseen = 0xFFFF'FFFFU;
constexpr std::size_t levels = 256;

/// The image with one empty column before it and one empty row above and below, so that no neighbour needs a
/// check: the empty column is left of a row and, one position further on, right of the row above.
class PaddedImage {
public:
    PaddedImage(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2)
        : cover_pct_{cover_pct}, columns_{columns}, area_cm2_{area_cm2} {}

    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return cover_pct_.size() / columns_; }
    [[nodiscard]] std::size_t stride() const { return columns_ + 1; }
    [[nodiscard]] std::size_t size() const { return (rows() + 2) * stride() + 1; }
    [[nodiscard]] std::size_t row_start(std::size_t row) const { return (row + 1) * stride() + 1; }
    /// Place of a pixel in the image without its empty rows and columns.
    [[nodiscard]] std::size_t source(std::size_t pixel) const {
        return (pixel / stride() - 1) * columns_ + pixel % stride() - 1;
    }
    [[nodiscard]] std::int64_t area_cm2(std::size_t pixel) const {
        const bool area_per_row = area_cm2_.size() != cover_pct_.size();
        return area_cm2_[area_per_row ? pixel / stride() - 1 : source(pixel)];
    }

private:
    std::span<const std::uint8_t> cover_pct_;
    std::size_t columns_;
    std::span<const std::int64_t> area_cm2_;
};

/// Lists the pixels above 0 from the highest level down, each level row by row.
void sort_by_level(std::span<const std::uint8_t> cover_pct, const PaddedImage& image,
                   std::vector<std::uint32_t>& order) {
    std::array<std::size_t, levels> next{};
    for (const std::uint8_t level : cover_pct)
        ++next[level];
    std::size_t placed = 0;
    for (std::size_t level = levels - 1; level > 0; --level) {
        const std::size_t of_level = next[level];
        next[level] = placed;
        placed += of_level;
    }
    order.resize(placed);
    for (std::size_t row = 0; row < image.rows(); ++row) {
        const std::size_t start = image.row_start(row);
        for (std::size_t column = 0; column < image.columns(); ++column) {
            const std::uint8_t level = cover_pct[row * image.columns() + column];
            if (level > 0) order[next[level]++] = static_cast<std::uint32_t>(start + column);
        }
    }
}

/// The pixel that stands for the patch of a seen pixel, marked when the patch is large; shortens the way there for the
/// next caller.
std::uint32_t patch_of(std::vector<std::uint32_t>& parent, std::uint32_t pixel) {
    for (;;) {
        const std::uint32_t above = parent[pixel];
        if (above >= large_mark || above == pixel) return above;
        parent[pixel] = parent[above];
        pixel = above;
    }
}

/// Lets a pixel stand for the too small patches around it; returns their area with its own, cut at the minimum.
///
/// A patch that is large already keeps its level, and makes the pixel's patch large.
template <std::size_t Neighbours>
std::int64_t join_neighbours(std::uint32_t pixel, std::int64_t area_cm2, std::int64_t min_area_cm2,
                             const std::array<std::uint32_t, Neighbours>& neighbour_offsets,
                             PatchWorkspace& workspace) {
    std::vector<std::uint32_t>& parent = workspace.parent;
    parent[pixel] = pixel;
    for (const std::uint32_t offset : neighbour_offsets) {
        if (parent[pixel + offset] == unseen) continue;
        const std::uint32_t patch = patch_of(parent, pixel + offset);
        if (patch == pixel) continue;
        if (patch >= large_mark) {
            area_cm2 = min_area_cm2;
            continue;
        }
        // Beyond the minimum the sum does not matter, and cut there it cannot overflow.
        const std::int64_t missing_cm2 = min_area_cm2 - area_cm2;
        area_cm2 += std::min(workspace.patch_area_cm2[patch], missing_cm2);
        parent[patch] = pixel;
    }
    return area_cm2;
}

/// Goes through the pixels from the highest level down and joins patches until they are large; in the end `order` lists
/// only the pixels that were not yet part of a large patch at their own level.
template <std::size_t Neighbours>
void grow_patches(const PaddedImage& image, std::int64_t min_area_cm2,
                  const std::array<std::uint32_t, Neighbours>& neighbour_offsets, PatchWorkspace& workspace) {
    std::vector<std::uint32_t>& parent = workspace.parent;
    std::size_t small_pixels = 0;
    for (const std::uint32_t pixel : workspace.order) {
        bool beside_large = false;
        bool beside_small = false;
        for (const std::uint32_t offset : neighbour_offsets) {
            const std::uint32_t neighbour = parent[pixel + offset];
            beside_large |= neighbour >= large_mark && neighbour != unseen;
            beside_small |= neighbour < large_mark;
        }
        std::int64_t area_cm2 = beside_large ? min_area_cm2 : std::min(image.area_cm2(pixel), min_area_cm2);
        if (beside_small) area_cm2 = join_neighbours(pixel, area_cm2, min_area_cm2, neighbour_offsets, workspace);
        parent[pixel] = area_cm2 >= min_area_cm2 ? pixel | large_mark : pixel;
        if (area_cm2 >= min_area_cm2) continue;
        workspace.patch_area_cm2[pixel] = area_cm2;
        workspace.order[small_pixels++] = pixel;
    }
    workspace.order.resize(small_pixels);
}

}  // namespace

void open_patches(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2,
                  std::int64_t min_area_cm2, Connectivity connectivity, PatchWorkspace& workspace,
                  std::span<std::uint8_t> opened_pct) {
    if (min_area_cm2 <= 0 || columns == 0) {
        std::ranges::copy(cover_pct, opened_pct.begin());
        return;
    }
    const PaddedImage image(cover_pct, columns, area_cm2);
    sort_by_level(cover_pct, image, workspace.order);
    workspace.parent.assign(image.size(), unseen);
    workspace.patch_area_cm2.resize(image.size());

    // Offsets wrap around in 32 bits: -1 is the largest number.
    const auto down = static_cast<std::uint32_t>(image.stride());
    const std::uint32_t left = 0U - 1U;
    const std::uint32_t up = 0U - down;
    if (connectivity == Connectivity::four) {
        grow_patches<4>(image, min_area_cm2, {up, left, 1U, down}, workspace);
    } else {
        grow_patches<8>(image, min_area_cm2, {up + left, up, up + 1U, left, 1U, down + left, down, down + 1U},
                        workspace);
    }
    // A pixel of a large patch keeps its level; the others take that of the pixel that stands for their patch.
    std::ranges::copy(cover_pct, opened_pct.begin());
    for (const std::uint32_t pixel : workspace.order) {
        const std::uint32_t patch = patch_of(workspace.parent, pixel);
        opened_pct[image.source(pixel)] =
            patch >= large_mark ? cover_pct[image.source(patch - large_mark)] : std::uint8_t{0};
    }
}

}  // namespace reddline::kernels
