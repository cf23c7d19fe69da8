#include "gdal_io/byte_range.hpp"

#include <algorithm>

namespace reddline::gdal_io {

std::vector<ByteRange> joined_ranges(std::vector<ByteRange> ranges, std::int64_t gap_bytes, std::int64_t most_bytes) {
    std::ranges::sort(ranges);
    std::vector<ByteRange> joined;
    for (const ByteRange& range : ranges) {
        if (!joined.empty()) {
            ByteRange& last = joined.back();
            const std::int64_t bytes = std::max(last.end(), range.end()) - last.offset;
            if (range.offset - last.end() <= gap_bytes && bytes <= most_bytes) {
                last.bytes = bytes;
                continue;
            }
        }
        joined.push_back(range);
    }
    return joined;
}

}  // namespace reddline::gdal_io
