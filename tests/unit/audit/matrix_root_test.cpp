#include "audit/matrix_root.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* reason = "matrix-root: an entry below 0 for bamboo to water";

AuditCase case_with_transitions() {
    AuditCase audit = clean_case();
    audit.transitions = TransitionTable{"transitions.csv", {}, {{2014, 2016, {}}}};
    return audit;
}

/// The clean readings, each also under the matrix root, where it is refused.
AuditResult with_refused_roots() {
    AuditResult results = clean_result();
    for (std::size_t i = 0; i < 4; ++i) {
        ReadingResult root = results.readings[i];
        root.reading.annualise = Annualise::matrix_root;
        root.answer = Refusal{reason};
        results.readings.push_back(root);
    }
    return results;
}

Finding refused(const std::string& evidence) {
    return {"matrix_root_refused", Severity::note, "transitions.csv",
            "The national transitions have no yearly matrix root that is a table of shares; the readings that need it "
            "are refused.",
            evidence};
}

TEST(MatrixRoot, IsNotedOnceWithItsReasonWhereOnlyItIsRefused) {
    EXPECT_THAT(check_matrix_root(case_with_transitions(), with_refused_roots()),
                ElementsAre(refused(std::string("4 readings refused: ") + reason)));
}

TEST(MatrixRoot, IsNotBlamedForWhatTheLinearShareMeetsToo) {
    AuditResult results = with_refused_roots();
    results.readings[0].answer = Refusal{"no factor"};
    results.readings[4].answer = Refusal{"no factor"};
    EXPECT_THAT(check_matrix_root(case_with_transitions(), results),
                ElementsAre(refused(std::string("3 readings refused: ") + reason)));
}

TEST(MatrixRoot, IsSeenInTheReferenceLevelPerThousandHectaresToo) {
    AuditResult results;
    Reading reading;
    results.unit_references.push_back({"bamboo", reading, UnitExpectation{}});
    reading.annualise = Annualise::matrix_root;
    results.unit_references.push_back({"bamboo", reading, Refusal{reason}});
    EXPECT_THAT(check_matrix_root(case_with_transitions(), results),
                ElementsAre(refused(std::string("reference level per 1,000 ha refused: ") + reason)));
}

TEST(MatrixRoot, IsNoSubjectWhereItIsComputedOrAbsent) {
    AuditResult computed = with_refused_roots();
    for (ReadingResult& result : computed.readings)
        result.answer = totals_of(1);
    EXPECT_THAT(check_matrix_root(case_with_transitions(), computed), IsEmpty());
    EXPECT_THAT(check_matrix_root(case_with_transitions(), clean_result()), IsEmpty());
    EXPECT_THAT(check_matrix_root(case_with_transitions(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
