#include "report/sheet.hpp"

#include <gmock/gmock.h>

namespace reddline::report {

namespace {

TEST(Sheet, NamesTheCellOfARowBelowTheTitles) {
    Sheet inputs("Inputs", "Inputs!", "source");
    inputs.heading("Areas");
    EXPECT_EQ(inputs.number("area", 12.5, "ha", "a table").text, "Inputs!B3");

    Sheet calculation("Calculation", "", "equation");
    const Term cell = calculation.step("twice", constant(2) * Term{"Inputs!B3", 12.5}, "ha", "Eq. 1");
    EXPECT_EQ(cell.text, "B2");
    EXPECT_EQ(cell.value, 25.0);
    EXPECT_EQ(std::get<Term>(calculation.rows().back().value).text, "2*Inputs!B3");
}

}  // namespace

}  // namespace reddline::report
