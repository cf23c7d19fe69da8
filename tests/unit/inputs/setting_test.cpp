#include "inputs/setting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "inputs/toml_table.hpp"
#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

constexpr const char* text =
    "title = 'old'\n[forest]\ncanopy_pct = 30\n[[zones]]\n"
    "name = 'a'\nrole = 'project'\n[[zones]]\nname = 'b.c'\nrole = 'other'\n";

TomlValue with(const std::string& setting) {
    TomlValue document = parse_toml(text, "audit.toml");
    apply_setting(setting, document);
    return document;
}

TEST(Setting, ReplacesAValueOfATable) {
    const TomlValue document = with("forest.canopy_pct=25");
    EXPECT_EQ(TomlTable(document, "audit.toml", "").at("forest").table().at("canopy_pct").whole(0, 100), 25);
}

TEST(Setting, AddsAValueAndTheTablesAroundIt) {
    const TomlValue document = with("claim.credits=7");
    EXPECT_EQ(TomlTable(document, "audit.toml", "").at("claim").table().at("credits").whole(0, 100), 7);
}

TEST(Setting, FindsAnEntryByItsNameOrItsNumber) {
    for (const char* setting : {"zones.\"b.c\".role=\"donor\"", "zones.2.role='donor'"}) {
        const TomlValue document = with(setting);
        EXPECT_EQ(TomlTable(document, "audit.toml", "").tables("zones").at(1).at("role").text(), "donor") << setting;
    }
}

TEST(Setting, ReplacesAWholeInlineTable) {
    const TomlValue document = with("forest={canopy_rule=\"greater\"}");
    EXPECT_THAT(TomlTable(document, "audit.toml", "").at("forest").table().keys(), testing::ElementsAre("canopy_rule"));
}

TEST(Setting, IsThePlaceOfWhatItSet) {
    const TomlValue document = with("forest.canopy_pct=\"many\"");
    const TomlField field = TomlTable(document, "audit.toml", "").at("forest").table().at("canopy_pct");
    EXPECT_EQ(field.place(), "--set forest.canopy_pct=\"many\"");
}

TEST(Setting, SaysWhatIsWrongWithIt) {
    const auto message = [](const std::string& setting) {
        return tests::thrown_error([&] { return with(setting); }).message();
    };
    EXPECT_THAT(message("title"), testing::HasSubstr("found no '='"));
    EXPECT_THAT(message("title=new"), testing::HasSubstr("write texts in quotes"));
    EXPECT_THAT(message("title=1\nlabel=2"), testing::HasSubstr("a TOML value"));
    EXPECT_THAT(message("my title=1"), testing::HasSubstr("expected a key"));
    EXPECT_THAT(message("title.short=1"), testing::HasSubstr("expected a table at title"));
    EXPECT_THAT(message("zones.aa.role='other'"), testing::HasSubstr("the nearest is \"a\""));
    EXPECT_THAT(message("zones.0.role='other'"), testing::HasSubstr("number from 1 to 2"));
}

}  // namespace
}  // namespace reddline::inputs
