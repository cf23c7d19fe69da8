#include "inputs/buffer_entry.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::optional<BufferEntry> parse(const std::string& text) {
    return with_document(text, [](const TomlTable& root) { return read_buffer(root); });
}

std::string refusal(const std::string& text) {
    return tests::error_line([&] { return parse(text); });
}

TEST(BufferEntry, NeedsFractionAndSource) {
    EXPECT_FALSE(parse("").has_value());
    const auto entry = parse("[buffer]\nfraction = 0.2\nsource = \"a rule\"\n");
    EXPECT_EQ(entry->buffer.fraction, 0.2);
    EXPECT_EQ(entry->buffer.source, "a rule");
    EXPECT_EQ(entry->ledger, "");
    EXPECT_THAT(refusal("[buffer]\nfraction = 0.2\n"), HasSubstr("source"));
    EXPECT_THAT(refusal("[buffer]\nfraction = 1.2\nsource = \"a\"\n"), HasSubstr("audit.toml:2"));
}

TEST(BufferEntry, MayNameALedger) {
    EXPECT_EQ(parse("[buffer]\nfraction = 0\nsource = \"a\"\nledger = \"b.csv\"\n")->ledger, "b.csv");
    EXPECT_THAT(refusal("[buffer]\nfraction = 0\nsource = \"a\"\nleger = \"b.csv\"\n"), HasSubstr("ledger"));
}

}  // namespace
}  // namespace reddline::inputs
