#include "kernels/wide_sure_cover.hpp"

// Built for x86 processors; the function holds all that it calls, compiled for its instructions, and is called only
// where they are there.

namespace reddline::kernels {

namespace {

[[gnu::target("avx2"), gnu::flatten]] void find_by_avx2(SureCover& bound, const SureCover::Core& core) {
    bound.find(core);
}

}  // namespace

FindSureCover find_wide_sure_cover_with(InstructionSet set) noexcept {
    // Wider vectors gain nothing, since most would lie across two cache lines; a processor that has them has AVX2, too.
    return set != InstructionSet::portable && __builtin_cpu_supports("avx2") ? find_by_avx2 : nullptr;
}

}  // namespace reddline::kernels
