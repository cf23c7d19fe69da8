#pragma once

#include <vector>

#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// The parts of the spans that lie inside any of the windows; the windows do not overlap.
[[nodiscard]] std::vector<Span> clip_spans(const std::vector<Span>& spans, const std::vector<Window>& windows);

}  // namespace reddline::raster
