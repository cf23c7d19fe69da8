#include "inputs/entry_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

EntryNames taken(const std::string& array_of_names) {
    const TomlValue document = parse_toml("name = " + array_of_names, "a.toml");
    EntryNames names;
    for (const TomlField& field : TomlTable{document, "a.toml", ""}.at("name").elements()) {
        static_cast<void>(names.take(field));
    }
    return names;
}

TEST(EntryNames, TakesDifferentNamesInOrder) {
    EXPECT_THAT(taken("[\"forêt, dense\", \"b\", \"B\"]").taken(), ElementsAre("forêt, dense", "b", "B"));
}

TEST(EntryNames, StopsAtANameTakenBefore) {
    EXPECT_THAT(tests::error_line([] { return taken("[\"a\", \"b\", \"a\"]"); }),
                HasSubstr("audit_file: a.toml:1:19: name: expected a name that no entry before it has, found the text "
                          "\"a\"; rename one of them"));
}

TEST(EntryNames, StopsAtANameThatATableCouldNotGiveBack) {
    for (const auto* name : {"[\" a\"]", "[\"a \"]", "[\"a\\nb\"]", "[\"a\\tb\"]"}) {
        EXPECT_THAT(tests::error_line([&] { return taken(name); }),
                    HasSubstr("a.toml:1:9: name: expected a name without blanks at its ends and without control"));
    }
}

TEST(EntryNames, StopsAtADefaultNameTakenBeforeAndAsksForAName) {
    const TomlValue document = parse_toml("[rate]\nvalue = 1\n", "a.toml");
    const TomlTable entry = TomlTable{document, "a.toml", ""}.at("rate").table();
    EntryNames names;
    names.take_default("rate-of-forest", entry);
    names.take_default("rate-of-territory", entry);
    EXPECT_THAT(names.taken(), ElementsAre("rate-of-forest", "rate-of-territory"));
    EXPECT_THAT(
        tests::error_line([&] {
            names.take_default("rate-of-forest", entry);
            return 0;
        }),
        HasSubstr("audit_file: a.toml:1:1: expected a name of its own for every entry, found \"rate-of-forest\" "
                  "again; tell the entries apart with the key \"name\""));
}

TEST(EntryNames, StopsAtAnEmptyName) {
    EXPECT_THAT(tests::error_line([] { return taken("[\"\"]"); }), HasSubstr("expected a text that is not empty"));
}

}  // namespace
}  // namespace reddline::inputs
