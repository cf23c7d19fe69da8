#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "raster/block.hpp"
#include "raster/block_plan.hpp"
#include "raster/layer_stack.hpp"
#include "raster/window.hpp"
#include "reference/layer_image.hpp"

namespace reddline::pipeline {

/// Layers of a whole grid in memory, and what was asked of them; outlives its stacks.
struct MemoryImage {
    reference::LayerImage layers;
    std::function<void(const raster::Window&)> before_read;  ///< may wait or throw; nothing = just read
    std::atomic<int> stacks = 0;                             ///< opened so far
    std::mutex guard;
    std::vector<raster::Window> reads;  ///< in the order in which they came

    std::vector<raster::Band> announced;  ///< in the order in which they came

    /// The windows that were read, sorted.
    [[nodiscard]] std::vector<raster::Window> sorted_reads() {
        const std::lock_guard lock(guard);
        std::vector<raster::Window> sorted = reads;
        std::ranges::sort(sorted);
        return sorted;
    }
};

/// Copies the part of `whole` that lies in `window`, row by row.
template <class Value>
std::vector<Value> cut(const std::vector<Value>& whole, std::int64_t columns, const raster::Window& window) {
    std::vector<Value> part;
    if (whole.empty()) return part;
    for (std::int64_t row = window.row; row < window.end_row(); ++row) {
        const auto start = whole.begin() + row * columns + window.column;
        part.insert(part.end(), start, start + window.columns);
    }
    return part;
}

/// A stack that reads from a MemoryImage.
class MemoryStack : public raster::LayerStack {
public:
    explicit MemoryStack(MemoryImage& image) : image_{image} { ++image.stacks; }

    void announce(std::span<const raster::Window> windows) override {
        const std::lock_guard lock(image_.guard);
        image_.announced.emplace_back(windows.begin(), windows.end());
    }

    void read(const raster::Window& window, raster::Block& block) override {
        if (image_.before_read) image_.before_read(window);
        {
            const std::lock_guard lock(image_.guard);
            image_.reads.push_back(window);
        }
        const reference::LayerImage& layers = image_.layers;
        const std::int64_t columns = layers.window.columns;
        reference::LayerImage part{.window = window,
                                   .cover_pct = cut(layers.cover_pct, columns, window),
                                   .loss_code = cut(layers.loss_code, columns, window),
                                   .land = cut(layers.land, columns, window),
                                   .strata = {},
                                   .area_cm2 = layers.area_per_row
                                                   ? cut(layers.area_cm2, 1, {0, window.row, 1, window.rows})
                                                   : cut(layers.area_cm2, columns, window),
                                   .area_per_row = layers.area_per_row};
        for (const auto& layer : layers.strata)
            part.strata.push_back(cut(layer, columns, window));
        reference::set_block(block, part);
    }

    [[nodiscard]] Error describe_unlisted(std::size_t map, std::int64_t column, std::int64_t row) override {
        return {ErrorCode::code_unlisted, "map " + std::to_string(map),
                "column " + std::to_string(column) + ", row " + std::to_string(row)};
    }

private:
    MemoryImage& image_;
};

inline raster::OpenStack opener(MemoryImage& image) {
    return [&image] { return std::make_unique<MemoryStack>(image); };
}

}  // namespace reddline::pipeline
