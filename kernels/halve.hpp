#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace reddline::kernels {

/// Halves an image of classes: each pixel of the result has the value that most of its 2 x 2 pixels have, the first in reading order
/// among values that are as frequent; 0 is no value, and stays only where all are. The last column and row may have fewer pixels.
///
/// Shapes: `values` holds columns x rows values, row by row; `halved` one for each two columns and rows, rounded up.
/// Errors: none; the sizes are the caller's promise.
void halve(std::span<const std::uint16_t> values, std::size_t columns, std::size_t rows,
           std::span<std::uint16_t> halved) noexcept;

}  // namespace reddline::kernels
