#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/crosstab_run.hpp"

namespace reddline::kernels {

/// The covers that the bytes of a layer stand for, and whether they are those of most files: every byte up to 100 its own
/// code, and all others no cover.
class CoverCodes {
public:
    explicit CoverCodes(const CodeTable& code_of) noexcept;

    [[nodiscard]] bool are_plain() const noexcept { return are_plain_; }
    [[nodiscard]] std::uint8_t of(std::uint8_t byte) const noexcept { return code_of_[byte]; }

private:
    CodeTable code_of_;
    bool are_plain_;
};

/// Canopy cover as the patch filter wants it: the code of each byte, and 0 for a code above 100, which is no cover.
///
/// Shapes: `bytes` and `cover_pct` hold the same number of pixels and do not overlap.
/// Units:  per cent.
/// Source: docs/equations.md, Eq. 5
void usable_cover(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                  std::span<std::uint8_t> cover_pct) noexcept;

/// The bytes of a layer that rule forest out, as ranges of neighbouring values: few, since such codes come together.
class RuledOutBytes {
public:
    struct Range {
        std::uint8_t first = 0;
        std::uint8_t last = 0;
    };

    /// `allows` has 0 for the bytes that rule forest out.
    explicit RuledOutBytes(const CodeTable& allows) noexcept;

    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
    [[nodiscard]] std::span<const Range> ranges() const noexcept { return std::span(ranges_).first(count_); }

private:
    std::array<Range, 128> ranges_{};  // between two of 256 bytes there is one that allows it
    std::size_t count_ = 0;
};

/// Sets the cover to 0 wherever a layer rules forest out.
///
/// Shapes: `bytes` and `cover_pct` hold the same number of pixels and do not overlap.
/// Source: docs/equations.md, Eq. 5
void clear_cover(std::span<const std::uint8_t> bytes, const RuledOutBytes& ruled_out,
                 std::span<std::uint8_t> cover_pct) noexcept;

}  // namespace reddline::kernels
