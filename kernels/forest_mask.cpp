#include "kernels/forest_mask.hpp"

namespace reddline::kernels {

CoverCodes::CoverCodes(const CodeTable& code_of) noexcept : code_of_{code_of}, are_plain_{true} {
    for (std::size_t byte = 0; byte < code_of.size(); ++byte) {
        are_plain_ = are_plain_ && (byte <= max_cover_pct ? code_of[byte] == byte : code_of[byte] > max_cover_pct);
    }
}

void usable_cover(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                  std::span<std::uint8_t> cover_pct) noexcept {
    if (codes.are_plain()) {
#pragma omp simd
        for (std::size_t i = 0; i < bytes.size(); ++i)
            cover_pct[i] = bytes[i] <= max_cover_pct ? bytes[i] : std::uint8_t{0};
        return;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t code = codes.of(bytes[i]);
        cover_pct[i] = code <= max_cover_pct ? code : std::uint8_t{0};
    }
}

RuledOutBytes::RuledOutBytes(const CodeTable& allows) noexcept {
    for (std::size_t byte = 0; byte < allows.size(); ++byte) {
        if (allows[byte] != 0) continue;
        if (byte == 0 || allows[byte - 1] != 0) ranges_[count_++].first = static_cast<std::uint8_t>(byte);
        ranges_[count_ - 1].last = static_cast<std::uint8_t>(byte);
    }
}

void clear_cover(std::span<const std::uint8_t> bytes, const RuledOutBytes& ruled_out,
                 std::span<std::uint8_t> cover_pct) noexcept {
    for (const auto [first, last] : ruled_out.ranges()) {
        const auto reach = static_cast<std::uint8_t>(last - first);
#pragma omp simd
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            // What lies below the range wraps around and is far above it.
            const auto above_first = static_cast<std::uint8_t>(bytes[i] - first);
            cover_pct[i] = above_first <= reach ? std::uint8_t{0} : cover_pct[i];
        }
    }
}

}  // namespace reddline::kernels
