#include "kernels/wide_sure_cover.hpp"

// Built for x86 processors; each function holds all that it calls, compiled for its instructions, and is called only where
// they are there.

namespace reddline::kernels {

namespace {

[[gnu::target("avx2"), gnu::flatten]] void find_by_avx2(SureCover& bound, const SureCover::Core& core) {
    bound.find(core);
}

[[gnu::target("avx512f,avx512bw"), gnu::flatten]] void find_by_avx512(SureCover& bound, const SureCover::Core& core) {
    bound.find(core);
}

}  // namespace

FindSureCover find_wide_sure_cover_with(InstructionSet set) noexcept {
    if (set == InstructionSet::avx2 && __builtin_cpu_supports("avx2")) return find_by_avx2;
    if (set == InstructionSet::avx512 && __builtin_cpu_supports("avx512bw")) return find_by_avx512;
    return nullptr;
}

}  // namespace reddline::kernels
