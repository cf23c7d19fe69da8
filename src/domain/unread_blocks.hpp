#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "domain/finding.hpp"

namespace reddline {

/// Blocks of one file that could not be read and count as no data.
struct UnreadBlocks {
    std::string layer;  ///< such as `lossyear` or `strata 'cgls-2015'`
    std::string file;   ///< without its folder
    std::int64_t block_columns = 0;
    std::int64_t block_rows = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>>
        blocks;  ///< column and row of each, counted in blocks; ascending
    friend auto operator<=>(const UnreadBlocks&, const UnreadBlocks&) = default;
};

/// What an auditor is told of them.
[[nodiscard]] Finding finding_of(const UnreadBlocks& unread);

}  // namespace reddline
