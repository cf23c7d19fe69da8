#include "domain/unread_blocks.hpp"

namespace reddline {

Finding finding_of(const UnreadBlocks& unread) {
    return {.code = "blocks_missing",
            .severity = Severity::warning,
            .subject = unread.file,
            .message = "Blocks of " + unread.layer + " could not be read and count as no data.",
            .evidence = std::to_string(unread.blocks.size()) + " blocks of " + std::to_string(unread.block_columns) +
                        " x " + std::to_string(unread.block_rows) + " pixels"};
}

}  // namespace reddline
