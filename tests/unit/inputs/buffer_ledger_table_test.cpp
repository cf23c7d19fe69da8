#include "inputs/buffer_ledger_table.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::vector<BufferPosting> parse(const std::string& lines, const std::string& columns = "entry,credits,source") {
    return parse_buffer_ledger(columns + "\n" + lines, "buffer.csv");
}

std::string refusal(const std::string& lines, const std::string& columns = "entry,credits,source") {
    return tests::error_line([&] { return parse(lines, columns); });
}

TEST(BufferLedger, HasALineForEveryPosting) {
    const auto ledger = parse("opening,2000,report of 2020\nrelease,0,decision 4\nreversal,17,fire of 2019\n");

    ASSERT_EQ(ledger.size(), 3U);
    EXPECT_EQ(ledger[0].kind, BufferPostingKind::opening);
    EXPECT_EQ(ledger[0].credits.tCO2e, 2'000);
    EXPECT_EQ(ledger[0].source, "report of 2020");
    EXPECT_EQ(ledger[1].kind, BufferPostingKind::release);
    EXPECT_EQ(ledger[2].kind, BufferPostingKind::reversal);
    EXPECT_EQ(ledger[2].zone, "");
    EXPECT_EQ(ledger[2].place, "buffer.csv:4");
}

TEST(BufferLedger, MayBeOfSeveralProjects) {
    const auto ledger = parse("east,opening,1,a\nwest,opening,2,a\n", "zone,entry,credits,source");

    ASSERT_EQ(ledger.size(), 2U);
    EXPECT_EQ(ledger[1].zone, "west");
    EXPECT_THAT(
        refusal("east,opening,1,a\neast,opening,2,a\n", "zone,entry,credits,source"),
        HasSubstr("buffer.csv:3: expected at most one opening of zone \"east\", found another at buffer.csv:2"));
    EXPECT_THAT(refusal(",opening,1,a\n", "zone,entry,credits,source"), HasSubstr("buffer.csv:2: zone"));
}

TEST(BufferLedger, RefusesWhatIsNoPosting) {
    EXPECT_THAT(refusal("openning,1,a\n"), HasSubstr("buffer.csv:2: entry: expected one of opening, release, reversal "
                                                     "(the nearest is opening), found \"openning\""));
    EXPECT_THAT(refusal("release,-1,a\n"), HasSubstr("buffer.csv:2: credits: expected a whole number from 0 to"));
    EXPECT_THAT(refusal("release,1000000000001,a\n"), HasSubstr("from 0 to 1,000,000,000,000"));
    EXPECT_THAT(refusal("release,1.5,a\n"), HasSubstr("buffer.csv:2: credits: expected a whole number"));
    EXPECT_THAT(refusal("release,1,\n"), HasSubstr("buffer.csv:2: source"));
    EXPECT_THAT(refusal("opening,1,a\nopening,1,a\n"),
                HasSubstr("buffer.csv:3: expected at most one opening, found another at buffer.csv:2"));
    EXPECT_THAT(refusal(""), HasSubstr("expected at least one line"));
    EXPECT_THAT(refusal("opening,1\n", "entry,credits"), HasSubstr("source"));
}

}  // namespace
}  // namespace reddline::inputs
