#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reddline::inputs {

/// The known name that `wanted` is likeliest to mean: one that begins with it, else the one that needs the fewest letters
/// changed, added, removed or swapped with their neighbour. Whether a letter is a capital counts among equals alone; then
/// the first. Empty when nothing is known.
[[nodiscard]] std::string nearest_name(std::string_view wanted, std::span<const std::string> known);

}  // namespace reddline::inputs
