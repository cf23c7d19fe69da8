#include "kernels/layer_changes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::kernels {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// The changes of a group pixel by pixel.
Changes changes_naive(LayerPointers strata, LayerPointers others, std::size_t at) {
    Changes changes;
    for (std::size_t i = 0; i < group_px; ++i) {
        const auto bit = std::uint64_t{1} << i;
        for (const std::uint8_t* layer : strata) {
            if (layer[at + i] != layer[at + i + 1]) changes.strata |= bit;
        }
        changes.any |= changes.strata & bit;
        for (const std::uint8_t* layer : others) {
            if (layer[at + i] != layer[at + i + 1]) changes.any |= bit;
        }
    }
    return changes;
}

TEST(FindChanges, AgreesWithItsNaiveTwinForEveryInstructionSet) {
    reference::Draw draw(64);
    ASSERT_FALSE(available_instruction_sets().empty());
    for (int round = 0; round < 300; ++round) {
        std::vector<Bytes> layers(static_cast<std::size_t>(draw.whole(1, 6)));
        for (Bytes& layer : layers) {
            while (layer.size() < 100)
                layer.insert(layer.end(), static_cast<std::size_t>(draw.whole(1, 20)),
                             static_cast<std::uint8_t>(draw.whole(0, 255)));
        }
        std::vector<const std::uint8_t*> pointers;
        for (const Bytes& layer : layers)
            pointers.push_back(layer.data());
        const auto maps = static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(layers.size())));
        const LayerPointers strata = LayerPointers(pointers).first(maps);
        const LayerPointers others = LayerPointers(pointers).subspan(maps);
        const auto at = static_cast<std::size_t>(draw.whole(0, 35));
        const Changes expected = changes_naive(strata, others, at);
        for (const InstructionSet set : available_instruction_sets()) {
            const Changes changes = find_changes_with(set)(strata, others, at);
            ASSERT_EQ(changes.strata, expected.strata) << "set " << static_cast<int>(set);
            ASSERT_EQ(changes.any, expected.any) << "set " << static_cast<int>(set);
        }
    }
}

TEST(FindChanges, FindsNoneWhereAllPixelsAreEqual) {
    const Bytes layer(65, 7);
    const std::vector<const std::uint8_t*> pointers{layer.data()};
    for (const InstructionSet set : available_instruction_sets()) {
        EXPECT_EQ(find_changes_with(set)(pointers, {}, 0).any, 0U);
        EXPECT_EQ(find_changes_with(set)({}, pointers, 0).any, 0U);
    }
}

TEST(FindChanges, SeesEveryBitOfAByte) {
    const std::vector<std::uint8_t> flips{1, 2, 4, 8, 16, 32, 64, 128};
    for (const std::uint8_t flip : flips) {
        Bytes layer(65, 0);
        layer[63] = flip;  // differs from both of its neighbours
        const std::vector<const std::uint8_t*> pointers{layer.data()};
        for (const InstructionSet set : available_instruction_sets())
            EXPECT_EQ(find_changes_with(set)({}, pointers, 0).any, 0xC000'0000'0000'0000U);
    }
}

}  // namespace
}  // namespace reddline::kernels
