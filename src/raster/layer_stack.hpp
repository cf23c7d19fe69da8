#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "domain/error.hpp"
#include "raster/block.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// Windows whose bytes are asked for at a time: so many that a request over the network is worth its time, which fewer
/// than some dozens are not.
inline constexpr std::size_t windows_ahead = 64;

/// All layers of an audit on one grid, wherever their pixels come from. One stack serves one thread.
class LayerStack {
public:
    virtual ~LayerStack() = default;

    /// Tells which windows will be read next, at most `windows_ahead` of them; a stack may ask for their bytes at once.
    ///
    /// Errors: those of `read`.
    virtual void announce(std::span<const Window> windows) = 0;

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
