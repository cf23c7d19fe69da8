#include "kernels/layer_changes.hpp"

#include <array>
#include <bit>
#include <cstring>

#include "kernels/wide_changes.hpp"

namespace reddline::kernels {

namespace {

/// For each pixel of a group, the bits in which a layer differs between it and the next one.
using Differences = std::array<std::uint8_t, group_px>;

void add_differences(LayerPointers layers, std::size_t at, Differences& differences) noexcept {
    for (const std::uint8_t* layer : layers) {
        const std::uint8_t* const group = layer + at;
#pragma omp simd
        for (std::size_t i = 0; i < group_px; ++i)
            differences[i] = static_cast<std::uint8_t>(differences[i] | (group[i] ^ group[i + 1]));
    }
}

// The first byte of eight must be the lowest of the number that they make.
static_assert(std::endian::native == std::endian::little);

/// One bit per byte: set where the byte is not 0.
std::uint64_t bits_of(const Differences& differences) noexcept {
    constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7FU;
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    constexpr std::uint64_t gather = 0x0102040810204080U;  // moves the lowest bit of each byte to the highest byte
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < group_px; i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, differences.data() + i, 8);
        const std::uint64_t marks = (((bytes & low_bits) + low_bits) | bytes) & high_bits;
        bits |= (((marks >> 7U) * gather) >> 56U) << i;
    }
    return bits;
}

Changes portable_changes(LayerPointers strata, LayerPointers others, std::size_t at) noexcept {
    Differences differences{};
    Changes changes;
    add_differences(strata, at, differences);
    if (!strata.empty()) changes.strata = bits_of(differences);
    add_differences(others, at, differences);
    changes.any = bits_of(differences);
    return changes;
}

}  // namespace

std::vector<InstructionSet> available_instruction_sets() {
    std::vector<InstructionSet> sets{InstructionSet::portable};
    for (const InstructionSet set : {InstructionSet::avx2, InstructionSet::avx512}) {
        if (find_wide_changes_with(set) != nullptr) sets.push_back(set);
    }
    return sets;
}

FindChanges find_changes_with(InstructionSet set) noexcept {
    return set == InstructionSet::portable ? portable_changes : find_wide_changes_with(set);
}

}  // namespace reddline::kernels
