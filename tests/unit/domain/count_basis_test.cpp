#include "domain/count_basis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/error.hpp"

namespace reddline {
namespace {

using testing::HasSubstr;

const std::vector<CountFact> counted{{"loss.release", "v1.7"}, {"zones[belt].role", "donor"}, {"label", ""}};

std::string refusal_of(const std::vector<CountFact>& audit_file) {
    try {
        expect_counted_with(audit_file, counted, "out/crosstab.json");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::crosstab_mismatch);
        EXPECT_EQ(error.subject(), "out/crosstab.json");
        return error.message();
    }
    return "";
}

TEST(ExpectCountedWith, AcceptsTheSameFactsInAnyOrder) {
    EXPECT_EQ(refusal_of({counted[2], counted[1], counted[0]}), "");
}

TEST(ExpectCountedWith, NamesTheFirstFactThatDiffersWithBothSides) {
    EXPECT_EQ(refusal_of({{"loss.release", "v1.8"}, {"zones[belt].role", "other"}, {"label", ""}}),
              "expected a crosstab counted with loss.release = 'v1.8' as the audit file says, found one counted with "
              "'v1.7'; run crosstab again with this audit file");
}

TEST(ExpectCountedWith, NamesAFactThatOneSideLacks) {
    EXPECT_THAT(refusal_of({counted[0], counted[1], counted[2], {"strata[map].year", "2017"}}),
                HasSubstr("strata[map].year = '2017' as the audit file says, found one counted with nothing;"));
    EXPECT_THAT(refusal_of({counted[0], counted[2]}),
                HasSubstr("zones[belt].role = nothing as the audit file says, found one counted with 'donor';"));
}

TEST(ExpectCountedWith, TakesAnEmptyFactForNone) {
    EXPECT_EQ(refusal_of({counted[0], counted[1]}), "");
    EXPECT_THAT(refusal_of({counted[0], counted[1], {"label", "nothing"}}),
                HasSubstr("label = 'nothing' as the audit file says, found one counted with nothing;"));
}

}  // namespace
}  // namespace reddline
