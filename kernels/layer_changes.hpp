#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reddline::kernels {

/// Pixels that are looked at together: one bit each.
inline constexpr std::size_t group_px = 64;

/// First pixels of the layers of a run.
using LayerPointers = std::span<const std::uint8_t* const>;

/// Where a group of pixels ends its stretches of equal bytes: bit i belongs to pixel i.
struct Changes {
    std::uint64_t any = 0;     ///< a layer differs between the pixel and the next one
    std::uint64_t strata = 0;  ///< a strata map does
};

/// Finds the changes in the group that begins at pixel `at`; it reads the pixel beyond the group as well.
using FindChanges = Changes (*)(LayerPointers strata, LayerPointers others, std::size_t at) noexcept;

/// The instructions that changes are found with; the result is the same.
enum class InstructionSet { portable, avx2, avx512 };

/// The sets that this processor has, the widest last.
[[nodiscard]] std::vector<InstructionSet> available_instruction_sets();

/// The function for a set that is available.
[[nodiscard]] FindChanges find_changes_with(InstructionSet set) noexcept;

}  // namespace reddline::kernels
