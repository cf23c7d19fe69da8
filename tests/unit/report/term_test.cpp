#include "report/term.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace reddline::report {

namespace {

Term cell(std::size_t row, double value) {
    return {"B" + std::to_string(row), value, Term::Binding::whole, row};
}

TEST(Term, HoldsTheFormulaAndItsValue) {
    const Term share = cell(2, 295.0) / cell(3, 365.0);
    EXPECT_EQ(share.text, "B2/B3");
    EXPECT_DOUBLE_EQ(share.value, 0.80821917808219178);
}

TEST(Term, PutsParenthesesOnlyWhereTheValueNeedsThem) {
    const Term a = cell(2, 7.0);
    const Term b = cell(3, 2.0);
    const Term c = cell(4, 4.0);
    EXPECT_EQ((a * (b + c)).text, "B2*(B3+B4)");
    EXPECT_EQ((a * b + c).text, "B2*B3+B4");
    EXPECT_EQ((a - (b - c)).text, "B2-(B3-B4)");
    EXPECT_EQ((a / (b * c)).text, "B2/(B3*B4)");
    EXPECT_EQ(power(constant(1) - a, constant(1) / b).text, "(1-B2)^(1/B3)");
}

TEST(Term, MakesARangeOfCellsBelowEachOther) {
    EXPECT_EQ(sum_of({cell(4, 1.0), cell(5, 2.0), cell(6, 3.0)}).text, "SUM(B4:B6)");
    EXPECT_EQ(sum_of({cell(4, 1.0), cell(6, 2.0), cell(7, 3.0)}).text, "B4+B6+B7");
    EXPECT_EQ(sum_of({cell(4, 1.0), cell(5, 2.0), cell(6, 3.0)}).value, 6.0);
    EXPECT_EQ(sum_of({}).text, "0");
}

TEST(Term, NamesTheSheetOfARangeOnce) {
    std::vector<Term> inputs;
    for (std::size_t row = 4; row < 7; ++row)
        inputs.push_back({"Inputs!B" + std::to_string(row), 1.0, Term::Binding::whole, row});
    EXPECT_EQ(sum_of(inputs).text, "SUM(Inputs!B4:B6)");
}

TEST(Term, RoundsWholeKgAgainstTheCreditButForNoise) {
    EXPECT_EQ(whole_kg_down(cell(2, 1500.7)).value, 1500.0);
    EXPECT_EQ(whole_kg_up(cell(2, 1500.2)).value, 1501.0);
    EXPECT_EQ(whole_kg_down(cell(2, 1499.9999999)).value, 1500.0);
    EXPECT_EQ(whole_kg_up(cell(2, 1500.0000001)).value, 1500.0);
}

TEST(Term, CreditsWholeTonnes) {
    EXPECT_EQ(whole_tonnes(cell(2, 101'095'889.0)).value, 101'095.0);
}

}  // namespace

}  // namespace reddline::report
