#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "kernels/patch_filter.hpp"

namespace reddline::reference {

/// The positions of the patch of {cover > threshold} around `seed`, found by flood fill; marks them as
/// visited.
inline std::vector<std::size_t> flood(std::span<const std::uint8_t> cover_pct, std::size_t columns, int threshold,
                                      kernels::Connectivity connectivity, std::size_t seed,
                                      std::vector<bool>& visited) {
    const auto width = static_cast<std::int64_t>(columns);
    const auto height = static_cast<std::int64_t>(cover_pct.size() / columns);
    std::vector<std::size_t> patch{seed};
    visited[seed] = true;
    for (std::size_t next = 0; next < patch.size(); ++next) {
        const auto row = static_cast<std::int64_t>(patch[next]) / width;
        const auto column = static_cast<std::int64_t>(patch[next]) % width;
        for (std::int64_t down = -1; down <= 1; ++down) {
            for (std::int64_t right = -1; right <= 1; ++right) {
                const bool diagonal = std::abs(down) + std::abs(right) == 2;
                if (diagonal && connectivity == kernels::Connectivity::four) continue;
                if (row + down < 0 || row + down >= height || column + right < 0 || column + right >= width) continue;
                const auto neighbour = static_cast<std::size_t>((row + down) * width + column + right);
                if (visited[neighbour] || cover_pct[neighbour] <= threshold) continue;
                visited[neighbour] = true;
                patch.push_back(neighbour);
            }
        }
    }
    return patch;
}

/// The naive twin of kernels::open_patches: for every threshold find the patches, drop the small ones, and
/// remember for each pixel the highest threshold at which it was kept.
inline std::vector<std::uint8_t> open_patches_naive(std::span<const std::uint8_t> cover_pct, std::size_t columns,
                                                    std::span<const std::int64_t> area_cm2, std::int64_t min_area_cm2,
                                                    kernels::Connectivity connectivity) {
    std::vector<std::uint8_t> opened_pct(cover_pct.size(), 0);
    const int highest = cover_pct.empty() ? 0 : *std::ranges::max_element(cover_pct);
    for (int threshold = 0; threshold < highest; ++threshold) {
        std::vector<bool> visited(cover_pct.size(), false);
        for (std::size_t seed = 0; seed < cover_pct.size(); ++seed) {
            if (visited[seed] || cover_pct[seed] <= threshold) continue;
            const std::vector<std::size_t> patch = flood(cover_pct, columns, threshold, connectivity, seed, visited);
            std::int64_t patch_area_cm2 = 0;
            for (const std::size_t pixel : patch) {
                patch_area_cm2 += area_cm2[area_cm2.size() == cover_pct.size() ? pixel : pixel / columns];
            }
            if (patch_area_cm2 < min_area_cm2) continue;
            for (const std::size_t pixel : patch)
                opened_pct[pixel] = static_cast<std::uint8_t>(threshold + 1);
        }
    }
    return opened_pct;
}

}  // namespace reddline::reference
