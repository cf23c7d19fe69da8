#include "cli/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::cli {
namespace {

TEST(SettingsText, IsReadBackAsItWasGiven) {
    const std::vector<std::string> settings{"forest.canopy_pct=25", "zones.'a b'.role=\"other\"", "title='it''s'"};
    const std::string text = settings_text(settings);
    EXPECT_EQ(text.substr(0, 29), " --set 'forest.canopy_pct=25'");
    EXPECT_THAT(parse_settings_text(text).value(), testing::ElementsAreArray(settings));
    EXPECT_THAT(parse_settings_text("").value(), testing::IsEmpty());
}

TEST(SettingsText, IsNothingWhereItIsNotWhole) {
    EXPECT_EQ(parse_settings_text(" --set 'a=1"), std::nullopt);
    EXPECT_EQ(parse_settings_text(" --sets 'a=1'"), std::nullopt);
    EXPECT_EQ(parse_settings_text(".bak"), std::nullopt);
}

TEST(CommandText, EndsWithTheSettings) {
    Options options;
    options.audit_file = "some/where/audit.toml";
    options.settings = {"forest.canopy_pct=25"};
    EXPECT_EQ(command_text(options), "reddline audit audit.toml --set 'forest.canopy_pct=25'");
}

}  // namespace
}  // namespace reddline::cli
