#include "report/calculation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

TEST(InputSheet, HoldsEveryInputOnce) {
    InputSheet inputs;
    inputs.heading("Inputs");
    const Term first = inputs.input("area", 12.5, "ha", "a table");
    EXPECT_EQ(first.text, "Inputs!B3");
    EXPECT_EQ(first.value, 12.5);
    EXPECT_EQ(inputs.input("years", 2.0, "years", "a table").text, "Inputs!B4");
    EXPECT_EQ(inputs.input("area", 12.5, "ha", "a table").text, "Inputs!B3");
    EXPECT_EQ(inputs.sheet().rows().size(), 3);
}

TEST(InputSheet, MarksDemonstrationValues) {
    InputSheet inputs;
    static_cast<void>(inputs.input("rate", 0.5, "1", "demonstration: a made-up rate"));
    static_cast<void>(inputs.input("share", 0.5, "1", "a survey"));
    EXPECT_EQ(row_named(inputs.sheet(), "rate").remark, "demonstration value");
    EXPECT_EQ(row_named(inputs.sheet(), "share").remark, "");
}

}  // namespace
}  // namespace reddline::report
