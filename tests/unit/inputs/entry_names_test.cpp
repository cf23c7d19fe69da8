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

TEST(EntryNames, StopsAtAnEmptyName) {
    EXPECT_THAT(tests::error_line([] { return taken("[\"\"]"); }), HasSubstr("expected a text that is not empty"));
}

}  // namespace
}  // namespace reddline::inputs
