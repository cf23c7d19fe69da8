#include "kernels/forest_mask.hpp"

#include <cstring>

namespace reddline::kernels {

CoverCodes::CoverCodes(const CodeTable& code_of) noexcept : code_of_{code_of}, are_plain_{true} {
    for (std::size_t byte = 0; byte < code_of.size(); ++byte) {
        are_plain_ = are_plain_ && (byte <= max_cover_pct ? code_of[byte] == byte : code_of[byte] > max_cover_pct);
    }
}

bool usable_cover(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                  std::span<std::uint8_t> cover_pct) noexcept {
    std::uint8_t unusable = 0;
    if (codes.are_plain()) {
#pragma omp simd reduction(| : unusable)
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const bool usable = bytes[i] <= max_cover_pct;
            cover_pct[i] = usable ? bytes[i] : std::uint8_t{0};
            unusable = static_cast<std::uint8_t>(unusable | (usable ? 0 : 1));
        }
        return unusable != 0;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t code = codes.of(bytes[i]);
        cover_pct[i] = code <= max_cover_pct ? code : std::uint8_t{0};
        unusable = static_cast<std::uint8_t>(unusable | (code <= max_cover_pct ? 0 : 1));
    }
    return unusable != 0;
}

void clear_cover(std::span<const std::uint8_t> bytes, const CodeTable& allows,
                 std::span<std::uint8_t> cover_pct) noexcept {
    // What rules forest out comes in patches: where eight neighbours share a byte, one look serves them all.
    constexpr std::size_t group = 8;
    constexpr std::uint64_t every_byte = 0x0101010101010101U;
    std::uint64_t allowed = 0;  // the last group of equal bytes, where those were allowed
    bool is_known = false;
    std::size_t i = 0;
    for (; i + group <= bytes.size(); i += group) {
        std::uint64_t together = 0;
        std::memcpy(&together, bytes.data() + i, group);
        if (is_known && together == allowed) continue;
        if (together == every_byte * bytes[i]) {
            is_known = allows[bytes[i]] != 0;
            allowed = together;
            if (!is_known) std::memset(cover_pct.data() + i, 0, group);
            continue;
        }
        for (std::size_t k = i; k < i + group; ++k) {
            if (allows[bytes[k]] == 0) cover_pct[k] = 0;
        }
    }
    for (; i < bytes.size(); ++i) {
        if (allows[bytes[i]] == 0) cover_pct[i] = 0;
    }
}

void restore_unusable(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                      std::span<std::uint8_t> cover_pct) noexcept {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (codes.of(bytes[i]) > max_cover_pct) cover_pct[i] = codes.of(bytes[i]);
    }
}

}  // namespace reddline::kernels
