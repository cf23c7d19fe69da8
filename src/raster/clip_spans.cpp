#include "raster/clip_spans.hpp"

#include <algorithm>

namespace reddline::raster {

std::vector<Span> clip_spans(const std::vector<Span>& spans, const std::vector<Window>& windows) {
    std::vector<Span> clipped;
    clipped.reserve(spans.size());
    for (const Span& span : spans) {
        for (const Window& window : windows) {
            if (span.row < window.row || span.row >= window.end_row()) continue;
            const std::int64_t first = std::max<std::int64_t>(span.first, window.column);
            const std::int64_t end = std::min<std::int64_t>(span.end, window.end_column());
            if (first < end) clipped.push_back({span.row, first, end, span.area});
        }
    }
    return clipped;
}

}  // namespace reddline::raster
