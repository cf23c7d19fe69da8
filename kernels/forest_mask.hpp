#pragma once

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
/// Returns whether there was any.
///
/// Shapes: `bytes` and `cover_pct` hold the same number of pixels and do not overlap.
/// Units:  per cent.
/// Source: docs/equations.md, Eq. 5
bool usable_cover(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                  std::span<std::uint8_t> cover_pct) noexcept;

/// Sets the cover to 0 wherever a layer rules forest out.
///
/// Shapes: `bytes` and `cover_pct` hold the same number of pixels; `allows` has 0 for the bytes that rule forest out.
/// Source: docs/equations.md, Eq. 5
void clear_cover(std::span<const std::uint8_t> bytes, const CodeTable& allows,
                 std::span<std::uint8_t> cover_pct) noexcept;

/// Puts the codes above 100 back where they stood.
///
/// Shapes: `bytes` and `cover_pct` hold the same number of pixels.
void restore_unusable(std::span<const std::uint8_t> bytes, const CoverCodes& codes,
                      std::span<std::uint8_t> cover_pct) noexcept;

}  // namespace reddline::kernels
