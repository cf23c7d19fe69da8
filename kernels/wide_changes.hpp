#pragma once

#include "kernels/layer_changes.hpp"

namespace reddline::kernels {

/// The function for a set of wide instructions; null where this processor does not have it.
[[nodiscard]] FindChanges find_wide_changes_with(InstructionSet set) noexcept;

}  // namespace reddline::kernels
