#pragma once

#include "kernels/layer_changes.hpp"
#include "kernels/sure_cover_core.hpp"

namespace reddline::kernels {

/// SureCover::find, built for some instructions; the result is the same.
using FindSureCover = void (*)(SureCover& bound, const SureCover::Core& core);

/// The function for a set of wide instructions; null where this processor does not have it.
[[nodiscard]] FindSureCover find_wide_sure_cover_with(InstructionSet set) noexcept;

}  // namespace reddline::kernels
