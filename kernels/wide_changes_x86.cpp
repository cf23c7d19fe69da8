#include <immintrin.h>

#include "kernels/wide_changes.hpp"

// Built for x86 processors; each function is compiled for its instructions and called only where they are there.

namespace reddline::kernels {

namespace {

constexpr std::size_t half_px = group_px / 2;

[[gnu::target("avx2")]] std::uint64_t equal_avx2(LayerPointers layers, std::size_t at) noexcept {
    __m256i low = _mm256_set1_epi8(-1);
    __m256i high = low;
    for (const std::uint8_t* layer : layers) {
        const auto* const group = reinterpret_cast<const char*>(layer + at);
        const __m256i here_low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group));
        const __m256i next_low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group + 1));
        const __m256i here_high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group + half_px));
        const __m256i next_high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(group + half_px + 1));
        low = _mm256_and_si256(low, _mm256_cmpeq_epi8(here_low, next_low));
        high = _mm256_and_si256(high, _mm256_cmpeq_epi8(here_high, next_high));
    }
    const auto low_bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
    const auto high_bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
    return std::uint64_t{low_bits} | (std::uint64_t{high_bits} << half_px);
}

[[gnu::target("avx2")]] Changes avx2_changes(LayerPointers strata, LayerPointers others, std::size_t at) noexcept {
    const std::uint64_t equal_strata = equal_avx2(strata, at);
    return {.any = ~(equal_strata & equal_avx2(others, at)), .strata = ~equal_strata};
}

[[gnu::target("avx512f,avx512bw")]] std::uint64_t different_avx512(LayerPointers layers, std::size_t at) noexcept {
    std::uint64_t different = 0;
    for (const std::uint8_t* layer : layers) {
        const std::uint8_t* const group = layer + at;
        different |= _mm512_cmpneq_epi8_mask(_mm512_loadu_si512(group), _mm512_loadu_si512(group + 1));
    }
    return different;
}

[[gnu::target("avx512f,avx512bw")]] Changes avx512_changes(LayerPointers strata, LayerPointers others,
                                                           std::size_t at) noexcept {
    const std::uint64_t different_strata = different_avx512(strata, at);
    return {.any = different_strata | different_avx512(others, at), .strata = different_strata};
}

}  // namespace

FindChanges find_wide_changes_with(InstructionSet set) noexcept {
    if (set == InstructionSet::avx2 && __builtin_cpu_supports("avx2")) return avx2_changes;
    if (set == InstructionSet::avx512 && __builtin_cpu_supports("avx512bw")) return avx512_changes;
    return nullptr;
}

}  // namespace reddline::kernels
