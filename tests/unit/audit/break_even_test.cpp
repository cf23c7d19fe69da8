#include "audit/break_even.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AuditResult with_break_even(double share) {
    AuditResult results = claimed_result();
    results.stratum_questions[0].break_even = BreakEven{"evergreen", "deciduous", Hectares::of(1'000.0), share};
    return results;
}

TEST(BreakEvenCheck, NotesTheShareAtWhichCreditsVanishBesideTheMappedAndTheReportedShare) {
    EXPECT_THAT(check_break_even(claimed_case(), with_break_even(0.4)),
                ElementsAre(Finding{"break_even", Severity::note, "park",
                                    "By the default reading the forest types of the lost area decide whether there are "
                                    "credits at all: they vanish at a share of evergreen, the rest being deciduous.",
                                    "40.00 % of 1,000.0 ha lost; types-2015 shows 75.00 %; the claim reports "
                                    "75.00 %"}));
}

TEST(BreakEvenCheck, NamesTheShareThatASampleShows) {
    AuditResult results = with_break_even(0.4);
    results.stratum_questions[0].mixes.push_back(mix_of_40_ha(MixSource::estimated, std::nullopt, 10.0));
    EXPECT_EQ(check_break_even(claimed_case(), results)[0].evidence,
              "40.00 % of 1,000.0 ha lost; types-2015 shows 75.00 %; the sample shows 25.00 %; the claim reports "
              "75.00 %");
}

TEST(BreakEvenCheck, SaysWhereTheForestTypesDecideNothing) {
    EXPECT_THAT(check_break_even(claimed_case(), with_break_even(1.25)),
                ElementsAre(Finding{"no_break_even", Severity::note, "park",
                                    "By the default reading the forest types of the lost area do not decide whether "
                                    "there are credits: there are some even if all of it is evergreen.",
                                    "break-even share of evergreen 125.00 % of 1,000.0 ha lost"}));
    EXPECT_THAT(check_break_even(claimed_case(), with_break_even(-0.5)),
                ElementsAre(Finding{"no_break_even", Severity::note, "park",
                                    "By the default reading the forest types of the lost area do not decide whether "
                                    "there are credits: there are none even if all of it is deciduous.",
                                    "break-even share of evergreen -50.00 % of 1,000.0 ha lost"}));
}

TEST(BreakEvenCheck, CountsTheEndsOfTheRangeAsWithinReach) {
    EXPECT_EQ(check_break_even(claimed_case(), with_break_even(0.0))[0].code, "break_even");
    EXPECT_EQ(check_break_even(claimed_case(), with_break_even(1.0))[0].code, "break_even");
}

TEST(BreakEvenCheck, SpeaksOfTheClaimsOwnAmountsApart) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    question.claimed_break_even = BreakEven{"evergreen", "deciduous", Hectares::of(10.0), 0.5};
    question.mixes.clear();
    EXPECT_THAT(check_break_even(claimed_case(), results),
                ElementsAre(Finding{"break_even", Severity::note, "park",
                                    "By the claim's own amounts the forest types of the lost area decide whether there "
                                    "are credits at all: they vanish at a share of evergreen, the rest being "
                                    "deciduous.",
                                    "50.00 % of 10.0 ha lost"}));
}

TEST(BreakEvenCheck, IsSilentWithoutABreakEvenShare) {
    EXPECT_THAT(check_break_even(claimed_case(), claimed_result()), IsEmpty());
    EXPECT_THAT(check_break_even(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_break_even(claimed_case(), with_break_even(std::numeric_limits<double>::infinity())), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
