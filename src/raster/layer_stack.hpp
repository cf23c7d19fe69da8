#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "domain/error.hpp"
#include "raster/block.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// All layers of an audit on one grid, wherever their pixels come from. One stack serves one thread.
class LayerStack {
public:
    virtual ~LayerStack() = default;

    /// Reads the layers of a window into `block`, whose memory is reused.
    ///
    /// Errors: Error{corrupt_raster, code_not_whole, missing_file} with file, block and offset.
    virtual void read(const Window& window, Block& block) = 0;

    /// The error that describes a pixel for which `read` gave `unlisted_stratum`: file, place, code, legend.
    [[nodiscard]] virtual Error describe_unlisted(std::size_t map, std::int64_t column, std::int64_t row) = 0;
};

/// Opens a stack of its own for the calling thread.
using OpenStack = std::function<std::unique_ptr<LayerStack>()>;

}  // namespace reddline::raster
