#pragma once

#include <string>

#include "report/figure.hpp"

namespace reddline::report {

/// Width of every static picture, in its own units.
inline constexpr double picture_width = 720.0;

/// The panels of a figure as one static SVG picture, with `id` before the names inside it.
[[nodiscard]] std::string svg_picture(const Figure& figure, const std::string& id);

}  // namespace reddline::report
