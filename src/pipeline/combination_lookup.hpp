#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reddline::pipeline {

/// The numbers of combinations of strata, one stratum per map, found by one step per map.
class CombinationLookup {
public:
    /// The number of a combination; `number_of_new` gives that of one that is asked for the first time.
    ///
    /// Shapes: `strata` always has the same length.
    template <class NumberOfNew>
    std::uint32_t number_of(std::span<const std::uint8_t> strata, const NumberOfNew& number_of_new) {
        std::uint32_t node = 0;
        for (std::size_t map = 0; map < strata.size(); ++map) {
            std::uint32_t next = nodes_[node][strata[map]];
            if (next == unknown) {
                const bool is_last = map + 1 == strata.size();
                next = is_last ? number_of_new() : static_cast<std::uint32_t>(nodes_.size());
                if (!is_last) nodes_.push_back(new_node());
                nodes_[node][strata[map]] = next;
            }
            node = next;
        }
        if (!strata.empty()) return node;
        if (of_no_maps_ == unknown) of_no_maps_ = number_of_new();
        return of_no_maps_;
    }

private:
    static constexpr std::uint32_t unknown = 0xFFFFFFFFU;
    using Node = std::array<std::uint32_t, 256>;  // by stratum: the next map's node, or of the last map the number
    static constexpr Node new_node() {
        Node node{};
        node.fill(unknown);
        return node;
    }

    std::vector<Node> nodes_{new_node()};
    std::uint32_t of_no_maps_ = unknown;
};

}  // namespace reddline::pipeline
