#include "kernels/wide_sure_cover.hpp"

// Built for processors without instructions of their own here.

namespace reddline::kernels {

FindSureCover find_wide_sure_cover_with(InstructionSet) noexcept {
    return nullptr;
}

}  // namespace reddline::kernels
