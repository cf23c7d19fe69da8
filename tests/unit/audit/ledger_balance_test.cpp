#include "audit/ledger_balance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LedgerBalance, ContradictsALedgerThatDoesNotSumToZero) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.ledger.post({Account::credits, std::nullopt, -2, "two kg too many"});
    set_statement(results, statement);
    EXPECT_THAT(check_ledger_balance(clean_case(), results),
                ElementsAre(Finding{"ledger_balance", Severity::contradiction, "park",
                                    "The ledger does not balance to 0.", "-2 kg CO2e are unaccounted for"}));
}

TEST(LedgerBalance, IsSilentForBalancedLedgersAndRefusedReadings) {
    EXPECT_THAT(check_ledger_balance(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_ledger_balance(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
