#pragma once

#include <cstdint>
#include <vector>

namespace reddline::gdal_io {

/// Bytes of a file that lie side by side.
struct ByteRange {
    std::int64_t offset = 0;
    std::int64_t bytes = 0;

    [[nodiscard]] std::int64_t end() const { return offset + bytes; }
    friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

/// The ranges in the order of the file, joined where at most `gap_bytes` lie between them and the whole stays within
/// `most_bytes`: a request costs more than a few bytes that nobody needs.
[[nodiscard]] std::vector<ByteRange> joined_ranges(std::vector<ByteRange> ranges, std::int64_t gap_bytes,
                                                   std::int64_t most_bytes);

}  // namespace reddline::gdal_io
