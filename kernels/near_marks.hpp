#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace reddline::kernels {

/// Finds the pixels that have a mark at most `reach` columns and rows away, marked pixels among them: 1, and 0 elsewhere.
///
/// Shapes: `marks` and `near` hold the same rows of `columns` pixels and do not overlap; `ages` holds `columns` values, whatever
///         they are. A mark is any value but 0.
/// Errors: none; the sizes, and a reach below 65,535, are the caller's promise.
void near_marks(std::span<const std::uint8_t> marks, std::size_t columns, std::uint16_t reach,
                std::span<std::uint16_t> ages, std::span<std::uint8_t> near) noexcept;

}  // namespace reddline::kernels
