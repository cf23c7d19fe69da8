#include "kernels/wide_changes.hpp"

// Built for processors without instructions of their own here.

namespace reddline::kernels {

FindChanges find_wide_changes_with(InstructionSet) noexcept {
    return nullptr;
}

}  // namespace reddline::kernels
