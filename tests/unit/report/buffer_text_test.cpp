#include "report/buffer_text.hpp"

#include <gtest/gtest.h>

#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

/// The uncertain result with 135 of its 1,341 credits set aside, beside a ledger.
AuditCase buffered_case(std::int64_t reversed) {
    AuditCase audit = worked_case();
    audit.buffer = CreditBuffer{0.1,
                                "a rule",
                                {{"park", BufferPostingKind::opening, {2'000}, "a report", "buffer.csv:2"},
                                 {"park", BufferPostingKind::release, {35}, "a report", "buffer.csv:3"},
                                 {"park", BufferPostingKind::reversal, {reversed}, "a report", "buffer.csv:4"}}};
    return audit;
}

AuditResult closed(BufferClosing closing) {
    AuditResult results = uncertain_result();
    ProgrammeDeduction& none = results.uncertainty.deductions.front().programmes.front();
    none.buffered = Credits{135};
    none.buffer = closing;
    return results;
}

TEST(BufferSentence, SaysWhatTheAccountHoldsAndWhy) {
    // 2,000 + 135 - 35 - 100 = 2,000.
    EXPECT_EQ(buffer_sentence(english(), buffered_case(100), closed({{2'000}, {}}), park),
              "The buffer account then holds 2,000 credits: 2,000 at the opening, and 135 added; 35 released, and 100 "
              "lost to "
              "reversals.");
}

TEST(BufferSentence, SaysWhatIsMissing) {
    // 2,000 + 135 - 35 - 2,500 = -400.
    EXPECT_EQ(
        buffer_sentence(english(), buffered_case(2'500), closed({{}, {400}}), park),
        "The buffer account is then 400 credits short, which would have to be replaced: 2,000 at the opening, and 135 "
        "added; 35 released, and 2,500 lost to reversals.");
}

TEST(BufferSentence, IsEmptyWithoutALedger) {
    EXPECT_EQ(buffer_sentence(english(), worked_case(), uncertain_result(), park), "");
}

}  // namespace
}  // namespace reddline::report
