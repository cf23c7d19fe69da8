#include "cli/command_outline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace reddline::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

OutlineCommand command_of(const std::string& name) {
    const std::vector<OutlineCommand> commands = command_outline();
    return *std::ranges::find(commands, name, &OutlineCommand::name);
}

OutlineArgument option_of(const std::string& command, const std::string& name) {
    const OutlineCommand outline = command_of(command);
    return *std::ranges::find(outline.options, name, &OutlineArgument::long_name);
}

TEST(CommandOutline, HasEveryCommandOnce) {
    EXPECT_THAT(command_outline(), SizeIs(command_names().size()));
}

TEST(CommandOutline, TakesTheHelpApart) {
    const OutlineCommand crosstab = command_of("crosstab");
    EXPECT_THAT(crosstab.examples, ElementsAre("reddline crosstab audit.toml -o counted",
                                               "reddline crosstab audit.toml -o parts --shard 0/4"));
    EXPECT_THAT(crosstab.text, StartsWith("Writes crosstab.csv, pixels.csv and zones.csv, from which"));
}

TEST(CommandOutline, KnowsWhatStandsBehindAnOption) {
    const OutlineArgument output = option_of("audit", "output");
    EXPECT_EQ(output.short_name, "o");
    EXPECT_EQ(output.kind, ArgumentKind::directory);
    EXPECT_EQ(option_of("init", "output").kind, ArgumentKind::file);
    EXPECT_EQ(option_of("init", "strata").kind, ArgumentKind::file);
    EXPECT_THAT(option_of("audit", "progress").choices, ElementsAre("auto", "always", "never"));
    EXPECT_EQ(option_of("audit", "threads").kind, ArgumentKind::other);
    const OutlineArgument quiet = option_of("audit", "quiet");
    EXPECT_EQ(quiet.kind, ArgumentKind::none);
    EXPECT_EQ(quiet.value, "");
    EXPECT_EQ(option_of("crosstab", "shard").kind, ArgumentKind::other) << "i/n is no word to choose";
}

TEST(CommandOutline, KnowsWhatMayBeGivenAgain) {
    EXPECT_TRUE(option_of("audit", "set").is_repeatable);
    EXPECT_FALSE(option_of("audit", "output").is_repeatable);
    EXPECT_TRUE(command_of("audit").arguments.front().is_repeatable);
    EXPECT_FALSE(command_of("check").arguments.front().is_repeatable);
}

TEST(CommandOutline, KnowsWhatACommandWorksOn) {
    EXPECT_EQ(command_of("check").arguments.front().kind, ArgumentKind::file);
    EXPECT_EQ(command_of("report").arguments.front().kind, ArgumentKind::directory);
    EXPECT_THAT(command_of("init").arguments, IsEmpty());
}

}  // namespace
}  // namespace reddline::cli
