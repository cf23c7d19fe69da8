#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "kernels/patch_filter.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/pixel_counter.hpp"
#include "raster/block.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// Opens the patches of a block, square by square: the layers of a square are still in the cache when it is counted,
/// and squares that no zone touches are left alone.
class PatchOpener {
public:
    /// The rules must outlive the opener; the instructions must be available.
    PatchOpener(const CrosstabRules& rules, kernels::InstructionSet instructions)
        : rules_{&rules}, instructions_{instructions} {}

    /// Begins with a window, of which nothing is opened yet.
    void begin(const raster::Window& window);

    /// Opens the squares under a part of the window that zones touch, each once, and calls `visit(square, opened)` for
    /// what the part has of each; `opened` may be larger.
    template <class Visit>
    void for_each_square(const raster::Block& block, const raster::Window& part, const raster::RunTable& zones,
                         const Visit& visit) {
        for (Square& square : squares_) {
            const raster::Window shared = intersection(square.window, part);
            if (!zones.touches(shared)) continue;
            if (!std::exchange(square.is_opened, true)) open(block, square);
            visit(shared, square.opened);
        }
    }

private:
    struct Square {
        raster::Window window;
        bool is_opened = false;
        OpenedCover opened;
    };

    void open(const raster::Block& block, Square& square);
    void find_forest_cover(const raster::Block& block, const raster::Window& window, std::span<std::uint8_t> bytes);
    [[nodiscard]] std::span<const std::int64_t> areas_of(const raster::Block& block, const raster::Window& window);

    const CrosstabRules* rules_;
    kernels::InstructionSet instructions_;
    std::vector<Square> squares_;
    std::vector<std::uint8_t> forest_cover_pct_;  // of a square
    std::vector<std::int64_t> area_cm2_;          // of its pixels, where each has its own
    kernels::PatchWorkspace patches_;
};

}  // namespace reddline::pipeline
