#include "inputs/buffer_entry.hpp"

namespace reddline::inputs {

std::optional<BufferEntry> read_buffer(const TomlTable& audit_file) {
    const auto section = audit_file.find("buffer");
    if (!section) return std::nullopt;
    const TomlTable table = section->table();
    table.expect_keys({"fraction", "source"}, {"ledger"});
    return BufferEntry{CreditBuffer{table.at("fraction").number(0.0, 1.0), table.at("source").text()},
                       table.text_or_empty("ledger")};
}

}  // namespace reddline::inputs
