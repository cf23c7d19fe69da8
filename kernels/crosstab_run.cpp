#include "kernels/crosstab_run.hpp"

#include <algorithm>
#include <bit>

namespace reddline::kernels {

namespace {

constexpr std::uint8_t no_data_code = 255;
constexpr std::uint8_t land_code = 1;
constexpr std::uint8_t water_code = 2;

/// The changes in a run of no more than a group's pixels, but for its last.
Changes short_changes(const LayerRun& run, LayerPointers others) noexcept {
    Changes changes;
    for (std::size_t i = 0; i + 1 < run.pixels; ++i) {
        const auto differs = [i](const std::uint8_t* layer) { return layer[i] != layer[i + 1]; };
        const bool in_strata = std::ranges::any_of(run.strata, differs);
        const bool in_any = in_strata || std::ranges::any_of(others, differs);
        changes.strata |= std::uint64_t{in_strata} << i;
        changes.any |= std::uint64_t{in_any} << i;
    }
    return changes;
}

/// The changes in a group that begins inside the run; where the run ends within it, its last pixel ends it all.
Changes ends_of(const LayerRun& run, std::size_t group, FindChanges find_changes) noexcept {
    std::array<const std::uint8_t*, 4> others{run.cover_pct, run.loss_code};
    std::size_t count = 2;
    for (const std::uint8_t* const layer : {run.land, run.opened_pct}) {
        if (layer != nullptr) others[count++] = layer;
    }
    const LayerPointers layers = LayerPointers(others).first(count);
    const std::size_t left = run.pixels - group;
    if (left > group_px) return find_changes(run.strata, layers, group);
    // The last pixels are looked at as part of a whole group that ends with the run.
    Changes ends;
    if (run.pixels > group_px) {
        const std::size_t at = run.pixels - group_px - 1;
        ends = find_changes(run.strata, layers, at);
        ends.any = left == 1 ? 0 : ends.any >> (group - at);
        ends.strata = left == 1 ? 0 : ends.strata >> (group - at);
    } else {
        ends = short_changes(run, layers);
    }
    const std::uint64_t last = std::uint64_t{1} << (left - 1);
    return {.any = ends.any | last, .strata = ends.strata | last};
}

/// The packed sum of the pixels [start, end).
std::uint64_t packed_sum(std::size_t start, std::size_t end, std::span<const std::int64_t> pixel_area_cm2,
                         const TallyPacking& packing) noexcept {
    if (pixel_area_cm2.size() == 1) return (end - start) * packing.pixel(pixel_area_cm2.front());
    std::uint64_t sum = 0;
    for (std::size_t i = start; i < end; ++i)
        sum += packing.pixel(pixel_area_cm2[i]);
    return sum;
}

}  // namespace

PixelBins::PixelBins(TallyShape shape, const CodeTable& cover_pct, const CodeTable& loss_code,
                     const CodeTable& land) noexcept
    : first_off_land_{shape.water()} {
    for (std::size_t byte = 0; byte < cover_.size(); ++byte) {
        const std::uint8_t cover = cover_pct[byte];
        const std::size_t beyond_100 = cover == no_data_code ? shape.no_data_cover : shape.cover_above_100;
        cover_[byte] = static_cast<std::uint8_t>(cover <= max_cover_pct ? cover : beyond_100);
        const std::uint8_t loss = loss_code[byte];
        const std::size_t no_year = loss == no_data_code ? shape.no_data_loss() : shape.beyond_last_year();
        const bool is_year = loss <= shape.last_loss_code && loss != no_data_code;
        loss_[byte] = static_cast<std::uint16_t>(shape.bin(0, is_year ? loss : no_year));
        const std::size_t no_land = land[byte] == water_code ? shape.water() : shape.no_data_mask();
        off_land_[byte] = static_cast<std::uint16_t>(land[byte] == land_code ? 0 : no_land);
    }
}

TallyPacking::TallyPacking(std::int64_t largest_pixel_cm2) noexcept : largest_pixel_cm2_{largest_pixel_cm2} {
    // Half of the bits that one pixel's area leaves go to the sum of areas, half to the count.
    const auto pixel_bits = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(largest_pixel_cm2)));
    area_bits_ = (64 + pixel_bits) / 2;
    most_pixels_ = std::min(std::int64_t{1} << (area_bits_ - pixel_bits), (std::int64_t{1} << (64 - area_bits_)) - 1);
}

void crosstab_run(const LayerRun& run, FindChanges find_changes, const PixelBins& bins,
                  std::span<const std::int64_t> pixel_area_cm2, const TallyPacking& packing, RunCursor& cursor,
                  std::span<std::uint64_t> packed) noexcept {
    if (cursor.next == 0) cursor.ends = ends_of(run, 0, find_changes);
    const auto [pixels, cover_pct, loss_code, land, strata, opened_pct] = run;
    const std::span<std::uint64_t> opened = packed.subspan(opened_pct == nullptr ? 0 : packed.size() / 2);
    std::size_t start = cursor.next;
    for (;;) {
        // Equal neighbours are added at once; a stretch may have begun in an earlier group.
        std::uint64_t any = cursor.ends.any;
        const std::uint64_t switches = any & cursor.ends.strata;
        const std::uint64_t up_to_switch = switches ^ (switches - 1);  // all, where there is none
        const std::uint64_t left = any & ~up_to_switch;
        any &= up_to_switch;
        while (any != 0) {
            const std::size_t last = cursor.group + static_cast<std::size_t>(std::countr_zero(any));
            const std::size_t bin = land == nullptr ? bins.on_land(cover_pct[last], loss_code[last])
                                                    : bins.of(cover_pct[last], loss_code[last], land[last]);
            const std::uint64_t sum = packed_sum(start, last + 1, pixel_area_cm2, packing);
            packed[bin] += sum;
            if (opened_pct != nullptr) opened[bins.opened(bin, cover_pct[last], opened_pct[last])] += sum;
            start = last + 1;
            any &= any - 1;
        }
        if (switches != 0) {
            cursor.ends.any = left;
            cursor.next = start;
            return;
        }
        cursor.group += group_px;
        cursor.ends = ends_of(run, cursor.group, find_changes);
    }
}

}  // namespace reddline::kernels
